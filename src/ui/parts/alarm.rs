//! The alarm: an emergency that a check-up showed. It stands on every page, above everything, until the person says that
//! they got help or that it was a mistake.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::checkup::Checkup;
use crate::diary::id::CheckupId;
use crate::diary::moment;
use crate::guide::triage::Urgency;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::navigation::here;
use crate::ui::parts::controls::{button, link, soft};
use crate::ui::parts::help::{lines, what_to_do, without_speech};
use crate::ui::parts::region::region_question;
use crate::ui::route::Route;
use crate::words::{self, Word};

/// The card of the alarm; empty without one, and on the page of that check-up.
pub fn alarm(app: App, route: RwSignal<Route>) -> El {
    let alarm = Memo::new(move |_| app.diary.read().with(|diary| diary.alarm().cloned()));
    // Uses the address, not the route: a check-up gets its own address with the first answer.
    let is_elsewhere = Memo::new(move |_| {
        route.track();
        alarm.with(|alarm| here().checkup().as_ref() != alarm.as_ref().map(|alarm| &alarm.id))
    });
    el("div").class("alarm").with(move || {
        let is_shown = is_elsewhere.get();
        alarm.with(|alarm| {
            let alarm = alarm.as_ref().filter(|_| is_shown);
            alarm.map(|checkup| card(app, checkup))
        })
    })
}

fn card(app: App, checkup: &Checkup) -> El {
    let rules = checkup.rules_now();
    let (title, act) = what_to_do(Urgency::Emergency, &rules);
    let when = moment::day_and_clock(&checkup.started, &clock::now());
    let why = Route::Checkup(checkup.id.clone());
    el("section")
        .class("tier emergency")
        .attr("aria-label", title)
        .with(text("strong", title))
        .with(text("p", act))
        .with(region_question(app))
        .with(lines(app, Urgency::Emergency, &rules))
        .with(without_speech(app))
        .with(
            el("p")
                .text(words::alarm::from(&when))
                .text(" ")
                .with(link(words::alarm::WHY, &why)),
        )
        .with(outcome(app, checkup))
}

/// The outcome of the emergency, and two buttons until the person has given one for every sign.
pub fn outcome(app: App, checkup: &Checkup) -> El {
    let said = checkup.settled.map(|settled| {
        let when = moment::day_and_clock(&settled.at, &clock::now());
        soft(&if settled.got_help {
            words::alarm::got_help(&when)
        } else {
            words::alarm::mistake(&when)
        })
    });
    let say = |words: Word, got_help: bool| {
        let id: CheckupId = checkup.id.clone();
        button("small", words, move || say_what_became(app, &id, got_help))
    };
    let ask = checkup.is_alarm().then(|| {
        el("div")
            .class("notice-acts")
            .with(say(words::alarm::SAY_HELP, true))
            .with(say(words::alarm::SAY_MISTAKE, false))
    });
    el("div").with(said).with(ask)
}

/// Notes the outcome, and offers to undo it.
fn say_what_became(app: App, id: &CheckupId, got_help: bool) {
    let alarms = move || {
        let diary = app.diary.read();
        diary.with_untracked(|diary| diary.alarms().cloned().collect::<Vec<_>>())
    };
    let mut settled = alarms();
    app.diary.settle_alarm(id, got_help);
    // An alarm whose outcome could not be stored still stands; the person was told.
    let left = alarms();
    settled.retain(|was| left.iter().all(|still| still.id != was.id));
    if settled.is_empty() {
        return;
    }
    let words = if got_help {
        words::alarm::NOTED_HELP
    } else {
        words::alarm::NOTED_MISTAKE
    };
    app.diary.say_with_undo(words, move || {
        for was in settled.clone() {
            let Checkup {
                settled,
                settled_rules,
                ..
            } = was.clone();
            let _ = app.diary.change_checkup(
                &was.id.clone(),
                || was.clone(),
                |checkup| {
                    checkup.settled = settled;
                    checkup.settled_rules.clone_from(&settled_rules);
                },
            );
        }
    });
}
