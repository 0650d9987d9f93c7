//! The start: the journal is opened, and both stores become the same.

use leptos::prelude::*;

use super::{AT_ONCE, EPOCH, Keeping, News, empty_first, erased, first_epoch};
use crate::browser::clock;
use crate::browser::journal::{Failed, Journal};
use crate::browser::storage;
use crate::diary::Diary;
use crate::diary::heal::{Holding, heal};
use crate::diary::stored;

impl Keeping {
    /// Reads the whole diary from what is stored, by and by.
    pub async fn read_anew(self) {
        self.since.set_value(Vec::new());
        let mut diary = Diary::default();
        for some in self.all().unwrap_or_default().chunks(AT_ONCE) {
            for (key, text) in some {
                if stored::is_record(key) {
                    diary.take_in(key, text);
                }
            }
            clock::pause().await;
        }
        for key in self.since.get_value() {
            if let Ok(Some(text)) = self.text(&key) {
                diary.take_in(&key, &text);
            }
        }
        self.diary.set(diary);
    }

    /// Opens the journal, and makes both stores the same.
    pub(super) async fn join(self) -> Result<(), Failed> {
        let journal = Journal::open().await?;
        self.finish_undo(&journal).await?;
        let there = journal.read().await?;
        let mut records = Vec::new();
        for key in self.diary.with_untracked(Diary::keys) {
            if let Ok(Some(text)) = storage::read(&key) {
                records.push((key, text));
            }
        }
        let marked = first_epoch();
        let here = Holding {
            epoch: marked.unwrap_or(0),
            records,
        };
        let healing = heal(&here, &there);
        if healing.empty_first {
            let _ = empty_first();
            self.tell(News::Erased);
        }
        if marked != Some(healing.epoch) {
            let _ = storage::write(EPOCH, &healing.epoch.to_string());
        }
        for (key, text) in &healing.to_first {
            let _ = self.put_first(key, text, true);
        }
        if !healing.to_first.is_empty() {
            self.diary.update(|diary| {
                for (key, text) in &healing.to_first {
                    diary.take_in(key, text);
                }
            });
            self.tell(News::FoundAgain(healing.to_first.len()));
        }
        if healing.empty_journal || !healing.to_journal.is_empty() || healing.epoch > there.epoch {
            journal.heal(&healing).await?;
        }
        self.epoch.set_value(healing.epoch);
        // Erased in the meantime.
        let now = self.epoch();
        if now > healing.epoch {
            journal.heal(&erased(now)).await?;
        }
        self.journal.set_value(Some(journal));
        Ok(())
    }
}
