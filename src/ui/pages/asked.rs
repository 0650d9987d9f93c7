//! What the start page asks about by itself, and what of that was answered: which one was meant, if
//! it still goes on, what is missing of the last one. Answers are kept by id.

use leptos::prelude::*;

use super::running::{Eased, Shown};
use crate::browser::{clock, storage};
use crate::diary::asks::{Missing, follow_up, is_forgotten, likely_lengths};
use crate::diary::checkup::Checkup;
use crate::diary::episode::Episode;
use crate::diary::id::EpisodeId;
use crate::diary::join::{gave_way, join, running};
use crate::diary::moment::{self, Moment};
use crate::diary::usual::Usual;
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::{OpenDiary, Outcome};
use crate::ui::parts::controls::{button, link_button};
use crate::ui::route::Route;
use crate::ui::undo::{change_with_undo, say_with_undo, way_back};

/// The ids of the episodes that were asked about once.
const ASKED: &str = "unknot/asked";
/// The id of the running one of which it was said that it goes on, and when.
const GOES_ON: &str = "unknot/goes-on";
/// So many ids are enough: only the last episode is ever asked about.
const MOST: usize = 20;

/// The episodes that were asked about already.
pub fn asked() -> Vec<EpisodeId> {
    let kept = storage::read(ASKED).ok().flatten().unwrap_or_default();
    kept.split(' ').filter_map(EpisodeId::parse).collect()
}

/// Never asks about this one again: in this visit neither.
pub fn answer(app: App, id: &EpisodeId) {
    remember(id);
    app.asked.update(|asked| asked.push(id.clone()));
}

/// Does not ask about this one in another visit.
fn remember(id: &EpisodeId) {
    let mut ids = asked();
    if ids.contains(id) {
        return;
    }
    ids.push(id.clone());
    let newest = &ids[ids.len().saturating_sub(MOST)..];
    let words: Vec<&str> = newest.iter().map(EpisodeId::as_str).collect();
    // Where it cannot be kept, it is asked once more.
    let _ = storage::write(ASKED, &words.join(" "));
}

/// When the person said last that this one goes on.
fn goes_on_since(id: &EpisodeId) -> Option<Moment> {
    let kept = storage::read(GOES_ON).ok().flatten()?;
    let (of, at) = kept.split_once(' ')?;
    (of == id.as_str()).then(|| moment::decode(at)).flatten()
}

/// A question in a card, with its answers.
fn question(title: &str, words: &str, answers: Vec<El>) -> El {
    el("section")
        .class("card asks")
        .attr("aria-label", title)
        .with(text("strong", title))
        .with(text("p", words))
        .with(el("div").class("chips").with(answers))
}

/// What is missing of the last one, asked in one visit.
pub fn ask_what_is_missing(app: App, eased: RwSignal<Option<Eased>>) -> El {
    let last = Memo::new(move |_| {
        let asked = app.asked.get();
        app.diary.read().with(|diary| {
            let last = follow_up(diary, &asked, &app.opened, &clock::now())?;
            Some((last.id.clone(), last.start, Missing::of(last).words()))
        })
    });
    // After it is shown: a page that is being made writes nothing.
    Effect::new(move || {
        last.with(|last| last.iter().for_each(|(id, _, _)| remember(id)));
    });
    el("div").with(move || {
        let (id, start, missing) = last.get()?;
        let when = moment::day_and_clock(&start, &clock::now());
        let skipped = id.clone();
        Some(question(
            &format!("About the one of {when}"),
            &format!("Not noted yet: {missing}."),
            vec![
                button("", "Add it", move || eased.set(Some((id.clone(), true)))),
                button("", "Don’t ask again", move || answer(app, &skipped)),
            ],
        ))
    })
}

/// Whether one that runs very long still goes on, or when it eased.
pub fn ask_if_over(shown: Shown, usual: Memo<Option<Usual>>) -> El {
    let (app, answered) = (shown.app, RwSignal::new(false));
    let is_forgotten = Memo::new(move |_| {
        answered.track();
        let now = app.now.get();
        let usual = usual.get();
        let is = |at| shown.look(|episode| is_forgotten(episode, usual.as_ref(), at, &now));
        is(None) && is(goes_on_since(&shown.id()))
    });
    el("div").with(move || {
        if !is_forgotten.get() {
            return None;
        }
        let now = clock::now();
        let goes_on = move || {
            let at = clock::now();
            let mut kept = shown.id().as_str().to_string();
            kept.push(' ');
            kept.push_str(&moment::encode(&at));
            // Where it cannot be kept, it is asked once more.
            let _ = storage::write(GOES_ON, &kept);
            answered.set(true);
        };
        let mut answers = vec![button("", "Still going", goes_on)];
        let start = shown.look(|episode| Some(episode.start))?;
        let usual = usual.get();
        for length in shown.look(|episode| likely_lengths(episode, usual.as_ref(), &now)) {
            let end = start + length;
            let words = format!(
                "Over after {}, {}",
                moment::span_words(length),
                moment::day_and_clock(&end, &now)
            );
            answers.push(button("", &words, move || shown.ease_at(end)));
        }
        answers.push(link_button(
            "quiet",
            "Choose a time",
            &Route::Episode(shown.id()),
        ));
        Some(question(
            "Still going, or when did it ease?",
            "It has run for long, and nothing was noted lately.",
            answers,
        ))
    })
}

/// Of two that run, whether they are one.
pub fn ask_which(app: App) -> El {
    // A memo: the card is made anew only when others run.
    let since = Memo::new(move |_| {
        let mut words = String::new();
        app.diary.read().with(|diary| {
            let running = running(diary);
            if running.len() > 1 {
                for episode in running {
                    words.push_str(if words.is_empty() {
                        "They began "
                    } else {
                        " and "
                    });
                    words.push_str(&moment::day_and_clock(&episode.start, &clock::now()));
                }
                words.push('.');
            }
        });
        words
    });
    el("div").with(move || {
        let since = since.get();
        let open = app.diary;
        (!since.is_empty()).then(|| {
            let join = button("", "They are one: join them", move || join_two(open));
            let end = button("", "The older one is over", move || end_older(open));
            question("More than one is running", &since, vec![join, end])
        })
    })
}

/// The two that have run longest, as they are now.
fn two(open: OpenDiary) -> Option<(Episode, Episode)> {
    open.read()
        .with_untracked(|diary| match running(diary)[..] {
            [older, newer, ..] => Some((older.clone(), newer.clone())),
            _ => None,
        })
}

fn join_two(open: OpenDiary) {
    let Some((older, newer)) = two(open) else {
        return;
    };
    let joined = open.change_episode(&older.id, |episode| *episode = join(episode, &newer));
    if joined != Outcome::Saved {
        return;
    }
    let gone = |episode: &mut Episode| episode.deleted = Some(clock::now());
    if open.change_episode(&newer.id, gone) != Outcome::Saved {
        return;
    }
    let checks: Vec<Checkup> = open.read().with_untracked(|diary| {
        let checkups = diary.checkups_of(&newer.id).into_iter();
        checkups.cloned().collect()
    });
    let (one, other) = (older.id.clone(), newer.id.clone());
    link(open, &checks, &one);
    let back = way_back(open, vec![older, newer]);
    let undo = move || {
        if back() {
            link(open, &checks, &other);
            open.say("They are two again.");
        }
    };
    say_with_undo(open, "Joined into one.", Box::new(undo));
}

/// Makes these check-ups ones of this episode.
fn link(open: OpenDiary, checks: &[Checkup], episode: &EpisodeId) {
    for check in checks {
        let begun = || check.clone();
        let _ = open.change_checkup(&check.id, begun, |check| {
            check.episode = Some(episode.clone());
        });
    }
}

fn end_older(open: OpenDiary) {
    if let Some((older, newer)) = two(open) {
        let end = gave_way(&older, &newer);
        let words = format!(
            "The older one ended on {}.",
            moment::day_and_clock(&end, &clock::now())
        );
        let _ = change_with_undo(open, &older.id, &words, |episode| episode.ease(end));
    }
}
