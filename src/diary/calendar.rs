//! A month of days, and what is known of each: of a day of which nothing is known it is not known that
//! it was free of pain.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};

use crate::diary::Diary;
use crate::diary::episode::{Episode, Severity};

/// A month of a year, by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month(NaiveDate);

impl Month {
    /// The month that a day is in.
    pub fn of(date: NaiveDate) -> Month {
        Month(date.with_day(1).unwrap_or(date))
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.0
    }

    /// The month before it.
    pub fn before(self) -> Month {
        Month::of(self.0.pred_opt().unwrap_or(self.0))
    }

    /// The month after it.
    pub fn after(self) -> Month {
        // However long it is, so many days after its first the next one has begun.
        Month::of(self.0.checked_add_days(Days::new(31)).unwrap_or(self.0))
    }

    /// Its days.
    fn days(self) -> impl Iterator<Item = NaiveDate> {
        let is_in = move |date: &NaiveDate| Month::of(*date) == self;
        self.0.iter_days().take_while(is_in)
    }
}

/// What is known of a day, from the least to the most that it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// Nothing is noted.
    Nothing,
    /// Something is, but not whether there was a spasm.
    Something,
    /// That there was no spasm.
    NoSpasm,
    /// A spasm, and the worst that it was noted to be that day.
    Spasm(Option<Severity>),
}

impl Known {
    /// "spasm, worst 7".
    pub fn words(self) -> String {
        match self {
            Known::Nothing => "nothing noted".to_string(),
            Known::Something => "something noted".to_string(),
            Known::NoSpasm => "no spasm".to_string(),
            Known::Spasm(None) => "spasm".to_string(),
            Known::Spasm(Some(worst)) => format!("spasm, worst {}", worst.get()),
        }
    }

    /// Takes in a spasm, or how bad one was.
    fn spasm(&mut self, severity: Option<Severity>) {
        let before = match self {
            Known::Spasm(worst) => *worst,
            _ => None,
        };
        *self = Known::Spasm(before.max(severity));
    }
}

/// A day of the calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub date: NaiveDate,
    /// What is known of it.
    pub known: Known,
}

/// What is known of each day of a month. A spasm counts for every day that it touched, and so far as
/// today while it runs; how bad it was, for the day on which that was noted.
pub fn calendar(diary: &Diary, month: Month, today: NaiveDate) -> Vec<Cell> {
    cells(diary, month.days(), today)
}

/// What is known of one day.
pub fn known(diary: &Diary, date: NaiveDate, today: NaiveDate) -> Known {
    cells(diary, std::iter::once(date), today)[0].known
}

fn cells(diary: &Diary, days: impl Iterator<Item = NaiveDate>, today: NaiveDate) -> Vec<Cell> {
    let mut cells = Vec::new();
    for date in days {
        let known = match diary.day(date) {
            Some(day) if day.no_spasm => Known::NoSpasm,
            Some(day) if !day.is_empty() => Known::Something,
            _ => Known::Nothing,
        };
        cells.push(Cell { date, known });
    }
    for episode in diary.episodes() {
        let (first, last) = days_of(episode, today);
        for cell in &mut cells {
            if (first..=last).contains(&cell.date) {
                cell.known.spasm(None);
                for reading in &episode.readings {
                    if reading.at.date_naive().clamp(first, last) == cell.date {
                        cell.known.spasm(Some(reading.severity));
                    }
                }
            }
        }
    }
    cells
}

/// The first and the last day that an episode touched, each on the clock that the person saw then.
pub fn days_of(episode: &Episode, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = episode.start.date_naive();
    let last = match episode.end {
        // One that eased at midnight sharp had nothing of the day that began then.
        Some(end) => (end - TimeDelta::seconds(1))
            .max(episode.start)
            .date_naive(),
        None => today.max(first),
    };
    // A journey over the date line can end on the day before.
    (first.min(last), first.max(last))
}

/// Where the episodes that touched a day stand in the diary, the latest start first.
pub fn spasms_on(diary: &Diary, date: NaiveDate, today: NaiveDate) -> Vec<usize> {
    let mut newest = diary.newest();
    newest.retain(|place| {
        diary.at(*place).is_some_and(|episode| {
            let (first, last) = days_of(episode, today);
            (first..=last).contains(&date)
        })
    });
    newest
}
