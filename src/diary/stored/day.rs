//! A day, the home programme and the settings as they are stored.

use chrono::{NaiveDate, NaiveTime};

use crate::diary::compact::{Reader, Writer};
use crate::diary::day::{Day, Work};
use crate::diary::episode::Severity;
use crate::diary::history::{History, Lists};
use crate::diary::programme::Programme;
use crate::diary::settings::Settings;

/// The form that a day is written in.
pub const DAY_VERSION: u32 = 3;
/// The form that the programme is written in.
pub const PROGRAMME_VERSION: u32 = 2;
/// The form that the settings are written in.
pub const SETTINGS_VERSION: u32 = 1;

/// Writes a day.
pub fn encode_day(day: &Day) -> String {
    let mut row = Writer::begin();
    row.number(day.revision);
    row.number(day.no_spasm);
    row.number_if(day.pain.map(Severity::get));
    row.texts(&day.triggers);
    row.texts(&day.absent);
    for scale in day.scales {
        row.number_if(scale);
    }
    row.number_if(day.work.map(|work| work as u8));
    row.list(&mut |list| {
        for answer in day.peg.into_iter().flatten() {
            // One more, so that a 0 at the end is not left away.
            list.number(answer + 1);
        }
    });
    row.number_if(day.roland_morris);
    row.texts(&day.markers);
    row.texts(&day.sessions);
    row.text(&day.notes);
    let base = noon(day.date);
    day.history.write(&mut row, base, &Lists::default());
    row.record(DAY_VERSION)
}

/// The second from which the stamps of a day count: noon, UTC.
fn noon(date: NaiveDate) -> i64 {
    date.and_time(NaiveTime::MIN).and_utc().timestamp() + 43_200
}

/// Reads a day of this version. The first two have no stamps; 2 has earlier values in words.
pub fn decode_day(date: NaiveDate, version: u32, text: &str) -> Option<Day> {
    let mut row = Reader::of(text)?;
    let mut day = Day {
        revision: row.small()?,
        no_spasm: row.number()? != 0,
        ..Day::empty(date)
    };
    if let Some(pain) = row.small_if()? {
        day.pain = Some(Severity::new(pain)?);
    }
    day.triggers = row.texts()?;
    day.absent = row.texts()?;
    for scale in &mut day.scales {
        *scale = row.small_if()?;
    }
    if day.scales.iter().flatten().any(|n| *n > 10) {
        return None;
    }
    if let Some(work) = row.small_if::<u8>()? {
        day.work = Some(*Work::ALL.get(usize::from(work))?);
    }
    let mut peg = Vec::new();
    row.each(&mut |list| {
        peg.push(list.small::<u8>()?.checked_sub(1).filter(|n| *n <= 10)?);
        Some(())
    })?;
    day.peg = match peg.as_slice() {
        [] => None,
        [pain, enjoyment, activity] => Some([*pain, *enjoyment, *activity]),
        _ => return None,
    };
    day.roland_morris = row.small_if()?;
    if day.roland_morris.is_some_and(|ticked| ticked >> 24 != 0) {
        return None;
    }
    day.markers = row.texts()?;
    day.sessions = row.texts()?;
    day.notes = row.text()?;
    if version == DAY_VERSION {
        day.history = History::read(&mut row, noon(date), &Lists::default())?;
    } else {
        day.history = History::legacy(day.revision);
        row.each(&mut |list| {
            list.row(&mut |row| {
                let (what, was) = (row.text()?, row.text()?);
                day.history.add_words(what, was, 0);
                Some(())
            })
        })?;
    }
    row.end()?;
    for list in [
        &mut day.triggers,
        &mut day.absent,
        &mut day.markers,
        &mut day.sessions,
    ] {
        list.sort();
        list.dedup();
    }
    Some(day)
}

/// Writes the home programme.
pub fn encode_programme(programme: &Programme) -> String {
    let mut row = Writer::begin();
    row.number(programme.revision);
    row.texts(&programme.movements);
    row.number(programme.weekdays);
    row.number(programme.minute);
    programme.history.write(&mut row, 0, &Lists::default());
    row.record(PROGRAMME_VERSION)
}

/// Reads the home programme of this version. The first has no stamps.
pub fn decode_programme(version: u32, text: &str) -> Option<Programme> {
    let mut row = Reader::of(text)?;
    let revision = row.small()?;
    let mut programme = Programme {
        revision,
        movements: row.texts()?,
        weekdays: row.small::<u8>().filter(|days| *days < 128)?,
        minute: row.small::<u16>().filter(|minute| *minute < 1440)?,
        history: History::legacy(revision),
    };
    if version == PROGRAMME_VERSION {
        programme.history = History::read(&mut row, 0, &Lists::default())?;
    }
    row.end()?;
    programme.movements.sort();
    Some(programme)
}

/// Writes the settings.
pub fn encode_settings(settings: &Settings) -> String {
    let mut row = Writer::begin();
    row.number(settings.revision);
    row.list(&mut |list| {
        for (name, value) in &settings.values {
            list.list(&mut |row| {
                row.text(name);
                row.text(value);
            });
        }
    });
    settings.history.write(&mut row, 0, &Lists::default());
    row.record(SETTINGS_VERSION)
}

/// Reads the settings.
pub fn decode_settings(text: &str) -> Option<Settings> {
    let mut row = Reader::of(text)?;
    let mut settings = Settings {
        revision: row.small()?,
        ..Settings::default()
    };
    row.each(&mut |list| {
        list.row(&mut |row| {
            let (name, value) = (row.text()?, row.text()?);
            settings.set(&name, &value);
            Some(())
        })
    })?;
    settings.history = History::read(&mut row, 0, &Lists::default())?;
    row.end()?;
    Some(settings)
}
