//! What may help now, with the cautions that come from what the person said of themselves, and from
//! their last check if that is fresh. Where it sent them to someone, that stands first.

use chrono::TimeDelta;
use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::moment;
use crate::guide::interview::replay;
use crate::guide::triage::Urgency;
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::{heading, link, link_button};
use crate::ui::parts::help::urgency_words;
use crate::ui::parts::result::what_may_help;
use crate::ui::route::Route;

/// For so long a check says what suits the person now.
const FRESH: TimeDelta = TimeDelta::hours(24);

/// The page.
pub fn page(app: App) -> Vec<El> {
    let now = clock::now();
    let (profile, checkup) = app.diary.read().with_untracked(|diary| {
        let checkups = diary.checkups();
        let fresh = checkups
            .first()
            .copied()
            .filter(|checkup| checkup.is_current() && moment::span(&checkup.started, &now) < FRESH);
        let profile = diary.profile().map(|profile| profile.answers.clone());
        (profile, fresh.cloned())
    });
    let urgency = checkup
        .as_ref()
        .map_or(Urgency::SelfCare, |last| last.urgency);
    let known = checkup.as_ref().map(|last| last.answers.clone());
    let replayed = replay(&known.or(profile).unwrap_or_default());
    let sent = checkup.filter(|_| urgency >= Urgency::Urgent).map(|last| {
        let (title, _) = urgency_words(urgency);
        el("div")
            .class(&format!("tier {}", urgency.id()))
            .with(text("strong", title))
            .with(text("p", "That is what your last check said. "))
            .with(link_button(
                "quiet",
                "Why, and whom to call",
                &Route::Checkup(last.id),
            ))
    });
    let first = el("div")
        .class("card")
        .with(text("p", "Stop what you are doing. Get into the position that hurts least: on your back with your calves on a chair, or on your side with a pillow between your knees. Breathe slowly. Then small movements, and warmth."))
        .with(
            text("p", "New numbness or weakness, trouble peeing, chest pain, fever, or much worse? ")
                .with(link("Check for danger first", &Route::Check)),
        );
    let parts = [
        Some(heading("Ease it")),
        sent,
        Some(first),
        Some(what_may_help(&replayed, urgency)),
        Some(link_button(
            "quiet",
            "The article, and what is known",
            &Route::Learn,
        )),
    ];
    parts.into_iter().flatten().collect()
}
