//! A device: the fast store that its tabs share, each with a view that may be stale, and the durable store.

use std::collections::BTreeMap;

use unknot::store::event::{Failure, Slice};
use unknot::store::fast::{Fast, Fault};
use unknot::store::keys::{EPOCH, REVERTED_LOG, SEQUENCE, UNDO_LOG};
use unknot::store::transaction::{
    Completion, DurableValue, Got, ImportRow, Next, Transaction, Write, rows_end,
};

/// So many records a slice.
const SLICE: usize = 3;

/// What is written to the fast store, in order: the last write of a key counts.
#[derive(Debug, Default)]
pub struct FastLog {
    pub entries: Vec<(String, Option<String>)>,
    /// So many are on the disk.
    pub flushed: usize,
    /// So many bytes fit in.
    pub room: Option<usize>,
}

fn size(map: &BTreeMap<String, String>) -> usize {
    map.iter().map(|(key, text)| key.len() + text.len()).sum()
}

impl FastLog {
    /// Leaves no room for more than is there, or makes room again.
    pub fn fill(&mut self, is_full: bool) {
        self.room = is_full.then(|| size(&self.map()));
    }

    pub fn map(&self) -> BTreeMap<String, String> {
        let mut map = BTreeMap::new();
        for (key, text) in &self.entries {
            apply(&mut map, key, text.clone());
        }
        map
    }
}

fn apply(map: &mut BTreeMap<String, String>, key: &str, text: Option<String>) {
    match text {
        Some(text) => map.insert(key.to_string(), text),
        None => map.remove(key),
    };
}

/// What one tab sees of it.
#[derive(Debug, Default)]
pub struct View {
    pub map: BTreeMap<String, String>,
    /// How much of the log it has seen.
    seen: usize,
    /// Where it wrote each key last: what others wrote before that is over.
    own: BTreeMap<String, usize>,
}

impl View {
    pub fn fresh(log: &FastLog) -> View {
        View {
            map: log.map(),
            seen: log.entries.len(),
            own: BTreeMap::new(),
        }
    }

    /// Catches up with so many writes. Gives the keys that others changed.
    pub fn sync(&mut self, log: &FastLog, most: usize) -> Vec<String> {
        let end = log.entries.len().min(self.seen.saturating_add(most));
        let mut changed = Vec::new();
        for n in self.seen..end {
            let (key, text) = &log.entries[n];
            if self.own.get(key).is_none_or(|own| *own < n) {
                apply(&mut self.map, key, text.clone());
                changed.push(key.clone());
            }
        }
        self.seen = end;
        changed
    }

    /// Whether others have written this key, and it has not seen that.
    pub fn misses(&self, log: &FastLog, key: &str) -> bool {
        log.entries[self.seen.min(log.entries.len())..]
            .iter()
            .any(|(there, _)| there == key)
    }

    pub fn is_behind(&self, log: &FastLog) -> bool {
        self.seen < log.entries.len()
    }
}

/// The fast store, as a tab uses it.
pub struct Used<'a> {
    pub log: &'a mut FastLog,
    pub view: &'a mut View,
}

impl Used<'_> {
    fn put(&mut self, key: &str, text: Option<String>) {
        self.view
            .own
            .insert(key.to_string(), self.log.entries.len());
        self.log.entries.push((key.to_string(), text.clone()));
        apply(&mut self.view.map, key, text);
    }
}

impl Fast for Used<'_> {
    fn read(&self, key: &str) -> Result<Option<String>, Fault> {
        Ok(self.view.map.get(key).cloned())
    }

    fn write(&mut self, key: &str, text: &str) -> Result<(), Fault> {
        if let Some(room) = self.log.room {
            let there = self
                .view
                .map
                .get(key)
                .map_or(0, |there| key.len() + there.len());
            if size(&self.view.map) - there + key.len() + text.len() > room {
                return Err(Fault::Full);
            }
        }
        if self.view.map.get(key).map(String::as_str) != Some(text) {
            self.put(key, Some(text.to_string()));
        }
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), Fault> {
        if self.view.map.contains_key(key) {
            self.put(key, None);
        }
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        let keys = self.view.map.keys();
        Ok(keys
            .filter(|key| key.starts_with(prefix))
            .cloned()
            .collect())
    }

    fn each(&self, keys: &[String], see: &mut dyn FnMut(&str, &str)) -> Result<(), Fault> {
        for key in keys {
            if let Some(text) = self.view.map.get(key) {
                see(key, text);
            }
        }
        Ok(())
    }

    fn taken_by_others(&self) -> usize {
        0
    }
}

/// The durable store.
#[derive(Debug, Default)]
pub struct Durable {
    pub map: BTreeMap<String, DurableValue>,
    pub is_full: bool,
    pub is_hung: bool,
}

impl Durable {
    pub fn text(&self, key: &str) -> Option<&String> {
        match self.map.get(key) {
            Some(DurableValue::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub fn number(&self, key: &str) -> u32 {
        self.text(key)
            .and_then(|text| text.parse().ok())
            .unwrap_or(0)
    }

    /// Runs a transaction: all of it or nothing.
    pub fn run(&mut self, mut transaction: Transaction) -> Result<Completion, Failure> {
        let before = self.map.clone();
        let mut got = Got::Nothing;
        loop {
            let step = transaction.step(got);
            for write in step.writes {
                let is_growing =
                    matches!(&write, Write::Put(key, _) if !self.map.contains_key(key));
                if self.is_full && is_growing {
                    self.map = before;
                    return Err(Failure::Full);
                }
                match write {
                    Write::Put(key, value) => drop(self.map.insert(key, value)),
                    Write::Remove(key) => drop(self.map.remove(&key)),
                    Write::Clear => self.map.clear(),
                    Write::RemoveRows(log) => {
                        let end = rows_end(log);
                        self.map.retain(|key, _| {
                            !(key.as_str() >= log && key.as_str() <= end.as_str())
                        });
                    }
                }
            }
            got = match step.next {
                Next::Get(keys) => {
                    Got::Values(keys.iter().map(|key| self.map.get(key).cloned()).collect())
                }
                Next::Keys => Got::Keys(self.map.keys().cloned().collect()),
                Next::Done(answer) => return Ok(answer),
            };
        }
    }

    fn reverted(&self) -> Vec<ImportRow> {
        let log = self
            .map
            .range(REVERTED_LOG.to_string()..rows_end(REVERTED_LOG));
        let mut all = Vec::new();
        for (_, value) in log {
            if let DurableValue::Rows(rows) = value {
                all.extend(rows.iter().cloned());
            }
        }
        all
    }

    /// All records as of now, in slices.
    pub fn slices(&self) -> Vec<Slice> {
        let (from, to) = (rows_end(UNDO_LOG), REVERTED_LOG.to_string());
        let mut records: Vec<(String, String)> = Vec::new();
        for (key, value) in self.map.range(from..to) {
            if let DurableValue::Text(text) = value {
                records.push((key.clone(), text.clone()));
            }
        }
        let mut slices: Vec<Slice> = Vec::new();
        let chunks: Vec<&[(String, String)]> = records.chunks(SLICE).collect();
        let count = chunks.len();
        for (n, chunk) in chunks.into_iter().enumerate() {
            slices.push(Slice {
                epoch: self.number(EPOCH),
                sequence: self.number(SEQUENCE),
                reverted: if n == 0 { self.reverted() } else { Vec::new() },
                records: chunk.to_vec(),
                until: (n + 1 < count).then(|| chunk[chunk.len() - 1].0.clone()),
            });
        }
        if slices.is_empty() {
            slices.push(Slice {
                epoch: self.number(EPOCH),
                sequence: self.number(SEQUENCE),
                reverted: self.reverted(),
                records: Vec::new(),
                until: None,
            });
        }
        slices
    }
}

/// A device.
#[derive(Debug, Default)]
pub struct Device {
    pub log: FastLog,
    pub durable: Durable,
    /// Seconds since 1970, by its clock.
    pub clock: i64,
}
