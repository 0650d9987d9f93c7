//! Medicine that was taken: typed, noted in one tap, with cautions, and a notice if two of one day seem to hold the same
//! ingredient. Information, never an instruction, and never a dose.

use chrono::TimeDelta;
use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::Diary;
use crate::diary::episode::{Episode, Treatment};
use crate::diary::moment::{self, Moment};
use crate::diary::relief::episode_of;
use crate::guide::content::ingredients::CHECK_PACK;
use crate::guide::ingredients::notices;
use crate::guide::triage::Urgency;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::pages::relief::gate::{care_cards, change, gate_now};
use crate::ui::parts::care::list;
use crate::ui::parts::controls::{button, field, heading, link_button, soft};
use crate::ui::route::Route;
use crate::words;

/// The page.
pub fn page(app: App) -> Vec<El> {
    let gate = gate_now(app);
    // The cautions are shown whatever the check said: a person may have taken something already.
    let ids = ["anti-inflammatory", "paracetamol", "muscle-relaxants"];
    let cards = care_cards(&gate.findings, Urgency::SelfCare, &ids);
    let mut parts = vec![heading(words::routes::MEDICINE)];
    parts.push(taken_form(
        app,
        "medicine",
        "What did you take? Name and amount, as on the pack",
    ));
    parts.push(text("p", "We give no doses. Follow the label. Took more than it says, or two products with the same painkiller? Get help now, even if you feel well."));
    parts.push(link_button(
        "quiet danger",
        "Check for danger",
        &Route::Check,
    ));
    parts.push(text("h2", "What is known"));
    parts.push(cards);
    parts
}

/// A field and a button that note a treatment now, in the person's words. Earlier ones are offered, a tap each.
pub fn taken_form(app: App, kind: &'static str, label: &str) -> El {
    // Typed text that is not noted yet stays while the app is open.
    let visit = app.visit;
    let typed = Memo::new(move |_| visit.with(|visit| visit.typed(kind)).unwrap_or_default());
    let diary = app.diary.read();
    let now = clock::now();
    let Some(episode) =
        diary.with_untracked(|diary| episode_of(diary, &now).map(|one| one.id.clone()))
    else {
        return soft("To note it, start a spasm on Now, or open the one it was for in the Diary.");
    };
    let episode = StoredValue::new(episode);
    let note = move |words: &str| {
        let words = words.trim().to_string();
        if words.is_empty() {
            return;
        }
        let mut treatment = Treatment::begun(clock::new_item(), kind, clock::now());
        treatment.detail = words;
        let note = Box::new(|episode: &mut Episode| episode.add_treatment(treatment));
        let outcome = change(app, &episode.get_value(), note);
        if outcome == Outcome::Saved {
            visit.update(|visit| visit.keep_typed(kind, None));
        }
    };
    let input = el("input")
        .attr("type", "text")
        .attr("maxlength", "120")
        .attr("autocomplete", "off")
        .bind_value(
            move || typed.get(),
            move |text| visit.update(|visit| visit.keep_typed(kind, Some(text))),
        );
    let before = diary.with_untracked(|diary| known(diary, kind));
    let again = before
        .iter()
        .cloned()
        .map(|words| button("", words.clone(), move || note(&words)));
    let chips = (!before.is_empty()).then(|| {
        el("div")
            .class("chips")
            .attr("role", "group")
            .attr("aria-label", "Again, now")
            .with(again)
    });
    el("div")
        .class("stack")
        .with(field(label, input))
        .with(button("primary", "Note it, now", move || {
            note(&typed.get_untracked())
        }))
        .with(chips)
        .with(
            el("div")
                .attr("role", "status")
                .with(move || diary.with(|diary| said(diary, kind, &clock::now()))),
        )
}

/// The last words that were noted of this kind, newest first, each once.
fn known(diary: &Diary, kind: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for episode in diary.newest_first() {
        for treatment in episode.treatments.iter().rev() {
            let is_new = treatment.kind == kind
                && !treatment.detail.is_empty()
                && !names.contains(&treatment.detail);
            if is_new && names.len() < 4 {
                names.push(treatment.detail.clone());
            }
        }
    }
    names
}

/// The treatments of this kind in the last 24 hours, with notices about the last one.
fn said(diary: &Diary, kind: &str, now: &Moment) -> Vec<El> {
    let since = *now - TimeDelta::hours(24);
    let mut taken: Vec<(Moment, String)> = Vec::new();
    for episode in diary.episodes() {
        for one in &episode.treatments {
            if one.kind == kind && one.at > since && one.at <= *now && !one.detail.is_empty() {
                taken.push((one.at, one.detail.clone()));
            }
        }
    }
    crate::guide::order::by_key(&mut taken, |(at, _)| *at);
    let Some(((_, last), before)) = taken.split_last() else {
        return Vec::new();
    };
    let mut parts = vec![text("h2", "In the last 24 hours")];
    let lines = taken
        .iter()
        .map(|(at, words)| text("li", format!("{} {words}", moment::clock(at))));
    parts.push(el("ul").class("as-typed").with(lines));
    if kind == "medicine" {
        let before: Vec<&str> = before.iter().map(|(_, words)| words.as_str()).collect();
        let mut notices = notices(last, &before);
        notices.push(CHECK_PACK.to_string());
        let notices: Vec<&str> = notices.iter().map(String::as_str).collect();
        parts.push(list("ul", &notices).class("cautions"));
    }
    parts
}
