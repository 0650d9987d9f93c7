//! What this person can be reminded of: in their calendar, as a file, and in the app while it is open.

use chrono::{Datelike, NaiveDate, Timelike};
use serde::{Deserialize, Serialize};

use crate::diary::Diary;
use crate::diary::again::again;
use crate::diary::ics::CalendarEvent;
use crate::diary::id::CheckupId;
use crate::diary::json::{self, ReadError};
use crate::diary::moment::Moment;

/// What a calendar can remind of.
pub const KINDS: [&str; 4] = [
    "Home programme, on its days",
    "Change position, every hour from 9 to 17, Monday to Friday",
    "Check again for danger, as your last check said",
    "Three questions about the week (PEG), every Sunday",
];

/// The calendar file that was saved last. A newer one of the same name takes its place in the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedCalendar {
    /// What its events are named by.
    pub name: String,
    /// How often it was saved before.
    pub sequence: u32,
}

impl SavedCalendar {
    /// The text that is stored.
    pub fn encode(&self) -> String {
        json::write(self)
    }

    /// Reads what [`SavedCalendar::encode`] wrote, or version 0.1.
    ///
    /// # Errors
    /// [`ReadError`].
    pub fn decode(text: &str) -> Result<SavedCalendar, ReadError> {
        json::read_or_old(text, |text| {
            let (name, sequence) = text.split_once(' ')?;
            Some(SavedCalendar {
                name: name.to_string(),
                sequence: sequence.parse().ok()?,
            })
        })
    }

    /// The next one.
    pub fn next(self) -> SavedCalendar {
        SavedCalendar {
            sequence: self.sequence.saturating_add(1),
            ..self
        }
    }
}

/// Monday to Friday.
const WORKDAYS: u8 = 0b1_1111;
/// The hours at which to change position.
const BREAKS: std::ops::RangeInclusive<u16> = 9..=17;

/// The reminders that are wanted, by [`KINDS`]; `minute` of the day is that of the check and the
/// questions. What there is nothing of in the diary is left out.
pub fn events(
    diary: &Diary,
    wanted: [bool; 4],
    minute: u16,
    today: NaiveDate,
) -> Vec<CalendarEvent> {
    let event = |name: &str, from, minute, weekdays, words: &str| CalendarEvent {
        name: name.to_string(),
        from,
        minute,
        weekdays,
        words: words.to_string(),
    };
    let mut events = Vec::new();
    let programme = diary.programme();
    if let Some(one) = programme.filter(|one| wanted[0] && one.weekdays != 0) {
        let words = "Home programme for your back";
        events.push(event("programme", today, one.minute, one.weekdays, words));
    }
    let again = diary.last_finished_checkup();
    let again = again.and_then(|check| check.again_on());
    if let Some(again) = again.filter(|_| wanted[2]) {
        let day = again.date_naive().max(today);
        events.push(event(
            "check",
            day,
            minute,
            0,
            "Unknot: check again for danger",
        ));
    }
    if wanted[1] {
        for hour in BREAKS {
            let name = format!("position-{hour}");
            events.push(event(&name, today, hour * 60, WORKDAYS, "Change position"));
        }
    }
    if wanted[3] {
        let words = "Unknot: three questions about the week";
        events.push(event("peg", today, minute, 1 << 6, words));
    }
    events
}

/// Whether the home programme is for today, from its hour on, and nothing of it was done.
pub fn programme_is_due(diary: &Diary, now: &Moment) -> bool {
    let Some(programme) = diary.programme() else {
        return false;
    };
    let weekday = 1 << now.weekday().num_days_from_monday();
    let done = diary.day(now.date_naive());
    programme.weekdays & weekday != 0
        && !programme.movements.is_empty()
        && now.hour() * 60 + now.minute() >= u32::from(programme.minute)
        && done.is_none_or(|day| day.sessions.is_empty())
}

/// The last whole check, once the time has come to check again as it said. None where the episode that
/// runs asks for that by itself.
pub fn check_is_due<'a>(diary: &'a Diary, now: &Moment) -> Option<&'a CheckupId> {
    let running = diary.running();
    if running.is_some_and(|episode| again(diary, episode, now).is_some()) {
        return None;
    }
    let check = diary.last_finished_checkup()?;
    let is_due = check.again_on().is_some_and(|again| again <= *now);
    is_due.then_some(&check.id)
}
