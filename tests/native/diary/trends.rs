//! What is counted, and what is left unsaid.

mod counted;
mod planted;
mod reference;

use chrono::{NaiveDate, TimeDelta};

use unknot::diary::Diary;
use unknot::diary::day::Day;
use unknot::diary::episode::{Episode, Reading, Treatment};
use unknot::diary::moment::{Moment, read_date};
use unknot::diary::stored::Record;

use super::{at, item, severity};

fn now() -> Moment {
    at("2026-11-22T12:00:00+01:00")
}

fn hours_ago(hours: i64) -> Moment {
    now() - TimeDelta::hours(hours)
}

fn date(text: &str) -> NaiveDate {
    read_date(text).expect(text)
}

fn diary(episodes: impl IntoIterator<Item = Episode>) -> Diary {
    let mut diary = Diary::default();
    for episode in episodes {
        diary.put(Record::Episode(episode));
    }
    diary
}

/// Notes how bad it was, so many minutes after the start.
fn read(episode: &mut Episode, minutes: i64, level: u8) {
    episode.readings.push(Reading {
        id: item(),
        at: episode.start + TimeDelta::minutes(minutes),
        severity: severity(level),
    });
}

/// Notes a treatment, so many minutes after the start.
fn treat(episode: &mut Episode, minutes: i64, kind: &str) {
    let at = episode.start + TimeDelta::minutes(minutes);
    episode.treatments.push(Treatment::begun(item(), kind, at));
}

/// A day on which a trigger was there, or was not.
fn day(date: NaiveDate, trigger: &str, was_there: bool) -> Day {
    let mut day = Day::empty(date);
    day.say_trigger(trigger, Some(was_there));
    day
}
