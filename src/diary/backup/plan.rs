//! What restoring a file would do to a diary: looked at before anything is written.

use crate::diary::Diary;
use crate::diary::backup::Backup;
use crate::diary::episode::Episode;
use crate::diary::id::EpisodeId;
use crate::diary::merge::merged;
use crate::diary::stored::{self, Record};

/// What restoring a file would do to a diary.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// What is to be written: key and text.
    pub writes: Vec<(String, String)>,
    /// How many records are not here yet.
    pub new: usize,
    /// How many are newer in the file.
    pub newer: usize,
    /// How many are newer here, and stay as they are.
    pub older: usize,
    /// How many are the same in both.
    pub same: usize,
    /// How many were changed in both, and are merged.
    pub merged: usize,
    /// How many were deleted here since. They stay so unless they are to be brought back.
    pub deleted: usize,
    /// How many of the new ones this version cannot read. They are kept as they are.
    pub unreadable: usize,
    /// How many are left out because another text here, under their key, cannot be read.
    pub blocked: usize,
}

/// Whether the person has deleted it.
fn is_deleted(record: &Record) -> bool {
    match record {
        Record::Gone(..) => true,
        Record::Episode(episode) => episode.deleted.is_some(),
        _ => false,
    }
}

/// A record that was deleted, as it is when it comes back: a change as any other. One that was deleted for
/// good comes back under another id, because its own says for ever that it is gone.
fn brought_back(deleted: &Record, there: &Record) -> Record {
    let mut back = deleted.clone();
    match (&mut back, there) {
        (Record::Gone(id, _), Record::Episode(episode)) => {
            let mut another = id.as_str().to_string();
            another.push_str("-b");
            if let Some(id) = EpisodeId::parse(&another) {
                let episode = episode.clone();
                back = Record::Episode(Episode {
                    id,
                    deleted: None,
                    ..episode
                });
            }
        }
        (Record::Episode(episode), _) => {
            episode.deleted = None;
            back.revise();
        }
        _ => {}
    }
    back
}

impl Backup {
    /// Plans a restore; see [`Backup::plan_on`].
    pub fn plan(&self, diary: &Diary) -> Plan {
        let mut plan = Plan::default();
        self.plan_on(&mut plan, diary, 0, self.len());
        plan
    }

    /// Plans the restore of some of the records, counted from 0.
    ///
    /// Of a text that cannot be read nobody knows how often it was stored. It is restored where
    /// nothing stands under its key, and is never written over: there the first restore wins.
    pub fn plan_on(&self, plan: &mut Plan, diary: &Diary, from: usize, to: usize) {
        for n in from..to.min(self.len()) {
            match self.records.get(n) {
                Some(record) => self.plan_record(plan, diary, record),
                None => plan.text(diary, &self.unreadable[n - self.records.len()]),
            }
        }
    }

    fn plan_record(&self, plan: &mut Plan, diary: &Diary, there: &Record) {
        let key = there.key();
        if diary.unreadable_text(&key).is_some() {
            plan.blocked += 1;
            return;
        }
        let Some(here) = diary.record(&key) else {
            plan.new += 1;
            plan.writes.push((key, stored::encode(there)));
            return;
        };
        if here == there {
            plan.same += 1;
            return;
        }
        let mut both = merged(here, there);
        if is_deleted(here) && is_deleted(&both) && !is_deleted(there) {
            plan.deleted += 1;
            if self.bring_back {
                both = brought_back(&both, there);
            }
        } else if here.revision() == there.revision() || (both != *here && both != *there) {
            plan.merged += 1;
        } else if both == *here {
            plan.older += 1;
        } else {
            plan.newer += 1;
        }
        // What came back under another id before stays as it is by now.
        let another = both.key();
        let is_back = another != key && diary.record(&another).is_some();
        if both != *here && !is_back {
            plan.writes.push((another, stored::encode(&both)));
        }
    }
}

impl Plan {
    /// Plans for what cannot be read in the file.
    fn text(&mut self, diary: &Diary, (key, text): &(String, String)) {
        match diary.unreadable_text(key) {
            Some(here) if here == text => self.same += 1,
            Some(_) => self.blocked += 1,
            None if diary.record(key).is_some() => self.older += 1,
            None => {
                self.new += 1;
                self.unreadable += 1;
                self.writes.push((key.clone(), text.clone()));
            }
        }
    }
}
