//! Two stores that should hold the same: the browser's first one, which everything reads and which it
//! may lose when it is killed, and the journal, which is slower and does not. What to do at the start
//! where they differ.
//!
//! Erasing is a fact too: each store holds an epoch, the number of times that everything was erased,
//! and a store of an older epoch is emptied, never copied from. What both have in different forms is
//! merged; what cannot be read stays in each as it is.

use crate::diary::merge;

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
    /// What the first store has lost, or has in an older form.
    pub to_first: Vec<(String, String)>,
    /// What the journal lacks, or has in an older form.
    pub to_journal: Vec<(String, String)>,
}

impl Healing {
    /// And what makes the next keys the same: two stores may be compared a range of keys at a time.
    pub fn and(&mut self, next: Healing) {
        self.epoch = self.epoch.max(next.epoch);
        self.empty_first |= next.empty_first;
        self.empty_journal |= next.empty_journal;
        self.to_first.extend(next.to_first);
        self.to_journal.extend(next.to_journal);
    }
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
    let mut healing = Healing {
        epoch,
        empty_first: !is_kept(first) && !first.records.is_empty(),
        empty_journal: !is_kept(journal) && !journal.records.is_empty(),
        to_first: lacking(there, here),
        to_journal: lacking(here, there),
    };
    for (key, mine) in here {
        let Some(theirs) = find(there, key) else {
            continue;
        };
        let Some(text) = merge::merge_encoded(key, mine, theirs) else {
            continue;
        };
        for (to, is) in [
            (&mut healing.to_first, mine),
            (&mut healing.to_journal, theirs),
        ] {
            if text != *is {
                to.push((key.clone(), text.clone()));
            }
        }
    }
    healing
}

/// What of one list the other has not at all.
fn lacking(from: &[(String, String)], to: &[(String, String)]) -> Vec<(String, String)> {
    let mut lacking = Vec::new();
    for (key, text) in from {
        if find(to, key).is_none() {
            lacking.push((key.clone(), text.clone()));
        }
    }
    lacking
}

fn find<'a>(records: &'a [(String, String)], key: &str) -> Option<&'a String> {
    let place = records.binary_search_by(|(there, _)| there.as_str().cmp(key));
    Some(&records[place.ok()?].1)
}
