//! Taking back what was done to an episode, as long as nothing else was done to it since.

use crate::diary::episode::Episode;
use crate::diary::id::EpisodeId;
use crate::diary::stored;
use crate::ui::open_diary::{OpenDiary, Outcome};
use leptos::prelude::*;

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
    say_with_undo(
        open,
        words,
        Box::new(move || {
            if back() {
                open.say("Undone.");
            }
        }),
    );
}

/// Tells something with a way to take it back: one function for all of them.
pub fn say_with_undo(open: OpenDiary, words: &str, undo: Box<dyn Fn() + Send + Sync>) {
    open.say_with_undo(words, undo);
}

/// The way back to what these episodes were before they were changed, which was just now. It says
/// whether it could be gone, and tells why not.
pub fn way_back(open: OpenDiary, before: Vec<Episode>) -> Box<dyn Fn() -> bool + Send + Sync> {
    let revisions = move |before: &[Episode]| -> Vec<Option<u32>> {
        let mut all = Vec::new();
        open.read().with_untracked(|diary| {
            for episode in before {
                all.push(diary.episode(&episode.id).map(|is| is.revision));
            }
        });
        all
    };
    let changed = revisions(&before);
    Box::new(move || {
        for episode in &before {
            open.changed_elsewhere(Some(stored::episode_key(&episode.id)));
        }
        if revisions(&before) != changed {
            open.say("Not undone: it was changed again since.");
            return false;
        }
        let mut is_back = true;
        for was in &before {
            let undo = |is: &mut Episode| is.clone_from(was);
            is_back &= open.change_episode(&was.id, undo) == Outcome::Saved;
        }
        is_back
    })
}
