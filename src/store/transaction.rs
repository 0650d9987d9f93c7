//! Transactions of the durable store (IndexedDB) as pure procedures: each step gets the values that were asked for, and
//! says what to write and what to ask for next. The driver runs all steps within one IndexedDB transaction, so that
//! reading, deciding and writing are atomic, and the browser serializes the tabs.
//!
//! Every transaction first reads the markers. The epoch: if that of the store is higher than the sender's, the transaction
//! is refused; if it is lower, the store is emptied first. The pending index: rows of an import that are not yet applied
//! to their records are applied first.

mod import;

use std::collections::BTreeMap;

use super::fast::{is_tombstone, merged_with};
use super::keys::{DEVICE, EPOCH, IMPORT_ID, PENDING_INDEX, REVERTED_LOG, SEQUENCE, UNDO_LOG};
use super::planted::Planted;

/// The number of records per step, and of rows under one key.
pub const AT_ONCE: usize = 200;

/// One record of an import: its key, its text before, and the text that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    pub key: String,
    /// Its text before; none where there was none.
    pub before: Option<String>,
    /// The text that was written.
    pub written: Option<String>,
}

/// A value of the durable store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DurableValue {
    /// A text: a record, or a mark.
    Text(String),
    Rows(Vec<ImportRow>),
}

impl DurableValue {
    fn text(self) -> Option<String> {
        match self {
            DurableValue::Text(text) => Some(text),
            DurableValue::Rows(_) => None,
        }
    }

    fn rows(self) -> Option<Vec<ImportRow>> {
        match self {
            DurableValue::Rows(rows) => Some(rows),
            DurableValue::Text(_) => None,
        }
    }
}

/// Something that a step writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// A value under a key.
    Put(String, DurableValue),
    /// Removes a key.
    Remove(String),
    /// Removes all rows of a log.
    RemoveRows(&'static str),
    /// Removes everything.
    Clear,
}

/// The request of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The values under these keys.
    Get(Vec<String>),
    /// All keys, sorted.
    Keys,
    /// No request: the transaction completes with this.
    Done(Completion),
}

/// One step: the writes, then the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransactionStep {
    /// What is written.
    pub writes: Vec<Write>,
    /// What is asked.
    pub next: Next,
}

/// The answer to the request of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Got {
    /// To no request.
    Nothing,
    /// To [`Next::Get`], in its order.
    Values(Vec<Option<DurableValue>>),
    /// To [`Next::Keys`].
    Keys(Vec<String>),
}

/// Texts by key; `None` for a key that is removed.
pub type Texts = Vec<(String, Option<String>)>;

/// The result of a completed transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Completion {
    /// The store has a higher epoch, this one. Nothing was written.
    Outdated(u32),
    /// Rows of an import must be applied first. Nothing was written.
    MustFollow,
    /// The markers.
    Begun {
        /// How often everything was erased.
        epoch: u32,
        /// How many transactions have written.
        sequence: u32,
        /// Whether rows of an import are not applied yet.
        is_following: bool,
        /// Whether there is a log of an import that was undone.
        is_reverted: bool,
        /// The number of this device.
        device: Option<String>,
    },
    /// The store is erased, or was already.
    Erased,
    /// The texts that the durable store has by now.
    Committed {
        /// By key; `None` if an import was undone.
        texts: Texts,
        /// Unreadable texts of the store, which stay.
        unreadable: Vec<(String, String)>,
        /// How many transactions have written.
        sequence: u32,
    },
    /// The same of an import.
    Imported {
        /// By key.
        texts: Texts,
        /// How many transactions have written.
        sequence: u32,
    },
    /// More rows are applied; whether all are.
    Followed(bool),
    /// The log of the import that was undone.
    Undone {
        rows: Vec<ImportRow>,
        /// How many transactions have written.
        sequence: u32,
    },
    /// The logs are dropped.
    Forgotten,
}

/// The purpose of a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// Reads the markers.
    Begin,
    /// Empties the store, unless it has the sender's epoch already.
    Erase,
    /// Merges these texts with the stored ones.
    Commit(BTreeMap<String, String>),
    /// The same for many texts: a log of rows (key, text before, text written) is committed first, two hundred under one key,
    /// which takes a twentieth of the time of the records. The id makes it idempotent.
    Import(String, Vec<(String, String)>),
    /// Applies the next two hundred rows to their records.
    FollowUp,
    /// Undoes the last import: each record that still has the text that it wrote gets the text before.
    UndoImport,
    /// Drops the logs of imports.
    ForgetImport,
    /// Drops the log of the import that was undone.
    ForgetReverted,
}

/// A transaction, begun or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transaction {
    /// The epoch that the sender knows.
    pub epoch: u32,
    /// The number of this device, which the first write notes.
    pub device: Option<String>,
    /// What it is for.
    pub work: Operation,
    /// A fault of a test.
    pub planted: Option<Planted>,
    stage: Stage,
    marks: Markers,
    /// Texts that are to be merged, as a list.
    edits: Vec<(String, String)>,
    /// How many of them, or of the rows, are done.
    at: usize,
    texts: Texts,
    unreadable: Vec<(String, String)>,
    rows: Vec<ImportRow>,
    /// The rows whose records are being read.
    chunk: Vec<ImportRow>,
    /// For an import: the stored keys, sorted.
    known: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    #[default]
    Fresh,
    Markers,
    Keys,
    Some,
    Rows,
    Records,
    Reverted,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Markers {
    epoch: u32,
    sequence: u32,
    pending_index: Option<String>,
    import_id: Option<String>,
    device: Option<String>,
}

const MARKS: [&str; 6] = [
    EPOCH,
    SEQUENCE,
    PENDING_INDEX,
    IMPORT_ID,
    DEVICE,
    REVERTED_LOG,
];

/// The key of the nth rows of a log.
pub fn rows_key(log: &str, n: usize) -> String {
    match n {
        0 => log.to_string(),
        n => format!("{log}/{n}"),
    }
}

/// The first key behind all rows of a log: "0" follows "/".
pub fn rows_end(log: &str) -> String {
    format!("{log}0")
}

impl Transaction {
    /// One that is not begun.
    pub fn new(
        work: Operation,
        epoch: u32,
        device: Option<String>,
        planted: Option<Planted>,
    ) -> Self {
        Transaction {
            epoch,
            device,
            planted,
            stage: Stage::Fresh,
            marks: Markers::default(),
            edits: match &work {
                Operation::Commit(edits) => edits.clone().into_iter().collect(),
                Operation::Import(_, edits) => edits.clone(),
                _ => Vec::new(),
            },
            work,
            at: 0,
            texts: Vec::new(),
            unreadable: Vec::new(),
            rows: Vec::new(),
            chunk: Vec::new(),
            known: Vec::new(),
        }
    }

    /// Whether it only reads.
    pub fn is_reading(&self) -> bool {
        self.work == Operation::Begin
    }

    /// The next step.
    pub fn step(&mut self, got: Got) -> TransactionStep {
        match (self.stage, got) {
            (Stage::Fresh, _) => {
                self.stage = Stage::Markers;
                let mut keys: Vec<String> = MARKS.map(str::to_string).into();
                if matches!(self.work, Operation::Commit(_)) {
                    keys.extend(self.next_keys());
                }
                get(Vec::new(), keys)
            }
            (Stage::Markers, Got::Values(values)) => self.with_marks(values),
            (Stage::Keys, Got::Keys(keys)) => {
                self.known = keys;
                self.stage = Stage::Some;
                let keys = self.next_keys();
                let mut writes = vec![Write::RemoveRows(UNDO_LOG), Write::RemoveRows(REVERTED_LOG)];
                if let Operation::Import(id, _) = &self.work {
                    writes.push(put(PENDING_INDEX, "0"));
                    writes.push(put(IMPORT_ID, id));
                }
                get(writes, keys)
            }
            (Stage::Some, Got::Values(values)) => match self.work {
                Operation::Import(..) => self.import_some(values),
                _ => self.commit_some(Vec::new(), values),
            },
            (Stage::Rows, Got::Values(values)) => self.with_rows(values),
            (Stage::Records, Got::Values(values)) => self.with_records(values),
            (Stage::Reverted, Got::Values(values)) => self.with_reverted(values),
            _ => done(Vec::new(), Completion::Forgotten),
        }
    }

    fn with_marks(&mut self, mut values: Vec<Option<DurableValue>>) -> TransactionStep {
        let rest = values.split_off(MARKS.len());
        let is_reverted = values.pop().flatten().is_some();
        let mut texts = values.into_iter().map(|value| value?.text());
        let mut mark = || texts.next().flatten();
        let number = |text: Option<String>| text.and_then(|text| text.parse().ok()).unwrap_or(0);
        self.marks = Markers {
            epoch: number(mark()),
            sequence: number(mark()),
            pending_index: mark(),
            import_id: mark(),
            device: mark(),
        };
        if self.work == Operation::Begin {
            let marks = std::mem::take(&mut self.marks);
            let answer = Completion::Begun {
                epoch: marks.epoch,
                sequence: marks.sequence,
                is_following: marks.pending_index.is_some(),
                is_reverted,
                device: marks.device,
            };
            return done(Vec::new(), answer);
        }
        if self.marks.epoch > self.epoch {
            return done(Vec::new(), Completion::Outdated(self.marks.epoch));
        }
        let mut writes = Vec::new();
        let is_old = self.marks.epoch < self.epoch;
        if is_old {
            // This store has a lower epoch: it is emptied first.
            writes = self.emptied();
        }
        if self.work == Operation::Erase {
            return done(writes, Completion::Erased);
        }
        if self.work != Operation::FollowUp && self.marks.pending_index.is_some() {
            return done(Vec::new(), Completion::MustFollow);
        }
        if matches!(self.work, Operation::Commit(_)) {
            if is_reverted && !is_old {
                return self.ask_rows(Stage::Reverted, REVERTED_LOG);
            }
            self.stage = Stage::Some;
            let rest = if is_old { vec![None; rest.len()] } else { rest };
            return self.commit_some(writes, rest);
        }
        match &self.work {
            Operation::Import(id, _) if self.marks.import_id.as_ref() != Some(id) => {
                self.stage = Stage::Keys;
                TransactionStep {
                    writes,
                    next: Next::Keys,
                }
            }
            Operation::FollowUp => {
                let next = self.marks.pending_index.as_deref();
                // An unreadable index starts over: applying rows is idempotent.
                self.at = next.and_then(|next| next.parse().ok()).unwrap_or(0);
                match next {
                    None => done(writes, Completion::Followed(true)),
                    Some(_) => self.ask_rows(Stage::Rows, UNDO_LOG),
                }
            }
            Operation::ForgetImport => {
                writes.push(Write::RemoveRows(UNDO_LOG));
                writes.push(Write::RemoveRows(REVERTED_LOG));
                writes.push(Write::Remove(IMPORT_ID.to_string()));
                done(writes, Completion::Forgotten)
            }
            Operation::ForgetReverted => {
                writes.push(Write::RemoveRows(REVERTED_LOG));
                done(writes, Completion::Forgotten)
            }
            _ => self.ask_rows(Stage::Rows, UNDO_LOG),
        }
    }

    fn emptied(&mut self) -> Vec<Write> {
        self.marks = Markers {
            epoch: self.epoch,
            ..Markers::default()
        };
        vec![Write::Clear, put(EPOCH, &self.epoch.to_string())]
    }

    /// Increments the sequence.
    fn counted(&mut self, writes: &mut Vec<Write>) -> u32 {
        self.marks.sequence += 1;
        writes.push(put(SEQUENCE, &self.marks.sequence.to_string()));
        self.marks.sequence
    }

    /// The keys of the next edits that are to be read. Most keys of an import are new, and are not read.
    fn next_keys(&self) -> Vec<String> {
        let some = self.edits[self.at..].iter().take(AT_ONCE);
        let is_known = |key: &String| {
            !matches!(self.work, Operation::Import(..)) || self.known.binary_search(key).is_ok()
        };
        let mut keys: Vec<String> = some.map(|(key, _)| key.clone()).collect();
        keys.retain(is_known);
        keys
    }

    fn commit_some(
        &mut self,
        mut writes: Vec<Write>,
        values: Vec<Option<DurableValue>>,
    ) -> TransactionStep {
        let some: Vec<(String, String)> = self.edits[self.at..]
            .iter()
            .take(AT_ONCE)
            .cloned()
            .collect();
        self.at += some.len();
        for ((key, mine), value) in some.into_iter().zip(values) {
            let theirs = value.and_then(DurableValue::text);
            if let Some(row) = self.rows.iter().find(|row| row.key == key)
                && row.written.as_ref() == Some(&mine)
            {
                // The import that wrote it was undone, which its sender does not know.
                self.texts.push((key, theirs));
                continue;
            }
            match merged_with(&key, &mine, theirs.as_deref(), self.planted) {
                Some(text) => {
                    let is_gone =
                        self.planted == Some(Planted::ForgetTombstone) && is_tombstone(&key, &text);
                    if is_gone {
                        writes.push(Write::Remove(key.clone()));
                    } else if theirs.as_ref() != Some(&text) {
                        writes.push(put(&key, &text));
                    }
                    self.texts.push((key, Some(text)));
                }
                // An unreadable text is not overwritten.
                None => self.unreadable.push((key, theirs.unwrap_or_default())),
            }
        }
        if self.at < self.edits.len() {
            return get(writes, self.next_keys());
        }
        if self.marks.device.is_none()
            && let Some(device) = &self.device
        {
            writes.push(put(DEVICE, device));
        }
        let sequence = self.counted(&mut writes);
        done(
            writes,
            Completion::Committed {
                texts: std::mem::take(&mut self.texts),
                unreadable: std::mem::take(&mut self.unreadable),
                sequence,
            },
        )
    }
}

fn get(writes: Vec<Write>, keys: Vec<String>) -> TransactionStep {
    TransactionStep {
        writes,
        next: Next::Get(keys),
    }
}

fn done(writes: Vec<Write>, answer: Completion) -> TransactionStep {
    TransactionStep {
        writes,
        next: Next::Done(answer),
    }
}

fn put(key: &str, text: &str) -> Write {
    Write::Put(key.to_string(), DurableValue::Text(text.to_string()))
}
