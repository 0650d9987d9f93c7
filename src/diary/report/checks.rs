//! What the checks of the excerpt say: as each was stored, its version, rules and urgency, never a
//! replay of an older one.

use crate::diary::checkup::{Checkup, answered};
use crate::diary::report::ReportRow;
use crate::diary::report::excerpt::Excerpt;
use crate::diary::report::words::{date_and_clock, joined, row};
use crate::guide::answers::{Answer, NONE, UNSURE};
use crate::guide::content::questions::QUESTIONS;
use crate::guide::finding::{Finding, Findings};
use crate::guide::interview::replay;
use crate::guide::triage::{self, Urgency};

/// Each sign that sent to a doctor the same day or at once, with every time that it was answered yes and
/// what became of it. None is ever left out.
pub fn warning_signs(excerpt: &Excerpt) -> Vec<ReportRow> {
    // Each sign, and for each thing that became of it the times.
    let mut signs: Vec<(String, Vec<ReportRow>)> = Vec::new();
    for checkup in &excerpt.checkups {
        if checkup.urgency < Urgency::Urgent {
            continue;
        }
        for id in &checkup.rules {
            let urgency = triage::rule(id).map(|rule| rule.urgency);
            if urgency.is_some_and(|urgency| urgency < Urgency::Urgent) {
                continue;
            }
            // An emergency answer has a time of its own.
            let is_emergency = urgency == Some(Urgency::Emergency);
            let flagged = checkup.flagged.filter(|_| is_emergency);
            let when = date_and_clock(&flagged.unwrap_or(checkup.started));
            let sign = sign_words(checkup, id);
            let place = signs.iter().position(|(there, _)| *there == sign);
            let place = place.unwrap_or_else(|| {
                signs.push((sign, Vec::new()));
                signs.len() - 1
            });
            let times = &mut signs[place].1;
            let outcome = outcome(checkup, id);
            match times.iter_mut().find(|there| there.name == outcome) {
                // Two rules can rest on the same answers.
                Some(there) if there.words.ends_with(&when) => {}
                Some(there) => {
                    there.words.push_str(", ");
                    there.words.push_str(&when);
                }
                None => times.push(row(outcome, when.clone())),
            }
        }
    }
    let mut rows = Vec::new();
    for (sign, times) in signs {
        let times = times
            .iter()
            .map(|times| format!("{}: {}", times.words, times.name));
        rows.push(row(sign, joined(times.collect())));
    }
    if rows.is_empty() {
        let asked = excerpt.checkups.iter().filter(|c| c.finished.is_some());
        rows.push(row(
            "",
            match asked.count() {
                0 => "No check was finished in these days, so none was asked about.".to_string(),
                n => format!("None in {n} finished checks. That can’t rule everything out."),
            },
        ));
    }
    rows
}

/// What was answered that made a rule fire; of an older guide what was kept of it.
fn sign_words(checkup: &Checkup, id: &str) -> String {
    let rule = triage::rule(id).filter(|_| checkup.is_current());
    let Some(names) = rule.map(|rule| rule.when.names()) else {
        return rule_words(checkup, id);
    };
    let mut said: Vec<String> = Vec::new();
    if names == Findings::of(&[Finding::EmergencyUnsure]) {
        // "Not sure" alone does not say of what.
        for question in QUESTIONS {
            let answer = checkup.answers.to(question.id);
            if answer.is_some_and(|answer| answer.has(UNSURE)) {
                said.push(format!("Not sure: {}", question.words));
            }
        }
    } else {
        for words in replay(&checkup.answers).said(&names) {
            said.push(words.to_string());
        }
    }
    if said.is_empty() {
        rule_words(checkup, id)
    } else {
        said.join(" · ")
    }
}

/// A rule in words; of an older guide its stored name, and today's words for it.
fn rule_words(checkup: &Checkup, id: &str) -> String {
    match triage::rule(id) {
        Some(rule) if checkup.is_current() => rule.because.to_string(),
        Some(rule) => format!("{id} (today: {})", rule.because),
        None => id.to_string(),
    }
}

/// What was said of a sign, and what became of it.
fn outcome(checkup: &Checkup, id: &str) -> String {
    let settled = checkup
        .settled
        .filter(|_| checkup.settled_rules.iter().any(|there| there == id));
    match settled {
        Some(settled) if settled.got_help => {
            format!("got help (said {})", date_and_clock(&settled.at))
        }
        Some(settled) => format!("a mistake (said {})", date_and_clock(&settled.at)),
        None => format!("{}, what was done is not noted", checkup.urgency.id()),
    }
}

/// The latest check of which all questions were answered.
pub fn latest_check(excerpt: &Excerpt) -> Vec<ReportRow> {
    let Some(checkup) = excerpt.latest() else {
        return Vec::new();
    };
    let mut rows = vec![row(
        "Taken",
        format!(
            "{}, guide version {}: {}",
            date_and_clock(&checkup.started),
            checkup.guide,
            checkup.urgency.id()
        ),
    )];
    let rules = match checkup.rules.join(", ") {
        none if none.is_empty() => "none".to_string(),
        rules => rules,
    };
    rows.push(row("Rules that fired", rules));
    let says_something = |answers: &Answer| !answers.has(NONE);
    let asked = QUESTIONS.iter().filter(|question| !question.profile);
    for (question, said) in answered(&checkup.answers, asked) {
        if checkup.answers.to(question.id).is_some_and(says_something) {
            rows.push(row(question.words, said));
        }
    }
    // In words they stand in the details.
    for id in &checkup.rules {
        rows.push(row(format!("Rule {id}"), rule_words(checkup, id)));
    }
    rows
}

/// One check in a line.
pub fn check_row(checkup: &Checkup) -> ReportRow {
    let finished = match checkup.finished {
        Some(_) => "",
        None => "not finished",
    };
    let result = if checkup.is_withheld() {
        ""
    } else {
        checkup.urgency.id()
    };
    row(
        date_and_clock(&checkup.started),
        joined(vec![
            format!("guide version {}", checkup.guide),
            result.to_string(),
            finished.to_string(),
            checkup.rules.join(", "),
        ]),
    )
}
