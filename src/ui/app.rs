//! The state that every page reads.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::diary::id::EpisodeId;
use crate::diary::moment::Moment;
use crate::ui::guided::Guided;
use crate::ui::open_diary::OpenDiary;
use crate::ui::preferences::Preferences;
use crate::ui::visit::Visit;

/// The state that every page reads: signals, and the acts that change them.
#[derive(Clone, Copy)]
pub struct App {
    pub diary: OpenDiary,
    /// The settings.
    pub preferences: Preferences,
    /// The session of guided relief and the timer.
    pub guided: Guided,
    /// The time now; changes each second.
    pub now: RwSignal<Moment>,
    /// The start of this visit.
    pub opened: Moment,
    /// The episodes whose "what is missing?" was asked before this visit, or answered in it.
    pub asked: RwSignal<Vec<EpisodeId>>,
    /// A time of the current day; changes at midnight.
    pub day: RwSignal<Moment>,
    /// State that is kept while the app is open.
    pub visit: RwSignal<Visit>,
}

impl App {
    /// Today, on the person's own calendar.
    pub fn today(self) -> NaiveDate {
        self.day.with(|day| day.date_naive())
    }
}
