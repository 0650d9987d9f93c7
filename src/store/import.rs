//! Bulk import, for a restore or another app's table: all or nothing, with an undo log. It is one transaction of the
//! durable store; the fast store is then updated in batches. Without a durable store it is staged (`staged.rs`).

use super::commit::refusal;
use super::event::{Failure, Message, Refusal, Told};
use super::fast::{Context, Fault};
use super::keys::IMPORTED;
use super::planted::Planted;
use super::staged::Staging;
use super::transaction::{ImportRow, Texts};
use super::{Job, Store};
use crate::diary::moment::{self, Moment};

/// An import that is not stored yet.
#[derive(Debug)]
pub(super) struct Import {
    pub(super) id: String,
    pub(super) writes: Vec<(String, String)>,
    /// Whether its transaction is in flight.
    pub(super) is_sent: bool,
}

/// Texts that are copied into the fast store in batches.
#[derive(Debug)]
pub(super) struct Copying {
    /// By key; `None` removes a record.
    texts: Texts,
    /// For an undo: the text that the import wrote. Another one stays.
    expected: Option<Vec<Option<String>>>,
    at: usize,
    epoch: u32,
    end: Told,
}

impl Copying {
    /// The undo of an import: restores the text before wherever the text that the import wrote is unchanged.
    fn back(rows: Vec<ImportRow>, epoch: u32, end: Told) -> Copying {
        let (mut texts, mut expected) = (Vec::new(), Vec::new());
        for row in rows {
            texts.push((row.key, row.before));
            expected.push(row.written);
        }
        Copying {
            texts,
            expected: Some(expected),
            at: 0,
            epoch,
            end,
        }
    }
}

impl Store {
    /// Starts an import of texts by key: all or none, each merged with the stored one. Returns whether it starts.
    pub fn import(&mut self, writes: Vec<(String, String)>, cx: &mut Context) -> bool {
        self.check_epoch(cx);
        if self.import.is_some() || self.jobs.iter().any(|job| matches!(job, Job::Stage(_))) {
            return false;
        }
        if writes.is_empty() {
            self.tell(Told::Restored(0));
            return true;
        }
        let sorted: std::collections::BTreeMap<String, String> = writes.into_iter().collect();
        let _ = self.need_device(cx);
        self.import = Some(Import {
            id: cx.random.to_string(),
            writes: sorted.into_iter().collect(),
            is_sent: false,
        });
        self.is_paused = false;
        if !self.may_keep() {
            self.import_without_durable(cx);
        }
        true
    }

    /// The progress of an import: records done, of how many.
    pub fn progress(&self) -> Option<(usize, usize)> {
        let of_job = self.jobs.iter().find_map(|job| match job {
            Job::Copy(copying) => Some((copying.at, copying.texts.len())),
            Job::Stage(staging) => Some(staging.progress()),
            Job::Read(_) => None,
        });
        of_job.or(self.import.as_ref().map(|import| (0, import.writes.len())))
    }

    /// Stages the import in the fast store: the durable store is unavailable.
    pub(super) fn import_without_durable(&mut self, cx: &mut Context) {
        if let Some(import) = self.import.take_if(|import| !import.is_sent) {
            match Staging::begin(import.writes, cx.fast, self.epoch, self.planted) {
                Ok(staging) => self.start(Job::Stage(staging)),
                Err(fault) => self.tell(Told::NotRestored(Refusal::Store(fault))),
            }
        }
    }

    pub(super) fn import_refused(&mut self, failure: Failure) {
        if self.import.take().is_some() {
            self.tell(Told::NotRestored(refusal(failure)));
        }
    }

    pub(super) fn imported(&mut self, texts: Texts, sequence: u32) {
        self.count(sequence);
        self.import = None;
        self.staged = None;
        self.is_changed = true;
        self.wants.follow = true;
        let written = texts.len();
        self.start(Job::Copy(Copying {
            texts,
            expected: None,
            at: 0,
            epoch: self.epoch,
            end: Told::Restored(written),
        }));
    }

    /// The time of the last import, while it can be undone.
    pub fn last_import(&self, cx: &Context) -> Option<Moment> {
        moment::decode(&cx.fast.read(IMPORTED).ok().flatten()?)
    }

    /// Undoes the last import: each record that it wrote and that is unchanged since becomes what it was before.
    pub fn undo_import(&mut self, cx: &mut Context) {
        self.check_epoch(cx);
        if let Some((writes, before)) = self.staged.take() {
            return self.undo_staged(writes, before, cx);
        }
        if !self.connection.is_open() {
            return self.tell(Told::NotTakenBack(Refusal::Lost));
        }
        self.is_paused = false;
        self.wants.undo_import = true;
    }

    /// Drops the undo logs: they may hold the content of purged records.
    pub(super) fn forget_import(&mut self, cx: &mut Context) {
        let _ = cx.fast.remove(IMPORTED);
        self.staged = None;
        self.wants.forget_import = true;
    }

    pub(super) fn undone(&mut self, rows: Vec<ImportRow>, sequence: u32) {
        self.count(sequence);
        let written = rows.len();
        let copying = Copying::back(rows, self.epoch, Told::TakenBack(written));
        self.start(Job::Copy(copying));
    }

    pub(super) fn copy_on(&mut self, mut copying: Copying, cx: &mut Context) -> Option<Copying> {
        if copying.epoch != self.epoch {
            return None;
        }
        let end = copying.texts.len().min(copying.at + self.sizes.write);
        for n in copying.at..end {
            let (key, text) = &copying.texts[n];
            match &copying.expected {
                None => {
                    let text = text.clone().unwrap_or_default();
                    self.take_in(key, &text, cx);
                }
                Some(expected) => {
                    let expected = expected[n].clone();
                    self.put_back(key, text.as_deref(), expected.as_deref(), cx);
                }
            }
        }
        copying.at = end;
        if end < copying.texts.len() {
            return Some(copying);
        }
        if let Told::Restored(_) = copying.end {
            // On failure only the notice of this visit can undo it.
            let _ = cx.fast.write(IMPORTED, &moment::encode(&cx.now));
        } else {
            let _ = cx.fast.remove(IMPORTED);
        }
        self.tell(copying.end);
        self.count_taken(cx);
        self.post(Message::ReadAgain);
        None
    }

    /// Restores the texts before an import wherever the text that it wrote is unchanged.
    pub(super) fn put_back(
        &mut self,
        key: &str,
        before: Option<&str>,
        written: Option<&str>,
        cx: &mut Context,
    ) {
        let is_forced = self.planted == Some(Planted::UndoTwice);
        let own = [self.sent_text(key), self.pending.get(key)];
        if own
            .into_iter()
            .flatten()
            .any(|own| Some(own.as_str()) != written)
        {
            return;
        }
        self.pending.remove(key);
        if self.ahead.get(key).map(String::as_str) == written {
            self.ahead.remove(key);
        }
        let there = cx.fast.read(key).ok().flatten();
        if there.is_some() && there.as_deref() != written && !is_forced {
            return;
        }
        let put: Result<(), Fault> = match before {
            Some(before) => cx.fast.write(key, before),
            None => cx.fast.remove(key),
        };
        match (before, put) {
            (Some(before), Err(_)) => drop(self.ahead.insert(key.to_string(), before.to_string())),
            (None, Err(_)) => return,
            _ => {}
        }
        match before {
            Some(before) => self.diary_mut().take_in(key, before),
            None => self.diary_mut().forget(key),
        }
    }
}
