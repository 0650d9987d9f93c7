//! A check-up, and what is known of the person, as they are stored: the compact form, and how the forms
//! with names are still read.

use super::revision;
use crate::diary::checkup::{Checkup, Settled};
use crate::diary::compact::{self, Reader, Writer};
use crate::diary::history::{History, Lists};
use crate::diary::id::{CheckupId, EpisodeId};
use crate::diary::json::{self, Fields};
use crate::diary::profile::Profile;
use crate::guide::answers::{Answer, Answers};
use crate::guide::triage::Urgency;

/// The form that a check-up is written in.
pub const VERSION: u32 = 5;
/// The form that the profile is written in.
pub const PROFILE_VERSION: u32 = 3;

/// Writes a check-up.
pub fn encode(checkup: &Checkup) -> String {
    let started = &checkup.started;
    let episode = checkup.episode.as_ref().map_or("", EpisodeId::as_str);
    let mut row = Writer::begin();
    row.number(checkup.revision);
    row.number(started.timestamp());
    row.number(compact::offset(started));
    row.moment_if(checkup.finished.as_ref(), started);
    row.text(episode);
    write_answers(&mut row, &checkup.answers);
    row.number(checkup.guide);
    row.text(checkup.urgency.id());
    row.texts(&checkup.rules);
    row.moment_if(checkup.flagged.as_ref(), started);
    let settled = checkup.settled.as_ref();
    row.number(settled.is_some_and(|settled| settled.got_help));
    row.moment_if(settled.map(|settled| &settled.at), started);
    row.texts(&checkup.settled_rules);
    checkup
        .history
        .write(&mut row, started.timestamp(), &Lists::default());
    row.record(VERSION)
}

/// Reads a check-up of this version. Form 4 has no stamps.
pub fn decode(id: CheckupId, version: u32, text: &str) -> Option<Checkup> {
    let mut row = Reader::of(text)?;
    let revision = row.small()?;
    let started = compact::moment_at(row.number()?, row.number()?)?;
    let mut checkup = Checkup::begun(id, started, None);
    checkup.revision = revision;
    checkup.finished = row.moment_if(&started)?;
    checkup.episode = match row.text()?.as_str() {
        "" => None,
        id => Some(EpisodeId::parse(id)?),
    };
    checkup.answers = read_answers(&mut row)?;
    checkup.guide = row.small()?;
    checkup.urgency = Urgency::from_id(&row.text()?)?;
    checkup.rules = row.texts()?;
    checkup.flagged = row.moment_if(&started)?;
    let got_help = row.number()? != 0;
    let settled = row.moment_if(&started)?;
    checkup.settled = settled.map(|at| Settled { got_help, at });
    checkup.settled_rules = row.texts()?;
    checkup.history = History::legacy(revision);
    if version == VERSION {
        checkup.history = History::read(&mut row, started.timestamp(), &Lists::default())?;
    }
    row.end()?;
    Some(checkup)
}

/// Reads a check-up of this version, up to 3: its fields have names. 2 knows when an emergency was flagged
/// and what became of it; 3 of which rules that was said. (In 2 it was said of all that had fired.)
pub fn decode_named(id: CheckupId, version: u64, fields: &Fields) -> Option<Checkup> {
    let since_2 = |name| match version {
        1 => Some(None),
        _ => fields.optional(name, json::as_moment),
    };
    let settled = |name, got_help| {
        let at = since_2(name)?;
        Some(at.map(|at| Settled { got_help, at }))
    };
    let ids = |name| fields.each(name, |value| value.as_str().map(str::to_string));
    let mut checkup = Checkup {
        id,
        revision: revision(fields)?,
        started: fields.moment("started")?,
        finished: fields.optional("finished", json::as_moment)?,
        episode: fields.optional("episode", |value| EpisodeId::parse(value.as_str()?))?,
        answers: named_answers(fields)?,
        guide: u16::try_from(fields.number("guide")?).ok()?,
        urgency: Urgency::from_id(fields.text("urgency")?)?,
        rules: ids("rules")?,
        flagged: since_2("flagged")?,
        settled: settled("helped", true)?.or(settled("mistaken", false)?),
        settled_rules: Vec::new(),
        history: History::legacy(revision(fields)?),
    };
    checkup.settled_rules = match version {
        1 | 2 if checkup.settled.is_some() => checkup.emergency_rules(),
        1 | 2 => Vec::new(),
        _ => ids("settled")?,
    };
    Some(checkup)
}

/// Writes what is known of the person.
pub fn encode_profile(profile: &Profile) -> String {
    let mut row = Writer::begin();
    row.number(profile.revision);
    write_answers(&mut row, &profile.answers);
    profile.history.write(&mut row, 0, &Lists::default());
    row.record(PROFILE_VERSION)
}

/// Reads the profile of this version. Form 2 has no stamps.
pub fn decode_profile(version: u32, text: &str) -> Option<Profile> {
    let mut row = Reader::of(text)?;
    let revision = row.small()?;
    let mut profile = Profile {
        revision,
        answers: read_answers(&mut row)?,
        history: History::legacy(revision),
    };
    if version == PROFILE_VERSION {
        profile.history = History::read(&mut row, 0, &Lists::default())?;
    }
    row.end()?;
    Some(profile)
}

/// Reads it in form 1, by names.
pub fn decode_profile_named(fields: &Fields) -> Option<Profile> {
    let revision = revision(fields)?;
    Some(Profile {
        revision,
        answers: named_answers(fields)?,
        history: History::legacy(revision),
    })
}

/// Each answer: its question, the number if it is one, what was chosen.
fn write_answers(row: &mut Writer, answers: &Answers) {
    row.list(&mut |list| {
        for (question, answer) in answers.iter() {
            list.list(&mut |row| {
                row.text(question);
                match answer {
                    // One more, so that a 0 is not left away.
                    Answer::Number(n) => row.number(u32::from(*n) + 1),
                    Answer::Chosen(ids) => {
                        row.number(0);
                        row.texts(ids);
                    }
                }
            });
        }
    });
}

fn read_answers(row: &mut Reader) -> Option<Answers> {
    let mut answers = Answers::default();
    row.each(&mut |list| {
        list.row(&mut |row| {
            let question = row.text()?;
            let answer = match row.number()? {
                0 => {
                    let ids = row.texts()?;
                    Answer::of(&ids.iter().map(String::as_str).collect::<Vec<_>>())
                }
                n => Answer::Number(u16::try_from(n - 1).ok()?),
            };
            answers.give(&question, answer);
            Some(())
        })
    })?;
    Some(answers)
}

fn named_answers(fields: &Fields) -> Option<Answers> {
    let mut answers = Answers::default();
    for (question, value) in fields.get("answers")?.as_object()? {
        let answer = match value.as_u64() {
            Some(n) => Answer::Number(u16::try_from(n).ok()?),
            None => Answer::of(&json::as_texts(value)?),
        };
        answers.give(question, answer);
    }
    Some(answers)
}
