//! Many records in one go: a restore or an import, all of it or nothing, and the way back.

use leptos::prelude::*;
use std::sync::Arc;

use leptos::reactive::spawn_local;

use super::{OpenDiary, Refusal};
use crate::browser::clock;
use crate::browser::storage::{self, Fault};
use crate::diary::backup::{Act, Backup, DRAFT, Plan};
use crate::diary::merge::{Edit, merge_encoded};
use crate::diary::moment::{self, Moment};

/// When the last import was that can be taken back. Not a record: it is of this device.
const IMPORTED: &str = "unknot/imported";

/// So many records are looked at before the page has its turn.
const AT_ONCE: usize = 200;

/// Keys with their texts; none where there was nothing.
type Texts = Vec<(String, Option<String>)>;

impl OpenDiary {
    /// Carries out a restore, all of it or nothing: by what is stored now, for another tab may have
    /// changed it since the file was chosen. Says how many records were written, and offers to take it
    /// back. `progress` hears how many are in their place, and of how many.
    ///
    /// # Errors
    /// Why nothing was; it is told to the person.
    pub async fn restore(
        self,
        backup: &Backup,
        progress: &dyn Fn(usize, usize),
    ) -> Result<usize, Refusal> {
        self.whole().await;
        let mut plan = Plan::default();
        let act = self.act();
        for from in (0..backup.len()).step_by(AT_ONCE) {
            self.diary.with_untracked(|diary| {
                backup.plan_on(&mut plan, diary, &act, from, from + AT_ONCE)
            });
            clock::pause().await;
        }
        let written = self.import(plan.writes, progress).await?;
        let there = storage::all_of(DRAFT).unwrap_or_default();
        for (key, text) in backup.drafts_beside(&there) {
            storage::write(&key, &text).map_err(|fault| self.refused(Refusal::Store(fault)))?;
        }
        Ok(written)
    }

    /// Who acts, and when.
    pub fn act(self) -> Act {
        Act {
            now: clock::now(),
            device: storage::device(),
        }
    }

    /// Brings in texts by their keys: all of them or none, merged with what is stored now. Says how many
    /// records were written, and offers to take it back.
    ///
    /// # Errors
    /// Why nothing was; it is told to the person.
    pub async fn import(
        self,
        writes: Vec<(String, String)>,
        progress: &dyn Fn(usize, usize),
    ) -> Result<usize, Refusal> {
        let written = writes.len();
        let said = format!("Restored. Records written: {written}.");
        if written == 0 {
            self.say(said);
            return Ok(0);
        }
        progress(0, written);
        if self.keeping.has_journal().await {
            let imported = self.bring_in(writes, progress).await;
            imported.map_err(|refusal| self.refused(refusal))?;
            // Where it cannot be noted the notice is the only way back.
            let _ = storage::write(IMPORTED, &moment::encode(&clock::now()));
            self.say_with_undo(said, move || spawn_local(self.undo_import()));
        } else {
            let imported = self.keeping.import_alone(&writes, progress).await;
            let before = imported
                .map_err(Refusal::Store)
                .and_then(|before| before.ok_or(Refusal::Gone));
            let before = before.map_err(|refusal| self.refused(refusal))?;
            let undo = Arc::new((writes, before));
            self.say_with_undo(said, move || spawn_local(self.take_back(undo.clone())));
        }
        Ok(written)
    }

    async fn bring_in(
        self,
        writes: Vec<(String, String)>,
        progress: &dyn Fn(usize, usize),
    ) -> Result<(), Refusal> {
        let at = clock::now();
        let mut edits = Vec::new();
        for (key, mine) in writes {
            let base = self.keeping.text(&key).map_err(Refusal::Store)?;
            // It may have changed since it was looked at: what is newer stays.
            let is_new = |now: &String| merge_encoded(&key, &mine, now);
            let mine = base.as_ref().and_then(is_new).unwrap_or(mine);
            edits.push(Edit {
                key,
                base,
                mine,
                at,
            });
            if edits.len() % AT_ONCE == 0 {
                clock::pause().await;
            }
        }
        let imported = self.keeping.import(edits, progress).await;
        imported.map_err(|_| Refusal::Store(Fault::Full))
    }

    /// When the last import was, as long as it can be taken back.
    pub fn last_import(self) -> Option<Moment> {
        moment::decode(&storage::read(IMPORTED).ok().flatten()?)
    }

    /// Forgets what the last import wrote over, so that it cannot be taken back any more: what was deleted
    /// for good since may be in there.
    pub(super) fn forget_import(self) {
        let _ = storage::remove(IMPORTED);
        self.keeping.forget_import();
    }

    /// Takes the last import back: what it wrote becomes what was there before, unless it was changed
    /// since.
    pub async fn undo_import(self) {
        let undone = self.keeping.undo_import().await;
        if undone.is_ok() {
            let _ = storage::remove(IMPORTED);
        }
        match undone {
            Ok(records) => self.taken_back(records),
            Err(_) => drop(self.refused(Refusal::Store(Fault::Full))),
        }
    }

    fn taken_back(self, records: usize) {
        self.say(format!(
            "Taken back. Records as they were before: {records}."
        ));
    }

    fn refused(self, refusal: Refusal) -> Refusal {
        let _ = self.refuse(refusal);
        refusal
    }

    /// The same where there is no journal.
    async fn take_back(self, import: Arc<(Vec<(String, String)>, Texts)>) {
        let mut texts = Vec::new();
        for ((key, text), before) in import.0.iter().zip(&import.1) {
            match storage::read(key) {
                Ok(there) if there.as_ref() == Some(text) => texts.push(before.clone()),
                Ok(_) => {}
                Err(fault) => {
                    let _ = self.refused(Refusal::Store(fault));
                    return;
                }
            }
        }
        match self.keeping.undo_import_alone(&texts).await {
            Ok(()) => self.taken_back(texts.len()),
            Err(fault) => drop(self.refused(Refusal::Store(fault))),
        }
    }
}
