//! A day and the home programme as they are stored.

use chrono::NaiveDate;

use crate::diary::compact::{Reader, Writer};
use crate::diary::day::{Day, Earlier, Work};
use crate::diary::episode::Severity;
use crate::diary::programme::Programme;

/// The newest form of a day: 2 keeps what another form of it said. One with nothing of that is written
/// in form 1, so that an app of before can still read it.
pub const DAY_VERSION: u32 = 2;
/// The newest form of the programme.
pub const PROGRAMME_VERSION: u32 = 1;

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
    row.list(&mut |list| {
        for earlier in &day.earlier {
            list.list(&mut |row| {
                row.text(&earlier.what);
                row.text(&earlier.was);
            });
        }
    });
    row.record(if day.earlier.is_empty() {
        1
    } else {
        DAY_VERSION
    })
}

/// Reads a day of this version.
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
    if version == 2 {
        row.each(&mut |list| {
            list.row(&mut |row| {
                let (what, was) = (row.text()?, row.text()?);
                day.earlier.push(Earlier { what, was });
                Some(())
            })
        })?;
    }
    row.end()?;
    Some(day)
}

/// Writes the home programme.
pub fn encode_programme(programme: &Programme) -> String {
    let mut row = Writer::begin();
    row.number(programme.revision);
    row.texts(&programme.movements);
    row.number(programme.weekdays);
    row.number(programme.minute);
    row.record(PROGRAMME_VERSION)
}

/// Reads the home programme.
pub fn decode_programme(text: &str) -> Option<Programme> {
    let mut row = Reader::of(text)?;
    let programme = Programme {
        revision: row.small()?,
        movements: row.texts()?,
        weekdays: row.small::<u8>().filter(|days| *days < 128)?,
        minute: row.small::<u16>().filter(|minute| *minute < 1440)?,
    };
    row.end()?;
    Some(programme)
}
