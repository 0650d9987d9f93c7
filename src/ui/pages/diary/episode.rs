//! One episode, and the way to add one from before: the same form for both.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::draft::{EpisodeDraft, ReadingField};
use crate::diary::episode::Recorded;
use crate::diary::id::EpisodeId;
use crate::diary::moment;
use crate::diary::stored;
use crate::store::act::Act;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::navigation::{go, go_instead};
use crate::ui::open_diary::Outcome;
use crate::ui::pages::diary::form::EpisodeForm;
use crate::ui::parts::controls::{button, heading, link_button, soft};
use crate::ui::parts::earlier::earlier;
use crate::ui::parts::episode_card::checkup_rows;
use crate::ui::route::Route;
use crate::words;

/// Adds an episode from before.
pub fn add_page(app: App) -> Vec<El> {
    let blank = EpisodeDraft {
        readings: vec![ReadingField::default()],
        ..EpisodeDraft::default()
    };
    let mut parts = vec![heading(words::now::ADD_EARLIER)];
    parts.extend(EpisodeForm::open(app, None, blank).parts());
    parts
}

/// An episode that is there.
pub fn page(app: App, id: EpisodeId) -> Vec<El> {
    let there = app
        .diary
        .read()
        .with_untracked(|diary| diary.episode(&id).cloned());
    let Some(episode) = there.filter(|episode| episode.deleted.is_none()) else {
        return vec![
            heading("This episode is not here"),
            text(
                "p",
                "It may have been deleted: look under Deleted in the Diary.",
            ),
            link_button("primary", "To the diary", &Route::Diary),
        ];
    };
    let recorded = match episode.recorded {
        Recorded::Live => "Timed as it happened",
        Recorded::Afterwards => "Noted later",
    };
    let its = id.clone();
    let checks = Memo::new(move |_| {
        app.diary.read().with(|diary| {
            let checkups = diary.checkups_of(&its).into_iter();
            checkups
                .map(|checkup| checkup.id.clone())
                .collect::<Vec<_>>()
        })
    });
    let (reopened, deleted) = (id.clone(), id.clone());
    let form = EpisodeForm::open(app, Some(id), EpisodeDraft::of(&episode));
    let reopen = move || {
        let reopen = Act::episode(&reopened, |episode| episode.reopen());
        let outcome = app.diary.act_with_undo("It is running again.", reopen);
        if outcome == Outcome::Saved {
            go(&Route::Now);
        }
    };
    let delete = move || {
        // The draft stays, in case the episode is brought back.
        if app.diary.delete(&deleted) == Outcome::Saved {
            go_instead(&Route::Diary);
        }
    };
    let mut parts = vec![
        heading(moment::day_and_clock(&episode.start, &clock::now())),
        soft(recorded),
    ];
    parts.extend(form.parts());
    parts.push(
        el("section")
            .class("stack")
            .attr("hidden", move || checks.with(Vec::is_empty))
            .with(text("h2", "Checks during it"))
            .with(
                el("ul")
                    .class("cards")
                    .with(checkup_rows(app, move || checks.get())),
            ),
    );
    parts.push(earlier(app, stored::episode_key(&episode.id)));
    if episode.end.is_some() {
        parts.push(button("quiet", "It is not over: let it run again", reopen));
    }
    parts.push(button("quiet danger", "Delete this episode", delete));
    parts
}
