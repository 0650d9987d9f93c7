//! Erases everything, in both stores. Each store has an epoch, the number of times that everything was erased. A store
//! of a lower epoch is emptied, and never copied from.

use super::Store;
use super::commit::Request;
use super::event::{Effect, Marker, Message, Outcome, Refusal, Told};
use super::fast::{Context, Fast, Fault};
use super::keys::EPOCH;
use super::planted::Planted;
use crate::diary::Diary;
use crate::diary::stored::PREFIX;

/// The suffix of the epoch while the fast store is not yet emptied.
const UNFINISHED: char = '!';

/// An erase that is not finished: which stores are done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Erasing {
    fast: bool,
    durable: bool,
    is_told: bool,
}

impl Store {
    /// Erases everything, settings and drafts included. The fast store gets the new epoch first, so that the next start
    /// finishes an erase that was interrupted. The person is told when both stores are done.
    pub fn erase(&mut self, cx: &mut Context) -> Outcome {
        let before = fast_epoch(cx.fast).unwrap_or(0);
        let epoch = self.epoch.max(before) + 1;
        // A store that is too full for the new epoch has room once it is emptied.
        let _ = cx.fast.write(EPOCH, &format!("{epoch}{UNFINISHED}"));
        // An empty store without the new epoch is erased too: a store of a lower epoch is never copied from.
        let emptied = empty_fast(cx.fast, epoch).or_else(|fault| match cx.fast.keys(PREFIX) {
            Ok(keys) if keys.iter().all(|key| key == EPOCH) => Ok(()),
            _ => Err(fault),
        });
        if let Err(fault) = emptied
            && !self.connection.is_usable()
        {
            // Some records may be gone already.
            self.start_reading(cx);
            let refusal = Refusal::Store(fault);
            self.tell(Told::Refused(refusal));
            return Outcome::Refused(refusal);
        }
        let is_readable = cx.fast.keys(PREFIX).is_ok();
        self.epoch = epoch;
        self.forget();
        self.taken = 0;
        self.post(Message::Erased(epoch));
        self.effects.push(Effect::Marker(Marker::Remove));
        let one_store = self.planted == Some(Planted::EraseOneStore);
        self.erasing = Some(Erasing {
            fast: emptied.is_ok() || !is_readable,
            durable: self.connection.is_absent() || one_store,
            is_told: false,
        });
        self.wants.erase = !self.connection.is_absent() && !one_store;
        self.is_paused = false;
        self.finish_if_both_erased();
        if !self.connection.is_usable() {
            self.tell_not_erased();
        }
        Outcome::Saved
    }

    pub(super) fn erased_durable(&mut self, cx: &mut Context) {
        self.mark_fast(cx);
        if let Some(erasing) = &mut self.erasing {
            erasing.durable = true;
        }
        self.finish_if_both_erased();
    }

    fn finish_if_both_erased(&mut self) {
        match self.erasing {
            Some(Erasing {
                fast: true,
                durable: true,
                ..
            }) => {
                self.erasing = None;
                self.tell(Told::Erased);
            }
            Some(Erasing {
                fast: false,
                durable: true,
                ..
            }) => self.tell_not_erased(),
            _ => {}
        }
    }

    /// Tells what could not be erased, once.
    pub(super) fn tell_not_erased(&mut self) {
        if let Some(erasing) = &mut self.erasing
            && !erasing.is_told
        {
            erasing.is_told = true;
            let (fast, durable) = (!erasing.fast, !erasing.durable);
            self.tell(Told::NotErased { fast, durable });
        }
    }

    /// Drops everything in memory.
    fn forget(&mut self) {
        self.pending.clear();
        self.ahead.clear();
        self.unreadable_there.clear();
        self.undo.clear();
        self.unkept.clear();
        self.device = None;
        // The durable store restarts its sequence.
        self.sequence = 0;
        self.is_changed = false;
        if let Some(Request::Commit(edits)) = self.in_flight.as_mut().map(|sent| &mut sent.sent) {
            edits.clear();
        }
        if self.import.take().is_some() {
            self.tell(Told::NotRestored(Refusal::Gone));
        }
        self.wants.undo_import = false;
        self.wants.forget_import = false;
        *self.diary_mut() = Diary::default();
    }

    /// Whether another tab has erased everything, by the epoch of the fast store. A lower epoch there is raised before
    /// anything is written.
    pub(super) fn check_epoch(&mut self, cx: &mut Context) {
        match fast_epoch(cx.fast) {
            Some(epoch) if epoch > self.epoch => self.learn_epoch(epoch, cx),
            _ => self.mark_fast(cx),
        }
    }

    /// Empties a fast store of a lower epoch: it had no room for the new one, and a tab that did not know of the erase has
    /// copied records back. If it is unreadable or still full, the next call retries. A damaged epoch empties nothing.
    pub(super) fn mark_fast(&mut self, cx: &mut Context) {
        let Ok(mark) = cx.fast.read(EPOCH) else {
            return;
        };
        let Some(epoch) = mark.as_deref().map_or(Some(0), parse) else {
            let _ = cx.fast.write(EPOCH, &self.epoch.to_string());
            return;
        };
        if epoch < self.epoch {
            let _ = cx.fast.write(EPOCH, &format!("{}{UNFINISHED}", self.epoch));
            let _ = empty_fast(cx.fast, self.epoch);
        }
    }

    /// Another tab erased everything. Pending texts of this tab were made before, or without knowing: they are dropped, and
    /// the person is told.
    pub(super) fn learn_epoch(&mut self, epoch: u32, cx: &mut Context) {
        let mut dropped = std::mem::take(&mut self.pending);
        if let Some(Request::Commit(edits)) = self.in_flight.as_mut().map(|sent| &mut sent.sent) {
            for (key, text) in std::mem::take(edits) {
                dropped.entry(key).or_insert(text);
            }
        }
        self.epoch = epoch;
        let was_changed = self.is_changed;
        self.forget();
        let is_marked = fast_epoch(cx.fast).is_some_and(|there| there >= epoch);
        self.mark_fast(cx);
        if is_marked {
            // This tab wrote it after the erase, without knowing.
            for (key, text) in &dropped {
                if cx.fast.read(key).ok().flatten().as_ref() == Some(text) {
                    let _ = cx.fast.remove(key);
                }
            }
        }
        if dropped.is_empty() || !was_changed {
            self.tell(Told::ErasedElsewhere);
        } else {
            self.tell(Told::Dropped(dropped.into_iter().collect()));
        }
        self.wants.erase = !self.connection.is_absent();
        if self.planted == Some(Planted::EraseOneStore) {
            self.wants.erase = false;
        }
        self.read_again(cx);
    }
}

/// The epoch of the fast store, if it has one.
pub(super) fn fast_epoch(fast: &dyn Fast) -> Option<u32> {
    parse(&fast.read(EPOCH).ok().flatten()?)
}

fn parse(text: &str) -> Option<u32> {
    text.strip_suffix(UNFINISHED).unwrap_or(text).parse().ok()
}

/// Finishes an erase that was interrupted.
pub(super) fn finish_erasing(fast: &mut dyn Fast) -> Result<(), Fault> {
    match fast.read(EPOCH)? {
        Some(text) if text.ends_with(UNFINISHED) => empty_fast(fast, parse(&text).unwrap_or(0)),
        _ => Ok(()),
    }
}

/// Removes every key of the app from the fast store, except the epoch.
fn empty_fast(fast: &mut dyn Fast, epoch: u32) -> Result<(), Fault> {
    for key in fast.keys(PREFIX)? {
        if key != EPOCH {
            fast.remove(&key)?;
        }
    }
    fast.write(EPOCH, &epoch.to_string())
}
