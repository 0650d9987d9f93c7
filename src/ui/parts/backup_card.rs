//! The backup that the person makes, and the quiet reminder of it.

use chrono::TimeDelta;
use leptos::prelude::*;
use leptos::reactive::spawn_local;

use crate::browser::{clock, files, kept};
use crate::diary::backup::{self, Made, Reminder};
use crate::diary::moment::{self, Moment};
use crate::store::keys::{BACKUP_LATER, BACKUP_MADE};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::button;
use crate::words;

/// The time of the last backup, and the number of changes in it. It belongs to this device, so it is no record.
/// The time until which the person does not want to be reminded.
/// The length of that pause, in days.
const PUT_OFF_DAYS: i64 = 7;

/// The name of the file: "unknot-backup-2026-11-22.json". As "txt" for sharing: phones share no JSON.
fn name(ending: &str) -> String {
    format!(
        "unknot-backup-{}.{ending}",
        moment::date(clock::now().date_naive())
    )
}

/// Saves a backup as a file, or tells that it failed. Calls `done` after a success.
pub fn save_button(app: App, class: &str, done: impl Fn() + Clone + 'static) -> El {
    button(class, words::backup::SAVE, move || {
        let done = done.clone();
        spawn_local(async move {
            // Right after a start some records may be in the durable store alone.
            let is_complete = app.diary.complete().await;
            let name = name("json");
            let saved = file(app).map(|text| files::save(&name, "application/json", &text));
            if let Some(Ok(())) = saved {
                let words = if is_complete {
                    words::backup::made(&name)
                } else {
                    // Made without the durable store.
                    words::backup::made_in_part(&name)
                };
                note(app, words);
                done();
            } else {
                app.diary.say(words::backup::NOT_MADE);
            }
        });
    })
}

/// The button that shares a backup; `None` if this browser cannot share files.
pub fn share_button(app: App, done: impl Fn() + Copy + 'static) -> Option<El> {
    files::can_share(&name("txt")).then(|| {
        button("quiet", words::backup::SEND, move || {
            spawn_local(async move {
                let sent = match file(app) {
                    Some(text) => files::share(&name("txt"), &text).await,
                    None => false,
                };
                if sent {
                    note(app, words::backup::SENT);
                    done();
                } else {
                    app.diary.say(words::backup::NOT_SENT);
                }
            });
        })
    })
}

/// The text of a backup of everything that is stored now.
fn file(app: App) -> Option<String> {
    let stored = app.diary.stored().ok()?;
    let texts = stored.iter();
    Some(backup::write(texts.map(|(key, text)| (&**key, &**text))))
}

/// Notes that a backup was made.
fn note(app: App, words: impl Into<String>) {
    let made = Made {
        at: clock::now(),
        changes: app.diary.read().with_untracked(backup::changes),
    };
    // On failure the reminder comes too early.
    let _ = kept::set(BACKUP_MADE, Some(&made.encode()));
    app.diary.say(words);
}

/// The current reminder about backups.
pub fn reminder(app: App) -> Reminder {
    let made = kept::get(BACKUP_MADE);
    let made = made.and_then(|text| Made::decode(&text));
    let diary = app.diary.read();
    diary.with(|diary| backup::reminder(made.as_ref(), diary, &clock::now()))
}

/// A quiet card when a backup is due, never while an episode runs; it can be put off.
pub fn backup_card(app: App) -> El {
    let is_away = RwSignal::new(false);
    el("div").with(move || {
        let diary = app.diary.read();
        let runs = diary.with(|diary| diary.running().is_some());
        let later = kept::get(BACKUP_LATER);
        let later = later.and_then(|text| moment::decode(&text));
        let is_put_off = later.is_some_and(|until: Moment| clock::now() < until);
        if is_away.get() || runs || is_put_off {
            return None;
        }
        let Reminder { words, is_due } = reminder(app);
        let put_off = move || {
            let until = clock::now() + TimeDelta::days(PUT_OFF_DAYS);
            let _ = kept::set(BACKUP_LATER, Some(&moment::encode(&until)));
            is_away.set(true);
        };
        is_due.then(|| {
            el("div")
                .class("notice")
                .with(text("p", words::backup::due(&words)))
                .with(
                    el("div")
                        .class("notice-acts")
                        .with(save_button(app, "small", move || is_away.set(true)))
                        .with(button("small", words::backup::NOT_NOW, put_off)),
                )
        })
    })
}
