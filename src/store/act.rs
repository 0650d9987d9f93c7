//! The one way to alter records. An [`Act`] names the records, their changes, the question that it answers, and the
//! drafts that it ends. The store reads each record as it is stored *now* (another tab may have changed it), alters it,
//! stores it, shows it, and keeps an undo entry.

use super::event::{NotUndone, Outcome, Refusal, Told};
use super::fast::{Context, Fast, put_merged};
use super::keys::{ASKED, DRAFT, EPOCH};
use super::{Store, fast};
use crate::diary::episode::Episode;
use crate::diary::facts;
use crate::diary::history::History;
use crate::diary::id::EpisodeId;
use crate::diary::stored::{self, Record, Tombstone};

/// The number of acts that can be undone.
const UNDO_STEPS: usize = 8;

/// The number of ids kept: only the last episode is ever asked about.
const ASKED_AT_MOST: usize = 20;

/// The change of one record: from the stored record, if there is one, to the new one.
pub type Alter<'a> = Box<dyn FnOnce(Option<Record>) -> Result<Record, Refusal> + 'a>;

/// Something that the person did.
#[derive(Default)]
pub struct Act<'a> {
    changes: Vec<(String, Alter<'a>)>,
    after: After,
}

/// The side effects of an act.
#[derive(Debug, Default)]
pub struct After {
    answers: Option<EpisodeId>,
    ends_drafts: Vec<EpisodeId>,
}

/// A record before and after an act.
pub type BeforeAndAfter = (Option<Record>, Record);

impl<'a> Act<'a> {
    /// Alters, or adds, the record under a key.
    pub fn record(
        key: String,
        alter: impl FnOnce(Option<Record>) -> Result<Record, Refusal> + 'a,
    ) -> Act<'a> {
        Act {
            changes: vec![(key, Box::new(alter))],
            ..Act::default()
        }
    }

    /// Alters an episode that is there.
    pub fn episode(id: &EpisodeId, alter: impl FnOnce(&mut Episode) + 'a) -> Act<'a> {
        Act::record(stored::episode_key(id), |stored| match stored {
            Some(Record::Episode(mut episode)) => {
                alter(&mut episode);
                Ok(Record::Episode(episode))
            }
            _ => Err(Refusal::Gone),
        })
    }

    /// Adds another act, which is done after this one.
    #[must_use]
    pub fn and(mut self, next: Act<'a>) -> Act<'a> {
        self.changes.extend(next.changes);
        self.after.ends_drafts.extend(next.after.ends_drafts);
        self.after.answers = self.after.answers.or(next.after.answers);
        self
    }

    /// The act answers the question about this episode.
    #[must_use]
    pub fn answers(mut self, id: &EpisodeId) -> Act<'a> {
        self.after.answers = Some(id.clone());
        self
    }

    /// The act ends the drafts of this episode, in every tab.
    #[must_use]
    pub fn ends_drafts_of(mut self, id: &EpisodeId) -> Act<'a> {
        self.after.ends_drafts.push(id.clone());
        self
    }

    /// The changes, in order, and the side effects.
    pub fn parts(self) -> (Vec<(String, Alter<'a>)>, After) {
        (self.changes, self.after)
    }
}

/// The undo entry of one act.
#[derive(Debug, Clone)]
pub struct UndoStep {
    number: u32,
    changed: Vec<BeforeAndAfter>,
}

/// The number of an act, for undoing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActNumber(u32);

impl Store {
    /// Carries out an act, and gives its number for undo. If one of several records is refused, those before it stay
    /// altered.
    ///
    /// # Errors
    /// [`Refusal`]. It is told to the person.
    pub fn act(&mut self, act: Act, cx: &mut Context) -> Result<ActNumber, Refusal> {
        self.check_epoch(cx);
        let (changes, after) = act.parts();
        let mut changed = Vec::new();
        for (key, alter) in changes {
            let base = self.base_of(&key, cx)?;
            let altered = alter(base.clone());
            changed.push(self.altered(base, altered, cx)?);
        }
        Ok(self.done(changed, &after, cx))
    }

    /// The record that an act alters, as it is stored now.
    ///
    /// # Errors
    /// [`Refusal`]. It is told.
    pub fn base_of(&mut self, key: &str, cx: &mut Context) -> Result<Option<Record>, Refusal> {
        self.check_epoch(cx);
        let base = self.stored_now(key, cx);
        self.told(base)
    }

    /// Stores what an act made of it.
    ///
    /// # Errors
    /// [`Refusal`]. It is told.
    pub fn altered(
        &mut self,
        base: Option<Record>,
        altered: Result<Record, Refusal>,
        cx: &mut Context,
    ) -> Result<BeforeAndAfter, Refusal> {
        let stored = altered.and_then(|mut record| {
            let device = self.need_device(cx);
            facts::stamp(base.as_ref(), &mut record, &cx.now, device);
            self.store_record(&record, cx)?;
            Ok((base, record))
        });
        self.told(stored)
    }

    fn told<T>(&mut self, outcome: Result<T, Refusal>) -> Result<T, Refusal> {
        if let Err(refusal) = outcome {
            self.tell(Told::Refused(refusal));
        }
        outcome
    }

    /// All records of an act are stored.
    pub fn done(
        &mut self,
        changed: Vec<BeforeAndAfter>,
        after: &After,
        cx: &mut Context,
    ) -> ActNumber {
        if let Some(id) = &after.answers {
            remember_asked(cx.fast, id);
        }
        drop_drafts(cx.fast, &after.ends_drafts);
        let number = self.id();
        self.undo.push(UndoStep { number, changed });
        if self.undo.len() > UNDO_STEPS {
            self.undo.remove(0);
        }
        ActNumber(number)
    }

    /// Alters one record, as `act` does.
    pub fn change(
        &mut self,
        key: &str,
        alter: impl FnOnce(Option<Record>) -> Result<Record, Refusal>,
        cx: &mut Context,
    ) -> Outcome {
        match self.act(Act::record(key.to_string(), alter), cx) {
            Ok(_) => Outcome::Saved,
            Err(refusal) => Outcome::Refused(refusal),
        }
    }

    /// Undoes an act: each of its records becomes what it was before.
    ///
    /// # Errors
    /// [`NotUndone`].
    pub fn undo(
        &mut self,
        ActNumber(number): ActNumber,
        cx: &mut Context,
    ) -> Result<(), NotUndone> {
        self.check_epoch(cx);
        let place = self.undo.iter().position(|step| step.number == number);
        let step = self.undo.remove(place.ok_or(NotUndone::Changed)?);
        for (_, after) in &step.changed {
            if self.stored_now(&after.key(), cx).ok().flatten().as_ref() != Some(after) {
                return Err(NotUndone::Changed);
            }
        }
        for (before, after) in step.changed {
            let Some(before) = before else { continue };
            if self.change(&after.key(), |_| Ok(before), cx) != Outcome::Saved {
                return Err(NotUndone::Refused);
            }
        }
        Ok(())
    }

    /// The record under a key: stored, or pending.
    ///
    /// # Errors
    /// [`Refusal`]: the store is blocked, or the text cannot be read.
    pub fn stored_now(&self, key: &str, cx: &mut Context) -> Result<Option<Record>, Refusal> {
        let text = match cx.fast.read(key) {
            Ok(text) => text,
            Err(_) if self.may_keep() || !self.pending.is_empty() => None,
            Err(fault) => return Err(Refusal::Store(fault)),
        };
        let read = |text: &str| stored::decode(key, text).map_err(|_| Refusal::Unreadable);
        if let Some(text) = &text {
            read(text)?;
        }
        match self.with_own(key, text) {
            Some(text) => read(&text).map(Some),
            // The fast store lost it, or is unreadable. It was not erased: the epoch would say so.
            None if self.diary.unreadable_text(key).is_none() => {
                Ok(self.diary.record(key).cloned())
            }
            None => Ok(None),
        }
    }

    fn store_record(&mut self, record: &Record, cx: &mut Context) -> Result<(), Refusal> {
        let (key, text) = (record.key(), stored::encode(record));
        match put_merged(cx.fast, &key, &text, self.planted) {
            (fast::Put::Done, _) => drop(self.ahead.remove(&key)),
            (fast::Put::Unreadable, _) => return Err(Refusal::Unreadable),
            (fast::Put::Refused(fault), both) if self.may_keep() => {
                self.refused = Some(fault);
                self.ahead.insert(key.clone(), both);
            }
            (fast::Put::Refused(_), _) if self.connection.is_lost() => return Err(Refusal::Lost),
            (fast::Put::Refused(fault), _) => return Err(Refusal::Store(fault)),
        }
        self.is_changed = true;
        self.keep(&key, text);
        self.diary_mut().put(record.clone());
        Ok(())
    }

    /// Purges an episode: its content and its drafts leave the stores. A tombstone stays, so that no other copy brings it
    /// back.
    pub fn delete_for_good(&mut self, id: &EpisodeId, cx: &mut Context) -> Outcome {
        let outcome = self.leave_tombstone(id, cx);
        if outcome == Outcome::Saved {
            drop_drafts(cx.fast, std::slice::from_ref(id));
            self.forget_import(cx);
        }
        outcome
    }

    pub(super) fn leave_tombstone(&mut self, id: &EpisodeId, cx: &mut Context) -> Outcome {
        let key = stored::episode_key(id);
        let outcome = self.change(
            &key,
            |stored| match stored {
                // Another tab may have brought it back meanwhile: then it stays.
                Some(Record::Episode(episode)) if episode.deleted.is_some() => {
                    Ok(Record::Tombstone(Tombstone {
                        id: episode.id,
                        revision: episode.revision,
                        history: History::default(),
                    }))
                }
                _ => Err(Refusal::Gone),
            },
            cx,
        );
        // The undo entries hold its content too.
        self.undo
            .retain(|step| step.changed.iter().all(|(_, after)| after.key() != key));
        outcome
    }

    /// Stores texts that an erase in another tab had dropped: the person asked for it.
    pub fn keep_dropped(&mut self, dropped: Vec<(String, String)>, cx: &mut Context) {
        self.check_epoch(cx);
        for (key, text) in dropped {
            self.is_changed = true;
            self.keep(&key, text.clone());
            self.take_in(&key, &text, cx);
        }
        let _ = cx.fast.write(EPOCH, &self.epoch.to_string());
    }

    /// Whether it was asked about this episode already, in this visit or before.
    pub fn asked(cx: &Context) -> Vec<EpisodeId> {
        let kept = cx.fast.read(ASKED.name()).ok().flatten();
        let kept = kept.unwrap_or_default();
        kept.split(' ').filter_map(EpisodeId::parse).collect()
    }
}

/// Notes that it was asked about this episode. Where it cannot be kept, it is asked once more.
pub fn remember_asked(fast: &mut dyn Fast, id: &EpisodeId) {
    let kept = fast.read(ASKED.name()).ok().flatten().unwrap_or_default();
    let mut ids: Vec<EpisodeId> = kept.split(' ').filter_map(EpisodeId::parse).collect();
    if ids.contains(id) {
        return;
    }
    ids.push(id.clone());
    let newest = &ids[ids.len().saturating_sub(ASKED_AT_MOST)..];
    let words: Vec<&str> = newest.iter().map(EpisodeId::as_str).collect();
    let _ = fast.write(ASKED.name(), &words.join(" "));
}

/// Drops what was typed of these episodes, in whichever tab.
pub fn drop_drafts(fast: &mut dyn Fast, ids: &[EpisodeId]) {
    if ids.is_empty() {
        return;
    }
    for key in fast.keys(DRAFT).unwrap_or_default() {
        let of = key.split('/').nth(2).and_then(EpisodeId::parse);
        if of.is_some_and(|of| ids.contains(&of)) {
            // On failure a draft without an episode stays until everything is erased.
            let _ = fast.remove(&key);
        }
    }
}
