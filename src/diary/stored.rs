//! The stored form: one record a key, written in JSON with its version. A shipped version is never
//! edited: a change is a version of its own, which the reader tells apart, and its golden file joins
//! the tests.
//!
//! What cannot be read keeps its text and is never overwritten.

use serde_json::Value;

use crate::diary::checkup::{Checkup, Settled};
use crate::diary::episode::{Episode, Reading, Recorded, Relief, Severity, Treatment};
use crate::diary::id::CheckupId;
use crate::diary::id::EpisodeId;
use crate::diary::json::{self, Fields, Json, Object};
use crate::diary::place::{Place, Places};
use crate::diary::profile::Profile;
use crate::guide::answers::{Answer, Answers};
use crate::guide::order;
use crate::guide::triage::Urgency;

/// Every key of ours begins so. Pages of one account share an origin: other keys are not ours.
pub const PREFIX: &str = "unknot/";
const EPISODE: &str = "unknot/episode/";
const CHECKUP: &str = "unknot/checkup/";
/// Key of the one profile.
pub const PROFILE: &str = "unknot/profile/me";

// The newest version of each kind. A record is written in the oldest one that holds all of it, so
// that an app of before can still read what needs nothing new.
const EPISODE_VERSION: u32 = 1;
/// 2 knows when an emergency was flagged and what became of it; 3 of which rules that was said. (In
/// 2 it was said of all that had fired.)
const CHECKUP_VERSION: u32 = 3;
const PROFILE_VERSION: u32 = 1;

/// What is kept under one key.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// An episode.
    Episode(Episode),
    /// A check-up.
    Checkup(Checkup),
    /// What the person said of themselves.
    Profile(Profile),
}

impl Record {
    /// The key that it is kept under.
    pub fn key(&self) -> String {
        match self {
            Record::Episode(episode) => episode_key(&episode.id),
            Record::Checkup(checkup) => checkup_key(&checkup.id),
            Record::Profile(_) => PROFILE.to_string(),
        }
    }

    /// The episode, if it is one.
    pub fn episode(&self) -> Option<&Episode> {
        match self {
            Record::Episode(episode) => Some(episode),
            _ => None,
        }
    }

    /// The check-up, if it is one.
    pub fn checkup(&self) -> Option<&Checkup> {
        match self {
            Record::Checkup(checkup) => Some(checkup),
            _ => None,
        }
    }

    /// How often it was stored.
    pub fn revision(&self) -> u32 {
        match self {
            Record::Episode(episode) => episode.revision,
            Record::Checkup(checkup) => checkup.revision,
            Record::Profile(profile) => profile.revision,
        }
    }

    /// Counts one more storing.
    pub fn revise(&mut self) {
        let revision = match self {
            Record::Episode(episode) => &mut episode.revision,
            Record::Checkup(checkup) => &mut checkup.revision,
            Record::Profile(profile) => &mut profile.revision,
        };
        *revision = revision.saturating_add(1);
    }
}

/// A stored text that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The key it stands under.
    pub key: String,
    /// The text, as it is.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// Why a text cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It was written by a newer version of the app.
    Newer,
    /// It is damaged, or not ours.
    Damaged,
}

/// The key of an episode.
pub fn episode_key(id: &EpisodeId) -> String {
    format!("{EPISODE}{}", id.as_str())
}

/// The key of a check-up.
pub fn checkup_key(id: &CheckupId) -> String {
    format!("{CHECKUP}{}", id.as_str())
}

/// The episode that a key names.
pub fn episode_id(key: &str) -> Option<EpisodeId> {
    key.strip_prefix(EPISODE).and_then(EpisodeId::parse)
}

/// The check-up that a key names.
pub fn checkup_id(key: &str) -> Option<CheckupId> {
    key.strip_prefix(CHECKUP).and_then(CheckupId::parse)
}

/// Whether a key holds a record of the diary (and not a setting or a draft).
pub fn is_record(key: &str) -> bool {
    key.starts_with(EPISODE) || key.starts_with(CHECKUP) || key == PROFILE
}

/// The text that a record is stored as.
pub fn encode(record: &Record) -> String {
    encode_json(record).into_text()
}

/// What a record is stored as.
pub fn encode_json(record: &Record) -> Json {
    match record {
        Record::Episode(episode) => encode_episode(episode),
        Record::Checkup(checkup) => encode_checkup(checkup),
        Record::Profile(profile) => encode_profile(profile),
    }
}

/// Reads a record.
///
/// # Errors
/// [`Unreadable`] with the text as it is, when it was written by a newer version or is damaged.
pub fn decode(key: &str, text: &str) -> Result<Record, Unreadable> {
    let value = serde_json::from_str(text).map_err(|_| Why::Damaged);
    value
        .and_then(|value| decode_value(key, &value))
        .map_err(|why| Unreadable {
            key: key.to_string(),
            text: text.to_string(),
            why,
        })
}

/// Reads a record from what it is stored as.
///
/// # Errors
/// Why it cannot be read.
pub fn decode_value(key: &str, value: &Value) -> Result<Record, Why> {
    let fields = Fields::of(value).ok_or(Why::Damaged)?;
    let version_up_to = |newest: u32| match fields.number("v") {
        Some(newer) if newer > u64::from(newest) => Err(Why::Newer),
        Some(version) if version > 0 => Ok(version),
        _ => Err(Why::Damaged),
    };
    let record = if let Some(id) = episode_id(key) {
        version_up_to(EPISODE_VERSION)?;
        decode_episode(id, &fields).map(Record::Episode)
    } else if let Some(id) = checkup_id(key) {
        let version = version_up_to(CHECKUP_VERSION)?;
        decode_checkup(id, version, &fields).map(Record::Checkup)
    } else if key == PROFILE {
        version_up_to(PROFILE_VERSION)?;
        decode_profile(&fields).map(Record::Profile)
    } else {
        None
    };
    record.ok_or(Why::Damaged)
}

fn encode_episode(episode: &Episode) -> Json {
    let reading = |reading: &Reading| {
        Json::list([
            Json::moment(&reading.at),
            Json::number(reading.severity.get()),
        ])
    };
    let treatment = |treatment: &Treatment| {
        Object::begin()
            .put("kind", Json::text(&treatment.kind))
            .put("at", Json::moment(&treatment.at))
            .put_some(
                "relief",
                treatment.relief.map(|relief| Json::number(relief.get())),
            )
            .put_unless_empty("what", Json::text(&treatment.detail))
            .build()
    };
    let places = episode.places.iter().map(|place| Json::text(&place.id()));
    Object::begin()
        .put("v", Json::number(EPISODE_VERSION))
        .put("rev", Json::number(episode.revision))
        .put("live", Json::yes(episode.recorded == Recorded::Live))
        .put("start", Json::moment(&episode.start))
        .put_some("end", episode.end.as_ref().map(Json::moment))
        .put_unless_empty("places", Json::list(places))
        .put_unless_empty("nrs", Json::list(episode.readings.iter().map(reading)))
        .put_unless_empty(
            "tried",
            Json::list(episode.treatments.iter().map(treatment)),
        )
        .put_unless_empty("notes", Json::text(&episode.notes))
        .put_some("deleted", episode.deleted.as_ref().map(Json::moment))
        .build()
}

fn decode_episode(id: EpisodeId, fields: &Fields) -> Option<Episode> {
    let start = fields.moment("start")?;
    let end = fields.optional("end", json::as_moment)?;
    if end.is_some_and(|end| end < start) {
        return None;
    }
    let mut readings = fields.each("nrs", decode_reading)?;
    order::by_key(&mut readings, |reading| reading.at.timestamp());
    let live = fields.get("live")?.as_bool()?;
    Some(Episode {
        id,
        revision: revision(fields)?,
        recorded: if live {
            Recorded::Live
        } else {
            Recorded::Afterwards
        },
        start,
        end,
        places: decode_places(fields)?,
        readings,
        treatments: fields.each("tried", decode_treatment)?,
        notes: fields.text_or_empty("notes")?,
        deleted: fields.optional("deleted", json::as_moment)?,
    })
}

/// Reads "places", a list of ids; empty where it is not there.
pub(super) fn decode_places(fields: &Fields) -> Option<Places> {
    let places = fields.each("places", |id| Place::from_id(id.as_str()?))?;
    Some(places.into_iter().collect())
}

fn decode_reading(value: &Value) -> Option<Reading> {
    let [at, severity] = value.as_array()?.as_slice() else {
        return None;
    };
    let severity = u8::try_from(severity.as_u64()?).ok()?;
    Some(Reading {
        at: json::as_moment(at)?,
        severity: Severity::new(severity)?,
    })
}

fn decode_treatment(value: &Value) -> Option<Treatment> {
    let fields = Fields::of(value)?;
    let relief = |value: &Value| Relief::new(i8::try_from(value.as_i64()?).ok()?);
    Some(Treatment {
        kind: fields.text("kind")?.to_string(),
        detail: fields.text_or_empty("what")?,
        at: fields.moment("at")?,
        relief: fields.optional("relief", relief)?,
    })
}

fn encode_answers(answers: &Answers) -> Json {
    let mut object = Object::begin();
    for (question, answer) in answers.iter() {
        let value = match answer {
            Answer::Number(n) => Json::number(*n),
            Answer::Chosen(ids) => Json::list(ids.iter().map(|id| Json::text(id))),
        };
        object = object.put(question, value);
    }
    object.build()
}

fn decode_answers(fields: &Fields) -> Option<Answers> {
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

fn encode_checkup(checkup: &Checkup) -> Json {
    let episode = checkup.episode.as_ref().map(|id| Json::text(id.as_str()));
    let (helped, mistaken) = match checkup.settled {
        Some(Settled { got_help, at }) if got_help => (Some(at), None),
        settled => (None, settled.map(|settled| settled.at)),
    };
    let version = if checkup.settled_rules != said_in_2(checkup) {
        3
    } else if checkup.flagged.is_some() || checkup.settled.is_some() {
        2
    } else {
        1
    };
    let settled_rules = checkup.settled_rules.iter().filter(|_| version == 3);
    Object::begin()
        .put("v", Json::number(version))
        .put("rev", Json::number(checkup.revision))
        .put("started", Json::moment(&checkup.started))
        .put_some("finished", checkup.finished.as_ref().map(Json::moment))
        .put_some("episode", episode)
        .put("answers", encode_answers(&checkup.answers))
        .put("guide", Json::number(checkup.guide))
        .put("urgency", Json::text(checkup.urgency.id()))
        .put_unless_empty(
            "rules",
            Json::list(checkup.rules.iter().map(|id| Json::text(id))),
        )
        .put_some("flagged", checkup.flagged.as_ref().map(Json::moment))
        .put_some("helped", helped.as_ref().map(Json::moment))
        .put_some("mistaken", mistaken.as_ref().map(Json::moment))
        .put_unless_empty(
            "settled",
            Json::list(settled_rules.map(|id| Json::text(id))),
        )
        .build()
}

/// The rules of which version 2 takes it as said what became of them.
fn said_in_2(checkup: &Checkup) -> Vec<String> {
    match checkup.settled {
        Some(_) => checkup.emergency_rules(),
        None => Vec::new(),
    }
}

fn decode_checkup(id: CheckupId, version: u64, fields: &Fields) -> Option<Checkup> {
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
        answers: decode_answers(fields)?,
        guide: u16::try_from(fields.number("guide")?).ok()?,
        urgency: Urgency::from_id(fields.text("urgency")?)?,
        rules: ids("rules")?,
        flagged: since_2("flagged")?,
        settled: settled("helped", true)?.or(settled("mistaken", false)?),
        settled_rules: Vec::new(),
    };
    checkup.settled_rules = match version {
        1 | 2 => said_in_2(&checkup),
        _ => ids("settled")?,
    };
    Some(checkup)
}

fn encode_profile(profile: &Profile) -> Json {
    Object::begin()
        .put("v", Json::number(PROFILE_VERSION))
        .put("rev", Json::number(profile.revision))
        .put("answers", encode_answers(&profile.answers))
        .build()
}

fn decode_profile(fields: &Fields) -> Option<Profile> {
    Some(Profile {
        revision: revision(fields)?,
        answers: decode_answers(fields)?,
    })
}

fn revision(fields: &Fields) -> Option<u32> {
    u32::try_from(fields.number("rev")?).ok()
}
