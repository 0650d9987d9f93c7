//! The backup, how much is stored, and whether the browser keeps it.

use leptos::prelude::*;
use leptos::reactive::spawn_local;

use crate::browser::persist;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::backup_card::{reminder, save_button, share_button};
use crate::ui::parts::controls::{button, soft};
use crate::words;

/// The section.
pub fn section(app: App) -> El {
    let made = RwSignal::new(());
    let done = move || {
        made.try_set(());
    };
    app.diary.count();
    el("section")
        .with(text("h2", words::backup::HEADING))
        .with(text("p", words::backup::WHY))
        .with(el("p").text(move || {
            made.track();
            reminder(app).words
        }))
        .with(save_button(app, "primary", done))
        .with(share_button(app, done))
        .with(
            el("p")
                .class("soft")
                .text(move || size_words(app.diary.taken())),
        )
        .with(persist::is_cleared_after_a_week().then(seven_days))
        .with(kept_for_good(app))
}

/// What Safari does, and what helps.
fn seven_days() -> El {
    el("div")
        .class("notice")
        .with(text("p", words::backup::SEVEN_DAYS))
        .with(text("p", words::backup::SEVEN_DAYS_HELP))
}

/// Whether the browser keeps the store when the device runs short of room; where it does not, a way
/// to ask it to, but not in the middle of a spasm: some browsers ask the person in turn.
fn kept_for_good(app: App) -> El {
    let kept = RwSignal::new(None);
    let was_asked = RwSignal::new(false);
    spawn_local(async move {
        kept.try_set(persist::persisted().await);
    });
    let ask = move || {
        spawn_local(async move {
            let answer = persist::persist().await;
            was_asked.try_set(true);
            kept.try_set(answer);
        });
    };
    el("div").with(move || {
        let is_kept = kept.get()?;
        let diary = app.diary.read();
        let runs = diary.with(|diary| diary.running().is_some());
        let words = match (is_kept, was_asked.get()) {
            (true, _) => words::backup::IS_KEPT,
            (false, false) => words::backup::MAY_BE_CLEARED,
            (false, true) => words::backup::KEEP_REFUSED,
        };
        Some(
            el("div").class("stack").with(soft(words)).with(
                (!is_kept && !runs).then(|| button("quiet", words::backup::ASK_TO_KEEP, ask)),
            ),
        )
    })
}

fn size_words(units: usize) -> String {
    match units {
        0..1000 => words::backup::stored_little(units),
        _ => words::backup::stored(units / 1000),
    }
}
