//! The diary: every episode, the newest first, and what could not be read.

use leptos::prelude::*;

use crate::browser::{clock, files};
use crate::diary::episode::Episode;
use crate::diary::moment;
use crate::diary::stored::Why;
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::{button, heading, link_button};
use crate::ui::parts::episode_card::{checkup_card, episode_card, length_words};
use crate::ui::route::Route;

/// How many are shown at first, and how many more at a time.
const STEP: usize = 30;

/// The page.
pub fn page(app: App) -> Vec<El> {
    let diary = app.diary.read();
    let (most, set_most) = signal(STEP);
    let count = move || diary.with(|diary| diary.episodes().count());
    vec![
        heading("Diary"),
        link_button("primary", "Add one from before", &Route::AddEpisode),
        link_button("quiet", "Page for a clinician, and files", &Route::Report),
        el("div").class("pair").with(link_button("quiet danger", "Is it dangerous?", &Route::Check)).with_some_of(move || {
            let last = diary.with(|diary| diary.last_finished_checkup().map(|last| last.id.clone()))?;
            Some(link_button("quiet", "Show a clinician", &Route::Sheet(last)))
        }),
        unreadable(app),
        el("div").with_some_of(move || {
            (count() == 0).then(|| text("p", "Nothing here yet. A spasm that you start on Now appears here, and you can add earlier ones."))
        }),
        el("ul").class("cards").attr("aria-label", "Episodes").with_all_of(move || {
            let now = clock::now();
            diary.with(|diary| {
                let newest = diary.newest_first();
                newest.into_iter().take(most.get()).map(|episode| episode_card(episode, &now)).collect()
            })
        }),
        el("div").with_some_of(move || {
            let older = count().checked_sub(most.get()).filter(|older| *older > 0)?;
            Some(button("quiet", &format!("Show more ({older} older)"), move || {
                set_most.update(|most| *most += STEP);
            }))
        }),
        el("div").with_some_of(move || {
            diary.with(|diary| {
                let checks = diary.checkups();
                let cards = checks.iter().map(|checkup| checkup_card(checkup)).collect();
                folded("Checks", checks.len(), cards)
            })
        }),
        el("div").with_some_of(move || {
            diary.with(|diary| {
                let deleted = diary.deleted();
                let cards = deleted.iter().map(|episode| deleted_card(app, episode)).collect();
                folded("Deleted", deleted.len(), cards)
            })
        }),
    ]
}

fn folded(name: &str, count: usize, cards: Vec<El>) -> Option<El> {
    (count > 0).then(|| {
        el("details")
            .with(text("summary", &format!("{name} ({count})")))
            .with(el("ul").class("cards").with_all(cards))
    })
}

fn deleted_card(app: App, episode: &Episode) -> El {
    let when = moment::day_and_clock(&episode.start, &clock::now());
    let (id, gone) = (episode.id.clone(), episode.id.clone());
    el("li")
        .class("card row")
        .with(text("span", &format!("{when}, {}", length_words(episode))))
        .with(
            button("small", "Bring back", move || app.diary.bring_back(&id))
                .attr("aria-label", &format!("Bring back {when}")),
        )
        .with(
            button("small danger", "Delete for good", move || {
                app.diary.delete_for_good(&gone)
            })
            .attr("aria-label", &format!("Delete for good {when}")),
        )
}

/// Records that cannot be read: said, kept, and to be saved as a file.
fn unreadable(app: App) -> El {
    let diary = app.diary.read();
    let save = move || {
        let text: String = diary.with_untracked(|diary| {
            diary
                .unreadable()
                .map(|one| format!("{}\n{}\n\n", one.key, one.text))
                .collect()
        });
        if files::save("unknot-unreadable.txt", "text/plain", &text).is_err() {
            app.diary.say("The browser did not save the file.");
        }
    };
    el("div").with_some_of(move || {
        let (all, newer) = diary.with(|diary| {
            let newer = diary.unreadable().filter(|one| one.why == Why::Newer).count();
            (diary.unreadable().count(), newer)
        });
        let newer = match newer {
            0 => String::new(),
            n => format!(" From a newer version of Unknot: {n}. Reload to get it."),
        };
        (all > 0).then(|| {
            el("div")
                .class("notice wrong")
                .with(text("p", &format!("Records that can’t be read: {all}. They are kept as they are; the others are fine.{newer}")))
                .with(el("div").class("notice-acts").with(button("small", "Save them as a file", save)))
        })
    })
}
