//! What a check-up says: how urgent, whom to contact, why; what it may come from, how long such
//! things last, what may help.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::checkup::Checkup;
use crate::diary::id::CheckupId;
use crate::diary::moment;
use crate::diary::stored;
use crate::guide::content::questions::PRIVATE;
use crate::guide::content::questions::QUESTIONS;
use crate::guide::interview::{Question, replay};
use crate::guide::triage::Urgency;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::alarm::outcome;
use crate::ui::parts::causes::causes;
use crate::ui::parts::controls::{heading, link, link_button, soft};
use crate::ui::parts::earlier::earlier;
use crate::ui::parts::help::{contacts, what_to_do};
use crate::ui::parts::result::{
    WHAT_IT_IS, answered, check_again, how_long, reasons, watch_for, what_may_help, with_care,
};
use crate::ui::route::Route;
use crate::words;

/// The page.
pub fn page(app: App, id: CheckupId) -> Vec<El> {
    // A memo: only a change of this one makes the page anew.
    let checkup = Memo::new(move |_| app.diary.read().with(|diary| diary.checkup(&id).cloned()));
    vec![el("div").class("stack").with(move || match checkup.get() {
        Some(checkup) => result(app, &checkup),
        None => vec![
            heading("There is no such check"),
            text("p", "It may have been erased, or made on another device."),
            link_button("primary", "Start a check", &Route::Check),
        ],
    })]
}

/// What one check-up says. One that an older version of the guide made is shown as it was said.
fn result(app: App, checkup: &Checkup) -> Vec<El> {
    let replayed = replay(&checkup.answers);
    let is_open = checkup.finished.is_none();
    let urgency = checkup.urgency;
    let withheld = checkup.is_withheld();
    let taken = moment::day_and_clock(&checkup.started, &clock::now());
    let mut parts = vec![soft(format!(
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
        parts.push(reasons(checkup, &replayed));
        let sheet = Route::Sheet(checkup.id.clone());
        parts.push(link_button("quiet", "Show a clinician", &sheet));
    }
    if !checkup.is_current() {
        parts.push(text("p", "This is what was said then. The guide has been renewed since: take the check again for what it says now.").class("notice"));
    } else if !withheld {
        let causes = causes(&replayed);
        let heading = "What it may come from";
        if PRIVATE.iter().any(|harm| replayed.findings.has(*harm)) {
            // Beside whom to call with thoughts of harming oneself stands no relief and no chart.
            parts.push(watch_for(checkup));
        } else if urgency < Urgency::Emergency {
            parts.push(el("section").with(text("h2", heading)).with(causes));
            parts.push(how_long(app, checkup, &replayed.findings));
            parts.push(what_may_help(
                app,
                &replay(&with_care(app, &checkup.answers)),
                urgency,
            ));
            parts.push(watch_for(checkup));
        } else {
            parts.push(el("details").with(text("summary", heading)).with(causes));
        }
    }
    parts.push(your_answers(checkup));
    parts.push(soft(WHAT_IT_IS));
    parts.push(link_button("quiet", "Check again", &Route::Check));
    parts.push(el("p").with(link(words::routes::RULES, &Route::Rules)));
    parts.push(earlier(app, stored::checkup_key(&checkup.id)));
    parts
}

/// How urgent, what to do, whom to contact.
fn verdict(app: App, checkup: &Checkup) -> El {
    let urgency = checkup.urgency;
    let rules = checkup.rules_now();
    let (title, act) = what_to_do(urgency, &rules);
    let contacts = if urgency >= Urgency::Urgent {
        contacts(app, urgency, &rules)
    } else {
        Vec::new()
    };
    el("section")
        .class(format!("tier {}", urgency.id()))
        .with(heading(title))
        .with(text("p", act))
        .with(
            (urgency < Urgency::Urgent)
                .then(|| check_again(checkup))
                .flatten(),
        )
        .with(contacts)
        .with((urgency == Urgency::Emergency).then(|| outcome(app, checkup)))
}

/// Every answer; of one that is current, with a way to change it.
fn your_answers(checkup: &Checkup) -> El {
    let row = |(question, said): (&'static Question, String)| {
        let route = Route::Question(checkup.id.clone(), question.id.to_string());
        let change = checkup.is_current().then(|| {
            link(words::settings::CHANGE, &route)
                .attr("aria-label", words::settings::change_of(question.words))
        });
        el("li")
            .with(text("span", question.words))
            .with(text("strong", &said))
            .with(change)
    };
    el("details")
        .class("answers")
        .with(text("summary", "Your answers"))
        .with(
            el("ul").with(
                answered(&checkup.answers, QUESTIONS.iter())
                    .into_iter()
                    .map(row),
            ),
        )
}
