//! Bulk import, for a restore or another app's table: all or nothing, and its undo.

use leptos::prelude::*;

use super::{OpenDiary, Refusal};
use crate::browser::{clock, driver, kept};
use crate::diary::backup::{Backup, Plan, StampSource};
use crate::diary::moment::Moment;
use crate::store::fast::Fault;
use crate::store::keys::DRAFT;

/// The number of records between two yields to the browser.
const AT_ONCE: usize = 200;

impl OpenDiary {
    /// Restores a backup, all or nothing. The plan is made anew of what is stored now, since another tab may have changed it.
    /// Returns how many records were written, and offers to undo it. `progress` gets how many are done, of how many.
    ///
    /// # Errors
    /// [`Refusal`]: nothing was written, and the person is told.
    pub async fn restore(
        self,
        backup: &Backup,
        progress: &dyn Fn(usize, usize),
    ) -> Result<usize, Refusal> {
        self.whole().await;
        let mut plan = Plan::default();
        let source = self.stamp_source();
        for from in (0..backup.len()).step_by(AT_ONCE) {
            self.read().with_untracked(|diary| {
                backup.plan_on(&mut plan, diary, &source, from, from + AT_ONCE)
            });
            clock::pause().await;
        }
        let written = self.import(plan.writes, progress).await?;
        keep_drafts(backup.drafts_beside(&kept::drafts(""))).map_err(|fault| {
            let refusal = Refusal::Store(fault);
            self.refuse(refusal);
            refusal
        })?;
        Ok(written)
    }

    /// The time and the device that a restore stamps its own changes with.
    fn stamp_source(self) -> StampSource {
        StampSource {
            now: clock::now(),
            device: driver::act(|store, cx| store.device(cx)),
        }
    }

    async fn import(
        self,
        writes: Vec<(String, String)>,
        progress: &dyn Fn(usize, usize),
    ) -> Result<usize, Refusal> {
        self.imported.set_value(None);
        driver::act(|store, cx| store.import(writes, cx));
        loop {
            if let Some(imported) = self.imported.get_value() {
                return imported;
            }
            if let Some((done, all)) = driver::with(|store| store.progress()) {
                progress(done, all);
            }
            clock::sleep_ms(4).await;
        }
    }

    /// The time of the last import, while it can be undone.
    pub fn last_import(self) -> Option<Moment> {
        driver::act(|store, cx| store.last_import(cx))
    }

    /// Undoes the last import: each record that is unchanged since becomes what it was before.
    pub fn undo_import(self) {
        driver::act(|store, cx| store.undo_import(cx));
    }
}

/// Stores the drafts of a backup.
fn keep_drafts(drafts: Vec<(String, String)>) -> Result<(), Fault> {
    for (key, text) in drafts {
        debug_assert!(key.starts_with(DRAFT));
        kept::set_draft(&key, Some(&text))?;
    }
    Ok(())
}
