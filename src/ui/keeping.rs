//! Both stores together. The first one answers at once and everything reads it; the journal follows, and
//! what it has said it has is on the disk.

use crate::ui::signals::*;
use leptos::reactive::spawn_local;

use crate::browser::journal::{Failed, Journal};
use crate::browser::storage::{self, Fault};
use crate::diary::Diary;
use crate::diary::heal::{Healing, Holding, heal};
use crate::diary::stored::PREFIX;

/// How many times everything was erased here.
const EPOCH: &str = "unknot/epoch";

/// Where the last change has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// Nothing was changed yet.
    Quiet,
    /// It is in the first store, and on its way to the disk.
    OnItsWay,
    /// It is on the disk.
    Saved,
    /// This browser has no journal, or none that works: what was noted last can be lost when it is
    /// killed.
    NoJournal,
}

/// What was found when the two stores were compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// How many records the first store had lost.
    pub again: usize,
    /// Whether the first store was emptied: everything had been erased.
    pub emptied: bool,
}

/// The two stores.
#[derive(Clone, Copy)]
pub struct Keeping {
    journal: StoredValue<Option<Journal>>,
    /// Keys that the journal does not have as they are now.
    waiting: StoredValue<Vec<String>>,
    is_writing: StoredValue<bool>,
    safety: RwSignal<Safety>,
}

impl Keeping {
    /// Begins without the journal; it joins when it has answered, and what both then differ in is
    /// mended. `diary` knows what the first store has; `found` is told what was mended there.
    pub fn begin(diary: RwSignal<Diary>, found: impl FnOnce(Found) + 'static) -> Keeping {
        let keeping = Keeping {
            journal: StoredValue::new(None),
            waiting: StoredValue::new(Vec::new()),
            is_writing: StoredValue::new(false),
            safety: RwSignal::new(Safety::Quiet),
        };
        spawn_local(async move {
            match join(diary).await {
                Ok((journal, mended)) => {
                    keeping.journal.set_value(Some(journal));
                    found(mended);
                    keeping.write();
                }
                Err(_) => keeping.safety.set(Safety::NoJournal),
            }
        });
        keeping
    }

    /// Where the last change has come to.
    pub fn safety(self) -> Safety {
        self.safety.get()
    }

    /// What stands under this key in the first store goes into the journal.
    pub fn keep(self, key: &str) {
        self.waiting.update_value(|waiting| {
            if !waiting.iter().any(|there| there == key) {
                waiting.push(key.to_string());
            }
        });
        if self.safety.get_untracked() != Safety::NoJournal {
            self.safety.set(Safety::OnItsWay);
        }
        self.write();
    }

    /// Empties both stores. The first one knows at once that it was erased, so that an end in the
    /// middle is no way back.
    ///
    /// # Errors
    /// [`Fault`] of the first store.
    pub fn erase(self) -> Result<(), Fault> {
        let epoch = first_epoch() + 1;
        let mark = || storage::write(EPOCH, &epoch.to_string());
        let marked = mark();
        empty_first()?;
        // It was too full even for that. Now it is not.
        marked.or_else(|_| mark())?;
        self.waiting.set_value(Vec::new());
        if let Some(journal) = self.journal.get_value() {
            spawn_local(async move {
                let erased = Healing {
                    epoch,
                    empty_journal: true,
                    ..Healing::default()
                };
                self.said(journal.heal(&erased).await);
            });
        }
        Ok(())
    }

    /// Writes what waits, one transaction after another.
    fn write(self) {
        let Some(journal) = self.journal.get_value() else {
            return;
        };
        if self.is_writing.get_value() || self.waiting.with_value(Vec::is_empty) {
            return;
        }
        self.is_writing.set_value(true);
        spawn_local(async move {
            let keys = self.waiting.get_value();
            self.waiting.set_value(Vec::new());
            // Read now and not when it was changed: it may have changed again, here or elsewhere.
            let mut texts = Vec::new();
            for key in keys {
                if let Ok(text) = storage::read(&key) {
                    texts.push((key, text));
                }
            }
            let kept = journal.keep(&texts).await;
            self.is_writing.set_value(false);
            if kept.is_err() {
                // They wait for the next change: "saved" is said of all of them, or not at all.
                self.waiting.update_value(|waiting| {
                    waiting.extend(texts.into_iter().map(|(key, _)| key));
                });
                return self.said(kept);
            }
            self.said(kept);
            self.write();
        });
    }

    fn said(self, kept: Result<(), Failed>) {
        self.safety.set(match kept {
            Err(_) => Safety::NoJournal,
            Ok(()) if self.waiting.with_value(Vec::is_empty) => Safety::Saved,
            Ok(()) => Safety::OnItsWay,
        });
    }
}

/// Opens the journal, and makes both stores the same.
async fn join(diary: RwSignal<Diary>) -> Result<(Journal, Found), Failed> {
    let journal = Journal::open().await?;
    let there = journal.read().await?;
    let mut records = Vec::new();
    for key in diary.with_untracked(Diary::keys) {
        if let Ok(Some(text)) = storage::read(&key) {
            records.push((key, text));
        }
    }
    let here = Holding {
        epoch: first_epoch(),
        records,
    };
    let healing = heal(&here, &there);
    if healing.empty_first {
        let _ = empty_first();
    }
    if healing.epoch > here.epoch {
        let _ = storage::write(EPOCH, &healing.epoch.to_string());
    }
    let mut again = 0;
    for (key, text) in &healing.to_first {
        again += usize::from(storage::write(key, text).is_ok());
    }
    let found = Found {
        again,
        emptied: healing.empty_first,
    };
    if healing.empty_journal || !healing.to_journal.is_empty() || healing.epoch > there.epoch {
        journal.heal(&healing).await?;
    }
    Ok((journal, found))
}

fn first_epoch() -> u32 {
    let text = storage::read(EPOCH).ok().flatten();
    text.and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// Everything of ours, settings and what was typed included, but for the epoch.
fn empty_first() -> Result<(), Fault> {
    for (key, _) in storage::all()? {
        if key.starts_with(PREFIX) && key != EPOCH {
            storage::remove(&key)?;
        }
    }
    Ok(())
}
