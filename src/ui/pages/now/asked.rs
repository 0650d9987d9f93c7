//! What the start page asks about by itself, and what of that was answered: which one was meant, if
//! it still goes on, what is missing of the last one. Answers are kept by id.

use leptos::prelude::*;

use super::shown_episode::{Eased, ShownEpisode};
use crate::browser::{clock, driver, kept};
use crate::diary::asks::{Missing, follow_up, is_forgotten, likely_lengths};
use crate::diary::checkup::Checkup;
use crate::diary::episode::Episode;
use crate::diary::id::EpisodeId;
use crate::diary::join::{gave_way, join, running};
use crate::diary::moment::{self, Moment};
use crate::diary::stored::{self, Record};
use crate::diary::usual::Usual;
use crate::store::Store;
use crate::store::act::{Act, remember_asked};
use crate::store::event::Refusal;
use crate::store::keys::GOES_ON;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::OpenDiary;
use crate::ui::parts::controls::{button, link_button};
use crate::ui::route::Route;
use crate::words;

/// The episodes that were asked about already.
pub fn asked() -> Vec<EpisodeId> {
    driver::act(|_, cx| Store::asked(cx))
}

/// Never asks about this one again: in this visit neither.
pub fn answer(app: App, id: &EpisodeId) {
    remember(id);
    app.asked.update(|asked| asked.push(id.clone()));
}

/// Does not ask about this one in another visit.
fn remember(id: &EpisodeId) {
    driver::act(|_, cx| remember_asked(cx.fast, id));
}

/// When the person said last that this one goes on.
fn goes_on_since(id: &EpisodeId) -> Option<Moment> {
    let kept = kept::get(GOES_ON)?;
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
            &words::now::missing(&when),
            &words::now::missing_what(&missing),
            vec![
                button("", words::now::MISSING_ADD, move || {
                    eased.set(Some((id.clone(), true)))
                }),
                button("", words::now::MISSING_NEVER, move || answer(app, &skipped)),
            ],
        ))
    })
}

/// Whether one that runs very long still goes on, or when it eased.
pub fn ask_if_over(shown: ShownEpisode, usual: Memo<Option<Usual>>) -> El {
    let (app, answered) = (shown.app, RwSignal::new(false));
    let is_forgotten = Memo::new(move |_| {
        answered.track();
        let now = app.now.get();
        let usual = usual.get();
        let is = |at| shown.read(|episode| is_forgotten(episode, usual.as_ref(), at, &now));
        is(None) && is(goes_on_since(&shown.id()))
    });
    el("div").with(move || {
        if !is_forgotten.get() {
            return None;
        }
        let now = clock::now();
        let goes_on = move || {
            let at = moment::encode(&clock::now());
            let kept = format!("{} {at}", shown.id().as_str());
            // Where it cannot be kept, it is asked once more.
            let _ = kept::set(GOES_ON, Some(&kept));
            answered.set(true);
        };
        let mut answers = vec![button("", words::now::OVER_NOT, goes_on)];
        let start = shown.read(|episode| Some(episode.start))?;
        let usual = usual.get();
        for length in shown.read(|episode| likely_lengths(episode, usual.as_ref(), &now)) {
            let end = start + length;
            let words = words::now::over_after(
                &moment::span_words(length),
                &moment::day_and_clock(&end, &now),
            );
            answers.push(button("", &words, move || shown.ease_at(end)));
        }
        answers.push(link_button(
            "quiet",
            words::now::OVER_CHOOSE,
            &Route::Episode(shown.id()),
        ));
        Some(question(
            words::now::OVER.text(),
            words::now::OVER_WHY.text(),
            answers,
        ))
    })
}

/// Of two that run, whether they are one.
pub fn ask_which(app: App) -> El {
    // A memo: the card is made anew only when others run.
    let since = Memo::new(move |_| {
        app.diary.read().with(|diary| {
            let starts = running(diary).into_iter().map(|one| one.start);
            let times = starts.map(|start| moment::day_and_clock(&start, &clock::now()));
            let times: Vec<String> = times.collect();
            let joined = times
                .into_iter()
                .reduce(|all, next| words::now::and(&all, &next))?;
            (running(diary).len() > 1).then(|| words::now::which_began(&joined))
        })
    });
    el("div").with(move || {
        let open = app.diary;
        since.get().map(|since| {
            let join = button("", words::now::WHICH_JOIN, move || join_two(open));
            let end = button("", words::now::WHICH_OLDER, move || end_older(open));
            question(words::now::WHICH.text(), &since, vec![join, end])
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
    let checks: Vec<Checkup> = open.read().with_untracked(|diary| {
        let checkups = diary.checkups_of(&newer.id).into_iter();
        checkups.cloned().collect()
    });
    let mut both =
        Act::episode(&older.id, |episode| *episode = join(episode, &newer))
            .and(Act::episode(&newer.id, |episode| {
                episode.deleted = Some(clock::now())
            }));
    for check in checks {
        let of = older.id.clone();
        let link = move |stored: Option<Record>| match stored {
            Some(Record::Checkup(mut check)) => {
                check.episode = Some(of);
                Ok(Record::Checkup(check))
            }
            _ => Err(Refusal::Gone),
        };
        both = both.and(Act::record(stored::checkup_key(&check.id), link));
    }
    if let Ok(done) = open.act(both) {
        open.offer_undo(words::now::JOINED, done, words::now::TWO_AGAIN);
    }
}

fn end_older(open: OpenDiary) {
    if let Some((older, newer)) = two(open) {
        let end = gave_way(&older, &newer);
        let words = words::now::older_ended(&moment::day_and_clock(&end, &clock::now()));
        let ease = Act::episode(&older.id, |episode| episode.ease(end));
        let _ = open.act_with_undo(words, ease);
    }
}
