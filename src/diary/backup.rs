//! The backup file: every stored record as it is, in one JSON file, sorted by key. It holds no
//! time of export and nothing of the device, so the same diary always gives the same file.
//!
//! ```json
//! {"unknot":"backup","version":1,"count":2,
//!  "records":{"unknot/episode/…":{…},"unknot/checkup/…":{…}},
//!  "unreadable":{"unknot/episode/…":"the text as it stands"}}
//! ```

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use serde_json::value::RawValue;

use crate::diary::Diary;
use crate::diary::stored::{self, Record};

/// No backup is larger, in bytes: a browser keeps about 5 million characters for a page.
pub const MAX_BYTES: u64 = 25_000_000;

const KIND: &str = "backup";
const VERSION: u64 = 1;

#[derive(Serialize, Deserialize)]
struct FileV1 {
    unknot: String,
    version: u64,
    count: usize,
    records: BTreeMap<String, Box<RawValue>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    unreadable: BTreeMap<String, String>,
}

/// Writes the file from everything that is stored. Keys that are no records are left out.
pub fn write<'a>(stored: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut records = BTreeMap::new();
    let mut unreadable = BTreeMap::new();
    for (key, text) in stored.into_iter().filter(|(key, _)| stored::is_record(key)) {
        let raw = stored::decode(key, text)
            .ok()
            .and_then(|record| RawValue::from_string(stored::encode(&record)).ok());
        match raw {
            Some(raw) => {
                records.insert(key.to_string(), raw);
            }
            None => {
                unreadable.insert(key.to_string(), text.to_string());
            }
        }
    }
    let file = FileV1 {
        unknot: KIND.to_string(),
        version: VERSION,
        count: records.len() + unreadable.len(),
        records,
        unreadable,
    };
    serde_json::to_string(&file).expect("strings and JSON values always have a JSON form")
}

/// A backup file that was read and checked, whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Backup {
    records: Vec<Record>,
    unreadable: BTreeMap<String, String>,
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
    /// This record cannot be read.
    Record(String),
}

/// Reads a file and checks all of it.
///
/// # Errors
/// The first thing that is wrong; see [`BackupError`].
pub fn read(text: &str) -> Result<Backup, BackupError> {
    #[derive(Deserialize)]
    struct Head {
        unknot: String,
        version: u64,
    }
    if text.trim().is_empty() {
        return Err(BackupError::Empty);
    }
    let head: Head = serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Eof => BackupError::Half,
        Category::Data => BackupError::NotOurs,
        Category::Syntax | Category::Io => BackupError::NotJson(error.line(), error.column()),
    })?;
    match head {
        Head { unknot, .. } if unknot != KIND => return Err(BackupError::NotOurs),
        Head { version, .. } if version > VERSION => return Err(BackupError::Newer),
        _ => {}
    }
    let file: FileV1 = serde_json::from_str(text).map_err(|_| BackupError::NotOurs)?;
    let found = file.records.len() + file.unreadable.len();
    if found != file.count {
        return Err(BackupError::Count {
            said: file.count,
            found,
        });
    }
    let records = file
        .records
        .iter()
        .map(|(key, raw)| stored::decode(key, raw.get()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|unreadable| BackupError::Record(unreadable.key))?;
    if let Some(key) = file.unreadable.keys().find(|key| !stored::is_record(key)) {
        return Err(BackupError::Record(key.clone()));
    }
    Ok(Backup {
        records,
        unreadable: file.unreadable,
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
}

impl Backup {
    /// Plans a restore: nothing here is lost, and of two forms of one record the one that was
    /// stored more often wins (of equals, the one with the larger text, so that the order of two
    /// restores does not matter).
    pub fn plan(&self, diary: &Diary) -> Plan {
        let mut plan = Plan::default();
        for theirs in &self.records {
            let ours = match theirs {
                Record::Episode(episode) => {
                    diary.episode(&episode.id).cloned().map(Record::Episode)
                }
                Record::Checkup(checkup) => {
                    diary.checkup(&checkup.id).cloned().map(Record::Checkup)
                }
            };
            let key = theirs.key();
            let text = stored::encode(theirs);
            let rank = |record: &Record| (record.revision(), stored::encode(record));
            match ours {
                None if diary.unreadable().any(|kept| kept.key == key) => {
                    plan.stay += 1;
                    continue;
                }
                None => plan.new += 1,
                Some(ours) if rank(&ours) >= (theirs.revision(), text.clone()) => {
                    plan.stay += 1;
                    continue;
                }
                Some(_) => plan.newer += 1,
            }
            plan.writes.push((key, text));
        }
        for (key, text) in &self.unreadable {
            let here = stored::episode_id(key).is_some_and(|id| diary.episode(&id).is_some())
                || stored::checkup_id(key).is_some_and(|id| diary.checkup(&id).is_some())
                || diary.unreadable().any(|kept| &kept.key == key);
            if here {
                plan.stay += 1;
            } else {
                plan.new += 1;
                plan.writes.push((key.clone(), text.clone()));
            }
        }
        plan
    }
}
