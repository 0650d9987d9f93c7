//! Reads the fast store: the newest records first, then all of them in batches.

use super::event::Failure;
use super::fast::{Context, Fault};
use super::keys::EPOCH;
use super::{Job, Store};
use crate::diary::Diary;
use crate::diary::stored::{self, PREFIX};

/// A read in progress.
#[derive(Debug)]
pub(super) struct FastScan {
    keys: Vec<String>,
    at: usize,
    /// The diary so far. It replaces the one that is shown when it is whole.
    diary: Diary,
    taken: usize,
    epoch: u32,
}

impl Store {
    /// Reads the newest records, which the start needs at once. (An id begins with its time.)
    pub(super) fn read_newest(&mut self, cx: &mut Context) -> Result<(), Fault> {
        // On failure the next start retries.
        let _ = super::erase::finish_erasing(cx.fast);
        let _ = super::staged::finish(cx.fast, self.planted);
        self.epoch = super::erase::fast_epoch(cx.fast).unwrap_or(0);
        let keys = cx.fast.keys(PREFIX)?;
        let kind = |key: &str| key.rfind('/').map_or(0, |end| end + 1);
        let mut late = Vec::new();
        for (n, key) in keys.iter().enumerate() {
            let later = keys.get(n + self.sizes.newest);
            let is_late = later.is_none_or(|later| later[..kind(later)] != key[..kind(key)]);
            if is_late && stored::is_record(key) {
                late.push(key.clone());
            }
        }
        let mut diary = Diary::default();
        cx.fast
            .each(&late, &mut |key, text| diary.take_in(key, text))?;
        *self.diary_mut() = diary;
        Ok(())
    }

    /// Reads the whole fast store: a small one at once, a large one in batches.
    pub(super) fn start_reading(&mut self, cx: &mut Context) {
        self.jobs.retain(|job| !matches!(job, Job::Read(_)));
        let _ = super::erase::finish_erasing(cx.fast);
        let Some(scan) = self.begin_reading(cx) else {
            return;
        };
        if scan.keys.len() > self.sizes.read {
            self.start(Job::Read(scan));
        } else if let Some(rest) = self.read_on(scan, cx) {
            self.start(Job::Read(rest));
        }
    }

    fn begin_reading(&mut self, cx: &mut Context) -> Option<FastScan> {
        match cx.fast.keys(PREFIX) {
            Ok(keys) => Some(FastScan {
                keys,
                at: 0,
                diary: Diary::default(),
                taken: 0,
                epoch: self.epoch,
            }),
            // The diary that is shown stays.
            Err(fault) => {
                self.blocked = Some(fault);
                self.is_whole = true;
                None
            }
        }
    }

    pub(super) fn read_on(&mut self, mut scan: FastScan, cx: &mut Context) -> Option<FastScan> {
        if scan.epoch != self.epoch {
            // Everything was erased meanwhile: start over.
            return self.begin_reading(cx);
        }
        let end = scan.keys.len().min(scan.at + self.sizes.read);
        let FastScan {
            keys,
            at,
            diary,
            taken,
            ..
        } = &mut scan;
        let read = cx.fast.each(&keys[*at..end], &mut |key, text| {
            *taken += units(key) + units(text);
            if stored::is_record(key) {
                diary.take_in(key, text);
            }
        });
        scan.at = end;
        if let Err(fault) = read {
            self.blocked = Some(fault);
            self.is_whole = true;
            return None;
        }
        if end < scan.keys.len() {
            return Some(scan);
        }
        self.read_whole(scan, cx);
        None
    }

    fn read_whole(&mut self, mut scan: FastScan, cx: &mut Context) {
        // Changes during the scan were shown at once: their keys are read again.
        let mut changed: Vec<String> = self.touched(&scan);
        changed.extend(self.pending.keys().cloned());
        changed.extend(self.ahead.keys().cloned());
        if let Some(super::commit::Request::Commit(edits)) =
            self.in_flight.as_ref().map(|s| &s.sent)
        {
            changed.extend(edits.keys().cloned());
        }
        for key in changed {
            let text = cx.fast.read(&key).ok().flatten();
            if text
                .as_ref()
                .is_some_and(|text| stored::decode(&key, text).is_err())
            {
                continue;
            }
            match self.with_own(&key, text) {
                Some(text) => scan.diary.take_in(&key, &text),
                None => scan.diary.forget(&key),
            }
        }
        for (key, text) in &self.unreadable_there {
            let record = scan.diary.record(key).cloned();
            scan.diary.take_in(key, text);
            if let Some(record) = record {
                scan.diary.put_for_now(record);
            }
        }
        self.is_whole = true;
        self.blocked = None;
        self.taken = scan.taken + cx.fast.taken_by_others();
        if *self.diary != scan.diary {
            // The fast store has lost records: the durable store may have them.
            let keys = scan.diary.keys();
            let is_lost = |key: &String| keys.binary_search(key).is_err();
            self.wants.read |= self.is_reconciled && self.diary.keys().iter().any(is_lost);
            *self.diary_mut() = scan.diary;
        }
    }

    /// The keys under which the shown diary and the scanned one differ, if the scan took more than one batch.
    fn touched(&self, scan: &FastScan) -> Vec<String> {
        if scan.keys.len() <= self.sizes.read {
            return Vec::new();
        }
        let mut keys = self.diary.keys();
        keys.retain(|key| self.diary.record(key) != scan.diary.record(key));
        keys
    }

    /// Another tab changed a key of the fast store.
    pub(super) fn fast_changed(&mut self, key: Option<&str>, cx: &mut Context) {
        let Some(key) = key else {
            return self.read_again(cx);
        };
        if key == EPOCH || !stored::is_record(key) {
            return;
        }
        let Ok(text) = cx.fast.read(key) else { return };
        if text
            .as_ref()
            .is_some_and(|text| stored::decode(key, text).is_err())
        {
            self.diary_mut()
                .take_in(key, text.as_deref().unwrap_or_default());
            return self.show_unreadable(key, cx);
        }
        match self.with_own(key, text.clone()) {
            // Another tab overwrote a text of this tab that it did not know.
            Some(both) if text.as_ref() != Some(&both) => {
                if cx.fast.write(key, &both).is_err() {
                    self.ahead.insert(key.to_string(), both.clone());
                }
                self.show(key, &both);
            }
            Some(both) => self.show(key, &both),
            None if self.diary.record(key).is_some() => self.diary_mut().forget(key),
            None => {}
        }
    }

    /// Counts the code units in the fast store.
    pub fn count_taken(&mut self, cx: &mut Context) {
        let mut taken = cx.fast.taken_by_others();
        let keys = cx.fast.keys(PREFIX).unwrap_or_default();
        let _ = cx.fast.each(&keys, &mut |key, text| {
            taken += units(key) + units(text);
        });
        self.taken = taken;
    }

    /// Everything that is stored, by key, including records that only the durable store has.
    ///
    /// # Errors
    /// [`Fault`] of the fast store, where it has nothing beside it.
    pub fn all(&self, cx: &mut Context) -> Result<Vec<(String, String)>, Fault> {
        let mut all = Vec::new();
        let keys = cx.fast.keys(PREFIX);
        let read = keys.and_then(|keys| {
            cx.fast.each(&keys, &mut |key, text| {
                all.push((key.to_string(), text.to_string()))
            })
        });
        if let Err(fault) = read
            && self.ahead.is_empty()
        {
            return Err(fault);
        }
        for (key, text) in &self.ahead {
            match all.binary_search_by(|(there, _)| there.cmp(key)) {
                Ok(place) => all[place].1.clone_from(text),
                Err(place) => all.insert(place, (key.clone(), text.clone())),
            }
        }
        Ok(all)
    }

    /// Whether a backup would lack records that only the durable store may have.
    pub fn is_backup_complete(&self) -> bool {
        self.is_whole && self.is_reconciled
    }

    /// The reason why a backup cannot be complete: the durable store is unavailable.
    pub fn backup_lacks(&self) -> Option<Failure> {
        match self.connection.is_lost() || self.is_silent {
            true => Some(Failure::Lost),
            false => self.trouble,
        }
    }
}

/// The UTF-16 code units of a text, as browsers count the quota. Most texts are ASCII.
fn units(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.encode_utf16().count()
    }
}
