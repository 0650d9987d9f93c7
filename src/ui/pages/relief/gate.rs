//! Parts that the pages of relief share: the gate, which says what the last danger check allows, and its cards.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::again::Again;
use crate::diary::episode::Episode;
use crate::diary::id::EpisodeId;
use crate::diary::relief::{First, Gate, gate};
use crate::guide::care::offers;
use crate::guide::finding::Findings;
use crate::guide::interview::replay;
use crate::guide::triage::Urgency;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::parts::care::care_card;
use crate::ui::parts::controls::link_button;
use crate::ui::parts::help::urgency_words;
use crate::ui::route::Route;
use crate::words;

/// The cards of these care options, as they are offered with these findings.
pub fn care_cards(findings: &Findings, urgency: Urgency, ids: &[&str]) -> El {
    let replayed = replay(&Default::default());
    let offers = offers(findings, urgency);
    let mut cards = el("ul").class("cards");
    for id in ids {
        let offer = offers.iter().find(|offer| offer.care.id == *id);
        cards = cards.with(offer.map(|offer| care_card(offer, &replayed)));
    }
    cards
}

/// Alters an episode. Boxed to avoid one instance per caller.
pub fn change(app: App, id: &EpisodeId, alter: Box<dyn FnOnce(&mut Episode)>) -> Outcome {
    app.diary.change_episode(id, alter)
}

/// The gate now.
pub fn gate_now(app: App) -> Gate {
    let worse = untrack(|| app.guided.worse());
    let now = clock::now();
    app.diary
        .read()
        .with_untracked(|diary| gate(diary, worse, &now))
}

/// The result of the last check, if it sent the person to someone: it comes before anything else.
pub fn sent(gate: &Gate) -> Option<El> {
    let check = gate.check.clone()?;
    let (title, _) = urgency_words(gate.urgency);
    (gate.urgency >= Urgency::Urgent).then(|| {
        el("div")
            .class(format!("tier {}", gate.urgency.id()))
            .with(text("strong", title))
            .with(text("p", "That is what your last check said. "))
            .with(link_button(
                "quiet",
                words::alarm::WHY,
                &Route::Checkup(check),
            ))
    })
}

/// A card that sends to the danger check first, with the reason.
pub fn check_first(first: &First) -> El {
    let why = match first {
        First::NoCheck => "There was no danger check in the last day.".to_string(),
        First::Worse => "You said that it got worse.".to_string(),
        First::Again(Again::Worse { from, to }) => {
            format!("Your pain rose from {} to {}.", from.get(), to.get())
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
        .with(link_button("primary", words::now::CHECK, &Route::Check))
        .with(text(
            "p",
            "Meanwhile: stop what you are doing, and take the position that hurts least.",
        ))
}
