//! A check-up for a clinician: what was asked and answered, which rules fired, when, and what the
//! diary has of the episode. On paper it is one page that needs no screen.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::checkup::{Checkup, CheckupId};
use crate::diary::episode::Episode;
use crate::diary::moment;
use crate::guide::content::questions::QUESTIONS;
use crate::guide::finding::Findings;
use crate::guide::interview::{Kind, NONE, UNSURE, replay};
use crate::guide::triage::Urgency;
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::alarm::settle;
use crate::ui::parts::care::led;
use crate::ui::parts::causes::causes;
use crate::ui::parts::controls::{button, heading, link_button, soft};
use crate::ui::parts::episode_card::{episode_line, length_words};
use crate::ui::parts::help::urgency_words;
use crate::ui::parts::result::{WHAT_IT_IS, answered, how_long, reasons, watch_for, what_may_help};
use crate::ui::route::Route;

/// The page.
pub fn page(app: App, id: &CheckupId) -> Vec<El> {
    let diary = app.diary.read();
    let found = diary.with(|diary| {
        let checkup = diary.checkup(id)?.clone();
        let episode = checkup.episode.as_ref();
        let episode = episode.and_then(|id| diary.episode(id)).cloned();
        Some((checkup, episode))
    });
    match found {
        Some((checkup, episode)) => sheet(app, &checkup, episode.as_ref()),
        None => vec![
            heading("There is no such check"),
            link_button("primary", "Start a check", &Route::Check),
        ],
    }
}

fn sheet(app: App, checkup: &Checkup, episode: Option<&Episode>) -> Vec<El> {
    let now = clock::now();
    let taken = moment::day_and_clock(&checkup.started, &now);
    let (title, tone) = if checkup.is_withheld() {
        ("Not finished yet", "card".to_string())
    } else {
        let (title, _) = urgency_words(checkup.urgency);
        (title, format!("tier {}", checkup.urgency.id()))
    };
    let replayed = replay(&checkup.answers);
    let mut parts = vec![
        heading("Back pain check, for a clinician"),
        soft(&format!(
            "Answered at home on {taken}, guide version {}. {WHAT_IT_IS}",
            checkup.guide
        )),
        button("primary", "Print, or save as PDF", || {
            let _ = window().print();
        }),
        el("section")
            .class(&tone)
            .with(text("h2", title))
            .with_some(
                checkup
                    .finished
                    .is_none()
                    .then(|| text("p", "Not all questions were answered.")),
            )
            .with_some(checkup.flagged.map(|at| {
                soft(&format!(
                    "Emergency answer given at {}.",
                    moment::day_and_clock(&at, &now)
                ))
            }))
            .with_some(checkup.settled.map(|_| settle(app, checkup))),
        reasons(checkup, &replayed),
        el("section").with(text("h2", "Answers")).with(
            el("dl").class("said").with_all(
                answered(&checkup.answers, QUESTIONS.iter())
                    .into_iter()
                    .flat_map(|(question, said)| [text("dt", question.words), text("dd", &said)])
                    .collect(),
            ),
        ),
    ];
    parts.extend(
        checkup
            .is_current()
            .then(|| not_ticked(checkup, &replayed.findings)),
    );
    parts.extend(episode.map(|episode| {
        el("section")
            .with(text("h2", "The episode"))
            .with(led(
                &format!("Since {}: ", moment::day_and_clock(&episode.start, &now)),
                &format!("{} · {}", length_words(episode), episode_line(episode)),
            ))
            .with_some(
                (!episode.notes.is_empty()).then(|| text("p", &episode.notes).class("as-typed")),
            )
    }));
    if checkup.is_current() && !checkup.is_withheld() {
        let causes = causes(&replayed);
        parts.push(
            el("section")
                .with(text("h2", "What it may come from"))
                .with_all(causes),
        );
        if checkup.urgency < Urgency::Emergency {
            parts.push(how_long(app, checkup, &replayed.findings));
            parts.push(what_may_help(&replayed, checkup.urgency));
            parts.push(watch_for(checkup));
        }
    }
    parts
}

/// What was asked and not ticked, so that a clinician sees what was ruled out by whom.
fn not_ticked(checkup: &Checkup, findings: &Findings) -> El {
    let rows = QUESTIONS
        .iter()
        .filter(|question| question.danger && question.kind == Kind::Many)
        .filter_map(|question| {
            let answer = checkup.answers.to(question.id)?;
            let unsure = if answer.has(UNSURE) {
                " (not sure about one of these)"
            } else {
                ""
            };
            let words: Vec<&str> = question
                .choices
                .iter()
                .filter(|choice| choice.when.holds(findings) && !answer.has(choice.id))
                .filter(|choice| !matches!(choice.id, NONE | UNSURE))
                .map(|choice| choice.words)
                .collect();
            Some(led(
                &format!("{}{unsure} ", question.words),
                &words.join(" · "),
            ))
        })
        .collect();
    el("section")
        .class("small-print")
        .with(text("h2", "Asked, and not ticked"))
        .with_all(rows)
}
