//! A timer for heat or ice: the cautions, then a countdown, then "did it help?".

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::episode::{Episode, Treatment};
use crate::diary::moment::{self, Moment};
use crate::diary::relief::episode_of;
use crate::diary::timer::{HeatOrIce, LONGEST, Timer};
use crate::guide::care::offers;
use crate::guide::interview::replay;
use crate::guide::triage::Urgency;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::pages::relief::gate::{change, gate_now, sent};
use crate::ui::parts::care::{care_card, list};
use crate::ui::parts::controls::{button, heading, keys, link_button, relief_keys, soft};
use crate::ui::route::{Ease, Route};
use crate::words;

/// The notice if the browser cannot ring.
const SLEEPS: &str = "I can’t ring while the phone sleeps. Set its own timer too.";

/// The page of one kind.
pub fn page(app: App, kind: HeatOrIce) -> Vec<El> {
    // A memo, so that the page is remade with another timer, not each second.
    let shown = Memo::new(move |_| {
        let timer = app.guided.timer();
        timer.map(|timer| (timer.kind, timer.rang))
    });
    vec![el("div").class("stack").with(move || {
        shown.get();
        untrack(|| match app.guided.timer() {
            Some(timer) if timer.kind == kind => under_way(app, timer),
            Some(timer) => another(app, kind, timer.kind),
            None => choose(app, kind),
        })
    })]
}

/// One of the other kind runs.
fn another(app: App, kind: HeatOrIce, other: HeatOrIce) -> Vec<El> {
    let to = match other {
        HeatOrIce::Heat => Ease::Heat,
        HeatOrIce::Ice => Ease::Ice,
    };
    vec![
        heading(kind.words()),
        text(
            "p",
            format!("{} has a timer already. One at a time.", other.words()),
        ),
        link_button("primary", "Show it", &Route::Ease(to)),
        button("quiet", "Stop that one", move || {
            app.guided.keep_timer(None)
        }),
    ]
}

/// What to know first, for how long, and the start.
fn choose(app: App, kind: HeatOrIce) -> Vec<El> {
    let gate = gate_now(app);
    let offers = offers(&gate.findings, gate.urgency.min(Urgency::Routine));
    let offer = offers.iter().find(|offer| offer.care.id == kind.id());
    let Some(offer) = offer.filter(|_| gate.urgency < Urgency::Urgent) else {
        let mut parts = vec![heading(kind.words())];
        parts.extend(sent(&gate));
        return parts;
    };
    let mut parts = vec![heading(kind.words()), text("p", offer.care.known)];
    let mut cautions: Vec<&str> = offer.cautions.iter().map(|one| one.words).collect();
    cautions.extend(offer.care.cautions);
    cautions.push(offer.care.stop);
    parts.push(list("ul", &cautions).class("cautions"));
    if offer.withheld {
        parts.push(text(
            "p",
            "Not offered with your answers: ask a clinician first.",
        ));
        return parts;
    }
    let minutes = RwSignal::new(kind.usual());
    let choices = [5, 10, 15, LONGEST].map(|n| (n, n.to_string()));
    parts.push(keys(
        "keys",
        "minutes",
        "For how many minutes?",
        &choices,
        move || Some(minutes.get()),
        move |n| minutes.set(n),
    ));
    parts.push(button("primary", "Start the timer", move || {
        begin(app, kind, minutes.get_untracked())
    }));
    parts.push(soft(
        "20 minutes at most. Wrap it in cloth. Do not fall asleep with it.",
    ));
    parts.push(text("h2", "What is known"));
    parts.push(
        el("ul")
            .class("cards")
            .with(care_card(offer, &replay(&Default::default()))),
    );
    parts
}

fn begin(app: App, kind: HeatOrIce, minutes: u8) {
    app.guided.refresh();
    if untrack(|| app.guided.timer()).is_some() {
        app.diary.say("A timer runs already, in another tab.");
        return;
    }
    let now = clock::now();
    let episode = app.diary.read().with_untracked(|diary| {
        let episode = episode_of(diary, &now)?;
        Some((episode.id.clone(), episode.free(clock::new_item())))
    });
    let mut noted = None;
    if let Some((id, item)) = episode {
        let treatment = Treatment::begun(item, kind.id(), now);
        let note = Box::new(|episode: &mut Episode| episode.add_treatment(treatment));
        let outcome = change(app, &id, note);
        if outcome == Outcome::Saved {
            noted = Some((id, item));
        }
    }
    app.guided.tune();
    app.guided.keep_screen_on();
    app.guided
        .keep_timer(Some(Timer::begun(kind, minutes, &now, noted)));
}

/// It runs, or has run out.
fn under_way(app: App, timer: Timer) -> Vec<El> {
    let end = move || {
        app.guided.keep_timer(None);
        app.guided.let_screen_go();
    };
    let mut parts = vec![heading(timer.kind.words())];
    if !timer.rang {
        app.guided.keep_screen_on();
        parts.push(soft(format!("{} minutes", timer.minutes)));
        parts.push(
            el("p")
                .class("time")
                .attr("role", "timer")
                .attr("translate", "no")
                .text(move || {
                    let timer = app.guided.timer();
                    let left = app.now.with(|now| timer.map_or(0, |timer| timer.left(now)));
                    moment::stopwatch(chrono::TimeDelta::seconds(left))
                }),
        );
        let is_mute = Memo::new(move |_| {
            let timer = app.guided.timer();
            let elapsed = |now: &Moment| timer.map_or(0, |timer| timer.watch.elapsed(now));
            !app.guided.can_ring(app.now.with(elapsed) < 2)
        });
        parts.push(el("div").class("stack").with(move || {
            let mut said = Vec::new();
            if is_mute.get() || app.guided.goes_off() {
                said.push(text("p", SLEEPS).class("notice"));
            }
            if is_mute.get() {
                said.push(button(
                    "quiet",
                    "Keep the screen on and let it ring",
                    move || {
                        app.guided.tune();
                        app.guided.keep_screen_on();
                    },
                ));
            }
            said
        }));
        parts.push(soft("Take it off sooner if the skin turns white, blistered or very red, or the pain gets worse. Stay awake with it."));
        parts.push(button("quiet", "Stop now", move || {
            if let Some(mut timer) = untrack(|| app.guided.timer()) {
                timer.rang = true;
                app.guided.keep_timer(Some(timer));
                app.guided.let_screen_go();
            }
        }));
        return parts;
    }
    let up = timer.left(&clock::now()) == 0;
    let words = "Take it off, and let the skin return to normal.";
    let words = match up {
        true => format!("The time is up. {words}"),
        false => words.to_string(),
    };
    parts.push(text("p", words).class("large"));
    let noted = timer.noted.filter(|(id, item)| {
        let has = |diary: &crate::diary::Diary| {
            diary
                .episode(id)
                .is_some_and(|episode| episode.treatment(*item).is_some())
        };
        app.diary.read().with_untracked(has)
    });
    match noted {
        Some((id, item)) => {
            let id = StoredValue::new(id);
            let diary = app.diary.read();
            parts.push(relief_keys(
                "relief",
                timer.kind.words(),
                move || diary.with(|diary| diary.episode(&id.get_value())?.treatment(item)?.relief),
                move |relief| {
                    let rate = move |episode: &mut Episode| {
                        episode.rate_treatment(item, relief, clock::now());
                    };
                    let _ = change(app, &id.get_value(), Box::new(rate));
                },
            ));
        }
        None => parts.push(soft(
            "No spasm was noted, or it was deleted: this is not in the diary.",
        )),
    }
    parts.push(button("primary", words::controls::DONE, end));
    parts.push(link_button("quiet", "Back to relief", &Route::Relief));
    parts
}
