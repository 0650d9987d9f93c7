//! The backup file: every stored record as it is, settings included, and every draft, in one JSON file, sorted by
//! key. It holds no time of export, and of devices only the random numbers that its stamps name, so the same diary
//! always gives the same file.
//!
//! ```json
//! {"unknot":"backup","version":3,"count":3,"checksum":9482713,
//!  "records":{"unknot/checkup/…":{…},"unknot/episode/…":[…]},
//!  "unreadable":{"unknot/episode/…":"the text as it stands"},
//!  "drafts":{"unknot/draft/new/1":"the draft as it stands"}}
//! ```
//!
//! The checksum goes from record to record, in the order of the file: it is [`checksum`] over the one so
//! far (0 before the first), the key and the text, a line each. Version 1 had none; 1 and 2 had no drafts.
//!
//! A newer app may have written some of the records. They are kept as what cannot be read is.

mod due;
mod plan;

use std::collections::HashSet;

use serde_json::error::Category;
use serde_json::{Deserializer, Error, Value};

pub use due::{Made, Reminder, changes, reminder};
pub use plan::{Deletions, FieldChange, MOST_LISTED, Plan, StampSource};

use crate::diary::Diary;
use crate::diary::compact::checksum;
use crate::diary::json::{Json, Object};
use crate::diary::stored::{self, Record, Unreadable, Why};
use crate::guide::order;

/// The largest backup, in bytes: a browser stores about 5 million characters for a page.
pub const MAX_BYTES: u64 = 25_000_000;

const KIND: &str = "backup";
const VERSION: u32 = 3;

/// The prefix of drafts, followed by the id of the episode, or "new", and the tab; or by "peg" and the date.
pub const DRAFT: &str = "unknot/draft/";
/// Drafts of PEG forms: their keys name a date and no tab.
const PEG_DRAFT: &str = "unknot/draft/peg/";

/// Writes the file from everything that is stored. Keys that are neither records nor drafts are left out.
pub fn write<'a>(stored: impl IntoIterator<Item = (&'a str, &'a str)> + Clone) -> String {
    let diary = Diary::of(stored.clone());
    let mut count = 0;
    let mut sum = 0;
    let mut records = Object::begin();
    for record in diary.records() {
        count += 1;
        let (key, text) = (record.key(), stored::encode(record));
        sum = summed(sum, &key, &text);
        records = records.put(&key, Json::written(text));
    }
    let mut unreadable = None;
    for kept in diary.unreadable() {
        count += 1;
        sum = summed(sum, &kept.key, &kept.text);
        let others = unreadable.unwrap_or_else(Object::begin);
        unreadable = Some(others.put(&kept.key, Json::text(&kept.text)));
    }
    let mut drafts = None;
    for (key, text) in nameless(stored) {
        count += 1;
        sum = summed(sum, &key, &text);
        let others = drafts.unwrap_or_else(Object::begin);
        drafts = Some(others.put(&key, Json::text(&text)));
    }
    Object::begin()
        .put("unknot", Json::text(KIND))
        .put("version", Json::number(VERSION))
        .put("count", Json::number(count))
        .put("checksum", Json::number(sum))
        .put("records", records.build())
        .put_some("unreadable", unreadable.map(Object::build))
        .put_some("drafts", drafts.map(Object::build))
        .build()
        .into_text()
}

/// The drafts, each under a key with a number in place of its tab.
fn nameless<'a>(stored: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    let mut drafts: Vec<(String, String)> = Vec::new();
    for (key, text) in stored {
        let Some(of) = key.strip_prefix(DRAFT) else {
            continue;
        };
        let key = match of.split_once('/') {
            Some((of, _)) if !key.starts_with(PEG_DRAFT) => {
                let prefix = format!("{DRAFT}{of}/");
                let known = drafts
                    .iter()
                    .filter(|(there, _)| there.starts_with(&prefix));
                format!("{prefix}{}", known.count() + 1)
            }
            _ => key.to_string(),
        };
        drafts.push((key, text.to_string()));
    }
    drafts.sort();
    drafts
}

/// The checksum with one more record.
fn summed(so_far: u32, key: &str, text: &str) -> u32 {
    checksum(&format!("{so_far}\n{key}\n{text}"))
}

/// A backup file that was read and checked, whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Backup {
    records: Vec<Record>,
    /// Key and text of what this version cannot read.
    unreadable: Vec<(String, String)>,
    /// Key and text of drafts.
    drafts: Vec<(String, String)>,
    /// The choice for episodes that one side deleted.
    pub deletions: Deletions,
}

impl Backup {
    /// A backup of records that come from another app's table.
    pub fn of(records: Vec<Record>) -> Backup {
        let backup = Backup {
            records,
            ..Backup::default()
        };
        backup.in_order()
    }

    /// Sorted by key: inserting in any other order would be quadratic.
    fn in_order(mut self) -> Backup {
        order::by_key(&mut self.records, Record::key);
        self.unreadable.sort();
        self
    }

    /// How many records it holds.
    pub fn len(&self) -> usize {
        self.records.len() + self.unreadable.len() + self.drafts.len()
    }

    /// The drafts to be added to `there`, the drafts of this device: under free keys, without those that exist already.
    pub fn drafts_beside(&self, there: &[(String, String)]) -> Vec<(String, String)> {
        let mut writes: Vec<(String, String)> = Vec::new();
        for (key, text) in &self.drafts {
            let is_peg = key.starts_with(PEG_DRAFT);
            let of = key.rfind('/').map_or(key.as_str(), |end| &key[..=end]);
            let is_taken = |key: &str| there.iter().any(|(there, _)| there == key);
            let is_here = |(here, same): &(String, String)| here.starts_with(of) && same == text;
            if there.iter().any(is_here) || is_peg && is_taken(key) {
                continue;
            }
            let mut free = key.clone();
            while is_taken(&free) {
                free.push('+');
            }
            writes.push((free, text.clone()));
        }
        writes
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
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
    /// It is not what was written.
    Changed,
    /// The record under this key is damaged, or not ours.
    Record(String),
    /// Two records stand under this key.
    Twice(String),
}

/// Reads a file and checks all of it.
///
/// # Errors
/// The first thing that is wrong; see [`BackupError`].
pub fn read(text: &str) -> Result<Backup, BackupError> {
    let mut reading = BackupReader::begin(text.to_string())?;
    while reading.go_on(usize::MAX)? {}
    reading.end()
}

/// Reads a file in batches, so that a phone stays responsive.
pub struct BackupReader {
    text: String,
    at: usize,
    /// The list of records that is being read.
    inside: Option<List>,
    /// Whether a bracket was opened just before.
    is_first: bool,
    is_ours: bool,
    version: Option<u64>,
    count: Option<u64>,
    checksum: Option<u64>,
    has_records: bool,
    sum: u32,
    /// Every key so far.
    keys: HashSet<String>,
    backup: Backup,
    /// The first damaged record. A fault of the whole file is told first.
    wrong: Option<BackupError>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Records,
    Unreadable,
    Drafts,
}

impl BackupReader {
    /// Begins with the text of a file.
    ///
    /// # Errors
    /// [`BackupError`], where it is no object.
    pub fn begin(text: String) -> Result<BackupReader, BackupError> {
        if text.trim().is_empty() {
            return Err(BackupError::Empty);
        }
        let mut reading = BackupReader {
            text,
            at: 0,
            inside: None,
            is_first: true,
            is_ours: false,
            version: None,
            count: None,
            checksum: None,
            has_records: false,
            sum: 0,
            keys: HashSet::new(),
            backup: Backup::default(),
            wrong: None,
        };
        if reading.next() != Some(b'{') {
            reading.value()?;
            return Err(match reading.next() {
                None => BackupError::NotOurs,
                Some(_) => reading.not_json(0, 1),
            });
        }
        reading.at += 1;
        Ok(reading)
    }

    /// Reads at most so many records. Returns whether there are more.
    ///
    /// # Errors
    /// [`BackupError`], where the file is no JSON or breaks off.
    pub fn go_on(&mut self, records: usize) -> Result<bool, BackupError> {
        for _ in 0..records {
            match (self.key()?, self.inside) {
                (Some(key), Some(list)) => {
                    let value = self.value()?;
                    let taken = self.take(list, key, &value);
                    self.wrong = self.wrong.take().or(taken.err());
                }
                (Some(name), None) => self.field(&name)?,
                (None, Some(_)) => self.inside = None,
                (None, None) => {
                    return match self.next() {
                        None => Ok(false),
                        Some(_) => Err(self.not_json(0, 1)),
                    };
                }
            }
        }
        Ok(true)
    }

    /// How many records were read, and of how many.
    pub fn progress(&self) -> (usize, u64) {
        (self.keys.len(), self.count.unwrap_or(0))
    }

    /// The backup that was read. To be called once [`BackupReader::go_on`] has reached the end.
    ///
    /// # Errors
    /// [`BackupError`].
    pub fn end(self) -> Result<Backup, BackupError> {
        let version = self.version.filter(|_| self.is_ours).unwrap_or(0);
        if version > u64::from(VERSION) {
            return Err(BackupError::Newer);
        }
        let said = self.count.and_then(|count| usize::try_from(count).ok());
        let (Some(said), true, true) = (said, version > 0, self.has_records) else {
            return Err(BackupError::NotOurs);
        };
        let found = self.keys.len();
        if let Some(wrong) = self.wrong {
            return Err(wrong);
        }
        if found != said {
            return Err(BackupError::Count { said, found });
        }
        if version > 1 && self.checksum != Some(u64::from(self.sum)) {
            return Err(BackupError::Changed);
        }
        Ok(self.backup.in_order())
    }

    /// Reads one field of the file, or goes into its list.
    fn field(&mut self, name: &str) -> Result<(), BackupError> {
        let list = match name {
            "records" => Some(List::Records),
            "unreadable" => Some(List::Unreadable),
            "drafts" => Some(List::Drafts),
            _ => None,
        };
        self.has_records |= list == Some(List::Records);
        if list.is_some() && self.next() == Some(b'{') {
            self.at += 1;
            self.is_first = true;
            self.inside = list;
            return Ok(());
        }
        let value = self.value()?;
        match name {
            "unknot" => self.is_ours = value == KIND,
            "version" => self.version = value.as_u64(),
            "count" => self.count = value.as_u64(),
            "checksum" => self.checksum = value.as_u64(),
            _ if list.is_some() => self.wrong = Some(BackupError::NotOurs),
            _ => {}
        }
        Ok(())
    }

    /// Adds one record.
    fn take(&mut self, list: List, key: String, value: &Value) -> Result<(), BackupError> {
        if !self.keys.insert(key.clone()) {
            return Err(BackupError::Twice(key));
        }
        let text = match list {
            List::Records => value.to_string(),
            List::Unreadable => match value.as_str().filter(|_| stored::is_record(&key)) {
                Some(text) => text.to_string(),
                None => return Err(BackupError::Record(key)),
            },
            List::Drafts => match value.as_str().filter(|_| key.starts_with(DRAFT)) {
                Some(text) => text.to_string(),
                None => return Err(BackupError::Record(key)),
            },
        };
        self.sum = summed(self.sum, &key, &text);
        match list {
            List::Unreadable => {
                self.backup.unreadable.push((key, text));
                return Ok(());
            }
            List::Drafts => {
                self.backup.drafts.push((key, text));
                return Ok(());
            }
            List::Records => {}
        }
        match stored::decode(&key, &text) {
            Ok(record) => self.backup.records.push(record),
            Err(Unreadable { why, .. }) => match why {
                Why::Newer => self.backup.unreadable.push((key, text)),
                Why::Damaged => return Err(BackupError::Record(key)),
            },
        }
        Ok(())
    }

    /// The next key of an object, or none where it closes.
    fn key(&mut self) -> Result<Option<String>, BackupError> {
        let mut sign = self.next().ok_or(BackupError::Half)?;
        if sign == b'}' {
            self.at += 1;
            self.is_first = false;
            return Ok(None);
        }
        if !self.is_first {
            self.sign(b',')?;
            sign = self.next().ok_or(BackupError::Half)?;
        }
        self.is_first = false;
        if sign != b'"' {
            return Err(self.not_json(0, 1));
        }
        let key = self.value()?;
        self.sign(b':')?;
        Ok(key.as_str().map(str::to_string))
    }

    /// Reads one character.
    fn sign(&mut self, sign: u8) -> Result<(), BackupError> {
        match self.next() {
            Some(next) if next == sign => self.at += 1,
            Some(_) => return Err(self.not_json(0, 1)),
            None => return Err(BackupError::Half),
        }
        Ok(())
    }

    /// Reads one value.
    fn value(&mut self) -> Result<Value, BackupError> {
        let mut values = Deserializer::from_str(&self.text[self.at..]).into_iter();
        let value: Option<Result<Value, Error>> = values.next();
        match value {
            Some(Ok(value)) => {
                self.at += values.byte_offset();
                Ok(value)
            }
            Some(Err(error)) if error.classify() != Category::Eof => {
                Err(self.not_json(error.line() - 1, error.column()))
            }
            _ => Err(BackupError::Half),
        }
    }

    /// The next character that is no space.
    fn next(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let is_space = |byte: &u8| b" \n\r\t".contains(byte);
        let next = rest.iter().position(|byte| !is_space(byte));
        self.at += next.unwrap_or(rest.len());
        self.text.as_bytes().get(self.at).copied()
    }

    /// A JSON error at this line and column, counted from the current position.
    fn not_json(&self, lines: usize, column: usize) -> BackupError {
        let before = &self.text[..self.at];
        let line = before.split('\n').count();
        let here = before.rsplit('\n').next().map_or(0, str::len);
        BackupError::NotJson(line + lines, column + if lines == 0 { here } else { 0 })
    }
}
