//! The card that an emergency answer brings at once, without "Next"; and the one that says that "not
//! sure" counts.

use leptos::prelude::*;

use crate::guide::answers::{Answers, UNSURE};
use crate::guide::interview::replay;
use crate::guide::triage::{Rule, Urgency, rule, triage};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::care::list;
use crate::ui::parts::controls::link_button;
use crate::ui::parts::help::{contacts, what_to_do};
use crate::ui::parts::result::emergency_signs;
use crate::ui::route::Route;

/// The rule that "not sure" fires.
const NOT_SURE: &str = "unsure";

/// The card for these answers, at this question; nothing while none is needed. `summary` is where all
/// of it is explained.
pub fn danger_card(
    app: App,
    answers: impl Fn() -> Answers + Send + Sync + 'static,
    question: &'static str,
    summary: Route,
) -> El {
    // A memo: the card is made anew only when other rules fire, not at each answer.
    let rules = Memo::new(move |_| {
        let answers = answers();
        let mut fired = triage(&replay(&answers).findings).fired;
        fired.retain(|rule| rule.urgency == Urgency::Emergency);
        if fired.is_empty() && answers.to(question).is_some_and(|here| here.has(UNSURE)) {
            fired.extend(rule(NOT_SURE));
        }
        fired.iter().map(|rule| rule.id).collect::<Vec<_>>()
    });
    el("div")
        .attr("role", "alert")
        .class("danger-card")
        .with(move || {
            let fired: Vec<_> = rules.with(|ids| ids.iter().filter_map(|id| rule(id)).collect());
            (!fired.is_empty()).then(|| card(app, &fired, &summary))
        })
}

fn card(app: App, fired: &[&'static Rule], summary: &Route) -> El {
    let urgency = fired[0].urgency;
    let (title, act) = what_to_do(urgency, fired);
    let reasons: Vec<&str> = fired.iter().map(|rule| rule.because).collect();
    let card = el("section")
        .class(format!("tier {}", urgency.id()))
        .attr("aria-label", title)
        .with(text("h2", title))
        .with(text("p", act));
    let card = if urgency == Urgency::Emergency {
        card.with(contacts(app, urgency, fired))
            .with(list("ul", &reasons))
    } else {
        card.with(list("ul", &reasons))
            .with(text(
                "p",
                "It is an emergency if one of these is new or changes:",
            ))
            .with(emergency_signs(true))
            .with(contacts(app, urgency, fired))
    };
    let why = "Why, and what to show a clinician";
    card.with(link_button("quiet", why, summary))
}
