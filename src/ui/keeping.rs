//! Both stores together. The first one answers at once and everything reads it; the journal follows, and
//! what it has said it has is on the disk. It is the journal that orders the tabs: what several of them
//! alter at once comes together there, and each is told what came of it.

mod erase;
mod join;
mod many;
mod next;
mod others;

use std::time::Duration;

use leptos::prelude::*;
use leptos::reactive::spawn_local;
use web_sys::BroadcastChannel;

use crate::browser::journal::Journal;
use crate::browser::storage::{self, Fault};
use crate::diary::Diary;
use crate::diary::merge::Edit;
use crate::diary::stored;

pub use erase::EPOCH;
use erase::first_epoch;

/// So many records go into the first store at once when there are many: it never holds up the page.
const AT_ONCE: usize = 200;

/// Where the last change has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// Nothing was changed yet.
    Quiet,
    /// It is shown, and on its way to the disk.
    OnItsWay,
    /// It is on the disk.
    Saved,
    /// This browser has no journal, or none that works: what was noted last can be lost when it is
    /// killed.
    NoJournal,
}

/// What is told of the stores, and of what other tabs did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// The whole diary is read.
    Whole,
    /// Both stores are the same by now, or there is only one.
    Joined,
    /// So many records were found again that the first store had lost.
    FoundAgain(usize),
    /// The journal had been emptied, and is filled again from the first store.
    FilledAgain,
    /// The browser has emptied both stores.
    Cleared,
    /// Everything was erased.
    Erased,
    /// What only the journal could have kept it has not kept either.
    NotKept,
}

/// The two stores.
#[derive(Clone, Copy)]
pub struct Keeping {
    journal: StoredValue<Option<Journal>>,
    diary: RwSignal<Diary>,
    tell: StoredValue<Option<Callback<News>>>,
    /// What the journal does not have yet, and of it what is being written.
    waiting: StoredValue<Vec<Edit>>,
    writing: StoredValue<Vec<Edit>>,
    /// What the first store has no room for.
    ahead: RwSignal<Vec<(String, String)>>,
    safety: RwSignal<Safety>,
    looking: RwSignal<bool>,
    /// The keys that were written, here or in another tab, while the diary is read anew.
    since: StoredValue<Vec<String>>,
    /// The code units of what is in the first store, as of the last time that all of it was read.
    taken: RwSignal<usize>,
    /// The epoch of the journal.
    epoch: StoredValue<u32>,
    /// How often the journal has answered.
    answers: StoredValue<u32>,
    others: StoredValue<Option<BroadcastChannel>>,
}

impl Keeping {
    /// Both, not begun yet. `diary` shows what they hold.
    pub fn of(diary: RwSignal<Diary>) -> Keeping {
        Keeping {
            journal: StoredValue::new(None),
            diary,
            tell: StoredValue::new(None),
            waiting: StoredValue::new(Vec::new()),
            writing: StoredValue::new(Vec::new()),
            ahead: RwSignal::new(Vec::new()),
            safety: RwSignal::new(Safety::Quiet),
            looking: RwSignal::new(false),
            since: StoredValue::new(Vec::new()),
            taken: RwSignal::new(0),
            epoch: StoredValue::new(0),
            answers: StoredValue::new(0),
            others: StoredValue::new(BroadcastChannel::new("unknot").ok()),
        }
    }

    /// Begins without the journal; it joins when it has answered, and what both then differ in is
    /// mended. `tell` hears what that was, and what other tabs do.
    pub fn begin(self, tell: Callback<News>) {
        self.tell.set_value(Some(tell));
        self.listen();
        if first_epoch().is_none() {
            // A new one here is quick to find: that is no news.
            let look = move |looking| self.looking.set(looking && self.is_joining());
            set_timeout(move || look(true), Duration::from_millis(300));
            set_timeout(move || look(false), Duration::from_secs(2));
        }
        spawn_local(async move {
            self.read_anew().await;
            self.expect_an_answer();
            let joined = self.join().await;
            self.answered();
            match joined {
                Ok(()) => {
                    if !self.may_keep() {
                        self.safety.set(Safety::Quiet);
                    }
                    self.write();
                }
                Err(_) => self.failed(),
            }
            self.tell(News::Joined);
            self.looking.set(false);
        });
    }

    /// Where the journal says nothing for so long, what waits for it is not called on its way any more. It
    /// may still answer.
    fn expect_an_answer(self) {
        let answers = self.answers.get_value();
        let look = move || {
            if self.answers.get_value() == answers {
                self.said(false);
            }
        };
        set_timeout(look, Duration::from_secs(10));
    }

    fn answered(self) {
        self.answers.update_value(|answers| *answers += 1);
    }

    fn tell(self, news: News) {
        if let Some(tell) = self.tell.get_value() {
            tell.run(news);
        }
    }

    /// How many code units are in the first store, as of the last time that they were counted.
    pub fn taken(self) -> usize {
        self.taken.get()
    }

    fn is_joining(self) -> bool {
        self.journal.with_value(Option::is_none) && self.safety.get_untracked() != Safety::NoJournal
    }

    /// Where the last change has come to.
    pub fn safety(self) -> Safety {
        self.safety.get()
    }

    /// Whether the diary may be in the journal alone, which has not answered yet.
    pub fn looking(self) -> bool {
        self.looking.get()
    }

    /// How many records are in the journal alone, because the first store takes no more.
    pub fn ahead(self) -> usize {
        self.ahead.with(Vec::len)
    }

    /// What is stored under a key: what is on its way included.
    ///
    /// # Errors
    /// [`Fault`] of the first store, where there is no journal beside it.
    pub fn text(self, key: &str) -> Result<Option<String>, Fault> {
        let ahead = self.ahead.with_untracked(|ahead| {
            let there = ahead.iter().find(|(there, _)| there == key);
            there.map(|(_, text)| text.clone())
        });
        let mut text = match (ahead, storage::read(key)) {
            (Some(text), _) => Some(text),
            (None, Ok(text)) => text,
            (None, Err(_)) if self.may_keep() => None,
            (None, Err(fault)) => return Err(fault),
        };
        let edits = [self.writing, self.waiting].map(|edits| {
            edits.with_value(|edits| edits.iter().find(|edit| edit.key == key).cloned())
        });
        let latest = edits.iter().flatten().next_back();
        if latest.is_some_and(|edit| text.as_ref() != Some(&edit.mine)) {
            // Another tab has stored its own in between.
            for edit in edits.iter().flatten() {
                let settled = text.as_deref().and_then(|there| edit.settled(Some(there)));
                text = settled.or(text);
            }
        }
        Ok(text)
    }

    /// Everything that is stored, by key: the records that only the journal has included.
    ///
    /// # Errors
    /// [`Fault`] of the first store, where it has nothing beside it.
    pub fn all(self) -> Result<Vec<(String, String)>, Fault> {
        let ahead = self.ahead.get_untracked();
        let mut all = match storage::all() {
            Err(fault) if ahead.is_empty() => return Err(fault),
            all => all.unwrap_or_default(),
        };
        for (key, text) in ahead {
            match all.binary_search_by(|(there, _)| there.cmp(&key)) {
                Ok(place) => all[place].1 = text,
                Err(place) => all.insert(place, (key, text)),
            }
        }
        Ok(all)
    }

    /// Whether the journal keeps what the first store refuses, as far as is known.
    pub fn may_keep(self) -> bool {
        self.safety.get_untracked() != Safety::NoJournal
    }

    /// Stores what a record became. Where the first store takes it not, the journal does.
    ///
    /// # Errors
    /// [`Fault`] of the first store, where there is no journal beside it. Then nothing is stored.
    pub fn store(self, edit: Edit) -> Result<(), Fault> {
        self.put_first(&edit.key, &edit.mine, self.may_keep())?;
        self.keep(vec![edit]);
        Ok(())
    }

    /// These edits, which the first store has, go into the journal.
    pub fn keep(self, edits: Vec<Edit>) {
        self.waiting.update_value(|waiting| {
            let known = waiting.len();
            for edit in edits {
                match waiting[..known]
                    .iter_mut()
                    .find(|there| there.key == edit.key)
                {
                    Some(there) => there.then(edit),
                    None => waiting.push(edit),
                }
            }
        });
        if self.safety.get_untracked() != Safety::NoJournal {
            self.safety.set(Safety::OnItsWay);
        }
        self.write();
    }

    /// Puts a text into the first store, or beside it where it may be ahead of that.
    fn put_first(self, key: &str, text: &str, may_be_ahead: bool) -> Result<(), Fault> {
        self.since.update_value(|since| since.push(key.to_string()));
        let stored = storage::write(key, text);
        if let Err(fault) = stored
            && !may_be_ahead
        {
            return Err(fault);
        }
        let is_ahead = |ahead: &Vec<(String, String)>| ahead.iter().any(|(there, _)| there == key);
        if stored.is_err() || self.ahead.with_untracked(is_ahead) {
            self.ahead.update(|ahead| {
                ahead.retain(|(there, _)| there != key);
                if stored.is_err() {
                    ahead.push((key.to_string(), text.to_string()));
                }
            });
        }
        Ok(())
    }

    /// Writes what waits, one transaction after another.
    fn write(self) {
        let Some(journal) = self.journal.get_value() else {
            return;
        };
        let is_writing = !self.writing.with_value(Vec::is_empty);
        if is_writing || self.waiting.with_value(Vec::is_empty) {
            return;
        }
        let edits = self.waiting.get_value();
        self.writing.set_value(edits.clone());
        self.waiting.set_value(Vec::new());
        self.expect_an_answer();
        spawn_local(async move {
            let epoch = self.epoch();
            let settled = journal.settle(epoch, &edits, false).await;
            self.answered();
            self.writing.set_value(Vec::new());
            match settled {
                Ok(None) => {
                    for edit in edits {
                        let _ = storage::remove(&edit.key);
                    }
                    self.tell(News::Erased);
                    // Nothing is on its way any more, and nothing of it was saved.
                    self.safety.set(Safety::Quiet);
                }
                // Everything was erased meanwhile.
                _ if self.epoch() != epoch => self.write(),
                Ok(Some(texts)) => {
                    for (key, text) in &texts {
                        self.take_in(key, text);
                        self.say_to_others(key, text);
                    }
                    // What cannot be read there stays there, and what should be in its place is not safe.
                    self.said(texts.len() == edits.len());
                    self.write();
                }
                Err(_) => {
                    // They wait for the next change: "saved" is said of all of them, or not at all.
                    self.waiting.update_value(|waiting| {
                        for edit in edits {
                            match waiting.iter_mut().find(|there| there.key == edit.key) {
                                Some(there) => {
                                    let next = std::mem::replace(there, edit);
                                    there.then(next);
                                }
                                None => waiting.push(edit),
                            }
                        }
                    });
                    self.failed();
                }
            }
        });
    }

    /// Shows what the journal has, and brings the first store to it. What was altered here again since
    /// is on its way there, and stays.
    fn take_in(self, key: &str, text: &str) {
        if self.is_on_its_way(key) {
            return;
        }
        // News may come in any order.
        if self.is_older(key, text) {
            return;
        }
        if storage::read(key).ok().flatten().as_deref() != Some(text) {
            let _ = self.put_first(key, text, true);
        }
        self.show(key, text);
    }

    /// Whether a change of the record is on its way to the journal.
    fn is_on_its_way(self, key: &str) -> bool {
        let is_this = |edits: &Vec<Edit>| edits.iter().any(|edit| edit.key == key);
        self.waiting.with_value(is_this) || self.writing.with_value(is_this)
    }

    /// Whether a newer form of the record is shown.
    fn is_older(self, key: &str, text: &str) -> bool {
        self.diary.with_untracked(|diary| {
            let shown = diary.record(key).map_or(0, |shown| shown.revision());
            shown > stored::decode(key, text).map_or(shown, |record| record.revision())
        })
    }

    /// Shows a record as it is stored, unless it is shown so already.
    pub fn show(self, key: &str, text: &str) {
        self.since.update_value(|since| since.push(key.to_string()));
        let is_shown = self.diary.with_untracked(|diary| {
            let shown = diary.record(key);
            shown.is_some() && shown == stored::decode(key, text).ok().as_ref()
        });
        if !is_shown {
            self.diary.update(|diary| diary.take_in(key, text));
        }
    }

    fn said(self, is_kept: bool) {
        let is_idle =
            self.waiting.with_value(Vec::is_empty) && self.writing.with_value(Vec::is_empty);
        self.safety.set(match is_kept {
            false => Safety::NoJournal,
            true if is_idle => Safety::Saved,
            true => Safety::OnItsWay,
        });
    }

    fn failed(self) {
        self.said(false);
        let keys = self.waiting.get_value();
        let is_lost = self.ahead.with_untracked(|ahead| {
            let is_ahead = |edit: &Edit| ahead.iter().any(|(key, _)| *key == edit.key);
            keys.iter().any(is_ahead)
        });
        if is_lost {
            self.tell(News::NotKept);
        }
    }
}
