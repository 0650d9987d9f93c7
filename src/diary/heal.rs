//! Two stores that should hold the same: the browser's first one, which everything reads and which it
//! may lose when it is killed, and the journal, which is slower and does not. What to do at the start
//! where they differ.
//!
//! Erasing is a fact too: each store holds an epoch, the number of times that everything was erased,
//! and a store of an older epoch is emptied, never copied from.

use crate::diary::stored::{self, Record};

/// What one store holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holding {
    /// How many times everything was erased, as far as this store knows.
    pub epoch: u32,
    /// Its records, key and text, sorted by key.
    pub records: Vec<(String, String)>,
}

/// What makes two stores the same. In this order: empty, then write.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Healing {
    /// The epoch of both from now on.
    pub epoch: u32,
    /// Whether the first store is emptied: it was erased, and does not know it.
    pub empty_first: bool,
    /// Whether the journal is emptied.
    pub empty_journal: bool,
    /// What the first store has lost.
    pub to_first: Vec<(String, String)>,
    /// What the journal lacks.
    pub to_journal: Vec<(String, String)>,
}

/// Compares what the two stores hold.
pub fn heal(first: &Holding, journal: &Holding) -> Healing {
    let epoch = first.epoch.max(journal.epoch);
    let is_kept = |holding: &Holding| holding.epoch == epoch;
    let here: &[_] = if is_kept(first) { &first.records } else { &[] };
    let there: &[_] = if is_kept(journal) {
        &journal.records
    } else {
        &[]
    };
    Healing {
        epoch,
        empty_first: !is_kept(first) && !first.records.is_empty(),
        empty_journal: !is_kept(journal) && !journal.records.is_empty(),
        to_first: copied(there, here),
        to_journal: copied(here, there),
    }
}

/// What of one list the other lacks, or has in an older form.
fn copied(from: &[(String, String)], to: &[(String, String)]) -> Vec<(String, String)> {
    let mut copied = from.to_vec();
    copied.retain(
        |(key, text)| match to.binary_search_by(|(other, _)| other.as_str().cmp(key)) {
            Ok(place) => replaces(key, text, &to[place].1),
            Err(_) => true,
        },
    );
    copied
}

/// Whether a text of a record replaces another one: when it was stored more often or, where that is
/// equal, is the greater text, so that both stores come to the same. What cannot be read replaces
/// nothing, and is never replaced.
fn replaces(key: &str, text: &str, other: &str) -> bool {
    let revision = |text| {
        stored::decode(key, text)
            .ok()
            .map(|record| Record::revision(&record))
    };
    if text == other {
        return false;
    }
    match (revision(text), revision(other)) {
        (Some(mine), Some(theirs)) => (mine, text) > (theirs, other),
        _ => false,
    }
}
