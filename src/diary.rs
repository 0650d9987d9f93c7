//! What happened to *this* person: episodes, check-ups, the profile, their stored form, and statistics of them. Plain Rust:
//! no browser, and no clock (`now` is always a parameter).

pub mod again;
pub mod asks;
pub mod backup;
pub mod before;
pub mod calendar;
pub mod cards;
pub mod checkup;
pub mod compact;
pub mod day;
pub mod draft;
pub mod episode;
pub mod export;
pub mod facts;
pub mod field;
pub mod filter;
pub mod handover;
pub mod history;
pub mod ics;
pub mod id;
pub mod import;
pub mod join;
pub mod json;
pub mod marks;
pub mod merge;
pub mod moment;
pub mod place;
pub mod profile;
pub mod programme;
pub mod radiation;
pub mod relief;
pub mod reminders;
pub mod report;
pub mod scores;
pub mod session;
pub mod settings;
pub mod stamp;
pub mod stored;
pub mod timer;
pub mod trends;
pub mod usual;
pub mod watch;

use chrono::NaiveDate;

use checkup::Checkup;
use day::Day;
use episode::Episode;
use id::{CheckupId, EpisodeId};
use moment::Moment;
use profile::Profile;
use programme::Programme;
use settings::Settings;
use stored::{Record, Unreadable};

use crate::guide::order;

/// The days for which a deleted episode can be brought back.
pub const TRASH_DAYS: i64 = 30;

/// All records, readable or not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Diary {
    /// Sorted by key. A list of episodes holds indices into it.
    kept: Vec<(String, Kept)>,
    /// The keys of running episodes, sorted: they are needed after each tap, and a search through all records would be slower
    /// with a longer diary.
    running: Vec<String>,
}

/// The entry of one key.
#[derive(Debug, Clone, Default, PartialEq)]
struct Kept {
    record: Option<Record>,
    /// The stored text, if it is unreadable. A record beside it is of this visit only.
    unreadable: Option<Unreadable>,
}

impl Kept {
    fn read(key: &str, text: &str) -> Kept {
        match stored::decode(key, text) {
            Ok(record) => Kept {
                record: Some(record),
                unreadable: None,
            },
            Err(unreadable) => Kept {
                record: None,
                unreadable: Some(unreadable),
            },
        }
    }

    /// Whether the record is a running episode that is not deleted.
    fn runs(&self) -> bool {
        let episode = self.record.as_ref().and_then(Record::episode);
        episode.is_some_and(|one| one.deleted.is_none() && one.end.is_none())
    }
}

impl Diary {
    /// Makes a diary of stored keys and texts, in any order. Of two texts under one key the later one counts. Keys that are no
    /// records (drafts) are skipped. An unreadable text costs no other record.
    pub fn of<K: AsRef<str>, T: AsRef<str>>(stored: impl IntoIterator<Item = (K, T)>) -> Diary {
        let mut kept = Vec::new();
        for (key, text) in stored {
            let key = key.as_ref();
            if stored::is_record(key) {
                kept.push((key.to_string(), Kept::read(key, text.as_ref())));
            }
        }
        // Sorted once: inserting each in its place would be quadratic.
        order::last_of_each(&mut kept, |one, other| one.0.cmp(&other.0));
        let running = kept.iter().filter(|(_, kept)| kept.runs());
        let running = running.map(|(key, _)| key.clone()).collect();
        Diary { kept, running }
    }

    /// Inserts or replaces the record decoded from `text`.
    pub fn take_in(&mut self, key: &str, text: &str) {
        self.keep(key, Kept::read(key, text));
    }

    /// Inserts or replaces an entry.
    fn keep(&mut self, key: &str, kept: Kept) {
        let runs = kept.runs();
        match self.place(key) {
            Ok(place) => self.kept[place].1 = kept,
            Err(place) => self.kept.insert(place, (key.to_string(), kept)),
        }
        self.note(key, runs);
    }

    /// Notes whether the episode under a key runs.
    fn note(&mut self, key: &str, runs: bool) {
        match (
            self.running
                .binary_search_by(|there| there.as_str().cmp(key)),
            runs,
        ) {
            (Ok(place), false) => drop(self.running.remove(place)),
            (Err(place), true) => self.running.insert(place, key.to_string()),
            _ => {}
        }
    }

    fn known(&self, key: &str) -> Option<&Kept> {
        let place = self.place(key).ok()?;
        Some(&self.kept[place].1)
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        // A record that is read in order is appended.
        if self.kept.last().is_none_or(|(last, _)| last.as_str() < key) {
            return Err(self.kept.len());
        }
        self.kept
            .binary_search_by(|(there, _)| there.as_str().cmp(key))
    }

    /// Inserts or replaces a stored record.
    pub fn put(&mut self, record: Record) {
        let key = record.key();
        let kept = Kept {
            record: Some(record),
            unreadable: None,
        };
        self.keep(&key, kept);
    }

    /// Inserts a record that is not stored, for this visit. An unreadable text under its key stays beside it.
    pub fn put_for_now(&mut self, record: Record) {
        let key = record.key();
        let unreadable = self.known(&key).and_then(|kept| kept.unreadable.clone());
        let kept = Kept {
            record: Some(record),
            unreadable,
        };
        self.keep(&key, kept);
    }

    /// Removes the entry of a key that is gone from the store.
    pub fn forget(&mut self, key: &str) {
        if let Ok(place) = self.place(key) {
            self.kept.remove(place);
            self.note(key, false);
        }
    }

    /// The keys of all records, readable or not, sorted.
    pub fn keys(&self) -> Vec<String> {
        self.kept.iter().map(|(key, _)| key.clone()).collect()
    }

    /// The keys after `after`, up to and including `until`; `None` is the beginning and the end.
    pub fn keys_between(&self, after: Option<&str>, until: Option<&str>) -> Vec<String> {
        let behind = |key: Option<&str>, otherwise: usize| match key.map(|key| self.place(key)) {
            Some(Ok(place)) => place + 1,
            Some(Err(place)) => place,
            None => otherwise,
        };
        let kept = &self.kept[behind(after, 0)..behind(until, self.kept.len())];
        kept.iter().map(|(key, _)| key.clone()).collect()
    }

    /// Every record, deleted episodes included, sorted by key.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.kept
            .iter()
            .filter_map(|(_, kept)| kept.record.as_ref())
    }

    /// Every check-up, sorted by key.
    pub fn all_checkups(&self) -> impl Iterator<Item = &Checkup> {
        self.of_kind(stored::CHECKUP).filter_map(Record::checkup)
    }

    /// The records whose key has this prefix, found by binary search: pages ask often after each tap.
    fn of_kind(&self, prefix: &'static str) -> impl Iterator<Item = &Record> {
        let (Ok(from) | Err(from)) = self.place(prefix);
        self.kept[from..]
            .iter()
            .take_while(move |(key, _)| key.starts_with(prefix))
            .filter_map(|(_, kept)| kept.record.as_ref())
    }

    /// The record under a key.
    pub fn record(&self, key: &str) -> Option<&Record> {
        self.known(key)?.record.as_ref()
    }

    /// The stored text under a key, if it cannot be read.
    pub fn unreadable_text(&self, key: &str) -> Option<&str> {
        let unreadable = self.known(key)?.unreadable.as_ref()?;
        Some(&unreadable.text)
    }

    /// The episode with this id, deleted ones included.
    pub fn episode(&self, id: &EpisodeId) -> Option<&Episode> {
        self.record(&stored::episode_key(id))
            .and_then(Record::episode)
    }

    /// The check-up with this id.
    pub fn checkup(&self, id: &CheckupId) -> Option<&Checkup> {
        self.record(&stored::checkup_key(id))
            .and_then(Record::checkup)
    }

    /// The profile, if there is one.
    pub fn profile(&self) -> Option<&Profile> {
        match self.record(stored::PROFILE) {
            Some(Record::Profile(profile)) => Some(profile),
            _ => None,
        }
    }

    /// The record of one day, if there is one.
    pub fn day(&self, date: NaiveDate) -> Option<&Day> {
        match self.record(&stored::day_key(date)) {
            Some(Record::Day(day)) => Some(day),
            _ => None,
        }
    }

    /// Every day of which something is noted, in order.
    pub fn days(&self) -> impl Iterator<Item = &Day> {
        self.of_kind(stored::DAY).filter_map(|record| match record {
            Record::Day(day) if !day.is_empty() => Some(day),
            _ => None,
        })
    }

    /// The settings, if any was chosen.
    pub fn settings(&self) -> Option<&Settings> {
        match self.record(stored::SETTINGS) {
            Some(Record::Settings(settings)) => Some(settings),
            _ => None,
        }
    }

    /// The home programme, if there is one.
    pub fn programme(&self) -> Option<&Programme> {
        match self.record(stored::PROGRAMME) {
            Some(Record::Programme(programme)) => Some(programme),
            _ => None,
        }
    }

    /// Check-ups with an open emergency: the person has not told its outcome.
    pub fn alarms(&self) -> impl Iterator<Item = &Checkup> {
        self.all_checkups().filter(|checkup| checkup.is_alarm())
    }

    /// The latest of them.
    pub fn alarm(&self) -> Option<&Checkup> {
        self.alarms().max_by_key(|checkup| checkup.started)
    }

    /// Every episode that was not deleted, by id.
    pub fn episodes(&self) -> impl Iterator<Item = &Episode> {
        self.records()
            .filter_map(Record::episode)
            .filter(|episode| episode.deleted.is_none())
    }

    /// The indices of all episodes that are not deleted, the latest start first. [`Diary::at`] takes them, until the diary
    /// changes.
    pub fn newest(&self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.kept.len()).rev().collect();
        places.retain(|place| self.at(*place).is_some());
        // Of two with the same start, the one that was noted later comes first.
        order::by_key(&mut places, |place| {
            self.at(*place)
                .map(|episode| std::cmp::Reverse(episode.start))
        });
        places
    }

    /// The episode at an index, unless it is deleted.
    pub fn at(&self, place: usize) -> Option<&Episode> {
        let (_, kept) = self.kept.get(place)?;
        let episode = kept.record.as_ref()?.episode()?;
        episode.deleted.is_none().then_some(episode)
    }

    /// Every episode that was not deleted, the latest start first.
    pub fn newest_first(&self) -> Vec<&Episode> {
        self.newest()
            .into_iter()
            .filter_map(|place| self.at(place))
            .collect()
    }

    /// At most so many of the last noted episodes that are not deleted, the latest start first. (An id begins with its time.)
    pub fn noted_last(&self, most: usize) -> Vec<&Episode> {
        let records = self
            .kept
            .iter()
            .rev()
            .filter_map(|(_, kept)| kept.record.as_ref());
        let episodes = records.filter_map(Record::episode);
        let mut latest: Vec<&Episode> = episodes
            .filter(|one| one.deleted.is_none())
            .take(most)
            .collect();
        order::by_key(&mut latest, |episode| std::cmp::Reverse(episode.start));
        latest
    }

    /// Deleted episodes that can still be brought back, the last deleted first.
    pub fn deleted(&self) -> Vec<&Episode> {
        let mut episodes: Vec<_> = self.records().filter_map(Record::episode).collect();
        episodes.retain(|episode| episode.deleted.is_some());
        order::by_key(&mut episodes, |episode| std::cmp::Reverse(episode.deleted));
        episodes
    }

    /// The running episode. Should there be two (two tabs, a restore), the one that began last.
    pub fn running(&self) -> Option<&Episode> {
        self.all_running().max_by_key(|episode| episode.start)
    }

    /// Every running episode, by id.
    pub fn all_running(&self) -> impl Iterator<Item = &Episode> {
        let records = self.running.iter().filter_map(|key| self.record(key));
        records.filter_map(Record::episode)
    }

    /// The ended episode that began last.
    pub fn last_ended(&self) -> Option<&Episode> {
        self.episodes()
            .filter(|episode| episode.end.is_some())
            .max_by_key(|episode| episode.start)
    }

    /// Every check-up, the latest first.
    pub fn checkups(&self) -> Vec<&Checkup> {
        latest_first(self.all_checkups().collect())
    }

    /// The latest check-up of which all questions were answered.
    pub fn last_finished_checkup(&self) -> Option<&Checkup> {
        self.all_checkups()
            .filter(|checkup| checkup.finished.is_some())
            .max_by_key(|checkup| checkup.started)
    }

    /// The latest check-up that was begun within the hour before now, if it was left half-way.
    pub fn left_checkup(&self, now: &Moment) -> Option<&Checkup> {
        let hour = 0..3600;
        self.all_checkups()
            .filter(|checkup| hour.contains(&(*now - checkup.started).num_seconds()))
            .max_by_key(|checkup| checkup.started)
            .filter(|checkup| checkup.finished.is_none())
    }

    /// The check-ups taken during an episode, the latest first.
    pub fn checkups_of(&self, id: &EpisodeId) -> Vec<&Checkup> {
        let mut checkups: Vec<_> = self.all_checkups().collect();
        checkups.retain(|checkup| checkup.episode.as_ref() == Some(id));
        latest_first(checkups)
    }

    /// Stored texts that this version cannot read. They are never overwritten.
    pub fn unreadable(&self) -> impl Iterator<Item = &Unreadable> {
        self.kept
            .iter()
            .filter_map(|(_, kept)| kept.unreadable.as_ref())
    }
}

/// Of two that were begun together, the one with the larger key comes first.
fn latest_first(mut checkups: Vec<&Checkup>) -> Vec<&Checkup> {
    checkups.reverse();
    order::by_key(&mut checkups, |checkup| std::cmp::Reverse(checkup.started));
    checkups
}
