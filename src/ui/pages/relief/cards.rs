//! Cards to read: the list, and a card with what may be shown of it now.

use leptos::prelude::*;

use crate::diary::cards::{CardAccess, access, shows};
use crate::diary::relief::Gate;
use crate::guide::card::{Card, CardPart, card};
use crate::guide::content::cards::CARDS;
use crate::guide::triage::Urgency;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::pages::relief::gate::{gate_now, sent};
use crate::ui::parts::controls::{heading, link_button, soft, tick};
use crate::ui::parts::help::{crisis_lines, lines};
use crate::ui::parts::quotes::sources;
use crate::ui::parts::region::region_question;
use crate::ui::route::Route;
use crate::words;

/// The card of which a part is shown before any check.
const NEXT_HOUR: &str = "next-hour";
/// The card with questions of its own.
const MOOD: &str = "mood";

/// The list of all cards.
pub fn list() -> Vec<El> {
    let links = CARDS
        .iter()
        .map(|card| link_button("quiet", card.title, &Route::Card(card.id)));
    vec![
        heading(words::cards::TITLE),
        el("div").class("pair").with(links),
    ]
}

/// A card.
pub fn page(app: App, id: &str) -> Vec<El> {
    card(id).map_or_else(list, |card| shown(app, card))
}

fn shown(app: App, card: &'static Card) -> Vec<El> {
    let gate = gate_now(app);
    let (access, open) = app.diary.read().with_untracked(|diary| {
        let open = |part: &&CardPart| shows(part.shown, diary, &gate);
        let open: Vec<&CardPart> = card.parts.iter().filter(open).collect();
        (access(diary, &gate), open)
    });
    let mut parts = vec![heading(card.title)];
    parts.extend(first(&gate, access, card.id == NEXT_HOUR));
    parts.extend(open.into_iter().map(section));
    if card.id == MOOD {
        if access == CardAccess::Open {
            parts.push(mood());
        }
        parts.push(self_harm(app));
    }
    parts.extend(sources(&card.sources()));
    parts.push(link_button("quiet", words::cards::TITLE, &Route::Cards));
    parts
}

/// What stands before the card: the check or the help that comes first, or the signs with which to check again.
fn first(gate: &Gate, access: CardAccess, is_next_hour: bool) -> Vec<El> {
    let check = || link_button("primary", words::now::CHECK, &Route::Check);
    let before_check = if is_next_hour {
        (gate.first.is_some()).then_some(words::cards::CHECK_FIRST_IF)
    } else {
        (access == CardAccess::CheckFirst).then_some(words::cards::CHECK_FIRST)
    };
    if access == CardAccess::HelpFirst {
        let sent = sent(gate);
        let told = (!is_next_hour).then(|| soft(words::cards::HELP_FIRST));
        return sent.into_iter().chain(told).collect();
    }
    match before_check {
        Some(words) => vec![el("div").class("card").with(text("p", words)).with(check())],
        None => vec![text("p", words::cards::SAFETY_NET).class("notice")],
    }
}

fn section(part: &CardPart) -> El {
    let claims = part.claims.iter().map(|claim| text("li", claim.words));
    el("section")
        .with(part.heading.map(|words| text("h2", words)))
        .with(el("ul").class("card").with(claims))
}

/// Three feelings and how long they last. Nothing of it is kept.
fn mood() -> El {
    let said = RwSignal::new([false; 4]);
    let choices = [
        words::cards::FEAR_MOVING,
        words::cards::NO_BETTER,
        words::cards::FEEL_LOW,
        words::cards::OVER_TWO_WEEKS,
    ];
    let ticks = choices.into_iter().enumerate().map(|(n, words)| {
        tick(
            "",
            "checkbox",
            MOOD,
            words,
            move || said.with(|said| said[n]),
            move || said.update(|said| said[n] = !said[n]),
        )
    });
    let answer = move || {
        let [fear, hopeless, low, lasts] = said.get();
        let count = [fear, hopeless, low].into_iter().filter(|is| *is).count();
        let see_someone = count >= 2 || (count == 1 && lasts);
        let mut parts = Vec::new();
        if count > 0 {
            parts.push(text("p", words::cards::ONE_SAID));
        }
        if see_someone {
            parts.push(text("p", words::cards::SEE_SOMEONE));
            parts.push(soft(words::cards::SLOWER));
        }
        parts
    };
    el("section")
        .with(
            el("fieldset")
                .class("chips")
                .with(text("legend", words::cards::WHICH_ARE_TRUE))
                .with(ticks),
        )
        .with(el("div").attr("role", "status").with(answer))
}

/// Whom to call with thoughts of harming oneself.
fn self_harm(app: App) -> El {
    el("section")
        .with(text("h2", words::cards::SELF_HARM))
        .with(region_question(app))
        .with(text("p", words::cards::SELF_HARM_TOOK))
        .with(lines(app, Urgency::Emergency, &[]))
        .with(text("h3", words::cards::SELF_HARM_TALK))
        .with(crisis_lines(app))
        .with(text("p", words::cards::SELF_HARM_TODAY))
}
