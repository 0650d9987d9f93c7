//! Settings: the backup, the region, the colours, erasing, and what Unknot is.

use leptos::prelude::*;

use crate::diary::profile;
use crate::diary::stored;
use crate::guide;
use crate::guide::interview::Question;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::parts::controls::{button, heading, link, soft, tick};
use crate::ui::parts::earlier::earlier;
use crate::ui::parts::region::{number_sources, own_number_field, region_field, region_question};
use crate::ui::parts::result::{WHAT_IT_IS, answered};
use crate::ui::preferences::Appearance;
use crate::ui::route::Route;
use crate::ui::visit::Visit;
use crate::words;

pub mod backup;
pub mod restore;

/// The page.
pub fn page(app: App) -> Vec<El> {
    let version = words::settings::version(env!("CARGO_PKG_VERSION"), guide::VERSION);
    vec![
        heading(Route::Settings.title()),
        backup::section(app),
        restore::section(app),
        el("section")
            .with(text("h2", words::settings::WHERE))
            .with(region_question(app))
            .with(region_field(app))
            .with(own_number_field(app))
            .with(soft(words::regions::CHECKED))
            .with(number_sources(app)),
        about_you(app),
        earlier(app, stored::PROFILE.to_string()),
        appearance_section(app),
        earlier(app, stored::SETTINGS.to_string()),
        erase_section(app),
        el("section")
            .with(text("h2", words::settings::WHAT))
            .with(text("p", WHAT_IT_IS))
            .with(text("p", words::settings::NO_ACCOUNT))
            .with(el("p").with(link(words::settings::ARTICLE, &Route::Learn)))
            .with(el("p").with(link(words::settings::RULES, &Route::Rules)))
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
                said.map_or(words::settings::NOT_SAID.into(), |(_, said)| said)
            })
        };
        let to = Route::AboutYou(question.id.to_string());
        el("li")
            .with(text("span", question.words))
            .with(text("strong", said))
            .with(
                link(words::settings::CHANGE, &to)
                    .attr("aria-label", words::settings::change_of(question.words)),
            )
    };
    let rows = profile::questions().map(row);
    el("section")
        .with(text("h2", words::settings::ABOUT_YOU))
        .with(soft(words::settings::ABOUT_YOU_WHY))
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
        .with(text("legend", words::settings::COLOURS))
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
    el("section")
        .with(text("h2", words::settings::ERASE))
        .with(move || {
            Some(if asked.get() {
                el("div")
                    .class("notice wrong")
                    .attr("role", "alert")
                    .with(text("p", words::settings::ERASE_SURE))
                    .with(
                        el("div")
                            .class("notice-acts")
                            .with(button("small danger", words::settings::ERASE_YES, erase))
                            .with(button("small", words::controls::KEEP, move || {
                                asked.set(false)
                            })),
                    )
            } else {
                button("quiet danger", words::settings::ERASE_ALL, move || {
                    asked.set(true)
                })
            })
        })
}
