//! The backup, how much is stored, and whether the browser keeps it.

use leptos::prelude::*;
use leptos::reactive::spawn_local;

use crate::browser::persist;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::backup_card::{reminder, save_button, share_button};
use crate::ui::parts::controls::{button, soft};

/// The section.
pub fn section(app: App) -> El {
    let made = RwSignal::new(());
    let done = move || {
        made.try_set(());
    };
    app.diary.count();
    el("section")
        .with(text("h2", "Backup"))
        .with(text("p", "Everything is kept in this browser alone. A backup file survives a lost phone or cleared browser data."))
        .with(el("p").text(move || {
            made.track();
            reminder(app).words
        }))
        .with(save_button(app, "primary", done))
        .with(share_button(app, done))
        .with(el("p").class("soft").text(move || {
            format!("Stored here: {} of about 5,200 thousand characters.", size_words(app.diary.taken()))
        }))
        .with(persist::is_cleared_after_a_week().then(seven_days))
        .with(kept_for_good(app))
}

/// What Safari does, and what helps.
fn seven_days() -> El {
    el("div")
        .class("notice")
        .with(text("p", "Safari deletes what a page keeps after seven days without a visit, unless it is on the home screen."))
        .with(text("p", "Save a backup first: the app on the home screen may begin empty. On an iPhone or iPad: Share, then “Add to Home Screen”. On a Mac: File, then “Add to Dock”. Open Unknot there, and restore the backup."))
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
            (true, _) => "The browser keeps it even when the device runs short of room.",
            (false, false) => "The browser may clear it when the device runs short of room, or when you have not been here for long.",
            (false, true) => "The browser said no for now. It may clear it when the device runs short of room. It says yes more often to what is on the home screen.",
        };
        Some(
            el("div")
                .class("stack")
                .with(soft(words))
                .with((!is_kept && !runs).then(|| button("quiet", "Ask the browser to keep it", ask))),
        )
    })
}

fn size_words(units: usize) -> String {
    match units {
        0..1000 => format!("{units} characters"),
        _ => format!("{} thousand characters", units / 1000),
    }
}
