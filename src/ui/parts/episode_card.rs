//! Cards of episodes and check-ups: a few lines, as a link to the whole.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::checkup::Checkup;
use crate::diary::episode::{Episode, Recorded, treatment_words};
use crate::diary::id::{CheckupId, EpisodeId};
use crate::diary::marks::MarkKind;
use crate::diary::moment::{self, Moment};
use crate::diary::place::places_words;
use crate::ui::app::App;
use crate::ui::element::{El, Rows, el, rows, text};
use crate::ui::parts::back_map::back_picture;
use crate::ui::parts::help::urgency_words;
use crate::ui::route::Route;

/// The middle line of an episode: where, how bad, what was tried, what set it off.
pub fn episode_line(episode: &Episode) -> String {
    let tried: Vec<&str> = episode
        .treatments
        .iter()
        .map(|treatment| treatment_words(&treatment.kind))
        .collect();
    let mut said = vec![
        places_words(episode.places),
        episode.severity_words(),
        tried.join(", ").to_ascii_lowercase(),
        episode.marks.words(MarkKind::Trigger).to_ascii_lowercase(),
    ];
    said.retain(|part| !part.is_empty());
    if said.is_empty() {
        "No details yet".to_string()
    } else {
        said.join(" · ")
    }
}

/// A row for each of these episodes, as a link to all of it. A row follows its episode.
pub fn episode_rows(app: App, ids: impl Fn() -> Vec<EpisodeId> + 'static) -> Rows {
    let diary = app.diary.read();
    rows(ids, move |id| {
        let href = Route::Episode(id.clone()).href();
        let episode = Memo::new(move |_| diary.with(|diary| diary.episode(&id).cloned()));
        let lines = move || {
            episode.with(|episode| {
                let lines = episode
                    .as_ref()
                    .map(|one| episode_lines(one, &clock::now()));
                lines.into_iter().flatten().collect::<Vec<_>>()
            })
        };
        el("li").with(
            el("a")
                .class("card episode")
                .attr("href", &href)
                .with(lines),
        )
    })
}

/// An episode in a few lines. `now` is for writing dates.
fn episode_lines(episode: &Episode, now: &Moment) -> [El; 2] {
    let tag = if episode.end.is_none() {
        "tag ember"
    } else {
        ""
    };
    let later = match episode.recorded {
        Recorded::Live => "",
        Recorded::Afterwards => " · noted later",
    };
    let words = format!("{}{later}", episode_line(episode));
    let picture = (!episode.places.is_empty()).then(|| back_picture(episode.places));
    [
        el("span")
            .class("row")
            .with(text("strong", moment::day_and_clock(&episode.start, now)))
            .with(text("span", episode.length_words()).class(tag)),
        el("span")
            .class("pictured")
            .with(picture)
            .with(text("span", &words).class("soft")),
    ]
}

/// A row for each of these check-ups, as a link to all of it. A row follows its check-up.
pub fn checkup_rows(app: App, ids: impl Fn() -> Vec<CheckupId> + 'static) -> Rows {
    let diary = app.diary.read();
    rows(ids, move |id| {
        let href = Route::Checkup(id.clone()).href();
        let words = Memo::new(move |_| {
            diary.with(|diary| diary.checkup(&id).map(checkup_words).unwrap_or_default())
        });
        el("li").with(
            el("a")
                .class("card")
                .attr("href", &href)
                .with(text("strong", move || words.get().0))
                .with(text("span", move || words.get().1).class("soft")),
        )
    })
}

fn checkup_words(checkup: &Checkup) -> (String, &'static str) {
    let said = match checkup.finished {
        Some(_) => urgency_words(checkup.urgency).0,
        None => "Not finished",
    };
    let when = moment::day_and_clock(&checkup.started, &clock::now());
    (format!("Check of {when}"), said)
}
