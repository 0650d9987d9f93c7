//! An episode, or a check-up, in a few lines, as a link to all of it.

use crate::browser::clock;
use crate::diary::Diary;
use crate::diary::checkup::Checkup;
use crate::diary::episode::{Episode, Recorded, treatment_words};
use crate::diary::marks::Kind;
use crate::diary::moment::{self, Moment};
use crate::diary::place::places_words;
use crate::ui::element::{El, el, text};
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
        episode.marks.words(Kind::Trigger).to_ascii_lowercase(),
    ];
    said.retain(|part| !part.is_empty());
    if said.is_empty() {
        "No details yet".to_string()
    } else {
        said.join(" · ")
    }
}

/// An episode in a few lines. `now` is for writing dates.
fn episode_card(episode: &Episode, now: &Moment) -> El {
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
    let top = el("span")
        .class("row")
        .with(text("strong", &moment::day_and_clock(&episode.start, now)))
        .with(text("span", &episode.length_words()).class(tag));
    el("li").with(
        el("a")
            .class("card episode")
            .attr("href", &Route::Episode(episode.id.clone()).href())
            .with(top)
            .with(
                el("span")
                    .class("pictured")
                    .with_some(picture)
                    .with(text("span", &words).class("soft")),
            ),
    )
}

/// The cards of the episodes that stand at these places of the diary.
pub fn episode_cards(diary: &Diary, places: &[usize]) -> Vec<El> {
    let now = clock::now();
    let mut cards = Vec::new();
    for place in places {
        if let Some(episode) = diary.at(*place) {
            cards.push(episode_card(episode, &now));
        }
    }
    cards
}

/// A check-up in two lines, as a link to all of it.
pub fn checkup_card(checkup: &Checkup) -> El {
    let said = match checkup.finished {
        Some(_) => urgency_words(checkup.urgency).0,
        None => "Not finished",
    };
    let when = moment::day_and_clock(&checkup.started, &clock::now());
    el("li").with(
        el("a")
            .class("card")
            .attr("href", &Route::Checkup(checkup.id.clone()).href())
            .with(text("strong", &format!("Check of {when}")))
            .with(text("span", said).class("soft")),
    )
}
