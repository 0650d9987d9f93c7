//! The plan of a restore: its changes to a diary, shown before anything is written.

use crate::diary::Diary;
use crate::diary::backup::Backup;
use crate::diary::facts::{self, Value};
use crate::diary::field::Field;
use crate::diary::moment::Moment;
use crate::diary::stamp::{Device, Stamp};
use crate::diary::stored::{self, Record};

/// The most changes that are listed one by one.
pub const MOST_LISTED: usize = 200;

/// A file with a stamp this far ahead of the device's clock is told, in seconds: a day.
const AHEAD: i64 = 86_400;

/// The time and the device that a restore stamps with: a choice made in the preview is a change of its own.
#[derive(Debug, Clone, Copy)]
pub struct StampSource {
    /// The time now.
    pub now: Moment,
    /// The device that restores.
    pub device: Device,
}

/// What becomes of an episode that one side deleted and the other still has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Deletions {
    /// The later act counts: the deletion, or the last change.
    #[default]
    LaterCounts,
    /// All of them are kept.
    KeepAll,
    /// All of them are deleted.
    DeleteAll,
}

/// The changes that restoring a file would make to a diary.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// What is to be written: key and text.
    pub writes: Vec<(String, String)>,
    /// How many records are not here yet.
    pub new: usize,
    /// Those: the first [`MOST_LISTED`].
    pub added: Vec<Record>,
    /// How many are the same in both, or hold nothing that is not here.
    pub same: usize,
    /// How many are here already and get something from the file.
    pub merged: usize,
    /// What changes in those, field by field: the first [`MOST_LISTED`].
    pub changes: Vec<FieldChange>,
    /// Keys of episodes deleted on one side that are here afterwards.
    pub kept: Vec<String>,
    /// Keys of episodes deleted on one side that are deleted afterwards.
    pub deleted: Vec<String>,
    /// How many of the new ones this version cannot read. They are kept as they are.
    pub unreadable: usize,
    /// How many are left out because another text here, under their key, cannot be read.
    pub blocked: usize,
    /// How many are left out because their text in the file cannot be read, and a record stands here.
    pub unusable: usize,
    /// How many drafts are in the file.
    pub drafts: usize,
    /// Whether something in the file was said more than a day after now, by the clock here.
    pub is_ahead: bool,
}

/// What a restore does to one field of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Key of the record.
    pub key: String,
    pub field: Field,
    /// The value here; none where the field is empty.
    pub was: Option<Value>,
    /// The value afterwards.
    pub becomes: Option<Value>,
}

/// Whether the person has deleted it.
fn is_deleted(record: &Record) -> bool {
    match record {
        Record::Tombstone(_) => true,
        Record::Episode(episode) => episode.deleted.is_some(),
        _ => false,
    }
}

impl Backup {
    /// Plans a restore; see [`Backup::plan_on`].
    pub fn plan(&self, diary: &Diary, source: &StampSource) -> Plan {
        let mut plan = Plan::default();
        self.plan_on(&mut plan, diary, source, 0, self.len());
        plan
    }

    /// Plans the restore of some of the records, counted from 0.
    ///
    /// Unreadable texts cannot be merged. One is restored only under a free key, and is never overwritten: the first restore
    /// wins.
    pub fn plan_on(
        &self,
        plan: &mut Plan,
        diary: &Diary,
        source: &StampSource,
        from: usize,
        to: usize,
    ) {
        for n in from..to.min(self.len()) {
            if let Some(record) = self.records.get(n) {
                self.plan_record(plan, diary, source, record);
            } else if let Some(text) = self.unreadable.get(n - self.records.len()) {
                plan.text(diary, text);
            } else {
                plan.drafts += 1;
            }
        }
    }

    fn plan_record(&self, plan: &mut Plan, diary: &Diary, source: &StampSource, there: &Record) {
        let key = there.key();
        plan.is_ahead |= facts::latest(there).time > source.now.timestamp() + AHEAD;
        if diary.unreadable_text(&key).is_some() {
            plan.blocked += 1;
            return;
        }
        let Some(here) = diary.record(&key) else {
            plan.new += 1;
            if plan.added.len() < MOST_LISTED {
                plan.added.push(there.clone());
            }
            plan.writes.push((key, stored::encode(there)));
            return;
        };
        let mut both = facts::merge(here, there);
        if is_deleted(here) != is_deleted(there) {
            let (alive, deleted) = if is_deleted(here) {
                (there, here)
            } else {
                (here, there)
            };
            both = self.decided(both, alive, deleted, source);
            if is_deleted(&both) {
                plan.deleted.push(key.clone());
            } else {
                plan.kept.push(key.clone());
            }
        }
        if both == *here {
            plan.same += 1;
            return;
        }
        plan.merged += 1;
        plan.list(&key, here, &both);
        plan.writes.push((key, stored::encode(&both)));
    }

    /// The outcome for an episode that only one side deleted, by the person's choice.
    fn decided(
        &self,
        mut both: Record,
        alive: &Record,
        deleted: &Record,
        source: &StampSource,
    ) -> Record {
        let is_kept = match self.deletions {
            Deletions::KeepAll => true,
            Deletions::DeleteAll => false,
            Deletions::LaterCounts => facts::latest(alive) > deletion(deleted),
        };
        if self.deletions == Deletions::DeleteAll
            && let Record::Tombstone(_) = &mut both
            && facts::latest(&both) > deletion(&both)
        {
            // There is a later change, which would undo the deletion: so it is stamped anew.
            let before = both.clone();
            facts::stamp(Some(&before), &mut both, &source.now, source.device);
        }
        // Values from before a deletion for good are gone for ever, so a record that is kept is said anew as a
        // whole.
        let was_purged = matches!(deleted, Record::Tombstone(_));
        let is_whole = !was_purged || facts::values(&both) == facts::values(alive);
        if is_kept == is_deleted(&both) || (is_kept && !is_whole) {
            let before = both.clone();
            match &mut both {
                Record::Episode(episode) if !(is_kept && was_purged) => {
                    episode.deleted = (!is_kept).then_some(source.now);
                }
                _ => both = alive.clone(),
            }
            facts::stamp(Some(&before), &mut both, &source.now, source.device);
        }
        both
    }
}

/// When a record was deleted.
fn deletion(record: &Record) -> Stamp {
    let history = record.history();
    match record {
        Record::Tombstone(_) => history.purged.unwrap_or_default(),
        _ => history
            .own_stamp(&Field::Deleted)
            .unwrap_or(history.created),
    }
}

impl Plan {
    /// Plans for a text of the file that cannot be read.
    fn text(&mut self, diary: &Diary, (key, text): &(String, String)) {
        match diary.unreadable_text(key) {
            Some(here) if here == text => self.same += 1,
            Some(_) => self.blocked += 1,
            None if diary.record(key).is_some() => self.unusable += 1,
            None => {
                self.new += 1;
                self.unreadable += 1;
                self.writes.push((key.clone(), text.clone()));
            }
        }
    }

    /// Lists the fields in which a record changes.
    fn list(&mut self, key: &str, here: &Record, both: &Record) {
        let is_listed = |field: &Field| !matches!(field, Field::Verdict | Field::Deleted);
        let (before, after) = (facts::values(here), facts::values(both));
        let of = |all: &[(Field, Value)], field: &Field| {
            let found = all.iter().find(|(there, _)| there == field);
            found.map(|(_, value)| value.clone())
        };
        let mut fields: Vec<&Field> = before
            .iter()
            .chain(&after)
            .map(|(field, _)| field)
            .collect();
        fields.sort();
        fields.dedup();
        for field in fields.into_iter().filter(|field| is_listed(field)) {
            let (was, becomes) = (of(&before, field), of(&after, field));
            if was != becomes && self.changes.len() < MOST_LISTED {
                self.changes.push(FieldChange {
                    key: key.to_string(),
                    field: field.clone(),
                    was,
                    becomes,
                });
            }
        }
    }
}
