//! Whom to contact and how soon. No card waits for the region: until one counts each number stands with its
//! country. Numbers can be tapped only once a region counts.

use chrono::Timelike;
use leptos::prelude::*;

use crate::guide::content::regions::{EMERGENCY_EVERYWHERE, REGIONS};
use crate::guide::region::{ContactLine, Region};
use crate::guide::triage::{Contact, Rule, Urgency};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::region::{number_sources, region_field, region_question};
use crate::words;

/// Whether one of the deciding rules sends there. A less urgent rule does not put its contact before an ambulance.
fn sends_to(contact: Contact, urgency: Urgency, rules: &[&Rule]) -> bool {
    rules
        .iter()
        .any(|rule| rule.urgency == urgency && rule.contact == contact)
}

/// Whom to contact for an urgency and the rules that gave it, with the question where the person is.
pub fn contacts(app: App, urgency: Urgency, rules: &[&'static Rule]) -> Vec<El> {
    let question = region_question(app);
    let lines = lines(app, urgency, rules);
    let sources = number_sources(app);
    // Where seconds count the numbers come before the long choice; else the choice that makes the list short.
    if urgency == Urgency::Emergency {
        vec![
            question,
            lines,
            without_speech(app),
            region_field(app),
            sources,
        ]
    } else {
        vec![question, region_field(app), lines, sources]
    }
}

/// The numbers for an urgency and the rules that gave it: those of the person's region, their own first, to
/// tap; before one counts each with its country.
pub fn lines(app: App, urgency: Urgency, rules: &[&'static Rule]) -> El {
    let sends = |contact| sends_to(contact, urgency, rules);
    let sent = Sent {
        urgency,
        maternity: sends(Contact::Maternity),
        poison: sends(Contact::Poison),
        crisis: sends(Contact::Crisis),
        ambulance_first: [Contact::ByUrgency, Contact::StayThere, Contact::Ambulance]
            .into_iter()
            .any(sends)
            || (sends(Contact::Crisis) && urgency == Urgency::Emergency),
    };
    let hour = Memo::new(move |_| app.now.with(Timelike::hour));
    el("ul").class("lines").with(move || {
        let mut lines: Vec<El> = own_number(app).into_iter().collect();
        lines.extend(match app.preferences.whereabouts().counts {
            Some(region) => lines_of(region, hour.get(), sent),
            None => lines_everywhere(sent),
        });
        lines
    })
}

/// Whom to call with thoughts of harming oneself: the crisis lines of the person's region, to tap; before one
/// counts those of each region.
pub fn crisis_lines(app: App) -> El {
    el("ul")
        .class("lines")
        .with(move || match app.preferences.whereabouts().counts {
            Some(region) => to_tap(region.crisis_lines()),
            None => in_each_region(|region| region.crisis),
        })
}

/// Ways to reach help without hearing or speech, folded; nothing in a region without any.
pub fn without_speech(app: App) -> El {
    el("div").with(move || {
        let counts = app.preferences.whereabouts().counts;
        let lines = match counts {
            Some(region) => to_tap(region.without_speech),
            None => in_each_region(|region| region.without_speech),
        };
        (!lines.is_empty()).then(|| {
            el("details")
                .with(text("summary", words::regions::WITHOUT_SPEECH))
                .with(el("ul").class("lines").with(lines))
        })
    })
}

/// Whom the rules that decide send to.
#[derive(Clone, Copy)]
struct Sent {
    urgency: Urgency,
    maternity: bool,
    poison: bool,
    crisis: bool,
    /// One of them is for no special line: then those come after the numbers of the urgency.
    ambulance_first: bool,
}

impl Sent {
    /// The numbers of the urgency and the special ones, in order.
    fn in_order(self, by_urgency: Vec<El>, special: Vec<El>) -> Vec<El> {
        let (mut first, second) = if self.ambulance_first {
            (by_urgency, special)
        } else {
            (special, by_urgency)
        };
        first.extend(second);
        first
    }
}

/// The number that the person typed themselves, if they did.
fn own_number(app: App) -> Option<El> {
    let own = app.preferences.own_number();
    let own = own.trim();
    let digits = own.chars().filter(|c| c.is_ascii_digit() || *c == '+');
    let href = "tel:".chars().chain(digits).collect::<String>();
    let can_call = own.contains(|c: char| c.is_ascii_digit())
        && !own.contains(|c: char| c.is_ascii_alphabetic());
    let shown = if can_call {
        text("a", own).attr("href", href)
    } else {
        text("strong", own)
    };
    (!own.is_empty()).then(|| {
        el("li")
            .with(shown.class("number"))
            .text(" ")
            .text(words::regions::OWN)
    })
}

fn lines_of(region: &'static Region, hour: u32, sent: Sent) -> Vec<El> {
    let by_urgency = if sent.urgency == Urgency::Emergency {
        region.emergency
    } else {
        region.urgent
    };
    let mut special = Vec::new();
    if sent.crisis {
        special.extend(to_tap(if sent.urgency == Urgency::Emergency {
            region.crisis
        } else {
            region.crisis_lines()
        }));
    }
    if sent.poison {
        special.extend(to_tap(region.poison_at(hour)));
        if !sent.crisis {
            special.extend(to_tap(region.crisis));
        }
    }
    if sent.maternity {
        special.extend(to_tap(region.pregnant));
    }
    sent.in_order(to_tap(by_urgency), special)
}

fn lines_everywhere(sent: Sent) -> Vec<El> {
    let mut special = Vec::new();
    if sent.crisis {
        special.extend(in_each_region(|region| region.crisis));
    }
    if sent.poison {
        special.push(text("li", "A poison line, or the emergency number."));
    }
    if sent.maternity {
        special.push(text(
            "li",
            "Your maternity unit or midwife now, or the emergency number.",
        ));
    }
    let by_urgency = if sent.urgency == Urgency::Emergency {
        EMERGENCY_EVERYWHERE
            .iter()
            .map(|line| line_of(line, false))
            .collect()
    } else {
        in_each_region(|region| region.urgent)
    };
    sent.in_order(by_urgency, special)
}

/// The lines of each region that has such ones, in one row with its name. A part of a region stands in the row of the
/// whole.
fn in_each_region(which: impl Fn(&Region) -> &'static [ContactLine]) -> Vec<El> {
    let whole = REGIONS.iter().filter(|region| !region.is_part());
    whole
        .filter(|region| !which(region).is_empty())
        .map(|region| {
            let words: Vec<String> = which(region)
                .iter()
                .map(|line| format!("{} {}", line.number, line.words).trim().to_string())
                .collect();
            el("li")
                .with(text("strong", region.name))
                .text(": ")
                .text(words.join("; "))
        })
        .collect()
}

fn to_tap(lines: &[ContactLine]) -> Vec<El> {
    lines.iter().map(|line| line_of(line, true)).collect()
}

fn line_of(line: &ContactLine, can_call: bool) -> El {
    let number = if can_call {
        text("a", line.number).attr("href", line.href())
    } else {
        text("strong", line.number)
    };
    let shown = (!line.number.is_empty()).then(|| number.class("number"));
    el("li").with(shown).text(" ").text(line.words)
}

/// What an urgency is called, and what to do.
pub fn urgency_words(urgency: Urgency) -> (&'static str, &'static str) {
    use crate::words::help;
    let (title, act) = match urgency {
        Urgency::Emergency => (help::EMERGENCY_TITLE, help::EMERGENCY),
        Urgency::Urgent => (help::URGENT_TITLE, help::URGENT),
        Urgency::Routine => (help::ROUTINE_TITLE, help::ROUTINE),
        Urgency::SelfCare => (help::SELF_CARE_TITLE, help::SELF_CARE),
    };
    (title.text(), act.text())
}

/// The same, as the rules that decide have it.
pub fn what_to_do(urgency: Urgency, rules: &[&'static Rule]) -> (&'static str, &'static str) {
    let (title, act) = urgency_words(urgency);
    if sends_to(Contact::StayThere, urgency, rules) {
        return (title, words::help::STAY_THERE.text());
    }
    if sends_to(Contact::Ambulance, urgency, rules) {
        return (title, words::help::AMBULANCE.text());
    }
    if rules
        .iter()
        .all(|rule| rule.urgency < urgency || rule.contact == Contact::Crisis)
        && sends_to(Contact::Crisis, urgency, rules)
    {
        return match urgency {
            Urgency::Emergency => (title, words::help::HARM_NOW.text()),
            _ => (
                words::help::THOUGHTS_TITLE.text(),
                words::help::THOUGHTS.text(),
            ),
        };
    }
    (title, act)
}
