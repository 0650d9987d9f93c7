//! What a check-up says: how urgent, whom to contact, why; what it may come from, how long such
//! things last, what may help.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::checkup::{Checkup, CheckupId};
use crate::diary::moment;
use crate::guide;
use crate::guide::care::offers;
use crate::guide::causes::{Possible, possible};
use crate::guide::content::course::{SPASM_DURATION, SPASM_DURATION_SOURCES};
use crate::guide::course::{Course, courses};
use crate::guide::finding::Findings;
use crate::guide::interview::{Answer, Replay, replay, said};
use crate::guide::triage::{self, Rule, Urgency};
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::care::{care_card, sources};
use crate::ui::parts::controls::{heading, link_button, soft};
use crate::ui::parts::help::{contacts, urgency_words};
use crate::ui::route::Route;

/// Days after which a home-care result asks to be looked at again.
const CHECK_AGAIN_DAYS: i64 = 3;

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
    let is_current = checkup.guide == guide::VERSION;
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
    if let Some(next) = replayed.next().filter(|_| is_open) {
        let route = Route::Question(checkup.id.clone(), next.id.to_string());
        parts.push(text("p", "Some questions are still open."));
        parts.push(link_button("primary", "Go on with the questions", &route));
    }
    if !withheld {
        parts.push(reasons(checkup));
    }
    if !is_current {
        parts.push(text("p", "This is what was said then. The guide has been renewed since: take the check again for what it says now.").class("notice"));
    } else if !withheld && urgency < Urgency::Emergency {
        parts.push(causes(checkup, &replayed.findings));
        parts.push(how_long(&replayed.findings));
        parts.push(what_may_help(&replayed.findings, urgency));
    }
    parts.push(your_answers(checkup, &replayed));
    parts.push(soft(WHAT_IT_IS));
    parts.push(link_button("quiet", "Check again", &Route::Check));
    parts
}

fn rules_of(checkup: &Checkup) -> Vec<&'static Rule> {
    checkup
        .rules
        .iter()
        .filter_map(|id| triage::rule(id))
        .collect()
}

/// How urgent, what to do, whom to contact.
fn verdict(app: App, checkup: &Checkup) -> El {
    let urgency = checkup.urgency;
    let (title, act) = urgency_words(urgency);
    let again = (urgency == Urgency::SelfCare).then(|| {
        let day = checkup.started + chrono::TimeDelta::days(CHECK_AGAIN_DAYS);
        text("p", "Check again on ")
            .with(text("strong", &moment::day(&day, &checkup.started)))
            .text(", or at once if a warning sign appears.")
    });
    let contacts = if urgency >= Urgency::Urgent {
        contacts(app, urgency, &rules_of(checkup))
    } else {
        Vec::new()
    };
    el("section")
        .class(&format!("tier {}", urgency.id()))
        .with(heading(title))
        .with(text("p", act))
        .with_some(again)
        .with_all(contacts)
}

/// Which answers led here.
fn reasons(checkup: &Checkup) -> El {
    let rules = rules_of(checkup);
    let card = |rule: &&'static Rule| {
        let words = said(&checkup.answers, &rule.when.names());
        el("li")
            .class("card")
            .with(text("p", rule.because))
            .with_some(quoting("You said: ", &words))
            .with_some(sources(&[rule.source]))
    };
    let none = rules
        .is_empty()
        .then(|| text("p", "No rule of the guide fired on your answers."));
    el("section").with(text("h2", "Why")).with_some(none).with(
        el("ul")
            .class("cards")
            .with_all(rules.iter().map(card).collect()),
    )
}

fn quoting(lead: &str, words: &[&str]) -> Option<El> {
    (!words.is_empty()).then(|| soft(&format!("{lead}{}", words.join(" · "))))
}

/// What it may come from: the article's causes, then others.
fn causes(checkup: &Checkup, findings: &Findings) -> El {
    let card = |possible: &Possible| {
        let tag = text("span", "from the article").class("tag plan");
        el("li")
            .class("card")
            .with(
                el("span")
                    .class("row")
                    .with(text("strong", possible.cause.name))
                    .with_some(possible.cause.from_article.then_some(tag)),
            )
            .with(text("p", possible.cause.words))
            .with_some(quoting(
                "Points toward it: ",
                &said(&checkup.answers, &possible.toward),
            ))
            .with_some(quoting(
                "Points away from it: ",
                &said(&checkup.answers, &possible.away),
            ))
            .with_some(sources(possible.cause.sources))
    };
    let possible = possible(findings);
    let cards = |which: fn(&Possible) -> bool| {
        let cards: Vec<El> = possible.iter().filter(|one| which(one)).map(card).collect();
        (!cards.is_empty()).then(|| el("ul").class("cards").with_all(cards))
    };
    let also = cards(|one| !one.toward.is_empty() && !one.cause.from_article);
    let others = cards(|one| one.toward.is_empty()).map(|cards| {
        el("details")
            .with(text(
                "summary",
                "The article also names these; no answer of yours points to them",
            ))
            .with(cards)
    });
    el("section")
        .with(text("h2", "What it may come from"))
        .with(soft("People with answers like these are often told one of these. Answers alone can’t tell which it is."))
        .with_some(cards(|one| !one.toward.is_empty() && one.cause.from_article))
        .with_some(also.is_some().then(|| text("h3", "Also worth knowing")))
        .with_some(also)
        .with_some(others)
}

/// How long such things usually last.
fn how_long(findings: &Findings) -> El {
    el("section")
        .with(text("h2", "How long it usually lasts"))
        .with(text("p", SPASM_DURATION))
        .with_some(sources(SPASM_DURATION_SOURCES))
        .with_all(courses(findings).into_iter().map(course_card).collect())
}

fn course_card(course: &Course) -> El {
    let row = |cell: &str, cells: [&str; 3]| {
        el("tr").with_all(cells.iter().map(|words| text(cell, words)).collect())
    };
    let rows = course
        .points
        .iter()
        .map(|point| {
            let interval = format!("{} to {}", point.low, point.high);
            row(
                "td",
                [&days_words(point.day), &point.pain.to_string(), &interval],
            )
        })
        .collect();
    let table = (!course.points.is_empty()).then(|| {
        el("table")
            .with(text("caption", "Average pain in studies, 0 to 100"))
            .with(el("thead").with(row("th", ["After", "Average", "95 % interval"])))
            .with(el("tbody").with_all(rows))
    });
    el("div")
        .class("card")
        .with_all(course.words.iter().map(|words| text("p", words)).collect())
        .with_some(table)
        .with_some(sources(course.sources))
}

fn days_words(days: u16) -> String {
    match days {
        0 => "the start".to_string(),
        days if days < 14 => format!("{days} days"),
        days => format!("{} weeks", (days + 3) / 7),
    }
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

/// Every answer, with a way to change it.
fn your_answers(checkup: &Checkup, replayed: &Replay) -> El {
    let given = replayed
        .asked
        .iter()
        .filter_map(|question| {
            let answer = checkup.answers.to(question.id)?;
            let said = match answer {
                Answer::Number(n) => n.to_string(),
                Answer::Chosen(_) => {
                    let words: Vec<&str> = question
                        .parts(answer)
                        .iter()
                        .map(|part| part.words)
                        .collect();
                    words.join(" · ")
                }
            };
            let route = Route::Question(checkup.id.clone(), question.id.to_string());
            let change = text("a", "Change")
                .attr("href", &route.href())
                .attr("aria-label", &format!("Change: {}", question.words));
            Some(
                el("li")
                    .with(text("span", question.words))
                    .with(text("strong", &said))
                    .with(change),
            )
        })
        .collect();
    el("details")
        .class("answers")
        .with(text("summary", "Your answers"))
        .with(el("ul").with_all(given))
}
