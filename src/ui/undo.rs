//! Taking back what was done to an episode, as long as nothing else was done to it since.

use leptos::prelude::*;

use crate::diary::amend::undone;
use crate::diary::episode::Episode;
use crate::diary::id::EpisodeId;
use crate::diary::stored;
use crate::ui::open_diary::{OpenDiary, Outcome};

/// Alters one episode, tells that in these words, and offers to take it back.
pub fn change_with_undo(
    open: OpenDiary,
    id: &EpisodeId,
    words: &str,
    alter: impl FnOnce(&mut Episode),
) -> Outcome {
    let before = open
        .read()
        .with_untracked(|diary| diary.episode(id).cloned());
    let outcome = open.change_episode(id, alter);
    if outcome == Outcome::Saved {
        offer_undo(open, words, before.into_iter().collect());
    }
    outcome
}

/// Tells what was done, and offers to make these episodes again what they were before.
pub fn offer_undo(open: OpenDiary, words: &str, before: Vec<Episode>) {
    let back = way_back(open, before);
    open.say_with_undo(words, move || {
        if back() {
            open.say("Undone.");
        }
    });
}

/// Makes these episodes again what they were; call it right after they were changed. What it gives
/// says whether it could, and tells why not.
pub fn way_back(open: OpenDiary, before: Vec<Episode>) -> impl Fn() -> bool + Send + Sync {
    let revision = move |episode: &Episode| {
        open.read()
            .with_untracked(|diary| diary.episode(&episode.id).map(|is| is.revision))
    };
    let changed: Vec<_> = before.iter().map(revision).collect();
    move || {
        for episode in &before {
            open.changed_elsewhere(Some(stored::episode_key(&episode.id)));
        }
        let now: Vec<_> = before.iter().map(revision).collect();
        if now != changed {
            open.say("Not undone: it was changed again since.");
            return false;
        }
        before
            .iter()
            .all(|was| open.change_episode(&was.id, |is| *is = undone(is, was)) == Outcome::Saved)
    }
}
