//! Settings: the backup, the region, the colours, erasing, and what Unknot is.

use leptos::prelude::*;

use crate::diary::profile;
use crate::diary::stored;
use crate::guide;
use crate::guide::content::regions::{NUMBERS_CHECKED, NUMBERS_SOURCES};
use crate::guide::interview::Question;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::parts::controls::{button, heading, link, soft, tick};
use crate::ui::parts::earlier::earlier;
use crate::ui::parts::help::{own_number_field, region_field};
use crate::ui::parts::quotes::sources;
use crate::ui::parts::result::{WHAT_IT_IS, answered};
use crate::ui::preferences::Appearance;
use crate::ui::route::Route;
use crate::ui::visit::Visit;

pub mod backup;
pub mod restore;

/// The page.
pub fn page(app: App) -> Vec<El> {
    let version = format!(
        "Version {}, guide version {}",
        env!("CARGO_PKG_VERSION"),
        guide::VERSION
    );
    vec![
        heading("Settings"),
        backup::section(app),
        restore::section(app),
        el("section").with(text("h2", "Where you are")).with(region_field(app)).with(own_number_field(app)).with(soft(NUMBERS_CHECKED)).with(sources(NUMBERS_SOURCES)),
        about_you(app),
        earlier(app, stored::PROFILE.to_string()),
        appearance_section(app),
        earlier(app, stored::SETTINGS.to_string()),
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
    let diary = app.diary.read();
    let row = move |question: &'static Question| {
        let said = move || {
            diary.with(|diary| {
                let answers = diary.profile().map(|profile| &profile.answers);
                let said = answers.map(|all| answered(all, std::iter::once(question)));
                let said = said.and_then(|said| said.into_iter().next());
                said.map_or("Not said yet".to_string(), |(_, said)| said)
            })
        };
        let to = Route::AboutYou(question.id.to_string());
        el("li")
            .with(text("span", question.words))
            .with(text("strong", said))
            .with(link("Change", &to).attr("aria-label", format!("Change: {}", question.words)))
    };
    let rows = profile::questions().map(row);
    el("section")
        .with(text("h2", "About you"))
        .with(soft(
            "The guide remembers this, and asks at each check whether it is still right.",
        ))
        .with(el("div").class("answers").with(el("ul").with(rows)))
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
        .collect::<Vec<_>>();
    el("fieldset")
        .class("chips")
        .with(text("legend", "Colours"))
        .with(choices)
}

/// Erases everything, asked twice.
fn erase_section(app: App) -> El {
    let asked = RwSignal::new(false);
    let erase = move || {
        asked.set(false);
        if app.diary.erase_all() == Outcome::Saved {
            app.preferences.changed_elsewhere(None);
            app.visit.set(Visit::default());
        }
    };
    el("section").with(text("h2", "Erase")).with(move || {
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
