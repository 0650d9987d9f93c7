//! The fields of a day. A tick has an empty value; of a trigger the value says whether it was there.

use super::FieldValue;
use crate::diary::day::{Day, Scale, Work};
use crate::diary::episode::Severity;
use crate::diary::field::Field;

const THERE: &str = "1";
const ABSENT: &str = "0";

pub(super) fn field_values(day: &Day) -> Vec<FieldValue> {
    let Day {
        date: _,
        revision: _,
        no_spasm,
        pain,
        triggers,
        absent,
        scales,
        work,
        peg,
        roland_morris,
        markers,
        sessions,
        notes,
        history: _,
    } = day;
    let mut said = Vec::new();
    if *no_spasm {
        said.push(FieldValue::of(Field::NoSpasm, ""));
    }
    if let Some(pain) = pain {
        said.push(FieldValue::of(Field::Pain, pain.get()));
    }
    for (scale, value) in Scale::ALL.into_iter().zip(scales) {
        if let Some(value) = value {
            said.push(FieldValue::of(Field::Scale(scale), value));
        }
    }
    if let Some(work) = work {
        said.push(FieldValue::of(Field::Work, *work as u8));
    }
    if let Some([pain, enjoyment, activity]) = peg {
        said.push(FieldValue::of(
            Field::Peg,
            format!("{pain} {enjoyment} {activity}"),
        ));
    }
    if let Some(ticked) = roland_morris {
        said.push(FieldValue::of(Field::RolandMorris, ticked));
    }
    for id in triggers {
        said.push(FieldValue::of(Field::Trigger(id.clone()), THERE));
    }
    for id in absent {
        said.push(FieldValue::of(Field::Trigger(id.clone()), ABSENT));
    }
    for words in markers {
        said.push(FieldValue::of(Field::Marker(words.clone()), ""));
    }
    for id in sessions {
        said.push(FieldValue::of(Field::Session(id.clone()), ""));
    }
    if !notes.is_empty() {
        said.push(FieldValue::of(Field::Notes, notes));
    }
    said
}

pub(super) fn set(day: &mut Day, field: &Field, value: Option<&str>) -> Option<()> {
    match field {
        Field::NoSpasm => day.no_spasm = value.is_some(),
        Field::Pain => {
            day.pain = number(value)?
                .map(Severity::new)
                .map_or(Some(None), |pain| pain.map(Some))?
        }
        Field::Scale(scale) => {
            day.scales[*scale as usize] = number(value)?.filter(|n| *n <= 10);
        }
        Field::Work => {
            day.work = match number::<usize>(value)? {
                Some(n) => Some(*Work::ALL.get(n)?),
                None => None,
            };
        }
        Field::Peg => day.peg = peg(value)?,
        Field::RolandMorris => {
            day.roland_morris = number::<u32>(value)?.filter(|ticked| ticked >> 24 == 0);
        }
        Field::Trigger(id) => {
            let was_there = match value {
                Some(THERE) => Some(true),
                Some(ABSENT) => Some(false),
                Some(_) => return None,
                None => None,
            };
            day.say_trigger(id, was_there);
        }
        Field::Marker(words) => set_text(&mut day.markers, words, value.is_some()),
        Field::Session(id) => set_text(&mut day.sessions, id, value.is_some()),
        Field::Notes => day.notes = value.unwrap_or_default().to_string(),
        _ => return None,
    }
    Some(())
}

fn peg(value: Option<&str>) -> Option<Option<[u8; 3]>> {
    let Some(value) = value else {
        return Some(None);
    };
    let answers: Vec<u8> = value
        .split(' ')
        .filter_map(|n| n.parse().ok().filter(|n| *n <= 10))
        .collect();
    answers.try_into().ok().map(Some)
}

/// A number, or nothing where the field is empty.
pub(super) fn number<T: std::str::FromStr>(value: Option<&str>) -> Option<Option<T>> {
    match value {
        Some(value) => value.parse().ok().map(Some),
        None => Some(None),
    }
}

/// Puts a text into a list, or takes it out.
pub(super) fn set_text(list: &mut Vec<String>, text: &str, is_in: bool) {
    list.retain(|there| there != text);
    if is_in {
        list.push(text.to_string());
    }
}
