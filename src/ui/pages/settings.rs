//! Settings: the backup, the region, the colours, erasing, and what Unknot is.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlInputElement};

use crate::browser::{files, storage};
use crate::diary::backup::{self, Backup, BackupError, MAX_BYTES, Plan};
use crate::diary::profile;
use crate::guide;
use crate::guide::content::regions::{NUMBERS_CHECKED, NUMBERS_SOURCES};
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::keeping::Safety;
use crate::ui::open_diary::Outcome;
use crate::ui::parts::care::sources;
use crate::ui::parts::controls::{button, field, heading, link, soft, tick};
use crate::ui::parts::help::{own_number_field, region_field};
use crate::ui::parts::result::{WHAT_IT_IS, answered};
use crate::ui::preferences::Appearance;
use crate::ui::route::Route;

/// The page.
pub fn page(app: App) -> Vec<El> {
    let version = format!(
        "Version {}, guide version {}",
        env!("CARGO_PKG_VERSION"),
        guide::VERSION
    );
    vec![
        heading("Settings"),
        backup_section(app),
        restore_section(app),
        el("section").with(text("h2", "Where you are")).with(region_field(app)).with(own_number_field(app)).with(soft(NUMBERS_CHECKED)).with_some(sources(NUMBERS_SOURCES)),
        about_you(app),
        appearance_section(app),
        erase_section(app),
        el("section")
            .with(text("h2", "What Unknot is"))
            .with(text("p", WHAT_IT_IS))
            .with(text("p", "No account, no server: what you write stays in this browser, and leaves it only when you save or send it yourself."))
            .with(el("p").with(link("The article that it walks through, and what is known", &Route::Learn)))
            .with(el("p").with(link("How the guide decides", &Route::Rules)))
            .with(soft(&version)),
    ]
}

/// What is remembered of the person, with a way to change each answer.
fn about_you(app: App) -> El {
    let rows = move || {
        let diary = app.diary.read();
        let answers = diary.with(|diary| diary.profile().cloned().unwrap_or_default().answers);
        profile::questions()
            .map(|question| {
                let said = answered(&answers, std::iter::once(question));
                let said = said.first().map_or("Not said yet", |(_, said)| said);
                let to = Route::AboutYou(question.id.to_string());
                el("li")
                    .with(text("span", question.words))
                    .with(text("strong", said))
                    .with(
                        link("Change", &to)
                            .attr("aria-label", &format!("Change: {}", question.words)),
                    )
            })
            .collect()
    };
    el("section")
        .with(text("h2", "About you"))
        .with(soft(
            "The guide remembers this, and asks at each check whether it is still right.",
        ))
        .with(el("div").class("answers").with(el("ul").with_all_of(rows)))
}

/// Saves a backup, and says how much is stored.
fn backup_section(app: App) -> El {
    let used = move || {
        app.diary.read().track();
        let stored = storage::all().unwrap_or_default();
        let units = |text: &String| text.encode_utf16().count();
        stored
            .iter()
            .map(|(key, text)| units(key) + units(text))
            .sum::<usize>()
    };
    let save = move || {
        let saved = storage::all().map(|stored| {
            backup::write(
                stored
                    .iter()
                    .map(|(key, text)| (key.as_str(), text.as_str())),
            )
        });
        match saved.map(|text| files::save("unknot-backup.json", "application/json", &text)) {
            Ok(Ok(())) => app.diary.say("Backup made: unknot-backup.json. Keep it where you find it again."),
            _ => app.diary.say("The browser did not make the file. Nothing was changed. Try again, or another browser."),
        }
    };
    el("section")
        .with(text("h2", "Backup"))
        .with(text("p", "Everything is kept in this browser alone. A backup file survives a lost phone or cleared browser data."))
        .with(button("primary", "Save a backup", save))
        .with(el("p").class("soft").text_of(move || {
            format!("Stored here: {} of about 5,200 thousand characters.", size_words(used()))
        }))
        .with(kept_for_good())
        .with(el("div").with_some_of(move || {
            (app.diary.safety() == Some(Safety::NoJournal)).then(|| {
                soft("This browser has no second store for Unknot. What was noted in the last minute can be lost if the browser is stopped by force.")
            })
        }))
}

/// Whether the browser keeps the store when the device runs short of room; where it does not, a way
/// to ask it to.
fn kept_for_good() -> El {
    let kept = RwSignal::new(None);
    spawn_local(async move {
        let _ = kept.try_set(storage::persisted().await);
    });
    el("div").with_some_of(move || {
        let words = if kept.get()? {
            "The browser keeps it even when the device runs short of room."
        } else {
            "The browser may clear it when the device runs short of room, or when you have not been here for long."
        };
        let ask = button("quiet", "Ask the browser to keep it", move || {
            spawn_local(async move {
                let _ = kept.try_set(storage::persist().await);
            });
        });
        Some(
            el("div")
                .class("stack")
                .with(soft(words))
                .with_some((kept.get() == Some(false)).then_some(ask)),
        )
    })
}

fn size_words(units: usize) -> String {
    match units {
        0..1000 => format!("{units} characters"),
        _ => format!("{} thousand characters", units / 1000),
    }
}

/// Restores a backup: chosen, checked whole, shown, then done.
fn restore_section(app: App) -> El {
    let backup = RwSignal::new(None::<Backup>);
    let wrong = RwSignal::new(None::<String>);
    let choose = move |event: Event| {
        backup.set(None);
        wrong.set(None);
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(file) = input.as_ref().and_then(files::chosen) else {
            return;
        };
        let bytes = file.size() as u64;
        if bytes > MAX_BYTES {
            wrong.set(Some(format!(
                "This file has {} million bytes. A backup never has more than {}. Choose another file.",
                bytes / 1_000_000,
                MAX_BYTES / 1_000_000,
            )));
            return;
        }
        spawn_local(async move {
            match files::text(&file).await.map(|text| backup::read(&text)) {
                Ok(Ok(read)) => {
                    app.diary.refresh();
                    backup.set(Some(read));
                }
                Ok(Err(error)) => wrong.set(Some(error_words(&error))),
                Err(_) => wrong.set(Some(
                    "The browser could not read this file. Choose it again.".to_string(),
                )),
            }
        });
    };
    let restore = move || {
        if let Some(chosen) = backup.get_untracked()
            && let Ok(written) = app.diary.restore(&chosen)
        {
            backup.set(None);
            app.diary
                .say(format!("Restored. Records written: {written}."));
        }
    };
    let input = el("input")
        .attr("type", "file")
        .attr("accept", ".json,.txt,application/json,text/plain")
        .on("change", choose);
    el("section")
        .with(text("h2", "Restore"))
        .with(field(
            "Choose a backup file. Nothing is changed until you have seen what is in it.",
            input,
        ))
        .with(el("div").attr("role", "alert").with_some_of(move || {
            let words = wrong.get()?;
            Some(text("p", &format!("{words} Nothing was changed.")).class("notice wrong"))
        }))
        .with(el("div").attr("role", "status").with_some_of(move || {
            let diary = app.diary.read();
            let plan = backup.with(|backup| {
                let backup = backup.as_ref()?;
                Some(diary.with(|diary| backup.plan(diary)))
            })?;
            Some(
                el("div")
                    .class("notice")
                    .with(text("p", &plan_words(&plan)))
                    .with(
                        el("div")
                            .class("notice-acts")
                            .with(button("small", "Restore", restore)),
                    ),
            )
        }))
}

/// What a restore would do.
fn plan_words(plan: &Plan) -> String {
    let mut words = format!(
        "{} new, {} newer than here, {} stay as they are.",
        plan.new, plan.newer, plan.stay
    );
    if plan.unreadable > 0 {
        words.push_str(&format!(
            " Of the new ones, {} can’t be read by this version of Unknot. What can’t be read is kept as it stands.",
            plan.unreadable
        ));
    }
    if plan.blocked > 0 {
        words.push_str(&format!(
            " Left out: {}, because what stands here under the same name can’t be read, and is never overwritten.",
            plan.blocked
        ));
    }
    words
}

fn error_words(error: &BackupError) -> String {
    match error {
        BackupError::Empty => "This file is empty. Choose another file.".to_string(),
        BackupError::Half => {
            "This file ends too early: a part is missing. Copy or download it again.".to_string()
        }
        BackupError::NotJson(line, column) => format!(
            "This is not a backup of Unknot, or it is damaged at line {line}, place {column}. Choose another file.",
        ),
        BackupError::NotOurs => "This is not a backup of Unknot. Choose another file.".to_string(),
        BackupError::Newer => {
            "A newer version of Unknot made this file. Reload to get the newest version, then restore."
                .to_string()
        }
        BackupError::Count { said, found } => format!(
            "This file should hold {said} records and holds {found}. It was changed or damaged: choose another.",
        ),
        BackupError::Record(key) => {
            format!("One record in this file can’t be read ({key}). Choose another file.")
        }
        BackupError::Twice(key) => {
            format!("This file holds two records of one name ({key}). Choose another file.")
        }
    }
}

/// Chooses the colours.
fn appearance_section(app: App) -> El {
    let choices = Appearance::ALL
        .into_iter()
        .map(|appearance| {
            tick(
                "",
                "radio",
                "appearance",
                appearance.words(),
                move || app.preferences.appearance() == appearance,
                move || {
                    // They count for this visit even where they cannot be kept.
                    let _ = app.preferences.choose_appearance(appearance);
                },
            )
        })
        .collect();
    el("fieldset")
        .class("chips")
        .with(text("legend", "Colours"))
        .with_all(choices)
}

/// Erases everything, asked twice.
fn erase_section(app: App) -> El {
    let asked = RwSignal::new(false);
    let erase = move || {
        asked.set(false);
        if app.diary.erase_all() == Outcome::Saved {
            app.preferences.changed_elsewhere(None);
            app.visit.update(|visit| visit.refused.clear());
            app.diary.say("Everything is erased.");
        }
    };
    el("section").with(text("h2", "Erase")).with_some_of(move || {
        Some(if asked.get() {
            el("div")
                .class("notice wrong")
                .attr("role", "alert")
                .with(text("p", "This erases all episodes, checks and settings in this browser. It can’t be undone. Backup files that you saved stay yours."))
                .with(
                    el("div")
                        .class("notice-acts")
                        .with(button("small danger", "Yes, erase everything", erase))
                        .with(button("small", "No, keep it", move || asked.set(false))),
                )
        } else {
            button("quiet danger", "Erase everything", move || asked.set(true))
        })
    })
}
