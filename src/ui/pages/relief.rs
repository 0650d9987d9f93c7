//! What may help now: guided relief first, where the last check allows it; then each thing by itself,
//! with the cautions that come from what the person said.

use crate::diary::before::Before;
use crate::diary::timer::HeatOrIce;
use crate::guide::interview::replay;
use crate::guide::triage::Urgency;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::pages::relief::gate::{check_first, gate_now, sent};
use crate::ui::parts::controls::{heading, link_button};
use crate::ui::parts::result::{what_may_help, with_care};
use crate::ui::route::{Ease, Route};
use crate::words;

mod calendar;
pub mod cards;
mod figure;
mod gate;
mod medicine;
mod movements;
mod programme;
mod reading;
mod session;
mod session_end;
mod session_parts;
mod session_thumbs;
mod session_words;
mod shown_session;
mod timer;

/// The page.
pub fn page(app: App) -> Vec<El> {
    let gate = gate_now(app);
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
    links.push(link_button(
        "quiet",
        words::cards::NEXT_HOUR,
        &Route::Card("next-hour"),
    ));
    links.push(link_button("quiet", words::cards::TITLE, &Route::Cards));
    parts.push(el("div").class("pair").with(links));
    parts.push(what_may_help(
        app,
        &replay(&with_care(app, &answers.unwrap_or_default())),
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
        Ease::Heat => timer::page(app, HeatOrIce::Heat),
        Ease::Ice => timer::page(app, HeatOrIce::Ice),
        Ease::Movements => movements::page(app),
        Ease::Programme => programme::page(app),
        Ease::Medicine => medicine::page(app),
        Ease::Rest => reading::rest(app),
        Ease::Therapy => reading::therapy(app),
        Ease::Prevention => reading::prevention(app),
        Ease::Reminders => calendar::page(app),
    }
}
