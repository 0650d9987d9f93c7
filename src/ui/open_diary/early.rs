//! Taps that the shell noted before the app was up.

use super::OpenDiary;
use crate::browser::storage;
use crate::diary::episode::{Episode, Recorded};
use crate::diary::id::EpisodeId;
use crate::diary::{moment, stored};
use leptos::prelude::*;

/// Taps on "a spasm started" that the shell noted before the app was up: `unknot/early/<id>` holds
/// the time, and `<id>` becomes the episode's, so that each is taken over exactly once.
const EARLY: &str = "unknot/early/";

impl OpenDiary {
    pub(super) fn take_over_early_taps(self) {
        let mut waiting = Vec::new();
        for (key, text) in storage::all_of(EARLY).unwrap_or_default() {
            let id = EpisodeId::parse(&key[EARLY.len()..]);
            let Some((id, at)) = id.zip(moment::decode(&text)) else {
                continue;
            };
            let key = stored::episode_key(&id);
            let is_stored = || storage::read(&key).is_ok_and(|text| text.is_some());
            let known = self.keeping.text(&key).is_ok_and(|text| text.is_some());
            // The question may have been left unanswered, and that one be over by now.
            let is_during = |one: &Episode| {
                one.end.is_none() || one.start <= at && one.end.is_some_and(|end| at <= end)
            };
            let is_asked = || {
                let diary = self.diary;
                diary.with_untracked(|diary| diary.episodes().any(is_during))
            };
            if !known && is_asked() {
                waiting.push((id, at));
                continue;
            }
            if !known {
                let _ = self.add_episode(Episode::begun(id.clone(), at, Recorded::Live));
            }
            // Where the first store had no room the tap stays, until it is seen that the journal has it.
            if is_stored() {
                self.settle_early(&id);
            }
        }
        self.early.set(waiting);
    }

    /// An early tap has been dealt with. (A tap that cannot be removed is found again by its id.)
    pub fn settle_early(self, id: &EpisodeId) {
        let _ = storage::remove(&format!("{EARLY}{}", id.as_str()));
        self.early
            .update(|early| early.retain(|(waiting, _)| waiting != id));
    }
}
