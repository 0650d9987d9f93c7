//! Starts an episode: by a tap in the app, or by a tap that the shell noted before the app was up.

use super::Store;
use super::act::Act;
use super::event::{Event, Refusal};
use super::fast::Context;
use super::keys::{EARLY, RUNNING};
use crate::diary::episode::{Episode, Recorded};
use crate::diary::id::EpisodeId;
use crate::diary::moment::{self, Moment};
use crate::diary::stored::{self, Record};

impl Store {
    /// Starts an episode now, unless one is running.
    ///
    /// # Errors
    /// [`Refusal::Running`], which is not told yet, or another one, which is.
    pub fn start_episode(&mut self, id: EpisodeId, cx: &mut Context) -> Result<(), Refusal> {
        if self.running_since(cx).is_some() {
            return Err(Refusal::Running);
        }
        // On failure another tab sees the start a moment later, in the record itself.
        let _ = cx.fast.write(RUNNING, id.as_str());
        let episode = Episode::begun(id, cx.now, Recorded::Live);
        self.act(added(episode), cx).map(drop)
    }

    /// The start of the running episode: the one that is shown, or one that another tab has just started. (To search the
    /// whole store would make the tap slower with a longer diary.)
    pub fn running_since(&mut self, cx: &mut Context) -> Option<Moment> {
        if let Ok(Some(id)) = cx.fast.read(RUNNING)
            && let Some(id) = EpisodeId::parse(&id)
        {
            let key = stored::episode_key(&id);
            self.hear_event(Event::FastChanged(Some(key)), cx);
        }
        self.diary().running().map(|episode| episode.start)
    }

    /// Takes over the taps that the shell noted. The id of a tap becomes that of its episode, so that none is taken over
    /// twice. Returns the taps that came while an episode was running: the person is asked about them.
    pub fn take_over_early_taps(&mut self, cx: &mut Context) -> Vec<(EpisodeId, Moment)> {
        let mut waiting = Vec::new();
        for key in cx.fast.keys(EARLY).unwrap_or_default() {
            let text = cx.fast.read(&key).ok().flatten().unwrap_or_default();
            let id = EpisodeId::parse(&key[EARLY.len()..]);
            let Some((id, at)) = id.zip(moment::decode(&text)) else {
                continue;
            };
            let record = stored::episode_key(&id);
            let is_known = !matches!(self.stored_now(&record, cx), Ok(None));
            // The question may have stayed unanswered until that episode ended.
            let is_during = |one: &Episode| {
                one.end.is_none() || one.start <= at && one.end.is_some_and(|end| at <= end)
            };
            if !is_known && self.diary().episodes().any(is_during) {
                waiting.push((id, at));
                continue;
            }
            if !is_known {
                let episode = Episode::begun(id.clone(), at, Recorded::Live);
                let _ = self.act(added(episode), cx);
            }
            // If the fast store is full, the tap stays until the durable store has the episode.
            if cx.fast.read(&record).is_ok_and(|text| text.is_some()) {
                Store::resolve_early_tap(&id, cx);
            }
        }
        waiting
    }

    /// Removes an early tap. (If that fails, its id shows later that it was taken over.)
    pub fn resolve_early_tap(id: &EpisodeId, cx: &mut Context) {
        let _ = cx.fast.remove(&format!("{EARLY}{}", id.as_str()));
    }
}

/// Adds an episode under a new id.
pub fn added<'a>(episode: Episode) -> Act<'a> {
    Act::record(stored::episode_key(&episode.id), |stored| match stored {
        Some(Record::Tombstone(_)) => Err(Refusal::Gone),
        _ => Ok(Record::Episode(episode)),
    })
}
