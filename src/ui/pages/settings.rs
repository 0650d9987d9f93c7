//! Settings: the backup, the region, the colours, erasing, and what Unknot is.

use leptos::prelude::*;

use crate::diary::profile;
use crate::guide;
use crate::guide::content::regions::{NUMBERS_CHECKED, NUMBERS_SOURCES};
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::pages::{backup_section, restore_section};
use crate::ui::parts::care::sources;
use crate::ui::parts::controls::{button, heading, link, soft, tick};
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
        backup_section::section(app),
        restore_section::section(app),
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
                    app.preferences.choose_appearance(appearance);
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
