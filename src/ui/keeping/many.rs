//! Many records in one go: one transaction of the journal, then the first store follows, a few at a time.

use leptos::prelude::*;
use leptos::reactive::spawn_local;
use wasm_bindgen::JsValue;

use super::{AT_ONCE, Keeping};
use crate::browser::clock;
use crate::browser::journal::{Failed, Journal, Undone};
use crate::browser::storage::{self, Fault};
use crate::diary::merge::Edit;

impl Keeping {
    /// Brings in what a file holds: all of it in one transaction of the journal, or nothing; then, by and
    /// by, into the first store. Where that is stopped, the next start goes on with it.
    ///
    /// # Errors
    /// What the journal says. Then nothing was changed.
    pub async fn import(
        self,
        edits: Vec<Edit>,
        progress: &dyn Fn(usize, usize),
    ) -> Result<(), Failed> {
        progress(0, edits.len());
        let journal = self.joined().await?;
        let settled = journal.settle(self.epoch(), &edits, true).await?;
        let mut texts = Vec::new();
        for (key, text) in settled.ok_or(JsValue::NULL)? {
            texts.push((key, Some(text)));
        }
        self.copy(&texts, progress).await;
        self.said(true);
        // Where that is stopped, whoever comes next goes on with it.
        spawn_local(async move { drop(journal.follow_up().await) });
        Ok(())
    }

    /// Takes the last import back: what it wrote and nobody has changed since is as it was before. Says
    /// how many records that are.
    ///
    /// # Errors
    /// What the journal says. Then nothing was changed.
    pub async fn undo_import(self) -> Result<usize, Failed> {
        let journal = self.joined().await?;
        let undone = journal.put_back().await?;
        let mut texts = Vec::new();
        for Undone { key, before, .. } in undone {
            texts.push((key, before));
        }
        // Where the first store does not follow, or loses that it did, the next start goes on.
        self.copy(&texts, &|_, _| {}).await;
        Ok(texts.len())
    }

    /// Forgets what the last import wrote over.
    pub fn forget_import(self) {
        if let Some(journal) = self.journal.get_value() {
            spawn_local(async move { drop(journal.forget_before().await) });
        }
    }

    /// Whether there is a journal that answers.
    pub async fn has_journal(self) -> bool {
        self.may_keep() && self.joined().await.is_ok()
    }

    /// The journal. Right after a start it may not have joined yet: it is waited for, some ten seconds at
    /// most.
    async fn joined(self) -> Result<Journal, Failed> {
        let mut turns = 0;
        while self.is_joining() && turns < 2500 {
            clock::moment().await;
            turns += 1;
        }
        self.journal.get_value().ok_or(JsValue::NULL)
    }

    /// Goes on with an undo of which the first store still holds what had been written: it was stopped on
    /// its way, or killed before the first store was on the disk. Forgets one of which it holds nothing.
    pub(super) async fn finish_undo(self, journal: &Journal) -> Result<(), Failed> {
        let mut texts = Vec::new();
        let mut is_over = true;
        for Undone {
            key,
            before,
            written,
        } in journal.undone().await?
        {
            is_over = false;
            if written.is_none() || storage::read(&key).ok().flatten() == written {
                texts.push((key, before));
            }
        }
        if !texts.is_empty() {
            self.copy(&texts, &|_, _| {}).await;
        } else if !is_over {
            journal.forget_undone().await?;
        }
        Ok(())
    }

    /// Brings the first store to what the journal has, and shows it. Whether all of it is there now.
    async fn copy(
        self,
        texts: &[(String, Option<String>)],
        progress: &dyn Fn(usize, usize),
    ) -> bool {
        let mut is_all = true;
        let mut done = 0;
        let epoch = self.epoch();
        for some in texts.chunks(AT_ONCE) {
            if self.epoch() != epoch {
                return true;
            }
            for (key, text) in some {
                // What was altered here again since is on its way, and stays.
                if !self.is_on_its_way(key) {
                    is_all &= self.put_back_first(key, text.as_deref()).is_ok();
                }
            }
            done += some.len();
            progress(done, texts.len());
            clock::pause().await;
        }
        self.read_anew().await;
        self.say_to_others("", "");
        // What is shown now is drawn before all of these are dropped.
        clock::pause().await;
        is_all
    }

    fn put_back_first(self, key: &str, text: Option<&str>) -> Result<(), Fault> {
        match text {
            Some(text) => self.put_first(key, text, true),
            None => {
                self.ahead
                    .update(|ahead| ahead.retain(|(there, _)| there != key));
                storage::remove(key)
            }
        }
    }
}
