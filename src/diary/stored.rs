//! The stored form: one record a key, written in JSON with its version. A shipped version is never
//! edited: a change is a new variant, and its golden file joins the tests.
//!
//! What cannot be read keeps its text and is never overwritten.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::diary::checkup::{Checkup, CheckupId};
use crate::diary::episode::{
    Episode, EpisodeId, Place, Reading, Recorded, Relief, Severity, Treatment,
};
use crate::diary::moment::{self, Moment};
use crate::guide::interview::Answers;
use crate::guide::triage::Urgency;

/// Every key of ours begins so. Pages of one account share an origin: other keys are not ours.
pub const PREFIX: &str = "unknot/";
const EPISODE: &str = "unknot/episode/";
const CHECKUP: &str = "unknot/checkup/";
const VERSION: u64 = 1;

/// What is kept under one key.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// An episode.
    Episode(Episode),
    /// A check-up.
    Checkup(Checkup),
}

impl Record {
    /// The key that it is kept under.
    pub fn key(&self) -> String {
        match self {
            Record::Episode(episode) => episode_key(&episode.id),
            Record::Checkup(checkup) => checkup_key(&checkup.id),
        }
    }

    /// How often it was stored.
    pub fn revision(&self) -> u32 {
        match self {
            Record::Episode(episode) => episode.revision,
            Record::Checkup(checkup) => checkup.revision,
        }
    }

    /// Counts one more storing.
    pub fn revise(&mut self) {
        match self {
            Record::Episode(episode) => episode.revision += 1,
            Record::Checkup(checkup) => checkup.revision += 1,
        }
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
    key.starts_with(EPISODE) || key.starts_with(CHECKUP)
}

/// The text that a record is stored as.
pub fn encode(record: &Record) -> String {
    let json = match record {
        Record::Episode(episode) => serde_json::to_string(&EpisodeV1::from(episode)),
        Record::Checkup(checkup) => serde_json::to_string(&CheckupV1::from(checkup)),
    };
    json.expect("strings, numbers and lists always have a JSON form")
}

/// Reads a record.
///
/// # Errors
/// [`Unreadable`] with the text as it is, when it was written by a newer version or is damaged.
pub fn decode(key: &str, text: &str) -> Result<Record, Unreadable> {
    let unreadable = |why| Unreadable {
        key: key.to_string(),
        text: text.to_string(),
        why,
    };
    match version(text) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(unreadable(Why::Newer)),
        _ => return Err(unreadable(Why::Damaged)),
    }
    let record = if let Some(id) = episode_id(key) {
        serde_json::from_str::<EpisodeV1>(text)
            .ok()
            .and_then(|stored| stored.into_episode(id))
            .map(Record::Episode)
    } else if let Some(id) = checkup_id(key) {
        serde_json::from_str::<CheckupV1>(text)
            .ok()
            .and_then(|stored| stored.into_checkup(id))
            .map(Record::Checkup)
    } else {
        None
    };
    record.ok_or_else(|| unreadable(Why::Damaged))
}

fn version(text: &str) -> Option<u64> {
    #[derive(Deserialize)]
    struct Versioned {
        v: u64,
    }
    serde_json::from_str::<Versioned>(text)
        .ok()
        .map(|versioned| versioned.v)
}

#[derive(Serialize, Deserialize)]
struct EpisodeV1 {
    v: u64,
    rev: u32,
    live: bool,
    start: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    places: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    nrs: Vec<(String, u8)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tried: Vec<TriedV1>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    notes: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    deleted: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct TriedV1 {
    kind: String,
    at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    relief: Option<i8>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    what: String,
}

impl From<&Episode> for EpisodeV1 {
    fn from(episode: &Episode) -> EpisodeV1 {
        EpisodeV1 {
            v: VERSION,
            rev: episode.revision,
            live: episode.recorded == Recorded::Live,
            start: moment::encode(&episode.start),
            end: episode.end.as_ref().map(moment::encode),
            places: episode.places.iter().map(|place| place.id()).collect(),
            nrs: episode
                .readings
                .iter()
                .map(|reading| (moment::encode(&reading.at), reading.severity.get()))
                .collect(),
            tried: episode
                .treatments
                .iter()
                .map(|treatment| TriedV1 {
                    kind: treatment.kind.clone(),
                    at: moment::encode(&treatment.at),
                    relief: treatment.relief.map(Relief::get),
                    what: treatment.detail.clone(),
                })
                .collect(),
            notes: episode.notes.clone(),
            deleted: episode.deleted.as_ref().map(moment::encode),
        }
    }
}

impl EpisodeV1 {
    fn into_episode(self, id: EpisodeId) -> Option<Episode> {
        let start = moment::decode(&self.start)?;
        let end = optional(self.end)?;
        if end.is_some_and(|end| end < start) {
            return None;
        }
        let reading = |(at, severity): &(String, u8)| {
            Some(Reading {
                at: moment::decode(at)?,
                severity: Severity::new(*severity)?,
            })
        };
        let treatment = |tried: TriedV1| {
            let relief = match tried.relief {
                Some(n) => Some(Relief::new(n)?),
                None => None,
            };
            let at = moment::decode(&tried.at)?;
            Some(Treatment {
                kind: tried.kind,
                detail: tried.what,
                at,
                relief,
            })
        };
        Some(Episode {
            id,
            revision: self.rev,
            recorded: if self.live {
                Recorded::Live
            } else {
                Recorded::Afterwards
            },
            start,
            end,
            places: self
                .places
                .iter()
                .map(|id| Place::from_id(id))
                .collect::<Option<BTreeSet<_>>>()?,
            readings: self.nrs.iter().map(reading).collect::<Option<_>>()?,
            treatments: self
                .tried
                .into_iter()
                .map(treatment)
                .collect::<Option<_>>()?,
            notes: self.notes,
            deleted: optional(self.deleted)?,
        })
    }
}

/// `None` when the text is there but no moment; an absent one is fine.
fn optional(text: Option<String>) -> Option<Option<Moment>> {
    match text {
        Some(text) => moment::decode(&text).map(Some),
        None => Some(None),
    }
}

#[derive(Serialize, Deserialize)]
struct CheckupV1 {
    v: u64,
    rev: u32,
    started: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    finished: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    episode: Option<String>,
    answers: Answers,
    guide: u16,
    urgency: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    rules: Vec<String>,
}

impl From<&Checkup> for CheckupV1 {
    fn from(checkup: &Checkup) -> CheckupV1 {
        CheckupV1 {
            v: VERSION,
            rev: checkup.revision,
            started: moment::encode(&checkup.started),
            finished: checkup.finished.as_ref().map(moment::encode),
            episode: checkup.episode.as_ref().map(|id| id.as_str().to_string()),
            answers: checkup.answers.clone(),
            guide: checkup.guide,
            urgency: checkup.urgency.id().to_string(),
            rules: checkup.rules.clone(),
        }
    }
}

impl CheckupV1 {
    fn into_checkup(self, id: CheckupId) -> Option<Checkup> {
        let episode = match self.episode {
            Some(text) => Some(EpisodeId::parse(&text)?),
            None => None,
        };
        Some(Checkup {
            id,
            revision: self.rev,
            started: moment::decode(&self.started)?,
            finished: optional(self.finished)?,
            episode,
            answers: self.answers,
            guide: self.guide,
            urgency: Urgency::from_id(&self.urgency)?,
            rules: self.rules,
        })
    }
}
