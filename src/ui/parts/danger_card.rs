//! The card that an emergency answer brings at once, without "Next"; and the one that says that "not
//! sure" counts.

use leptos::prelude::*;

use crate::guide::answers::{Answer, Answers, UNSURE};
use crate::guide::finding::Findings;
use crate::guide::interview::{self, Question, replay};
use crate::guide::triage::{Rule, Urgency, rule, triage};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::care::list;
use crate::ui::parts::controls::link_button;
use crate::ui::parts::help::{contacts, what_to_do};
use crate::ui::route::Route;

/// The rules of a doubt: "not sure", or a line without a detail.
const DOUBTS: [&str; 6] = [
    "unsure",
    "line-nerves",
    "line-signs",
    "line-accident",
    "line-medicine",
    "line-pregnant",
];

/// The card for these answers, on a page of these questions; nothing while none is needed. `summary` is
/// where all of it is explained.
pub fn danger_card(
    app: App,
    answers: impl Fn() -> Answers + Send + Sync + 'static,
    questions: &'static [Question],
    summary: Route,
) -> El {
    // A memo: the card is made anew only when other rules fire, or a doubt is about other signs, not at
    // each answer.
    let shown = Memo::new(move |_| {
        let answers = answers();
        let mut fired = triage(&replay(&answers).findings).fired;
        let is_emergency = fired.iter().any(|rule| rule.urgency == Urgency::Emergency);
        let here = questions.iter().filter_map(|question| {
            let answer = answers.to(question.id)?;
            Some((question, answer.clone()))
        });
        let doubted: Vec<_> = here
            .flat_map(|(question, answer)| doubts(question, &answer))
            .collect();
        let is_doubt = !doubted.is_empty();
        fired.retain(|rule| match is_emergency {
            true => rule.urgency == Urgency::Emergency,
            false => is_doubt && DOUBTS.contains(&rule.id),
        });
        let signs = if is_emergency {
            Vec::new()
        } else {
            signs(&doubted)
        };
        (fired.iter().map(|rule| rule.id).collect::<Vec<_>>(), signs)
    });
    el("div")
        .attr("role", "alert")
        .class("danger-card")
        .with(move || {
            let (ids, signs) = shown.get();
            let fired: Vec<_> = ids.iter().filter_map(|id| rule(id)).collect();
            (!fired.is_empty()).then(|| card(app, &fired, &signs, &summary))
        })
}

/// What is doubted in an answer: lines without a detail, and "not sure" itself.
fn doubts(question: &'static Question, answer: &Answer) -> Vec<&'static str> {
    let choices = question
        .choices
        .iter()
        .filter(|choice| answer.has(choice.id));
    let mut lines = Vec::new();
    for choice in choices {
        let tells_doubt = triage(&Findings::of(choice.findings)).fired;
        if tells_doubt.iter().any(|rule| DOUBTS.contains(&rule.id)) {
            lines.push(question.line_of(choice).map_or(choice.id, |line| line.id));
        }
    }
    lines
}

/// The emergency signs of these lines; those of squeezed nerves where no line is named.
fn signs(doubted: &[&'static str]) -> Vec<&'static str> {
    let first = interview::first();
    let mut signs = Vec::new();
    for id in doubted {
        let mut own: Vec<_> = first.details(id).collect();
        own.retain(|detail| detail.alone() == Urgency::Emergency && !detail.is_private());
        let of_nerves = [UNSURE, "line-limbs"].contains(id);
        if of_nerves {
            let nerves = first.details(first.choices[0].id);
            signs.extend(
                nerves
                    .filter(|sign| sign.alone() == Urgency::Emergency)
                    .map(|sign| sign.words),
            );
        }
        signs.extend(own.into_iter().map(|sign| sign.words));
    }
    signs
}

fn card(app: App, fired: &[&'static Rule], signs: &[&'static str], summary: &Route) -> El {
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
            .with(
                (!signs.is_empty())
                    .then(|| text("p", "It is an emergency if one of these is new or changes:")),
            )
            .with((!signs.is_empty()).then(|| list("ul", signs).class("card cautions")))
            .with(contacts(app, urgency, fired))
    };
    let why = "Why, and what to show a clinician";
    card.with(link_button("quiet", why, summary))
}
