//! The backup file: every stored record as it is, in one JSON file, sorted by key. It holds no
//! time of export and nothing of the device, so the same diary always gives the same file.
//!
//! ```json
//! {"unknot":"backup","version":1,"count":2,
//!  "records":{"unknot/episode/…":{…},"unknot/checkup/…":{…}},
//!  "unreadable":{"unknot/episode/…":"the text as it stands"}}
//! ```
//!
//! A newer app may have written some of the records. They are kept as what cannot be read is.

use serde_json::error::Category;
use serde_json::{Map, Value};

use crate::diary::Diary;
use crate::diary::json::{Fields, Json, Object};
use crate::diary::stored::{self, Record, Unreadable, Why};

/// No backup is larger, in bytes: a browser keeps about 5 million characters for a page.
pub const MAX_BYTES: u64 = 25_000_000;

const KIND: &str = "backup";
const VERSION: u32 = 1;

/// Writes the file from everything that is stored. Keys that are no records are left out.
pub fn write<'a>(stored: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let diary = Diary::of(stored);
    let mut count = 0;
    let mut records = Object::begin();
    for record in diary.records() {
        count += 1;
        records = records.put(&record.key(), Json::written(stored::encode(record)));
    }
    let mut unreadable = None;
    for kept in diary.unreadable() {
        count += 1;
        let others = unreadable.unwrap_or_else(Object::begin);
        unreadable = Some(others.put(&kept.key, Json::text(&kept.text)));
    }
    Object::begin()
        .put("unknot", Json::text(KIND))
        .put("version", Json::number(VERSION))
        .put("count", Json::number(count))
        .put("records", records.build())
        .put_some("unreadable", unreadable.map(Object::build))
        .build()
        .into_text()
}

/// A backup file that was read and checked, whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Backup {
    records: Vec<Record>,
    /// Key and text of what this version cannot read.
    unreadable: Vec<(String, String)>,
}

/// Why a file is not restored. Nothing has been written then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupError {
    /// There is nothing in it.
    Empty,
    /// It ends too early.
    Half,
    /// It is not JSON; line and column of the first thing that is wrong.
    NotJson(usize, usize),
    /// It is JSON, but not one of our backups.
    NotOurs,
    /// A newer version of the app wrote it.
    Newer,
    /// It says how many records it holds, and holds another number.
    Count {
        /// How many it says.
        said: usize,
        /// How many there are.
        found: usize,
    },
    /// The record under this key is damaged, or not ours.
    Record(String),
    /// Two different records stand under this key.
    Twice(String),
}

/// Reads a file and checks all of it.
///
/// # Errors
/// The first thing that is wrong; see [`BackupError`].
pub fn read(text: &str) -> Result<Backup, BackupError> {
    if text.trim().is_empty() {
        return Err(BackupError::Empty);
    }
    let file: Value = serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Eof => BackupError::Half,
        _ => BackupError::NotJson(error.line(), error.column()),
    })?;
    let fields = Fields::of(&file).ok_or(BackupError::NotOurs)?;
    if fields.text("unknot") != Some(KIND) {
        return Err(BackupError::NotOurs);
    }
    match fields.number("version") {
        Some(newer) if newer > u64::from(VERSION) => return Err(BackupError::Newer),
        Some(version) if version == u64::from(VERSION) => {}
        _ => return Err(BackupError::NotOurs),
    }
    let none = Map::new();
    let kept = fields
        .get("records")
        .and_then(Value::as_object)
        .ok_or(BackupError::NotOurs)?;
    let texts = match fields.get("unreadable") {
        Some(texts) => texts.as_object().ok_or(BackupError::NotOurs)?,
        None => &none,
    };
    let said = fields.number("count").and_then(|n| usize::try_from(n).ok());
    let said = said.ok_or(BackupError::NotOurs)?;
    let found = kept.len() + texts.len();
    if found != said {
        return Err(BackupError::Count { said, found });
    }
    let mut records = Vec::new();
    let mut unreadable = Vec::new();
    for (key, value) in kept {
        match stored::decode(key, &value.to_string()) {
            Ok(record) => records.push(record),
            Err(Unreadable { text, why, .. }) => match why {
                Why::Newer => unreadable.push((key.clone(), text)),
                Why::Damaged => return Err(BackupError::Record(key.clone())),
            },
        }
    }
    for (key, value) in texts {
        match value.as_str().filter(|_| stored::is_record(key)) {
            Some(_) if kept.contains_key(key) => return Err(BackupError::Twice(key.clone())),
            Some(text) => unreadable.push((key.clone(), text.to_string())),
            None => return Err(BackupError::Record(key.clone())),
        }
    }
    Ok(Backup {
        records,
        unreadable,
    })
}

/// What restoring a file would do to a diary.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// What is to be written: key and text.
    pub writes: Vec<(String, String)>,
    /// How many records are not here yet.
    pub new: usize,
    /// How many are here in an older form, and would be renewed.
    pub newer: usize,
    /// How many stay as they are here: the same, or newer here.
    pub stay: usize,
    /// How many of the new ones this version cannot read. They are kept as they are.
    pub unreadable: usize,
    /// How many are left out because another text here, under their key, cannot be read.
    pub blocked: usize,
}

impl Backup {
    /// Plans a restore. Of two forms of one record the one that was stored more often wins; of
    /// equals, the one with the larger text, so that the order of two restores does not matter.
    ///
    /// Of a text that cannot be read nobody knows how often it was stored. It is restored where
    /// nothing stands under its key, and is never written over: there the first restore wins.
    pub fn plan(&self, diary: &Diary) -> Plan {
        let mut plan = Plan::default();
        for theirs in &self.records {
            let (key, text) = (theirs.key(), stored::encode(theirs));
            if diary.unreadable_text(&key).is_some() {
                plan.blocked += 1;
                continue;
            }
            match diary.record(&key) {
                None => plan.new += 1,
                Some(ours) => {
                    let (ours, here) = (ours.revision(), stored::encode(ours));
                    if (ours, &here) >= (theirs.revision(), &text) {
                        plan.stay += 1;
                        continue;
                    }
                    plan.newer += 1;
                }
            }
            plan.writes.push((key, text));
        }
        for (key, text) in &self.unreadable {
            match diary.unreadable_text(key) {
                Some(here) if here != text => plan.blocked += 1,
                None if diary.record(key).is_none() => {
                    plan.new += 1;
                    plan.unreadable += 1;
                    plan.writes.push((key.clone(), text.clone()));
                }
                _ => plan.stay += 1,
            }
        }
        plan
    }
}
