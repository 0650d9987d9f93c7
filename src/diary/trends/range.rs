//! Ranges of days on the person's own calendar.

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::diary::Diary;
use crate::diary::moment::Moment;

/// The longest range, in days: a wrong clock may have noted something in 1900.
const LONGEST: i64 = 36_525;

/// A run of days, the first and the last in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRange {
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day, not before the first.
    pub last: NaiveDate,
}

impl DayRange {
    /// So many days, at least one, of which today is the last.
    pub fn last_days(days: i64, now: &Moment) -> DayRange {
        let last = now.date_naive();
        DayRange {
            first: last - TimeDelta::days(days.clamp(1, LONGEST) - 1),
            last,
        }
    }

    /// From the first day of which anything is known until today, at most 100 years.
    pub fn all(diary: &Diary, now: &Moment) -> DayRange {
        let mut range = DayRange::last_days(1, now);
        for episode in diary.episodes() {
            range.first = range.first.min(episode.start.date_naive());
        }
        for day in diary.days() {
            range.first = range.first.min(day.date);
        }
        range.first = range.first.max(DayRange::last_days(LONGEST, now).first);
        range
    }

    /// The days from one to another; `None` if they are reversed or 100 years apart.
    pub fn between(first: NaiveDate, last: NaiveDate) -> Option<DayRange> {
        let apart = (last - first).num_days();
        (0..LONGEST)
            .contains(&apart)
            .then_some(DayRange { first, last })
    }

    /// As many days, right before it.
    pub fn before(self) -> DayRange {
        let days = TimeDelta::days(self.days() as i64);
        DayRange {
            first: self.first - days,
            last: self.last - days,
        }
    }

    /// How many days it has.
    pub fn days(self) -> usize {
        (number(self.last) - number(self.first)) as usize + 1
    }

    /// The index of a date in the range, from 0; `None` outside.
    pub fn place(self, date: NaiveDate) -> Option<usize> {
        (self.first <= date && date <= self.last)
            .then(|| (number(date) - number(self.first)) as usize)
    }

    /// The index of the day of a moment, by the clock that showed it.
    pub fn place_of(self, moment: &Moment) -> Option<usize> {
        self.place(moment.date_naive())
    }

    /// The date at an index, from 0.
    pub fn date(self, place: usize) -> NaiveDate {
        self.first + TimeDelta::days(place as i64)
    }
}

fn number(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}
