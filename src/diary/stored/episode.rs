//! An episode as it is stored: form 4, and how forms 1 and 2 are still read; the tombstone of one that was
//! deleted for good: form 5, and how form 3 is still read.
//!
//! | Version | What it brought | Read by |
//! |---|---|---|
//! | 1 | by names | `decode_1` |
//! | 2 | compact; ids, marks, history | `decode` |
//! | 3 | tombstone of one that was deleted for good | `decode_tombstone` |
//! | 4 | a stamp for each field; earlier values as data | `decode` |
//! | 5 | tombstone with a stamp | `decode_tombstone` |

use serde_json::Value;

use super::{Record, Tombstone, decode_places, revision};
use crate::diary::compact::{self, Reader, Writer};
use crate::diary::episode::{Episode, Reading, Recorded, Relief, Severity, Treatment};
use crate::diary::field::Field;
use crate::diary::history::{History, Lists};
use crate::diary::id::{EpisodeId, ItemId};
use crate::diary::json::{self, Fields};
use crate::diary::marks::{MarkKind, Marks};
use crate::diary::moment::Moment;
use crate::diary::place::Places;
use crate::diary::radiation::Radiation;
use crate::diary::stamp::{Device, Stamp};
use crate::guide::order;

/// The form that an episode is written in.
const VERSION: u32 = 4;
/// The form of a tombstone.
const TOMBSTONE: u32 = 5;

/// The newest form: no record of this kind is of a later version.
pub const NEWEST: u32 = TOMBSTONE;

/// Reads any form of this version that is compact.
pub fn read(id: EpisodeId, version: u32, text: &str) -> Option<Record> {
    match version {
        2 | 4 => decode(id, version, text).map(Record::Episode),
        3 | 5 => decode_tombstone(id, version, text).map(Record::Tombstone),
        _ => None,
    }
}

/// Writes form 4: values that every episode has first, those that few have last.
pub fn encode(episode: &Episode) -> String {
    let Episode {
        id: _,
        revision,
        recorded,
        start,
        end,
        places,
        radiation,
        readings,
        treatments,
        marks,
        notes,
        deleted,
        clock_changed,
        history,
    } = episode;
    let mut row = Writer::begin();
    row.number(*revision);
    row.number(*recorded == Recorded::Live);
    row.number(start.timestamp());
    row.number(compact::offset(start));
    row.moment_if(end.as_ref(), start);
    row.number(places.bits());
    row.list(&mut |list| {
        for Reading { id, at, severity } in readings {
            list.list(&mut |row| {
                row.number(id.get());
                row.moment(at, start);
                row.number(severity.get());
            });
        }
    });
    row.list(&mut |list| {
        for treatment in treatments {
            let Treatment {
                id,
                kind,
                detail,
                at,
                relief,
                rated,
            } = treatment;
            list.list(&mut |row| {
                row.number(id.get());
                row.moment(at, start);
                row.text(kind);
                row.number_if(relief.map(Relief::get));
                // Mostly said right after it eased.
                row.moment_if(rated.as_ref(), end.as_ref().unwrap_or(at));
                row.text(detail);
            });
        }
    });
    row.texts(marks.of(MarkKind::Trigger));
    row.text(notes);
    let lists = lists(readings, treatments, marks);
    history.write(&mut row, start.timestamp(), &lists);
    row.number(radiation.bits());
    for kind in &MarkKind::ALL[1..] {
        row.texts(marks.of(*kind));
    }
    row.moment_if(deleted.as_ref(), start);
    row.number(*clock_changed);
    row.record(VERSION)
}

/// The lists that stand before the history.
fn lists(readings: &[Reading], treatments: &[Treatment], marks: &Marks) -> Lists {
    let mut items: Vec<ItemId> = readings.iter().map(|one| one.id).collect();
    items.extend(treatments.iter().map(|one| one.id));
    Lists {
        items,
        triggers: marks.of(MarkKind::Trigger).to_vec(),
    }
}

/// Reads form 4, or form 2: that one has a revision for each item, and earlier values in words.
fn decode(id: EpisodeId, version: u32, text: &str) -> Option<Episode> {
    let is_old = version == 2;
    let mut row = Reader::of(text)?;
    let (revision, live) = (row.small()?, row.number()? != 0);
    let start = compact::moment_at(row.number()?, row.number()?)?;
    let recorded = if live {
        Recorded::Live
    } else {
        Recorded::Afterwards
    };
    let end = row.moment_if(&start)?;
    let places = Places::from_bits(row.small()?)?;
    let mut readings = Vec::new();
    row.each(&mut |list| {
        list.row(&mut |row| {
            readings.push(Reading {
                id: ItemId::stored(row.small()?)?,
                at: row.moment(&start)?,
                severity: Severity::new(row.small()?)?,
            });
            if is_old {
                row.number()?;
            }
            Some(())
        })
    })?;
    let mut treatments = Vec::new();
    row.each(&mut |list| {
        list.row(&mut |row| {
            let (id, at) = (ItemId::stored(row.small()?)?, row.moment(&start)?);
            let kind = row.text()?;
            let relief = match row.small_if()? {
                Some(n) => Some(Relief::new(n)?),
                None => None,
            };
            let rated_from = if is_old { at } else { end.unwrap_or(at) };
            let rated = row.moment_if(&rated_from)?;
            if is_old {
                row.number()?;
            }
            treatments.push(Treatment {
                id,
                kind,
                at,
                relief,
                rated,
                detail: row.text()?,
            });
            Some(())
        })
    })?;
    let mut marks = Marks::default();
    *marks.of_mut(MarkKind::Trigger) = row.texts()?;
    let notes = row.text()?;
    let mut history = if is_old {
        History::legacy(revision)
    } else {
        let lists = lists(&readings, &treatments, &marks);
        History::read(&mut row, start.timestamp(), &lists)?
    };
    let radiation = Radiation::from_bits(row.small()?)?;
    for kind in &MarkKind::ALL[1..] {
        *marks.of_mut(*kind) = row.texts()?;
    }
    if is_old {
        read_words(&mut row, &start, &mut history)?;
    }
    let deleted = row.moment_if(&start)?;
    let clock_changed = !is_old && row.number()? != 0;
    row.end()?;
    Some(in_order(Episode {
        id,
        revision,
        recorded,
        start,
        end,
        places,
        radiation,
        readings,
        treatments,
        marks,
        notes,
        deleted,
        clock_changed,
        history,
    }))
}

/// Reads the earlier values of form 2, and the ids of the items that were removed.
fn read_words(row: &mut Reader, start: &Moment, history: &mut History) -> Option<()> {
    row.each(&mut |list| {
        list.row(&mut |row| {
            let (what, was) = (row.text()?, row.text()?);
            let seconds = row.moment(start)?.timestamp();
            history.add_words(what, was, seconds);
            Some(())
        })
    })?;
    row.each(&mut |list| {
        let id = ItemId::stored(list.small()?)?;
        // Form 2 does not say which of the two it was.
        for field in [Field::Reading(id), Field::Treatment(id)] {
            history.changed.push((field, REMOVED));
        }
        Some(())
    })?;
    history.changed.sort();
    history.changed.dedup();
    Some(())
}

/// An item removed before there were stamps: no other copy of that time brings it back.
const REMOVED: Stamp = Stamp {
    time: 0,
    counter: u32::MAX,
    device: Device::NONE,
};

/// Writes a tombstone.
pub fn encode_tombstone(tombstone: &Tombstone) -> String {
    let mut row = Writer::begin();
    row.number(tombstone.revision);
    tombstone.history.write(&mut row, 0, &Lists::default());
    row.record(TOMBSTONE)
}

/// Reads form 5, or form 3: that one has no stamp, and wins over everything of its time.
fn decode_tombstone(id: EpisodeId, version: u32, text: &str) -> Option<Tombstone> {
    let mut row = Reader::of(text)?;
    let revision = row.small()?;
    let history = if version == 3 {
        History {
            purged: Some(REMOVED),
            ..History::legacy(revision)
        }
    } else {
        History::read(&mut row, 0, &Lists::default())?
    };
    row.end()?;
    Some(Tombstone {
        id,
        revision,
        history,
    })
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
    episode.history = History::legacy(episode.revision);
    Some(in_order(episode))
}

fn named(value: &Value) -> ItemId {
    ItemId::named(compact::checksum(&value.to_string()))
}

/// The episode with its lists sorted: what is the same is written the same.
fn in_order(mut episode: Episode) -> Episode {
    order::by_key(&mut episode.readings, |one| (one.at, one.id));
    order::by_key(&mut episode.treatments, |one| (one.at, one.id));
    for kind in MarkKind::ALL {
        let marks = episode.marks.of_mut(kind);
        marks.sort();
        marks.dedup();
    }
    episode
}
