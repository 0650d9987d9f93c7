//! Erasing everything. It is a fact that both stores must come to know: each has an epoch, the number of times
//! that everything was erased, and a store of an older epoch is emptied, never copied from.

use super::Store;
use super::commit::Request;
use super::event::{Effect, Marker, Message, Outcome, Refusal, Told};
use super::fast::{Context, Fast, Fault};
use super::keys::EPOCH;
use super::planted::Planted;
use crate::diary::Diary;
use crate::diary::stored::PREFIX;

/// Stands behind the epoch while the fast store is not emptied yet.
const UNFINISHED: char = '!';

/// Which stores are erased already.
#[derive(Debug, Clone, Copy)]
pub(super) struct Erasing {
    fast: bool,
    durable: bool,
    is_told: bool,
}

impl Store {
    /// Erases everything, settings and drafts included. The fast store knows at once, so that an end in the
    /// middle is no way back. "Erased" is told when both stores are.
    pub fn erase(&mut self, cx: &mut Context) -> Outcome {
        let before = fast_epoch(cx.fast).unwrap_or(0);
        let epoch = self.epoch.max(before) + 1;
        // Where it is too full even for the mark, it is not afterwards.
        let _ = cx.fast.write(EPOCH, &format!("{epoch}{UNFINISHED}"));
        // Empty but for the mark it is erased: a store of an older epoch, or of none, is never copied from.
        let emptied = empty_fast(cx.fast, epoch).or_else(|fault| match cx.fast.keys(PREFIX) {
            Ok(keys) if keys.iter().all(|key| key == EPOCH) => Ok(()),
            _ => Err(fault),
        });
        if let Err(fault) = emptied
            && !self.connection.is_usable()
        {
            // A part may be gone.
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
        // The durable store begins to count anew.
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

    /// Whether another tab erased everything, as far as the fast store says. If it knows less than this tab, it
    /// is told, before anything is written to it.
    pub(super) fn check_epoch(&mut self, cx: &mut Context) {
        match fast_epoch(cx.fast) {
            Some(epoch) if epoch > self.epoch => self.learn_epoch(epoch, cx),
            _ => self.mark_fast(cx),
        }
    }

    /// Empties a fast store of an older epoch: it had no room for the mark, and a tab that had not heard of the
    /// erasing has copied records back into it. A store that cannot be read, or still has no room, stays so
    /// until the next time. A mark that is damaged tells nothing, and empties nothing.
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

    /// Everything was erased elsewhere, so often by now. What was on its way here was made before, or without
    /// knowing: it is dropped, and told.
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
            // Written there after it was erased, by this tab, which did not know.
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

/// How often the fast store was erased, if anything says so.
pub(super) fn fast_epoch(fast: &dyn Fast) -> Option<u32> {
    parse(&fast.read(EPOCH).ok().flatten()?)
}

fn parse(text: &str) -> Option<u32> {
    text.strip_suffix(UNFINISHED).unwrap_or(text).parse().ok()
}

/// Goes on with an erasing that was stopped on its way.
pub(super) fn finish_erasing(fast: &mut dyn Fast) -> Result<(), Fault> {
    match fast.read(EPOCH)? {
        Some(text) if text.ends_with(UNFINISHED) => empty_fast(fast, parse(&text).unwrap_or(0)),
        _ => Ok(()),
    }
}

/// Takes everything of ours out of the fast store. What is left is how often that was done.
fn empty_fast(fast: &mut dyn Fast, epoch: u32) -> Result<(), Fault> {
    for key in fast.keys(PREFIX)? {
        if key != EPOCH {
            fast.remove(&key)?;
        }
    }
    fast.write(EPOCH, &epoch.to_string())
}
