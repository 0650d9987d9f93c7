//! Reconciles the two stores: at the start, after a lost connection, and after a missed message. The durable store is
//! read from one snapshot in slices, and each slice is compared with the same keys of the fast store. Merging makes both
//! the same, whatever happens meanwhile. A store of a lower epoch is emptied.

use std::collections::BTreeMap;

use super::commit::{InFlight, Request};
use super::event::{Effect, Failure, Marker, Slice, Told};
use super::fast::{Context, Put, put_into, put_merged};
use super::keys::{DEVICE, EPOCH};
use super::planted::Planted;
use super::transaction::ImportRow;
use super::{Store, merge};
use crate::diary::stamp::Device;
use crate::diary::stored;

/// A comparison in progress.
#[derive(Debug, Default)]
pub(super) struct Reconcile {
    after: Option<String>,
    /// Whether the epoch changed during the read: then it is read again.
    is_outdated: bool,
    /// Records that the fast store had lost.
    lost: usize,
    /// Records that the durable store lacks.
    lacking: usize,
    is_bare_here: bool,
    is_bare_there: bool,
    sequence: u32,
    /// The log of an import that was undone, by key.
    reverted: BTreeMap<String, ImportRow>,
    /// Whether the fast store still had texts of that import.
    was_behind: bool,
}

impl Store {
    /// Handles the markers of a durable store that was opened.
    pub(super) fn begun(
        &mut self,
        epoch: u32,
        sequence: u32,
        is_reverted: bool,
        device: Option<String>,
        cx: &mut Context,
    ) {
        if epoch > self.epoch {
            self.learn_epoch(epoch, cx);
        } else if epoch < self.epoch {
            self.wants.erase = true;
            self.wants.read = true;
        }
        let device = device.and_then(|text| Device::parse(&text));
        if let Some(device) = device.filter(|device| self.device != Some(*device)) {
            let _ = cx.fast.write(DEVICE, &device.text());
            self.device = Some(device);
        }
        if sequence != self.sequence {
            self.wants.read = true;
            self.sequence = sequence;
            if self.is_reconciled {
                self.start_reading(cx);
            }
        }
        if is_reverted && self.planted == Some(Planted::UndoTwice) && !self.is_reconciled {
            self.wants.undo_import = true;
        }
    }

    pub(super) fn start_compare(&mut self) {
        let id = self.id();
        self.reconcile = Some(Reconcile {
            is_bare_here: true,
            is_bare_there: true,
            ..Reconcile::default()
        });
        self.in_flight = Some(InFlight {
            id,
            epoch: self.epoch,
            sent: Request::Read,
        });
        self.effects.push(Effect::Read(id));
        self.expect_answer(id);
    }

    pub(super) fn compare(&mut self, id: u32, slice: Slice, cx: &mut Context) {
        let is_asked = self.in_flight.as_ref().is_some_and(|sent| sent.id == id);
        let Some(mut reconcile) = self.reconcile.take().filter(|_| is_asked) else {
            return;
        };
        self.is_silent = false;
        if slice.epoch > self.epoch {
            self.learn_epoch(slice.epoch, cx);
        } else if slice.epoch < self.epoch {
            self.wants.erase = true;
            reconcile.is_outdated = true;
        }
        self.mark_fast(cx);
        reconcile.sequence = slice.sequence;
        if !reconcile.is_outdated {
            self.compare_slice(&mut reconcile, slice, cx);
        }
        self.reconcile = Some(reconcile);
    }

    fn compare_slice(&mut self, reconcile: &mut Reconcile, mut slice: Slice, cx: &mut Context) {
        slice.records.retain(|(key, _)| stored::is_record(key));
        for row in std::mem::take(&mut slice.reverted) {
            reconcile.reverted.insert(row.key.clone(), row);
        }
        let keys = self
            .diary
            .keys_between(reconcile.after.as_deref(), slice.until.as_deref());
        reconcile.after = slice.until;
        let mut here = Vec::new();
        let read = cx.fast.each(&keys, &mut |key, text| {
            here.push((key.to_string(), text.to_string()))
        });
        if read.is_err() {
            here.clear();
        }
        self.revert(reconcile, &mut here, cx);
        reconcile.is_bare_here &= here.is_empty();
        reconcile.is_bare_there &= slice.records.is_empty();
        let mut here = here.into_iter().peekable();
        for (key, theirs) in slice.records {
            while let Some((lacking, text)) = here.next_if(|(there, _)| *there < key) {
                self.send(reconcile, &lacking, text);
            }
            match here.next_if(|(there, _)| *there == key) {
                Some((_, mine)) if mine == theirs => {
                    if self.unreadable_there.contains_key(&key) {
                        self.unreadable_there.remove(&key);
                    }
                    self.show_with_own(&key, mine);
                }
                Some((_, mine)) => self.compare_one(reconcile, &key, &mine, &theirs, cx),
                None => {
                    // The fast store may have got it since the scan, or may have no room for it.
                    let there = cx.fast.read(&key).ok().flatten();
                    match there {
                        Some(mine) if mine != theirs => {
                            self.compare_one(reconcile, &key, &mine, &theirs, cx);
                        }
                        Some(mine) => self.show_with_own(&key, mine),
                        None => {
                            reconcile.lost += usize::from(!self.ahead.contains_key(&key));
                            self.take_in(&key, &theirs, cx);
                        }
                    }
                }
            }
        }
        for (lacking, text) in here {
            self.send(reconcile, &lacking, text);
        }
    }

    /// Applies the undo of an import to the fast store, which still has a text of it.
    fn revert(
        &mut self,
        reconcile: &mut Reconcile,
        here: &mut Vec<(String, String)>,
        cx: &mut Context,
    ) {
        if reconcile.reverted.is_empty() {
            return;
        }
        here.retain_mut(|(key, text)| match reconcile.reverted.get(key) {
            Some(row) if row.written.as_ref() == Some(text) => {
                reconcile.was_behind = true;
                self.put_back(key, row.before.as_deref(), row.written.as_deref(), cx);
                match &row.before {
                    Some(before) => text.clone_from(before),
                    None => return false,
                }
                true
            }
            _ => true,
        });
    }

    /// Sends a text that the durable store lacks.
    fn send(&mut self, reconcile: &mut Reconcile, key: &str, text: String) {
        reconcile.lacking += 1;
        put_into(&mut self.pending, key, text, self.planted);
    }

    fn compare_one(
        &mut self,
        reconcile: &mut Reconcile,
        key: &str,
        mine: &str,
        theirs: &str,
        cx: &mut Context,
    ) {
        let Some(both) = merge(key, mine, theirs, self.planted) else {
            // One copy is unreadable. Both stay as they are, and both are shown.
            if stored::decode(key, theirs).is_err() {
                self.unreadable_there
                    .insert(key.to_string(), theirs.to_string());
                self.pending.remove(key);
                self.show_unreadable(key, cx);
            } else {
                self.show(key, theirs);
                let diary = self.diary_mut();
                let record = stored::decode(key, theirs).ok();
                diary.take_in(key, mine);
                if let Some(record) = record {
                    diary.put_for_now(record);
                }
            }
            return;
        };
        if both != theirs {
            reconcile.lacking += 1;
            put_into(&mut self.pending, key, both.clone(), self.planted);
        }
        if both != mine {
            reconcile.lost += usize::from(!self.ahead.contains_key(key));
            let (put, both) = put_merged(cx.fast, key, &both, self.planted);
            if let Put::Refused(_) = put {
                self.ahead.insert(key.to_string(), both);
            }
        }
        self.show_with_own(key, both);
    }

    /// Shows a text merged with the pending ones and those that the fast store has no room for.
    fn show_with_own(&mut self, key: &str, text: String) {
        let both = self.with_own(key, Some(text)).unwrap_or_default();
        self.show(key, &both);
    }

    pub(super) fn read_done(&mut self, id: u32, outcome: Result<(), Failure>, cx: &mut Context) {
        if self.in_flight.as_ref().is_none_or(|sent| sent.id != id) {
            return;
        }
        self.is_silent = false;
        match outcome {
            Err(Failure::Lost | Failure::Absent) => return self.connection_lost(),
            Err(_) => {
                // The read failed: retry later, and go on without the durable store meanwhile.
                self.in_flight = None;
                self.reconcile = None;
                self.wants.read = true;
                self.trouble = Some(Failure::Aborted);
                self.is_paused = true;
                self.retries += 1;
                let wake = super::event::Wake::Retry(self.retries);
                let pause = super::connection::pause(self.retries);
                self.effects.push(Effect::Wake(wake, pause));
                self.is_reconciled = true;
                return self.purge_trash(cx);
            }
            Ok(()) => {}
        }
        self.trouble = None;
        self.in_flight = None;
        let Some(reconcile) = self.reconcile.take() else {
            return;
        };
        if reconcile.is_outdated {
            self.wants.read = true;
            return;
        }
        self.sequence = self.sequence.max(reconcile.sequence);
        self.reconciled(&reconcile, cx);
    }

    fn reconciled(&mut self, reconcile: &Reconcile, cx: &mut Context) {
        let marked = cx.fast.read(EPOCH).ok().flatten();
        let is_bare = reconcile.is_bare_here && reconcile.is_bare_there;
        if reconcile.lost > 0 {
            self.tell(Told::FoundAgain(reconcile.lost));
        }
        if reconcile.is_bare_there
            && reconcile.lacking > 0
            && marked.is_some()
            && !self.is_reconciled
        {
            // The epoch in the fast store shows that both stores once had the same records.
            self.tell(Told::FilledAgain);
        }
        let is_unmarked = marked.is_none() && self.epoch == 0;
        if marked.is_none() && !(is_bare && is_unmarked) {
            let _ = cx.fast.write(EPOCH, &self.epoch.to_string());
        }
        if !self.is_reconciled {
            if !is_bare {
                self.effects.push(Effect::Marker(Marker::Leave));
            } else if is_unmarked {
                self.effects.push(Effect::Marker(Marker::Find));
            }
        }
        if !self.is_reconciled && !reconcile.reverted.is_empty() && !reconcile.was_behind {
            self.wants.forget_reverted = true;
        }
        self.retry_ahead(cx);
        self.is_reconciled = true;
        self.is_searching = false;
        self.purge_trash(cx);
    }
}
