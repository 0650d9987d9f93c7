//! What a check-up says: how urgent, whom to contact, why; what it may come from, how long such
//! things last, what may help.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::checkup::{Checkup, CheckupId};
use crate::diary::{moment, trends};
use crate::guide::care::offers;
use crate::guide::content::course::{SPASM_DURATION, SPASM_DURATION_SOURCES};
use crate::guide::content::questions::QUESTIONS;
use crate::guide::course::courses;
use crate::guide::finding::Findings;
use crate::guide::interview::{self, Answer, Answers, NONE, Question, UNSURE, replay, said};
use crate::guide::triage::{self, Rule, Urgency};
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::alarm::settle;
use crate::ui::parts::care::{care_card, list, sources};
use crate::ui::parts::causes::{causes, quoting};
use crate::ui::parts::controls::{heading, link, link_button, soft};
use crate::ui::parts::course::{course_card, own_course};
use crate::ui::parts::help::{contacts, urgency_words};
use crate::ui::route::Route;

/// What Unknot is and is not, as every result and Settings say it.
pub const WHAT_IT_IS: &str = "Unknot is education and a diary. It is not assessed or certified as a medical device, and no clinician has reviewed it yet. It can be wrong: if you are worried, get help whatever it says.";

/// The page.
pub fn page(app: App, id: CheckupId) -> Vec<El> {
    vec![el("div").class("stack").with_all_of(move || {
        match app.diary.read().with(|diary| diary.checkup(&id).cloned()) {
            Some(checkup) => result(app, &checkup),
            None => vec![
                heading("There is no such check"),
                text("p", "It may have been erased, or made on another device."),
                link_button("primary", "Start a check", &Route::Check),
            ],
        }
    })]
}

/// What one check-up says. One that an older version of the guide made is shown as it was said.
fn result(app: App, checkup: &Checkup) -> Vec<El> {
    let replayed = replay(&checkup.answers);
    let is_open = checkup.finished.is_none();
    let urgency = checkup.urgency;
    // Nothing below urgent is shown while questions are open.
    let withheld = is_open && urgency < Urgency::Urgent;
    let taken = moment::day_and_clock(&checkup.started, &clock::now());
    let mut parts = vec![soft(&format!(
        "Check of {taken}, guide version {}",
        checkup.guide
    ))];
    if withheld {
        parts.push(heading("Not finished yet"));
        parts.push(text("p", "Nothing can be said yet. Your answers are kept."));
    } else {
        parts.push(verdict(app, checkup));
    }
    let next = replayed.next().filter(|_| is_open && checkup.is_current());
    if let Some(next) = next {
        let route = Route::Question(checkup.id.clone(), next.id.to_string());
        parts.push(text("p", "Some questions are still open."));
        parts.push(link_button("primary", "Go on with the questions", &route));
    }
    if !withheld {
        parts.push(reasons(checkup));
        let sheet = Route::Sheet(checkup.id.clone());
        parts.push(link_button("quiet", "Show a clinician", &sheet));
    }
    if !checkup.is_current() {
        parts.push(text("p", "This is what was said then. The guide has been renewed since: take the check again for what it says now.").class("notice"));
    } else if !withheld {
        let causes = causes(&checkup.answers, &replayed.findings);
        let heading = "What it may come from";
        if urgency < Urgency::Emergency {
            parts.push(el("section").with(text("h2", heading)).with_all(causes));
            parts.push(how_long(app, checkup, &replayed.findings));
            parts.push(what_may_help(&replayed.findings, urgency));
            parts.push(watch_for(checkup));
        } else {
            parts.push(
                el("details")
                    .with(text("summary", heading))
                    .with_all(causes),
            );
        }
    }
    parts.push(your_answers(checkup));
    parts.push(soft(WHAT_IT_IS));
    parts.push(link_button("quiet", "Check again", &Route::Check));
    parts.push(el("p").with(link("How this guide decides", &Route::Rules)));
    parts
}

/// How urgent, what to do, whom to contact.
fn verdict(app: App, checkup: &Checkup) -> El {
    let urgency = checkup.urgency;
    let (title, act) = urgency_words(urgency);
    let contacts = if urgency >= Urgency::Urgent {
        contacts(app, urgency, &rules(checkup))
    } else {
        Vec::new()
    };
    el("section")
        .class(&format!("tier {}", urgency.id()))
        .with(heading(title))
        .with(text("p", act))
        .with_some(
            (urgency < Urgency::Urgent)
                .then(|| check_again(checkup))
                .flatten(),
        )
        .with_all(contacts)
        .with_some((urgency == Urgency::Emergency).then(|| settle(app, checkup)))
}

/// The rules that fired, as far as this version of the guide has them.
fn rules(checkup: &Checkup) -> Vec<&'static Rule> {
    let ids = checkup.rules.iter();
    ids.filter_map(|id| triage::rule(id)).collect()
}

/// Which answers led here.
pub fn reasons(checkup: &Checkup) -> El {
    let card = |id: &String| {
        let card = el("li").class("card");
        match triage::rule(id) {
            Some(rule) => {
                let words = said(&checkup.answers, &rule.when.names());
                card.with(text("p", rule.because))
                    .with_some(quoting("You said: ", &words))
                    .with_some(sources(&[rule.source]))
            }
            // Of an older guide: its name is all that is left of it.
            None => card.with(text("p", id)),
        }
    };
    let none = checkup
        .rules
        .is_empty()
        .then(|| text("p", "No rule of the guide fired on your answers."));
    el("section").with(text("h2", "Why")).with_some(none).with(
        el("ul")
            .class("cards")
            .with_all(checkup.rules.iter().map(card).collect()),
    )
}

/// How long such things usually last.
fn how_long(app: App, checkup: &Checkup, findings: &Findings) -> El {
    let day = day_of(app, checkup);
    let own = app.diary.read().with(|diary| {
        let ended = diary.episodes().filter(|episode| episode.end.is_some());
        own_course(
            trends::usual_length(diary).map(moment::span_words),
            ended.count(),
        )
    });
    el("section")
        .with(text("h2", "How long it usually lasts"))
        .with(text("p", SPASM_DURATION))
        .with_some(sources(SPASM_DURATION_SOURCES))
        .with_some(own)
        .with_all(
            courses(findings)
                .into_iter()
                .map(|course| course_card(course, day))
                .collect(),
        )
}

/// The day of the episode on which the check was begun, the first being day 1.
fn day_of(app: App, checkup: &Checkup) -> Option<u16> {
    let diary = app.diary.read();
    diary.with(|diary| {
        let episode = diary.episode(checkup.episode.as_ref()?)?;
        let days = moment::span(&episode.start, &checkup.started).num_days();
        u16::try_from(days + 1).ok()
    })
}

/// What must not be missed from now on.
fn watch_for(checkup: &Checkup) -> El {
    let signs = |squeezed: bool| {
        let choices = interview::first().choices.iter();
        let first_group = interview::first().choices[0].group;
        let words: Vec<&str> = choices
            .filter(|choice| !matches!(choice.id, NONE | UNSURE))
            .filter(|choice| (choice.group == first_group) == squeezed)
            .map(|choice| choice.words)
            .collect();
        list("ul", &words)
    };
    el("section")
        .with(text("h2", "What to watch for"))
        .with_some(
            (checkup.urgency == Urgency::Urgent)
                .then(|| check_again(checkup))
                .flatten(),
        )
        .with(text(
            "p",
            "Get emergency help at once if one of these is new or changes:",
        ))
        .with(signs(true).class("card cautions"))
        .with(
            el("details")
                .with(text("summary", "All other emergency signs"))
                .with(signs(false)),
        )
}

fn check_again(checkup: &Checkup) -> Option<El> {
    let days = i64::from(checkup.urgency.recheck_days());
    let day = checkup.started + chrono::TimeDelta::days(days);
    (checkup.urgency < Urgency::Emergency).then(|| {
        text("p", "Check again on ")
            .with(text("strong", &moment::day(&day, &checkup.started)))
            .text(", or at once if a warning sign appears.")
    })
}

/// What may help.
fn what_may_help(findings: &Findings, urgency: Urgency) -> El {
    let offers = offers(findings, urgency);
    let section = el("section").with(text("h2", "What may help now"));
    if offers.is_empty() {
        section.with(text(
            "p",
            "Get advice first. What to do at home depends on what you are told.",
        ))
    } else {
        section.with(
            el("ul")
                .class("cards")
                .with_all(offers.iter().map(care_card).collect()),
        )
    }
}

/// Every answer; of one that is current, with a way to change it.
fn your_answers(checkup: &Checkup) -> El {
    let row = |(question, said): (&'static Question, String)| {
        let route = Route::Question(checkup.id.clone(), question.id.to_string());
        let change = checkup.is_current().then(|| {
            link("Change", &route).attr("aria-label", &format!("Change: {}", question.words))
        });
        el("li")
            .with(text("span", question.words))
            .with(text("strong", &said))
            .with_some(change)
    };
    el("details")
        .class("answers")
        .with(text("summary", "Your answers"))
        .with(
            el("ul").with_all(
                answered(&checkup.answers, QUESTIONS.iter())
                    .into_iter()
                    .map(row)
                    .collect(),
            ),
        )
}

/// The answers to these questions, in words. What a choice was called in an older guide is shown
/// by its id.
pub fn answered(
    answers: &Answers,
    questions: impl Iterator<Item = &'static Question>,
) -> Vec<(&'static Question, String)> {
    let words = |question: &'static Question| {
        let said = match answers.to(question.id)? {
            Answer::Number(n) => n.to_string(),
            Answer::Chosen(ids) => {
                let mut words = Vec::new();
                for id in ids {
                    let choice = question.choices.iter().find(|choice| choice.id == id);
                    words.push(choice.map_or(id.as_str(), |choice| choice.words));
                }
                words.join(" · ")
            }
        };
        Some((question, said))
    };
    questions.filter_map(words).collect()
}
