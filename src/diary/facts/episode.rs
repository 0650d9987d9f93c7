//! The fields of an episode. Moments are seconds since 1970 and minutes east of UTC: "1763775067 60".

use super::{FieldValue, Value};
use crate::diary::compact;
use crate::diary::episode::{Episode, Reading, Recorded, Relief, Severity, Treatment};
use crate::diary::field::Field;
use crate::diary::id::ItemId;
use crate::diary::marks::{MarkKind, Marks};
use crate::diary::moment::Moment;
use crate::diary::place::Places;
use crate::diary::radiation::Radiation;
use crate::guide::order;

const LIVE: &str = "live";
const AFTERWARDS: &str = "afterwards";

pub(super) fn field_values(episode: &Episode) -> Vec<FieldValue> {
    let Episode {
        id: _,
        revision: _,
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
        history: _,
    } = episode;
    let is_live = *recorded == Recorded::Live;
    let noted = |field, value: String, at: &Moment| FieldValue {
        field,
        value,
        at: is_live.then(|| at.timestamp()),
    };
    let mut said = vec![
        FieldValue::of(Field::Start, moment_value(start)),
        FieldValue::of(Field::Recorded, if is_live { LIVE } else { AFTERWARDS }),
    ];
    if let Some(end) = end {
        said.push(noted(Field::End, moment_value(end), end));
    }
    if !notes.is_empty() {
        said.push(FieldValue::of(Field::Notes, notes));
    }
    if let Some(deleted) = deleted {
        said.push(FieldValue::of(Field::Deleted, moment_value(deleted)));
    }
    if *clock_changed {
        said.push(FieldValue::of(Field::ClockChanged, ""));
    }
    for bit in bits(places.bits()) {
        said.push(FieldValue::of(Field::Place(bit), ""));
    }
    for bit in bits(radiation.bits()) {
        said.push(FieldValue::of(Field::Radiation(bit), ""));
    }
    for kind in MarkKind::ALL {
        for id in marks.of(kind) {
            said.push(FieldValue::of(Field::Mark(kind, id.clone()), ""));
        }
    }
    for Reading { id, at, severity } in readings {
        let value = format!("{} {}", moment_value(at), severity.get());
        said.push(noted(Field::Reading(*id), value, at));
    }
    for treatment in treatments {
        let Treatment {
            id,
            kind,
            detail,
            at,
            relief,
            rated,
        } = treatment;
        let value = format!("{} {kind}", moment_value(at));
        said.push(noted(Field::Treatment(*id), value, at));
        if !detail.is_empty() {
            said.push(FieldValue::of(Field::Detail(*id), detail));
        }
        if let Some(relief) = relief {
            let field = Field::Relief(*id);
            said.push(match rated {
                Some(rated) => {
                    let value = format!("{} {}", relief.get(), moment_value(rated));
                    noted(field, value, rated)
                }
                None => FieldValue::of(field, relief.get()),
            });
        }
    }
    said
}

pub(super) fn set(episode: &mut Episode, field: &Field, value: Option<&str>) -> Option<()> {
    match field {
        Field::Start => episode.start = read_moment(value?)?,
        Field::Recorded => {
            episode.recorded = match value? {
                LIVE => Recorded::Live,
                AFTERWARDS => Recorded::Afterwards,
                _ => return None,
            };
        }
        Field::End => episode.end = moment_if(value)?,
        Field::Notes => episode.notes = value.unwrap_or_default().to_string(),
        Field::Deleted => episode.deleted = moment_if(value)?,
        Field::ClockChanged => episode.clock_changed = value.is_some(),
        Field::Place(bit) => {
            let places = with_bit(episode.places.bits(), *bit, value.is_some())?;
            episode.places = Places::from_bits(places)?;
        }
        Field::Radiation(bit) => {
            let radiation = with_bit(episode.radiation.bits(), *bit, value.is_some())?;
            episode.radiation = Radiation::from_bits(radiation)?;
        }
        Field::Mark(kind, id) => set_mark(&mut episode.marks, *kind, id, value.is_some()),
        Field::Reading(id) => {
            let reading = match value {
                Some(value) => Some(read_reading(*id, value)?),
                None => None,
            };
            episode.readings.retain(|there| there.id != *id);
            episode.readings.extend(reading);
            order::by_key(&mut episode.readings, |reading| (reading.at, reading.id));
        }
        Field::Treatment(id) => {
            let treatments = &mut episode.treatments;
            let Some(value) = value else {
                treatments.retain(|there| there.id != *id);
                return Some(());
            };
            let (at, kind) = split_moment(value)?;
            match treatments.iter_mut().find(|there| there.id == *id) {
                Some(there) => (there.at, there.kind) = (at, kind.to_string()),
                None => treatments.push(Treatment::begun(*id, kind, at)),
            }
            order::by_key(treatments, |treatment| (treatment.at, treatment.id));
        }
        Field::Detail(id) => {
            treatment(episode, *id)?.detail = value.unwrap_or_default().to_string();
        }
        Field::Relief(id) => {
            let (relief, rated) = match value {
                None => (None, None),
                Some(value) => {
                    let (relief, rated) = value.split_once(' ').unwrap_or((value, ""));
                    let rated = match rated {
                        "" => None,
                        rated => Some(read_moment(rated)?),
                    };
                    (Some(Relief::new(relief.parse().ok()?)?), rated)
                }
            };
            let treatment = treatment(episode, *id)?;
            (treatment.relief, treatment.rated) = (relief, rated);
        }
        _ => return None,
    }
    Some(())
}

fn treatment(episode: &mut Episode, id: ItemId) -> Option<&mut Treatment> {
    episode.treatments.iter_mut().find(|there| there.id == id)
}

fn read_reading(id: ItemId, value: &str) -> Option<Reading> {
    let (at, severity) = split_moment(value)?;
    let severity = Severity::new(severity.parse().ok()?)?;
    Some(Reading { id, at, severity })
}

fn set_mark(marks: &mut Marks, kind: MarkKind, id: &str, is_ticked: bool) {
    if marks.has(kind, id) != is_ticked {
        marks.toggle(kind, id);
    }
}

/// The places of the bits that are set, the lowest first.
pub(super) fn bits(set: u16) -> impl Iterator<Item = u8> {
    (0..16).filter(move |bit| set >> bit & 1 == 1)
}

/// The set with this bit on or off.
pub(super) fn with_bit(set: u16, bit: u8, is_on: bool) -> Option<u16> {
    let bit = 1_u16.checked_shl(u32::from(bit))?;
    Some(if is_on { set | bit } else { set & !bit })
}

/// A moment as a value.
pub(super) fn moment_value(moment: &Moment) -> Value {
    format!("{} {}", moment.timestamp(), compact::offset(moment))
}

/// Reads a moment as it stands in a value: seconds since 1970, a space, minutes east of UTC.
pub fn read_moment(value: &str) -> Option<Moment> {
    let (moment, rest) = split_moment(value)?;
    rest.is_empty().then_some(moment)
}

fn moment_if(value: Option<&str>) -> Option<Option<Moment>> {
    match value {
        Some(value) => read_moment(value).map(Some),
        None => Some(None),
    }
}

/// The moment that a value begins with, and the rest.
pub(super) fn split_moment(value: &str) -> Option<(Moment, &str)> {
    let (seconds, rest) = value.split_once(' ')?;
    let (east, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let moment = compact::moment_at(seconds.parse().ok()?, east.parse().ok()?)?;
    Some((moment, rest))
}
