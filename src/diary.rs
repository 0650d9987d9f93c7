//! What happened to *this* person: episodes, check-ups, their stored form, and what can be counted
//! from them. Plain Rust: no browser, and no clock (`now` is always a parameter).

use std::collections::BTreeMap;

use chrono::TimeDelta;

pub mod backup;
pub mod checkup;
pub mod draft;
pub mod episode;
pub mod moment;
pub mod stored;
pub mod trends;

use checkup::{Checkup, CheckupId};
use episode::{Episode, EpisodeId};
use moment::Moment;
use stored::{Record, Unreadable};

/// Everything that was kept, as far as it could be read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Diary {
    episodes: BTreeMap<EpisodeId, Episode>,
    checkups: BTreeMap<CheckupId, Checkup>,
    unreadable: BTreeMap<String, Unreadable>,
}

impl Diary {
    /// A diary of these stored texts. What cannot be read costs nothing else.
    pub fn of<K: AsRef<str>, T: AsRef<str>>(stored: impl IntoIterator<Item = (K, T)>) -> Diary {
        let mut diary = Diary::default();
        for (key, text) in stored {
            diary.take_in(key.as_ref(), text.as_ref());
        }
        diary
    }

    /// Takes in one stored text, in place of what was known under its key.
    pub fn take_in(&mut self, key: &str, text: &str) {
        self.forget(key);
        match stored::decode(key, text) {
            Ok(record) => self.put(record),
            Err(unreadable) => {
                self.unreadable.insert(key.to_string(), unreadable);
            }
        }
    }

    /// Takes in one record, in place of the one with its id.
    pub fn put(&mut self, record: Record) {
        match record {
            Record::Episode(episode) => {
                self.episodes.insert(episode.id.clone(), episode);
            }
            Record::Checkup(checkup) => {
                self.checkups.insert(checkup.id.clone(), checkup);
            }
        }
    }

    /// Drops what is known under a key, when its record has gone from the store.
    pub fn forget(&mut self, key: &str) {
        self.unreadable.remove(key);
        if let Some(id) = stored::episode_id(key) {
            self.episodes.remove(&id);
        } else if let Some(id) = stored::checkup_id(key) {
            self.checkups.remove(&id);
        }
    }

    /// The episode with this id, deleted ones included.
    pub fn episode(&self, id: &EpisodeId) -> Option<&Episode> {
        self.episodes.get(id)
    }

    /// The check-up with this id.
    pub fn checkup(&self, id: &CheckupId) -> Option<&Checkup> {
        self.checkups.get(id)
    }

    /// Every episode that was not deleted, in no particular order.
    pub fn episodes(&self) -> impl Iterator<Item = &Episode> {
        self.episodes
            .values()
            .filter(|episode| episode.deleted.is_none())
    }

    /// Every episode that was not deleted, the latest start first.
    pub fn newest_first(&self) -> Vec<&Episode> {
        let mut episodes: Vec<_> = self.episodes().collect();
        episodes.sort_by(|a, b| b.start.cmp(&a.start).then_with(|| b.id.cmp(&a.id)));
        episodes
    }

    /// Deleted episodes that can still be brought back, the last deleted first.
    pub fn deleted(&self) -> Vec<&Episode> {
        let mut episodes: Vec<_> = self
            .episodes
            .values()
            .filter(|episode| episode.deleted.is_some())
            .collect();
        episodes.sort_by_key(|episode| std::cmp::Reverse(episode.deleted));
        episodes
    }

    /// The running episode. Should there be two (two tabs, a restore), the one that began last.
    pub fn running(&self) -> Option<&Episode> {
        self.episodes()
            .filter(|episode| episode.end.is_none())
            .max_by_key(|episode| episode.start)
    }

    /// The ended episode that began last.
    pub fn last_ended(&self) -> Option<&Episode> {
        self.episodes()
            .filter(|episode| episode.end.is_some())
            .max_by_key(|episode| episode.start)
    }

    /// Every check-up, the latest first.
    pub fn checkups(&self) -> Vec<&Checkup> {
        let mut checkups: Vec<_> = self.checkups.values().collect();
        checkups.sort_by_key(|checkup| std::cmp::Reverse(checkup.started));
        checkups
    }

    /// The check-up that was left half-way within the last hour.
    pub fn left_checkup(&self, now: &Moment) -> Option<&Checkup> {
        self.checkups()
            .into_iter()
            .next()
            .filter(|checkup| checkup.finished.is_none())
            .filter(|checkup| moment::span(&checkup.started, now) < TimeDelta::hours(1))
    }

    /// The check-ups taken during an episode, the latest first.
    pub fn checkups_of(&self, id: &EpisodeId) -> Vec<&Checkup> {
        let mut checkups = self.checkups();
        checkups.retain(|checkup| checkup.episode.as_ref() == Some(id));
        checkups
    }

    /// Stored texts that this version cannot read. They are kept as they are.
    pub fn unreadable(&self) -> impl Iterator<Item = &Unreadable> {
        self.unreadable.values()
    }

    /// Whether nothing at all was kept.
    pub fn is_empty(&self) -> bool {
        self.episodes.is_empty() && self.checkups.is_empty() && self.unreadable.is_empty()
    }
}
