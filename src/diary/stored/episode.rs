//! An episode as it is stored: form 2, how form 1 is still read, and what is left of one that was
//! deleted for good.

use serde_json::Value;

use super::{decode_places, revision};
use crate::diary::compact::{self, Reader, Writer};
use crate::diary::episode::{Amended, Episode, Reading, Recorded, Relief, Severity, Treatment};
use crate::diary::id::{EpisodeId, ItemId};
use crate::diary::json::{self, Fields};
use crate::diary::marks::{Kind, Marks};
use crate::diary::place::Places;
use crate::diary::radiation::Radiation;
use crate::guide::order;

/// The form that an episode is written in.
const VERSION: u32 = 2;
/// The form of one that was deleted for good: the newest.
pub const GONE: u32 = 3;

/// Writes form 2: what every episode has first, what few have last.
pub fn encode(episode: &Episode) -> String {
    let start = &episode.start;
    let mut row = Writer::begin();
    row.number(episode.revision);
    row.number(episode.recorded == Recorded::Live);
    row.number(start.timestamp());
    row.number(compact::offset(start));
    row.moment_if(episode.end.as_ref(), start);
    row.number(episode.places.bits());
    row.list(&mut |list| {
        for reading in &episode.readings {
            list.list(&mut |row| {
                row.number(reading.id.get());
                row.moment(&reading.at, start);
                row.number(reading.severity.get());
                row.number(reading.revision);
            });
        }
    });
    row.list(&mut |list| {
        for treatment in &episode.treatments {
            list.list(&mut |row| {
                row.number(treatment.id.get());
                row.moment(&treatment.at, start);
                row.text(&treatment.kind);
                row.number_if(treatment.relief.map(Relief::get));
                row.moment_if(treatment.rated.as_ref(), &treatment.at);
                row.number(treatment.revision);
                row.text(&treatment.detail);
            });
        }
    });
    row.texts(episode.marks.of(Kind::Trigger));
    row.text(&episode.notes);
    row.number(episode.radiation.bits());
    for kind in &Kind::ALL[1..] {
        row.texts(episode.marks.of(*kind));
    }
    row.list(&mut |list| {
        for amended in &episode.amended {
            list.list(&mut |row| {
                row.text(&amended.what);
                row.text(&amended.was);
                row.moment(&amended.at, start);
            });
        }
    });
    row.list(&mut |list| {
        for id in &episode.removed {
            list.number(id.get());
        }
    });
    row.moment_if(episode.deleted.as_ref(), start);
    row.record(VERSION)
}

/// Reads form 2.
pub fn decode(id: EpisodeId, text: &str) -> Option<Episode> {
    let mut row = Reader::of(text)?;
    let (revision, live) = (row.small()?, row.number()? != 0);
    let start = compact::moment_at(row.number()?, row.number()?)?;
    let recorded = if live {
        Recorded::Live
    } else {
        Recorded::Afterwards
    };
    let mut episode = Episode {
        revision,
        end: row.moment_if(&start)?,
        places: Places::from_bits(row.small()?)?,
        ..Episode::begun(id, start, recorded)
    };
    row.each(&mut |list| {
        list.row(&mut |row| {
            episode.readings.push(Reading {
                id: ItemId::stored(row.small()?)?,
                at: row.moment(&start)?,
                severity: Severity::new(row.small()?)?,
                revision: row.small()?,
            });
            Some(())
        })
    })?;
    row.each(&mut |list| {
        list.row(&mut |row| {
            let (id, at) = (ItemId::stored(row.small()?)?, row.moment(&start)?);
            let kind = row.text()?;
            let relief = match row.small_if()? {
                Some(n) => Some(Relief::new(n)?),
                None => None,
            };
            episode.treatments.push(Treatment {
                id,
                kind,
                at,
                relief,
                rated: row.moment_if(&at)?,
                revision: row.small()?,
                detail: row.text()?,
            });
            Some(())
        })
    })?;
    *episode.marks.of_mut(Kind::Trigger) = row.texts()?;
    episode.notes = row.text()?;
    episode.radiation = Radiation::from_bits(row.small()?)?;
    for kind in &Kind::ALL[1..] {
        *episode.marks.of_mut(*kind) = row.texts()?;
    }
    row.each(&mut |list| {
        list.row(&mut |row| {
            episode.amended.push(Amended {
                what: row.text()?,
                was: row.text()?,
                at: row.moment(&start)?,
            });
            Some(())
        })
    })?;
    row.each(&mut |list| {
        episode.removed.push(ItemId::stored(list.small()?)?);
        Some(())
    })?;
    episode.deleted = row.moment_if(&start)?;
    row.end()?;
    is_in_order(episode)
}

/// Writes what is left of one that was deleted for good: how often it was stored.
pub fn encode_gone(revision: u32) -> String {
    let mut row = Writer::begin();
    row.number(revision);
    row.record(GONE)
}

/// Reads that.
pub fn decode_gone(text: &str) -> Option<u32> {
    let mut row = Reader::of(text)?;
    let revision = row.small()?;
    row.end()?;
    Some(revision)
}

/// Reads form 1, which had no ids for readings and treatments: they are named by what they are, so
/// that every tab and every device comes to the same names.
pub fn decode_1(id: EpisodeId, fields: &Fields) -> Option<Episode> {
    let live = fields.get("live")?.as_bool()?;
    let recorded = if live {
        Recorded::Live
    } else {
        Recorded::Afterwards
    };
    let reading = |value: &Value| {
        let [at, severity] = value.as_array()?.as_slice() else {
            return None;
        };
        Some(Reading {
            id: named(value),
            at: json::as_moment(at)?,
            severity: Severity::new(u8::try_from(severity.as_u64()?).ok()?)?,
            revision: 0,
        })
    };
    let treatment = |value: &Value| {
        let fields = Fields::of(value)?;
        let relief = |value: &Value| Relief::new(i8::try_from(value.as_i64()?).ok()?);
        Some(Treatment {
            id: named(value),
            kind: fields.text("kind")?.to_string(),
            detail: fields.text_or_empty("what")?,
            at: fields.moment("at")?,
            relief: fields.optional("relief", relief)?,
            rated: None,
            revision: 0,
        })
    };
    let mut episode = Episode {
        revision: revision(fields)?,
        end: fields.optional("end", json::as_moment)?,
        places: decode_places(fields)?,
        readings: fields.each("nrs", reading)?,
        treatments: fields.each("tried", treatment)?,
        marks: Marks::default(),
        notes: fields.text_or_empty("notes")?,
        deleted: fields.optional("deleted", json::as_moment)?,
        ..Episode::begun(id, fields.moment("start")?, recorded)
    };
    // Two that are the same to the letter are still two.
    let mut taken = Vec::new();
    let mut ids: Vec<&mut ItemId> = Vec::new();
    ids.extend(episode.readings.iter_mut().map(|reading| &mut reading.id));
    ids.extend(
        episode
            .treatments
            .iter_mut()
            .map(|treatment| &mut treatment.id),
    );
    for id in ids {
        while taken.contains(id) {
            *id = id.next();
        }
        taken.push(*id);
    }
    is_in_order(episode)
}

fn named(value: &Value) -> ItemId {
    ItemId::of(compact::checksum(&value.to_string()))
}

/// The episode, its readings in order of time; none if it ends before it starts.
fn is_in_order(mut episode: Episode) -> Option<Episode> {
    order::by_key(&mut episode.readings, |reading| reading.at.timestamp());
    let ends_first = episode.end.is_some_and(|end| end < episode.start);
    (!ends_first).then_some(episode)
}
