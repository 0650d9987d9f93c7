//! Whom to contact and how soon. No card waits for the region: until it is known each number
//! stands with its country. Numbers can be tapped only once the region was chosen.

use chrono::Timelike;
use leptos::prelude::*;

use crate::guide::content::regions::{EMERGENCY_EVERYWHERE, REGIONS};
use crate::guide::region::{Line, Region};
use crate::guide::triage::{Contact, Rule, Urgency};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::field;
use crate::words;

/// Whether one of the rules that decide sends there. What a less urgent rule says does not come
/// before an ambulance.
fn sends_to(contact: Contact, urgency: Urgency, rules: &[&Rule]) -> bool {
    rules
        .iter()
        .any(|rule| rule.urgency == urgency && rule.contact == contact)
}

/// Whom to contact for an urgency and the rules that gave it.
pub fn contacts(app: App, urgency: Urgency, rules: &[&'static Rule]) -> Vec<El> {
    let lines = lines(app, urgency, rules);
    // Where seconds count the numbers come first; else the choice that makes the list short.
    if urgency == Urgency::Emergency {
        vec![lines, region_field(app)]
    } else {
        vec![region_field(app), lines]
    }
}

/// The numbers for an urgency and the rules that gave it: those of the person's region, their own first, to
/// tap; before one was chosen each with its country.
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
        lines.extend(match app.preferences.region() {
            Some(region) => lines_of(region, hour.get(), sent),
            None => lines_everywhere(sent),
        });
        lines
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
    (!own.is_empty()).then(|| {
        el("li")
            .with(number(own, own.contains(|c: char| c.is_ascii_digit())))
            .text(" Your own number")
    })
}

fn lines_of(region: &'static Region, hour: u32, sent: Sent) -> Vec<El> {
    let to_tap =
        |lines: &[Line]| -> Vec<El> { lines.iter().map(|line| line_of(line, true)).collect() };
    let by_urgency = if sent.urgency == Urgency::Emergency {
        region.emergency
    } else {
        region.urgent
    };
    let mut special = Vec::new();
    if sent.crisis {
        special.push(text("li", words::help::CRISIS_LINE));
    }
    if sent.poison {
        special.extend(to_tap(region.poison_at(hour)));
    }
    if sent.maternity {
        special.extend(to_tap(region.pregnant));
    }
    sent.in_order(to_tap(by_urgency), special)
}

fn lines_everywhere(sent: Sent) -> Vec<El> {
    let mut special = Vec::new();
    if sent.crisis {
        special.push(text("li", words::help::CRISIS_LINE));
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
        REGIONS.iter().map(urgent_line).collect()
    };
    sent.in_order(by_urgency, special)
}

/// Whom to ask today in a region, in one line.
fn urgent_line(region: &Region) -> El {
    let words: Vec<String> = region
        .urgent
        .iter()
        .map(|line| format!("{} {}", line.number, line.words).trim().to_string())
        .collect();
    el("li")
        .with(text("strong", region.name))
        .text(": ")
        .text(words.join("; "))
}

fn line_of(line: &Line, can_call: bool) -> El {
    let shown = (!line.number.is_empty()).then(|| number(line.number, can_call));
    el("li").with(shown).text(" ").text(line.words)
}

/// A number, to tap where it can be dialled: "13 HEALTH" has letters.
fn number(number: &str, can_call: bool) -> El {
    if can_call && !number.contains(|c: char| c.is_ascii_alphabetic()) {
        let digits: String = number
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect();
        text("a", number).attr("href", format!("tel:{digits}"))
    } else {
        text("strong", number)
    }
    .class("number")
}

/// Where the person is.
pub fn region_field(app: App) -> El {
    let chosen = move || app.preferences.region().map_or("", |region| region.id);
    let option = |id: &str, name: &str| text("option", name).attr("value", id);
    let select = el("select")
        .with(option("", "Not chosen"))
        .with(REGIONS.iter().map(|region| option(region.id, region.name)))
        .bind_value(
            move || chosen().to_string(),
            move |id| {
                app.preferences.choose_region(&id);
            },
        );
    field("Where are you? Your choice is kept on this device.", select)
}

/// A number of the person's own, which then stands first on every card.
pub fn own_number_field(app: App) -> El {
    let input = el("input")
        .attr("type", "tel")
        .attr("autocomplete", "off")
        .attr("maxlength", "40")
        .bind_value(
            move || app.preferences.own_number(),
            move |typed| {
                app.preferences.keep_own_number(&typed);
            },
        );
    field("A number of your own to call, if you like", input)
}

/// What an urgency is called, and what to do.
pub fn urgency_words(urgency: Urgency) -> (&'static str, &'static str) {
    match urgency {
        Urgency::Emergency => (
            "Get emergency help now",
            "Go now: call, or have someone take you to an emergency department. Do not drive yourself.",
        ),
        Urgency::Urgent => (
            "Get advice today",
            "Contact someone today. If you reach nobody, keep trying, and tomorrow at the latest. If \
             it gets worse, or one of the emergency signs appears, get emergency help.",
        ),
        Urgency::Routine => (
            "See someone in the coming days or weeks",
            "A doctor or physiotherapist. Sooner if it gets worse, or at once if one of the \
             emergency signs appears.",
        ),
        Urgency::SelfCare => (
            "Look after it at home",
            "None of the warning signs that we asked about. That can’t rule everything out.",
        ),
    }
}

/// The same, as the rules that decide have it.
pub fn what_to_do(urgency: Urgency, rules: &[&'static Rule]) -> (&'static str, &'static str) {
    let (title, act) = urgency_words(urgency);
    if sends_to(Contact::StayThere, urgency, rules) {
        return (title, "Call now, and let help come to you. Keep still.");
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
