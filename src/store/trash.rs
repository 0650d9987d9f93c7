//! The trash: an episode that was deleted thirty days ago is purged, and a tombstone stays.
//!
//! A clock that is a month ahead once must not purge all of it. So no visit purges alone: one that finds
//! expired episodes notes the time, and a visit that is at least a day later by the clock purges what had
//! expired by the *noted* time. A clock that jumps back makes the note void. A clock that is wrong in two
//! visits more than a day apart is the only one there is; nothing in the diary would tell it apart from a
//! person who comes back after a month, and a comparison with the latest stamp would keep the trash of someone
//! who only reads.

use chrono::TimeDelta;

use super::Store;
use super::event::Outcome;
use super::fast::Context;
use super::keys::EXPIRED;
use crate::diary::TRASH_DAYS;
use crate::diary::id::EpisodeId;
use crate::diary::moment::{self, Moment};

impl Store {
    pub(super) fn purge_trash(&mut self, cx: &mut Context) {
        let noted = cx.fast.read(EXPIRED).ok().flatten();
        let noted = noted.and_then(|text| moment::decode(&text));
        let is_late = |at: &Moment| cx.now - *at >= TimeDelta::days(1);
        let is_due = noted.filter(is_late);
        let purged = is_due.map_or(0, |noted| self.purge(&noted, cx));
        let is_expired = !self.expired(&cx.now).is_empty();
        let is_void = noted.is_some_and(|at| at > cx.now);
        if is_expired && (noted.is_none() || is_void || is_due.is_some()) {
            let _ = cx.fast.write(EXPIRED, &moment::encode(&cx.now));
        } else if !is_expired && noted.is_some() {
            let _ = cx.fast.remove(EXPIRED);
        }
        // The undo log of an import may hold its content too.
        let is_old = |at: Moment| cx.now - at >= TimeDelta::days(TRASH_DAYS);
        if purged > 0 || self.last_import(cx).is_some_and(is_old) && is_due.is_some() {
            self.forget_import(cx);
        }
    }

    fn purge(&mut self, by: &Moment, cx: &mut Context) -> usize {
        let mut ids = self.expired(by);
        ids.retain(|id| self.leave_tombstone(id, cx) == Outcome::Saved);
        super::act::drop_drafts(cx.fast, &ids);
        ids.len()
    }

    fn expired(&self, by: &Moment) -> Vec<EpisodeId> {
        let mut ids = Vec::new();
        for episode in self.diary.deleted() {
            let is_old = |at: Moment| *by - at >= TimeDelta::days(TRASH_DAYS);
            if episode.deleted.is_some_and(is_old) {
                ids.push(episode.id.clone());
            }
        }
        ids
    }
}
