//! Erasing everything. It is a fact too, and both stores must come to know it: each has an epoch, and the one
//! that was erased less often is emptied.

use leptos::prelude::*;
use leptos::reactive::spawn_local;

use super::Keeping;
use crate::browser::storage::{self, Fault};
use crate::diary::Diary;
use crate::diary::stored::PREFIX;

/// How many times everything was erased here. It also marks that the journal was there once.
pub const EPOCH: &str = "unknot/epoch";

/// Stands behind it while the first store is not emptied yet.
const UNFINISHED: char = '!';

impl Keeping {
    /// Empties both stores. The first one knows at once that it was erased, so that an end in the
    /// middle is no way back.
    ///
    /// # Errors
    /// [`Fault`] of the first store.
    pub fn erase(self) -> Result<(), Fault> {
        let epoch = self.epoch() + 1;
        // Where it is too full even for the mark, it is not afterwards.
        let _ = storage::write(EPOCH, &format!("{epoch}{UNFINISHED}"));
        let emptied = empty_first(epoch);
        if emptied.is_err() && !self.may_keep() {
            return emptied;
        }
        self.epoch.set_value(epoch);
        self.forget();
        self.diary.set(Diary::default());
        self.taken.set(0);
        self.say_to_others(EPOCH, "");
        storage::remove_trace();
        if let Some(journal) = self.journal.get_value() {
            spawn_local(async move {
                let kept = journal.mark(epoch, true).await;
                self.said(kept.is_ok());
            });
        }
        Ok(())
    }

    /// Drops what is on its way: everything was erased.
    pub fn forget(self) {
        self.waiting.set_value(Vec::new());
        self.ahead.set(Vec::new());
    }

    pub(super) fn epoch(self) -> u32 {
        first_epoch().unwrap_or(0).max(self.epoch.get_value())
    }
}

/// How often the first store was erased, if anything says so.
pub(super) fn first_epoch() -> Option<u32> {
    parse(&storage::read(EPOCH).ok().flatten()?)
}

/// The same for a comparison of both stores, which must not be misled: goes on with an erasing that was
/// stopped on its way. Of a store that is closed altogether there is nothing to know.
///
/// # Errors
/// [`Fault`]: it cannot be told now.
pub(super) fn settled_epoch() -> Result<Option<u32>, Fault> {
    let epoch = finish_erasing().and_then(|()| storage::read(EPOCH));
    match epoch {
        Ok(text) => Ok(text.as_deref().and_then(parse)),
        Err(_) if storage::keys(PREFIX).is_err() => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Goes on with an erasing that was stopped on its way.
pub(super) fn finish_erasing() -> Result<(), Fault> {
    match storage::read(EPOCH)? {
        Some(text) if text.ends_with(UNFINISHED) => empty_first(parse(&text).unwrap_or(0)),
        _ => Ok(()),
    }
}

fn parse(text: &str) -> Option<u32> {
    text.strip_suffix(UNFINISHED).unwrap_or(text).parse().ok()
}

/// Takes everything of ours out of the first store, settings and what was typed included. What is left is
/// how often that was done.
pub(super) fn empty_first(epoch: u32) -> Result<(), Fault> {
    for key in storage::keys(PREFIX)? {
        if key != EPOCH {
            storage::remove(&key)?;
        }
    }
    storage::write(EPOCH, &epoch.to_string())
}
