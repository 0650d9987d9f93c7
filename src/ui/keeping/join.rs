//! The start: the journal is opened, and both stores become the same.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::erase::{EPOCH, empty_first, finish_erasing, first_epoch, settled_epoch};
use super::next::finish_import;
use super::{Keeping, News};
use crate::browser::clock;
use crate::browser::journal::{Failed, Journal};
use crate::browser::storage::{self, Fault};
use crate::diary::Diary;
use crate::diary::heal::{Healing, Holding, heal};
use crate::diary::merge::Edit;
use crate::diary::stored::{self, PREFIX};

/// So many of each kind are read before anything is shown.
const NEWEST: usize = 60;

/// And then so many before it is looked whether the page must have its turn.
const READ_AT_ONCE: usize = 1_000;

/// What came of comparing both stores.
struct Compared {
    /// How often the first store was erased, if anything says so.
    marked: Option<u32>,
    /// How often the journal was.
    there: u32,
    /// Whether neither holds a record.
    is_bare: bool,
    /// Whether the journal holds none.
    is_bare_there: bool,
    healing: Healing,
}

impl Keeping {
    /// Reads what the start needs, at once: what was noted last. (An id begins with its time.)
    ///
    /// # Errors
    /// [`Fault`], where the first store cannot be read.
    pub fn read_newest(self) -> Result<(), Fault> {
        // What is hindered now the next start does.
        let _ = finish_erasing();
        let _ = finish_import();
        let keys = storage::keys(PREFIX)?;
        let kind = |key: &str| key.rfind('/').map_or(0, |end| end + 1);
        let mut late = Vec::new();
        for (n, key) in keys.iter().enumerate() {
            let later = keys.get(n + NEWEST);
            let is_late = later.is_none_or(|later| later[..kind(later)] != key[..kind(key)]);
            if is_late && stored::is_record(key) {
                late.push(key.clone());
            }
        }
        let texts = storage::texts(&late)?;
        self.diary.set(Diary::of(texts));
        Ok(())
    }

    /// Reads the whole diary from what is stored: a small one at once, a large one by and by.
    pub async fn read_anew(self) {
        let _ = finish_erasing();
        loop {
            let epoch = first_epoch();
            self.since.set_value(Vec::new());
            // Where it cannot be read, what is shown stays.
            let Ok(keys) = storage::keys(PREFIX) else {
                return self.tell(News::Whole);
            };
            let mut diary = Diary::default();
            let (mut taken, mut begun) = (0, 0.0);
            for some in keys.chunks(READ_AT_ONCE) {
                if keys.len() > READ_AT_ONCE {
                    clock::pause_after_a_while(&mut begun).await;
                }
                let read = storage::look(some, &mut |key, text| {
                    taken += units(key) + units(text);
                    if stored::is_record(key) {
                        diary.take_in(key, text);
                    }
                });
                if read.is_err() {
                    return self.tell(News::Whole);
                }
            }
            // To show a large one takes a turn of its own.
            if keys.len() > READ_AT_ONCE {
                drop(keys);
                clock::pause().await;
            }
            for (key, text) in self.ahead.get_untracked() {
                diary.take_in(&key, &text);
            }
            for key in self.since.get_value() {
                if let Ok(Some(text)) = self.text(&key) {
                    diary.take_in(&key, &text);
                }
            }
            // Erased in the meantime: then nothing of it counts.
            if first_epoch() == epoch {
                if self.diary.with_untracked(|shown| *shown != diary) {
                    self.diary.set(diary);
                }
                self.tell(News::Whole);
                return self.taken.set(taken + storage::taken_by_others());
            }
        }
    }

    /// Counts anew how much is in the first store.
    pub fn count(self) {
        let mut taken = storage::taken_by_others();
        let keys = storage::keys(PREFIX).unwrap_or_default();
        let _ = storage::look(&keys, &mut |key, text| taken += units(key) + units(text));
        self.taken.set(taken);
    }

    /// Compares both stores, a piece at a time.
    async fn compare(self, journal: &Journal) -> Result<Compared, Failed> {
        let marked = settled_epoch().map_err(|_| JsValue::NULL)?;
        let keys = self.diary.with_untracked(Diary::keys);
        let (mut is_bare, mut is_bare_there) = (true, true);
        let (mut from, mut healing) = (0, Healing::default());
        let mut piece = |there: Holding, until: Option<&str>| {
            let is_in = |key: &String| until.is_none_or(|until| key.as_str() <= until);
            let end = from + keys[from..].iter().take_while(|key| is_in(key)).count();
            let here = Holding {
                epoch: marked.unwrap_or(0),
                records: storage::texts(&keys[from..end]).unwrap_or_default(),
            };
            from = end;
            is_bare_there &= there.records.is_empty();
            is_bare &= here.records.is_empty() && there.records.is_empty();
            healing.and(heal(&here, &there));
        };
        let there = journal.read(&mut piece).await?;
        Ok(Compared {
            marked,
            there,
            is_bare,
            is_bare_there,
            healing,
        })
    }

    /// Opens the journal, and makes both stores the same.
    pub(super) async fn join(self) -> Result<(), Failed> {
        let journal = Journal::open().await?;
        if !journal.is_settled().await? {
            journal.follow_up().await?;
            self.finish_undo(&journal).await?;
        }
        let compared = loop {
            let compared = self.compare(&journal).await?;
            // Erased in the meantime: then what is here no more was not lost.
            if settled_epoch() == Ok(compared.marked) {
                break compared;
            }
        };
        let Compared {
            marked,
            there,
            is_bare,
            is_bare_there,
            healing,
        } = compared;
        let is_unmarked = marked.is_none() && there == 0;
        if healing.empty_first {
            let _ = empty_first(healing.epoch);
            self.tell(News::Erased);
        }
        if marked != Some(healing.epoch) && !(is_bare && is_unmarked) {
            let _ = storage::write(EPOCH, &healing.epoch.to_string());
        }
        // Erased before the journal was there, and only this visit knows of it: the first store takes no mark.
        let now = self.epoch();
        if now > healing.epoch {
            journal.mark(now, true).await?;
            self.journal.set_value(Some(journal));
            return Ok(());
        }
        let mut news = healing.to_first;
        news.retain(|(key, text)| !self.is_older(key, text));
        if !news.is_empty() {
            let mut lost = 0_usize;
            for (key, text) in &news {
                // What another tab has stored meanwhile was not lost.
                if storage::read(key).ok().flatten().as_ref() != Some(text) {
                    let _ = self.put_first(key, text, true);
                    lost += 1;
                }
            }
            self.diary.update(|diary| {
                for (key, text) in &news {
                    diary.take_in(key, text);
                }
            });
            // Nor was what the first store still has no room for.
            let ahead = self.ahead.with_untracked(Vec::len);
            self.tell(News::FoundAgain(lost.saturating_sub(ahead)));
        }
        if healing.empty_journal || healing.epoch > there {
            journal.mark(healing.epoch, healing.empty_journal).await?;
        }
        self.epoch.set_value(healing.epoch);
        // Erased in the meantime.
        let now = self.epoch();
        if now > healing.epoch {
            journal.mark(now, true).await?;
        } else if !healing.to_journal.is_empty() {
            // By what is in it then: another tab may be quicker.
            let mut edits = Vec::new();
            let at = clock::now();
            for (key, mine) in healing.to_journal {
                let is_this = |edits: &Vec<Edit>| edits.iter().any(|edit| edit.key == key);
                if !self.waiting.with_value(is_this) {
                    let base = None;
                    edits.push(Edit {
                        key,
                        base,
                        mine,
                        at,
                    });
                }
            }
            // They had come together before.
            if is_bare_there && marked.is_some() && !edits.is_empty() {
                self.tell(News::FilledAgain);
            }
            self.keep(edits);
        }
        self.journal.set_value(Some(journal));
        if !is_bare {
            storage::leave_trace();
        } else if is_unmarked && storage::has_trace().await {
            storage::remove_trace();
            self.tell(News::Cleared);
        }
        Ok(())
    }
}

/// The code units of a text, as the store counts them. Most are plain.
fn units(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.encode_utf16().count()
    }
}
