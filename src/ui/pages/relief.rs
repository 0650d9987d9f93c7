//! What may help now: guided relief first, where the last check allows it; then each thing by itself,
//! with the cautions that come from what the person said.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::again::Again;
use crate::diary::before::Before;
use crate::diary::episode::Episode;
use crate::diary::id::EpisodeId;
use crate::diary::relief::{First, Gate, gate};
use crate::guide::care::offers;
use crate::guide::finding::Findings;
use crate::guide::interview::replay;
use crate::guide::triage::Urgency;
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::parts::care::care_card;
use crate::ui::parts::controls::{heading, link_button};
use crate::ui::parts::help::urgency_words;
use crate::ui::parts::result::what_may_help;
use crate::ui::route::{Ease, Route};

mod calendar;
mod figure;
pub mod guided;
mod medicine;
mod movements;
mod poses;
mod programme;
mod reading;
mod session;
mod session_end;
mod session_parts;
mod session_thumbs;
mod session_words;
mod timer;
pub mod under_way;

/// The page.
pub fn page(app: App) -> Vec<El> {
    let gate = look(app);
    let answers = app.diary.read().with_untracked(|diary| {
        let check = gate.check.as_ref().and_then(|id| diary.checkup(id));
        let profile = diary.profile().map(|profile| profile.answers.clone());
        check.map(|check| check.answers.clone()).or(profile)
    });
    let begin = match gate.first {
        Some(first) => check_first(&first),
        None if gate.steps(&Before::default()).is_empty() => el("div"),
        None => el("div")
            .class("stack")
            .with(link_button(
                "primary",
                "Help me now",
                &Route::Ease(Ease::Session),
            ))
            .with(link_button(
                "quiet danger",
                "It got worse: check for danger",
                &Route::Check,
            )),
    };
    let rest_of_check = (gate.first.is_none() && !gate.is_whole && gate.urgency < Urgency::Urgent)
        .then(|| {
            text(
                "p",
                "Answer the rest of the check, and movements that suit you are offered too. ",
            )
            .class("notice")
            .with(link_button("small", "Go on with the check", &Route::Check))
        });
    let mut links = Vec::new();
    for (ease, _, title) in Ease::ALL.iter().skip(1) {
        if gate.urgency < Urgency::Urgent || !ease.is_done_at_home() {
            links.push(link_button("quiet", *title, &Route::Ease(*ease)));
        }
    }
    let mut parts = vec![heading("Ease it")];
    parts.extend(sent(&gate));
    parts.push(begin);
    parts.extend(rest_of_check);
    parts.push(el("div").class("pair").with(links));
    parts.push(what_may_help(
        &replay(&answers.unwrap_or_default()),
        gate.urgency,
    ));
    parts.push(link_button(
        "quiet",
        "The article, and what is known",
        &Route::Learn,
    ));
    parts
}

/// A page below it.
pub fn part(app: App, ease: Ease) -> Vec<El> {
    match ease {
        Ease::Session => session::page(app),
        Ease::Heat => timer::page(app, "heat"),
        Ease::Ice => timer::page(app, "ice"),
        Ease::Movements => movements::page(app),
        Ease::Programme => programme::page(app),
        Ease::Medicine => medicine::page(app),
        Ease::Rest => reading::rest(app),
        Ease::Therapy => reading::therapy(app),
        Ease::Prevention => reading::prevention(app),
        Ease::Reminders => calendar::page(app),
    }
}

/// The cards of these care options, as they are offered with these findings.
fn care_cards(findings: &Findings, urgency: Urgency, ids: &[&str]) -> El {
    let replayed = replay(&Default::default());
    let offers = offers(findings, urgency);
    let mut cards = el("ul").class("cards");
    for id in ids {
        let offer = offers.iter().find(|offer| offer.care.id == *id);
        cards = cards.with(offer.map(|offer| care_card(offer, &replayed)));
    }
    cards
}

/// Alters an episode. Boxed: one copy of the way to the store, not one for each button.
fn change(app: App, id: &EpisodeId, alter: Box<dyn FnOnce(&mut Episode)>) -> Outcome {
    app.diary.change_episode(id, alter)
}

/// What the diary says now.
fn look(app: App) -> Gate {
    let worse = untrack(|| app.guided.worse());
    let now = clock::now();
    app.diary
        .read()
        .with_untracked(|diary| gate(diary, worse, &now))
}

/// Where the last check sent the person to someone: that, before anything else.
fn sent(gate: &Gate) -> Option<El> {
    let check = gate.check.clone()?;
    let (title, _) = urgency_words(gate.urgency);
    (gate.urgency >= Urgency::Urgent).then(|| {
        el("div")
            .class(["tier ", gate.urgency.id()].concat())
            .with(text("strong", title))
            .with(text("p", "That is what your last check said. "))
            .with(link_button(
                "quiet",
                "Why, and whom to call",
                &Route::Checkup(check),
            ))
    })
}

/// The danger check comes first, and why.
fn check_first(first: &First) -> El {
    let why = match first {
        First::NoCheck => "There was no danger check in the last day.".to_string(),
        First::Worse => "You said that it got worse.".to_string(),
        First::Again(Again::Worse { from, to }) => {
            let (from, to) = (from.get().to_string(), to.get().to_string());
            ["Your pain rose from ", &from, " to ", &to, "."].concat()
        }
        First::Again(_) => "Your last danger check is more than a day old.".to_string(),
    };
    el("div")
        .class("card")
        .with(text("strong", "First: is it dangerous?"))
        .with(text("p", &why))
        .with(text(
            "p",
            "A few minutes of questions. Then we know which steps suit you.",
        ))
        .with(link_button("primary", "Do the danger check", &Route::Check))
        .with(text(
            "p",
            "Meanwhile: stop what you are doing, and take the position that hurts least.",
        ))
}
