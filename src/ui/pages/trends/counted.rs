//! Everything that Trends shows of a range of days, counted once for each change of the diary.

use std::rc::Rc;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{over_time, places};
use crate::browser::clock;
use crate::diary::Diary;
use crate::diary::moment::Moment;
use crate::diary::trends::counts::{Counts, counts};
use crate::diary::trends::helps::{Tried, helps};
use crate::diary::trends::over_time::markers;
use crate::diary::trends::range::DayRange;
use crate::diary::trends::sets_off::{Trigger, sets_off};
use crate::ui::app::App;
use crate::ui::charts::{Chart, WithCharts};

/// A range of days, counted.
pub struct InRange {
    /// When it was counted.
    pub now: Moment,
    /// These days.
    pub these: Counts,
    /// As many days, right before these.
    pub before: Counts,
    /// What is drawn over time.
    pub over_time: Vec<Chart>,
    /// The events of the person.
    pub events: Vec<(NaiveDate, String)>,
    /// When and where.
    pub places: Vec<Chart>,
    /// What was tried, and nothing tried.
    pub tried: Vec<Tried>,
    /// What was named as a trigger.
    pub triggers: Vec<Trigger>,
}

impl InRange {
    /// Counts.
    pub fn of(diary: &Diary, range: DayRange, now: Moment) -> InRange {
        let these = counts(diary, range, &now);
        let events = markers(diary, range).into_iter();
        InRange {
            before: counts(diary, range.before(), &now),
            over_time: over_time::charts(diary, &these, &now),
            events: events
                .map(|(date, words)| (date, words.to_string()))
                .collect(),
            places: places::charts(&these, &now),
            tried: helps(diary, range),
            triggers: sets_off(diary, &these),
            these,
            now,
        }
    }
}

/// The range that is shown. None where no range is chosen.
#[derive(Clone, Copy)]
pub struct Counted(Memo<Option<InRange>>);

impl Counted {
    /// Counts anew when the diary or the range changes.
    pub fn follow(
        app: App,
        range: impl Fn(&Diary, &Moment) -> Option<DayRange> + Send + Sync + 'static,
    ) -> Counted {
        let count = move |_: Option<&Option<InRange>>| {
            let now = clock::now();
            app.diary.read().with(|diary| {
                let range = range(diary, &now)?;
                Some(InRange::of(diary, range, now))
            })
        };
        // To compare all of it would take as long as to draw it.
        Counted(Memo::new_with_compare(count, |_, _| true))
    }

    /// Reads it.
    pub fn with<T>(self, read: impl FnOnce(Option<&InRange>) -> T) -> T {
        self.0.with(|counted| read(counted.as_ref()))
    }

    /// Reads it where a range is chosen.
    pub fn read<T: Default>(self, read: impl FnOnce(&InRange) -> T) -> T {
        self.with(|counted| counted.map(read).unwrap_or_default())
    }

    /// Some of its charts.
    pub fn charts(self, of: fn(&InRange) -> &Vec<Chart>) -> WithCharts {
        Rc::new(move |see| self.read(|counted| see(of(counted))))
    }
}
