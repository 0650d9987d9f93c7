//! Settings: the backup, the region, the colours, erasing, and what Unknot is.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use crate::browser::{files, storage};
use crate::diary::backup::{self, BackupError, MAX_BYTES, Plan};
use crate::guide;
use crate::ui::open_diary::{OpenDiary, Outcome};
use crate::ui::parts::help::RegionField;
use crate::ui::preferences::{Appearance, Preferences};
use crate::ui::route::Route;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"Settings"</h1>
        <BackupSection/>
        <RestoreSection/>
        <section>
            <h2>"Where you are"</h2>
            <RegionField/>
        </section>
        <AppearanceSection/>
        <EraseSection/>
        <section>
            <h2>"What Unknot is"</h2>
            <p>"Unknot is education and a diary. It is not assessed or certified as a medical device, and no clinician has reviewed it yet. It can be wrong: if you are worried, get help whatever it says."</p>
            <p>"No account, no server: what you write stays in this browser, and leaves it only when you save or send it yourself."</p>
            <p><a href=Route::Learn.href()>"The article that it walks through, and what is known"</a></p>
            <p class="soft">"Version " {env!("CARGO_PKG_VERSION")} ", guide version " {guide::VERSION}</p>
        </section>
    }
}

/// Saves a backup, and says how much is stored.
#[component]
fn BackupSection() -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let used = Memo::new(move |_| {
        open.read().track();
        let stored = storage::all().unwrap_or_default();
        stored
            .iter()
            .map(|(key, text)| key.encode_utf16().count() + text.encode_utf16().count())
            .sum::<usize>()
    });
    let save = move |_| {
        let saved = storage::all().map(|stored| {
            backup::write(
                stored
                    .iter()
                    .map(|(key, text)| (key.as_str(), text.as_str())),
            )
        });
        match saved.map(|text| files::save("unknot-backup.json", "application/json", &text)) {
            Ok(Ok(())) => open.say("Backup made: unknot-backup.json. Keep it where you find it again."),
            _ => open.say("The browser did not make the file. Nothing was changed. Try again, or another browser."),
        }
    };
    view! {
        <section>
            <h2>"Backup"</h2>
            <p>"Everything is kept in this browser alone. A backup file survives a lost phone or cleared browser data."</p>
            <button type="button" class="primary" on:click=save>"Save a backup"</button>
            <p class="soft">"Stored here: " {move || size_words(used.get())} " of about 5,200 thousand characters."</p>
        </section>
    }
}

fn size_words(units: usize) -> String {
    match units {
        0..1000 => format!("{units} characters"),
        _ => format!("{} thousand characters", units / 1000),
    }
}

/// Restores a backup: chosen, checked whole, shown, then done.
#[component]
fn RestoreSection() -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let plan = RwSignal::new(None::<Plan>);
    let wrong = RwSignal::new(None::<String>);
    let choose = move |event: leptos::ev::Event| {
        plan.set(None);
        wrong.set(None);
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(file) = input.as_ref().and_then(files::chosen) else {
            return;
        };
        if file.size() > MAX_BYTES as f64 {
            let size = (file.size() / 1e6).round();
            wrong.set(Some(format!(
                "This file has {size} million bytes. A backup never has more than {}. Choose another file.",
                MAX_BYTES / 1_000_000,
            )));
            return;
        }
        spawn_local(async move {
            match files::text(&file).await.map(|text| backup::read(&text)) {
                Ok(Ok(backup)) => {
                    open.refresh();
                    plan.set(Some(open.read().with_untracked(|diary| backup.plan(diary))));
                }
                Ok(Err(error)) => wrong.set(Some(error_words(&error))),
                Err(_) => wrong.set(Some(
                    "The browser could not read this file. Choose it again.".to_string(),
                )),
            }
        });
    };
    let restore = move |_| {
        if let Some(chosen) = plan.get_untracked()
            && open.restore(&chosen) == Outcome::Saved
        {
            plan.set(None);
            open.say(format!("Restored: {} records.", chosen.writes.len()));
        }
    };
    view! {
        <section>
            <h2>"Restore"</h2>
            <label class="field">
                <span>"Choose a backup file. Nothing is changed until you have seen what is in it."</span>
                <input type="file" accept=".json,.txt,application/json,text/plain" on:change=choose/>
            </label>
            <div role="alert">
                {move || wrong.get().map(|words| view! {
                    <p class="notice wrong">{words} " Nothing was changed."</p>
                })}
            </div>
            <div role="status">
                {move || plan.get().map(|plan| view! {
                    <div class="notice">
                        <p>
                            {plan.new} " new, " {plan.newer} " newer than here, "
                            {plan.stay} " stay as they are."
                        </p>
                        <div class="notice-acts">
                            <button type="button" class="small" on:click=restore>"Restore"</button>
                        </div>
                    </div>
                })}
            </div>
        </section>
    }
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
        BackupError::Record(key) => format!("One record in this file can’t be read ({key}). Choose another file."),
    }
}

/// Chooses the colours.
#[component]
fn AppearanceSection() -> impl IntoView {
    let preferences = expect_context::<Preferences>();
    view! {
        <fieldset class="chips">
            <legend>"Colours"</legend>
            {Appearance::ALL
                .into_iter()
                .map(|appearance| view! {
                    <label>
                        <input
                            type="radio"
                            name="appearance"
                            prop:checked=move || preferences.appearance() == appearance
                            on:change=move |_| {
                                // They count for this visit even where they cannot be kept.
                                let _ = preferences.choose_appearance(appearance);
                            }
                        />
                        <span>{appearance.words()}</span>
                    </label>
                })
                .collect_view()}
        </fieldset>
    }
}

/// Erases everything, asked twice.
#[component]
fn EraseSection() -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let preferences = expect_context::<Preferences>();
    let asked = RwSignal::new(false);
    let erase = move |_| {
        asked.set(false);
        if open.erase_all() == Outcome::Saved {
            let _ = preferences.choose_region("");
            let _ = preferences.choose_appearance(Appearance::System);
            open.say("Everything is erased.");
        }
    };
    view! {
        <section>
            <h2>"Erase"</h2>
            <Show
                when=move || asked.get()
                fallback=move || view! {
                    <button type="button" class="quiet danger" on:click=move |_| asked.set(true)>"Erase everything"</button>
                }
            >
                <div class="notice wrong" role="alert">
                    <p>"This erases all episodes, checks and settings in this browser. It can’t be undone. Backup files that you saved stay yours."</p>
                    <div class="notice-acts">
                        <button type="button" class="small danger" on:click=erase>"Yes, erase everything"</button>
                        <button type="button" class="small" on:click=move |_| asked.set(false)>"No, keep it"</button>
                    </div>
                </div>
            </Show>
        </section>
    }
}
