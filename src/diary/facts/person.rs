//! The fields of the records that exist once: the profile, the programme, the settings.

use super::FieldValue;
use super::checkup::{answer_value, read_answer};
use super::day::{number, set_text};
use super::episode::{bits, with_bit};
use crate::diary::field::Field;
use crate::diary::profile::Profile;
use crate::diary::programme::Programme;
use crate::diary::settings::Settings;
use crate::guide::answers::Answer;

/// Each tick by itself, so that an illness ticked on one device and a medicine on another are both kept.
pub(super) fn profile_values(profile: &Profile) -> Vec<FieldValue> {
    let Profile {
        revision: _,
        answers,
        history: _,
    } = profile;
    let mut said = Vec::new();
    for (question, answer) in answers.iter() {
        match answer {
            Answer::Number(_) => {
                let field = Field::Answer(question.to_string());
                said.push(FieldValue::of(field, answer_value(answer)));
            }
            Answer::Chosen(ids) => {
                for id in ids {
                    let field = Field::Choice(question.to_string(), id.clone());
                    said.push(FieldValue::of(field, ""));
                }
            }
        }
    }
    said
}

pub(super) fn set_profile(profile: &mut Profile, field: &Field, value: Option<&str>) -> Option<()> {
    match field {
        Field::Answer(question) => {
            let answer = match value {
                Some(value) => read_answer(value)?,
                None => Answer::of(&[]),
            };
            profile.answers.give(question, answer);
        }
        Field::Choice(question, choice) => {
            let mut ids = match profile.answers.to(question) {
                Some(Answer::Chosen(ids)) => ids.clone(),
                _ => Vec::new(),
            };
            ids.retain(|there| there != choice);
            if value.is_some() {
                ids.push(choice.clone());
            }
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            profile.answers.give(question, Answer::of(&ids));
        }
        _ => return None,
    }
    Some(())
}

pub(super) fn programme_values(programme: &Programme) -> Vec<FieldValue> {
    let Programme {
        revision: _,
        movements,
        weekdays,
        minute,
        history: _,
    } = programme;
    let mut said = Vec::new();
    for id in movements {
        said.push(FieldValue::of(Field::Movement(id.clone()), ""));
    }
    for day in bits(u16::from(*weekdays)) {
        said.push(FieldValue::of(Field::Weekday(day), ""));
    }
    if *minute > 0 {
        said.push(FieldValue::of(Field::Minute, minute));
    }
    said
}

pub(super) fn set_programme(
    programme: &mut Programme,
    field: &Field,
    value: Option<&str>,
) -> Option<()> {
    match field {
        Field::Movement(id) => set_text(&mut programme.movements, id, value.is_some()),
        Field::Weekday(day) => {
            let weekdays = with_bit(u16::from(programme.weekdays), *day, value.is_some())?;
            programme.weekdays = u8::try_from(weekdays).ok().filter(|days| *days < 128)?;
        }
        Field::Minute => {
            programme.minute = number(value)?.unwrap_or(0);
            if programme.minute >= 1440 {
                return None;
            }
        }
        _ => return None,
    }
    Some(())
}

pub(super) fn settings_values(settings: &Settings) -> Vec<FieldValue> {
    let Settings {
        revision: _,
        values,
        history: _,
    } = settings;
    let said = values.iter();
    said.map(|(name, value)| FieldValue::of(Field::Setting(name.clone()), value))
        .collect()
}

pub(super) fn set_settings(
    settings: &mut Settings,
    field: &Field,
    value: Option<&str>,
) -> Option<()> {
    let Field::Setting(name) = field else {
        return None;
    };
    settings.set(name, value.unwrap_or_default());
    Some(())
}
