//! Fields and their values in words: for earlier values, and for the preview of a restore.

use super::Value;
use super::checkup::read_answer;
use super::episode::{read_moment, split_moment};
use crate::diary::day::Work;
use crate::diary::episode::{Relief, treatment_words};
use crate::diary::field::Field;
use crate::diary::history::Earlier;
use crate::diary::id::ItemId;
use crate::diary::marks::MarkKind;
use crate::diary::moment::{self, Moment};
use crate::diary::place::Place;
use crate::diary::radiation::Radiation;
use crate::diary::stored::Record;
use crate::guide::answers::Answer;
use crate::guide::content::questions::QUESTIONS;
use crate::guide::interview::Question;
use crate::guide::movements::movement;
use crate::guide::order;
use crate::guide::region;

/// The name of a field in words: "Start", "Heat: how much it helped".
pub fn field_words(record: &Record, field: &Field) -> String {
    let of_treatment = |id: &ItemId, words: &str| match treatment_kind(record, *id) {
        Some(kind) => format!("{}: {words}", treatment_words(&kind)),
        None => format!("A treatment: {words}"),
    };
    match field {
        Field::Detail(id) | Field::Relief(id) => of_treatment(id, field.words()),
        Field::Trigger(id) => MarkKind::Trigger.words(id).to_string(),
        Field::Answer(id) | Field::Choice(id, _) => {
            question(id).map_or(id.clone(), |question| question.words.to_string())
        }
        Field::Setting(name) => setting_words(name).to_string(),
        _ => field.words().to_string(),
    }
}

/// A value in words, as a person would say it.
pub fn value_words(field: &Field, value: &str, now: &Moment) -> String {
    said_value(field, value, now).unwrap_or_else(|| value.to_string())
}

fn said_value(field: &Field, value: &str, now: &Moment) -> Option<String> {
    let ticked = |words: &str| match value {
        "" => words.to_string(),
        value => value.to_string(),
    };
    Some(match field {
        Field::Start | Field::End | Field::Deleted => when(&read_moment(value)?, now),
        Field::Place(bit) => Place::all().nth(usize::from(*bit))?.words(),
        Field::Radiation(bit) => {
            let one = Radiation::from_bits(1_u16.checked_shl(u32::from(*bit))?)?;
            one.words()
        }
        Field::Mark(kind, id) => kind.words(id).to_string(),
        Field::Reading(_) => {
            let (at, severity) = split_moment(value)?;
            format!("{severity} at {}", when(&at, now))
        }
        Field::Treatment(_) => {
            let (at, kind) = split_moment(value)?;
            format!("{}, {}", treatment_words(kind), when(&at, now))
        }
        Field::Relief(_) => {
            let number = value.split(' ').next()?;
            Relief::new(number.parse().ok()?)?.words()
        }
        Field::Work => Work::ALL
            .get(value.parse::<usize>().ok()?)?
            .words()
            .to_string(),
        Field::Peg => value.replace(' ', ", "),
        Field::RolandMorris => {
            let ticked: u32 = value.parse().ok()?;
            let numbers = (1..=24).filter(|n| ticked >> (n - 1) & 1 == 1);
            let numbers: Vec<String> = numbers.map(|n: u32| n.to_string()).collect();
            match numbers.is_empty() {
                true => "none".to_string(),
                false => numbers.join(", "),
            }
        }
        Field::Trigger(_) => if value == "0" { "not there" } else { "there" }.to_string(),
        Field::Marker(words) => words.clone(),
        Field::Session(id) | Field::Movement(id) => {
            movement(id).map_or(id.clone(), |movement| movement.name.to_string())
        }
        Field::Answer(id) => match read_answer(value)? {
            Answer::Number(n) => n.to_string(),
            Answer::Chosen(ids) => {
                let words: Vec<String> =
                    ids.iter().map(|choice| choice_words(id, choice)).collect();
                words.join(" · ")
            }
        },
        Field::Choice(id, choice) => choice_words(id, choice),
        Field::Weekday(day) => moment::weekday_words(usize::from(*day))?.to_string(),
        Field::Minute => {
            let minute: u16 = value.parse().ok()?;
            format!("{:02}:{:02}", minute / 60, minute % 60)
        }
        Field::Setting(name) if name == crate::diary::settings::REGION => {
            region::region(value)?.name.to_string()
        }
        _ => ticked("ticked"),
    })
}

/// "Sun 22 Nov 2026, 14:05": with the year where it is not this one.
fn when(moment: &Moment, now: &Moment) -> String {
    format!("{}, {}", moment::day(moment, now), moment::clock(moment))
}

fn question(id: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.id == id)
}

fn choice_words(id: &str, choice: &str) -> String {
    let choices = question(id).map_or(&[][..], |question| question.choices);
    let known = choices.iter().find(|one| one.id == choice);
    known.map_or(choice, |one| one.words).to_string()
}

fn setting_words(name: &str) -> &str {
    let known = crate::diary::settings::NAMES
        .iter()
        .find(|(id, _)| *id == name);
    known.map_or(name, |(_, words)| words)
}

/// Which treatment an id stands for: also of one that was removed.
fn treatment_kind(record: &Record, id: ItemId) -> Option<String> {
    if let Record::Episode(episode) = record
        && let Some(treatment) = episode.treatment(id)
    {
        return Some(treatment.kind.clone());
    }
    let is_it = |one: &&Earlier| one.field == Field::Treatment(id);
    let removed = record.history().earlier.iter().find(is_it)?;
    split_moment(&removed.value).map(|(_, kind)| kind.to_string())
}

/// The earlier values of a record, those said last first, each with the name of its field.
pub fn earlier_values(record: &Record) -> Vec<(String, &Earlier)> {
    let shown = super::values(record);
    let mut all: Vec<&Earlier> = record.history().earlier_values().collect();
    // Two devices may have said the same.
    all.retain(|one| {
        !shown
            .iter()
            .any(|(field, value)| (field, value) == (&one.field, &one.value))
    });
    order::by_key(&mut all, |one| std::cmp::Reverse(one.stamp));
    let named = |one: &'_ Earlier| field_words(record, &one.field);
    all.into_iter().map(|one| (named(one), one)).collect()
}

/// One line of a list of values: the value in words, or "nothing".
pub fn value_or_nothing(field: &Field, value: Option<&Value>, now: &Moment) -> String {
    value.map_or("nothing".to_string(), |value| {
        value_words(field, value, now)
    })
}
