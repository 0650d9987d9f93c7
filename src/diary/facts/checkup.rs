//! The fields of a check-up: each answer, and the result as one field.
//!
//! A result belongs to the answers it was made of. Where two copies with different answers are merged, the
//! rules are asked again, unless an older version of the guide asked: then the result said last stays. The result
//! as it was said stays beside that of the merged answers ([`Field::Said`]): a third copy is merged with what was
//! said, never with what was derived.

use super::FieldValue;
use super::episode::{moment_value, read_moment, split_moment};
use crate::diary::checkup::{Checkup, Settled};
use crate::diary::field::Field;
use crate::diary::history::Earlier;
use crate::diary::id::EpisodeId;
use crate::diary::json::{self, Json};
use crate::diary::moment::Moment;
use crate::guide::answers::Answer;
use crate::guide::triage::Urgency;

pub(super) fn field_values(checkup: &Checkup) -> Vec<FieldValue> {
    let Checkup {
        id: _,
        revision: _,
        started,
        finished: _,
        episode,
        answers,
        guide: _,
        urgency: _,
        rules: _,
        flagged: _,
        settled,
        settled_rules,
        history: _,
    } = checkup;
    let mut said = vec![FieldValue::of(Field::Start, moment_value(started))];
    if let Some(episode) = episode {
        said.push(FieldValue::of(Field::Episode, episode.as_str()));
    }
    for (question, answer) in answers.iter() {
        let field = Field::Answer(question.to_string());
        said.push(FieldValue::of(field, answer_value(answer)));
    }
    said.push(FieldValue::of(Field::Verdict, verdict_value(checkup)));
    if let Some(Settled { got_help, at }) = settled {
        let value = format!(
            "{} {} {}",
            moment_value(at),
            u8::from(*got_help),
            list_value(settled_rules)
        );
        said.push(FieldValue::of(Field::Settled, value));
    }
    said
}

pub(super) fn set(checkup: &mut Checkup, field: &Field, value: Option<&str>) -> Option<()> {
    match field {
        Field::Start => checkup.started = read_moment(value?)?,
        Field::Episode => {
            checkup.episode = match value {
                Some(id) => Some(EpisodeId::parse(id)?),
                None => None,
            };
        }
        Field::Answer(question) => {
            let answer = match value {
                Some(value) => read_answer(value)?,
                None => Answer::of(&[]),
            };
            checkup.answers.give(question, answer);
        }
        Field::Verdict => read_verdict(checkup, value?)?,
        Field::Settled => {
            (checkup.settled, checkup.settled_rules) = match value {
                Some(value) => {
                    let (at, rest) = split_moment(value)?;
                    let (got_help, rules) = rest.split_once(' ')?;
                    let got_help = got_help == "1";
                    (Some(Settled { got_help, at }), read_list(rules)?)
                }
                None => (None, Vec::new()),
            };
        }
        _ => return None,
    }
    Some(())
}

/// Asks the rules again where the answers are not those of the result.
pub(super) fn conclude(checkup: &mut Checkup) {
    if !checkup.is_current() {
        return;
    }
    let latest = checkup.history.changed.iter();
    let answered = latest.filter(|(field, _)| matches!(field, Field::Answer(_)));
    let latest = answered.map(|(_, stamp)| stamp.time).max().unwrap_or(0);
    let latest = latest.max(checkup.history.created.time);
    let before = field_values(checkup);
    checkup.conclude(at_second(latest, &checkup.started));
    let after = field_values(checkup);
    for one in before {
        let is_kept = |there: &FieldValue| there.field == one.field && there.value == one.value;
        if after.iter().any(is_kept) {
            continue;
        }
        let own = checkup.history.own_stamp(&one.field);
        let stamp = own.unwrap_or_else(|| one.implied_stamp(checkup.history.created));
        checkup.history.earlier.push(Earlier {
            field: Field::Said(Box::new(one.field)),
            value: one.value,
            stamp,
        });
    }
    checkup.history.earlier.sort();
}

/// The moment at so many seconds since 1970, on the clock of `like`; never before it.
fn at_second(seconds: i64, like: &Moment) -> Moment {
    let moment =
        crate::diary::compact::moment_at(seconds, i64::from(crate::diary::compact::offset(like)));
    moment.unwrap_or(*like).max(*like)
}

/// A number, or the choices as a list in JSON: an id of a newer guide may hold anything.
pub(super) fn answer_value(answer: &Answer) -> String {
    match answer {
        Answer::Number(n) => n.to_string(),
        Answer::Chosen(ids) => list_value(ids),
    }
}

/// Reads what [`answer_value`] wrote.
pub(super) fn read_answer(value: &str) -> Option<Answer> {
    if let Ok(number) = value.parse() {
        return Some(Answer::Number(number));
    }
    let ids = read_list(value)?;
    Some(Answer::of(
        &ids.iter().map(String::as_str).collect::<Vec<_>>(),
    ))
}

fn list_value(texts: &[String]) -> String {
    Json::texts(texts).into_text()
}

fn read_list(value: &str) -> Option<Vec<String>> {
    let value: serde_json::Value = serde_json::from_str(value).ok()?;
    let texts = json::as_texts(&value)?.into_iter();
    Some(texts.map(str::to_string).collect())
}

/// Guide version, urgency, when it was finished and flagged ("- -" where not), rules as a list in JSON.
fn verdict_value(checkup: &Checkup) -> String {
    let when = |moment: &Option<Moment>| moment.as_ref().map_or("- -".to_string(), moment_value);
    format!(
        "{} {} {} {} {}",
        checkup.guide,
        checkup.urgency.id(),
        when(&checkup.finished),
        when(&checkup.flagged),
        list_value(&checkup.rules)
    )
}

fn read_verdict(checkup: &mut Checkup, value: &str) -> Option<()> {
    let mut words = value.splitn(7, ' ');
    checkup.guide = words.next()?.parse().ok()?;
    checkup.urgency = Urgency::from_id(words.next()?)?;
    let mut when = || match (words.next()?, words.next()?) {
        ("-", "-") => Some(None),
        (seconds, east) => read_moment(&format!("{seconds} {east}")).map(Some),
    };
    (checkup.finished, checkup.flagged) = (when()?, when()?);
    checkup.rules = read_list(words.next()?)?;
    Some(())
}
