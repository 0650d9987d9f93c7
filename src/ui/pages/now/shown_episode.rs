//! The episode that the start page shows.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::episode::Episode;
use crate::diary::id::EpisodeId;
use crate::diary::moment::{self, Moment};
use crate::store::act::Act;
use crate::ui::app::App;
use crate::ui::open_diary::Outcome;
use crate::words;

/// The ended episode whose "what helped?" is open, and whether that is asked later, in another visit.
pub type Eased = (EpisodeId, bool);

/// One episode that is shown on the start page, and what is done to it.
#[derive(Clone, Copy)]
pub struct ShownEpisode {
    pub app: App,
    pub id: StoredValue<EpisodeId>,
    /// Set when it eased, so that "what helped?" opens; cleared when that is done.
    pub eased: RwSignal<Option<Eased>>,
}

impl ShownEpisode {
    /// Its id.
    pub fn id(self) -> EpisodeId {
        self.id.get_value()
    }

    /// Reads it as it is now, and follows it; the default if it is gone.
    pub fn read<T: Default>(self, read: impl FnOnce(&Episode) -> T) -> T {
        self.app.diary.read().with(|diary| {
            let episode = self.id.with_value(|id| diary.episode(id));
            episode.map(read).unwrap_or_default()
        })
    }

    /// Alters it.
    pub fn change(self, alter: impl FnOnce(&mut Episode)) -> Outcome {
        self.app.diary.change_episode(&self.id(), alter)
    }

    /// Ends it at a time before now, which can be taken back, and asks what is missing.
    pub fn ease_at(self, at: Moment) {
        let words = words::now::eased_on(&moment::day_and_clock(&at, &clock::now()));
        let ease = Act::episode(&self.id(), |episode| episode.ease(at));
        if self.app.diary.act_with_undo(words, ease) == Outcome::Saved {
            self.eased.set(Some((self.id(), true)));
        }
    }
}
