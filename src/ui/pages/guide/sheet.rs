//! A check-up for a clinician: what was asked and answered, which rules fired, when, and what the
//! diary has of the episode. On paper it is one page that needs no screen.

use chrono::Datelike;
use leptos::prelude::*;

use crate::diary::checkup::Checkup;
use crate::diary::episode::Episode;
use crate::diary::id::CheckupId;
use crate::diary::moment::{self, Moment};
use crate::guide::answers::{NONE, UNSURE};
use crate::guide::care::{Offer, offers};
use crate::guide::causes::possible;
use crate::guide::content::questions::QUESTIONS;
use crate::guide::finding::Findings;
use crate::guide::interview::{Kind, Question, Replay, replay};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::alarm::outcome;
use crate::ui::parts::care::led;
use crate::ui::parts::controls::{button, heading, link_button, soft};
use crate::ui::parts::episode_card::episode_line;
use crate::ui::parts::help::urgency_words;
use crate::ui::parts::result::{WHAT_IT_IS, answered, check_again, reasons};
use crate::ui::route::Route;

/// The page.
pub fn page(app: App, id: &CheckupId) -> Vec<El> {
    let diary = app.diary.read();
    let found = diary.with(|diary| {
        let checkup = diary.checkup(id)?.handed_on();
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
    let taken = dated(&checkup.started);
    let (title, tone) = if checkup.is_withheld() {
        ("Not finished yet", "card".to_string())
    } else {
        let (title, _) = urgency_words(checkup.urgency);
        (title, format!("tier {}", checkup.urgency.id()))
    };
    let replayed = replay(&checkup.answers);
    let mut parts = vec![
        heading("Back pain check, for a clinician"),
        soft(format!(
            "Answered at home on {taken}, guide version {}. {WHAT_IT_IS}",
            checkup.guide
        )),
        button("primary", "Print, or save as PDF", || {
            let _ = window().print();
        }),
        el("section")
            .class(&tone)
            .with(text("h2", title))
            .with(
                checkup
                    .finished
                    .is_none()
                    .then(|| text("p", "Not all questions were answered.")),
            )
            .with(
                checkup
                    .flagged
                    .map(|at| soft(format!("Emergency answer given at {}.", dated(&at)))),
            )
            .with(checkup.settled.map(|_| outcome(app, checkup))),
        reasons(checkup, &replayed),
        answers(checkup),
    ];
    parts.extend(episode.map(|episode| {
        el("section")
            .with(text("h2", "The episode"))
            .with(led(
                &format!("Since {}: ", dated(&episode.start)),
                &format!("{} · {}", episode.length_words(), episode_line(episode)),
            ))
            .with((!episode.notes.is_empty()).then(|| text("p", &episode.notes).class("as-typed")))
    }));
    if checkup.is_current() && !checkup.is_withheld() {
        parts.push(what_was_said(checkup, &replayed));
    }
    // Of an older guide it is not known what was asked.
    if checkup.is_current() {
        parts.push(not_ticked(checkup, &replayed.findings));
    }
    parts
}

/// "Thu 19 Nov 2026, 07:40": paper is read in other years too.
fn dated(moment: &Moment) -> String {
    let (day, clock) = (moment::day(moment, moment), moment::clock(moment));
    format!("{day} {}, {clock}", moment.year())
}

/// What was answered, but for "none of these": that stands below, by each sign.
fn answers(checkup: &Checkup) -> El {
    let says_something = |question: &&Question| {
        let answer = checkup.answers.to(question.id);
        answer.is_some_and(|answer| !answer.has(NONE))
    };
    let rows = answered(&checkup.answers, QUESTIONS.iter().filter(says_something))
        .into_iter()
        .map(|(question, said)| {
            el("div")
                .with(text("dt", question.words))
                .with(text("dd", &said))
        });
    el("section")
        .with(text("h2", "Answers"))
        .with(el("dl").class("said").with(rows))
}

/// What the guide told the person, in short: a line for each thing.
fn what_was_said(checkup: &Checkup, replayed: &Replay) -> El {
    let mut lines = Vec::new();
    for one in possible(&replayed.findings) {
        if !one.toward.is_empty() {
            let away = replayed.said(&one.away);
            let against = if away.is_empty() {
                String::new()
            } else {
                format!(" · against it: {}", away.join(", "))
            };
            let toward = replayed.said(&one.toward).join(", ");
            lines.push(led(
                &format!("May come from: {}. ", one.cause.name),
                &format!("For it: {toward}{against}"),
            ));
        }
    }
    let offers = offers(&replayed.findings, checkup.urgency);
    let mut names = |lead: &str, which: fn(&Offer) -> bool| {
        let named: Vec<String> = offers
            .iter()
            .filter(|offer| which(offer))
            .map(|offer| format!("{} ({})", offer.care.name, offer.care.evidence.label()))
            .collect();
        if !named.is_empty() {
            lines.push(led(lead, &named.join(" · ")));
        }
    };
    names("Shown how to do: ", |offer| {
        !offer.withheld && !offer.care.how.is_empty()
    });
    names("Not offered with these answers: ", |offer| offer.withheld);
    lines.extend(check_again(checkup));
    el("section")
        .class("small-print")
        .with(text("h2", "What the guide said"))
        .with(soft(
            "Never a diagnosis: people with answers like these are often told one of these.",
        ))
        .with(lines)
}

/// The warning signs and conditions that were asked about and not ticked, so that a clinician sees
/// what was denied, and by whom.
fn not_ticked(checkup: &Checkup, findings: &Findings) -> El {
    let can_be_unsure =
        |question: &Question| question.choices.iter().any(|choice| choice.id == UNSURE);
    let rows = QUESTIONS
        .iter()
        .filter(|question| question.kind == Kind::Many)
        .filter(|question| question.profile || can_be_unsure(question))
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
                .filter(|choice| !matches!(choice.id, NONE | UNSURE) && !choice.is_private())
                // Of a line that was left alone only the line was read.
                .filter(|choice| {
                    question
                        .line_of(choice)
                        .is_none_or(|line| question.has_line(answer, line.id))
                })
                .filter(|choice| !question.has_line(answer, choice.id))
                .map(|choice| choice.words)
                .collect();
            Some(led(
                &format!("{}{unsure} ", question.words),
                &words.join(" · "),
            ))
        })
        .collect::<Vec<_>>();
    el("section")
        .class("small-print")
        .with(text("h2", "Asked, and not ticked"))
        .with(rows)
}
