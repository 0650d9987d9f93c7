//! An episode in a few lines, as a link to all of it.

use leptos::prelude::*;

use crate::diary::episode::{Episode, Recorded, places_words, treatment_words};
use crate::diary::moment::{self, Moment};
use crate::ui::route::Route;

/// The middle line of an episode: where, how bad, what was tried.
pub fn episode_line(episode: &Episode) -> String {
    let tried: Vec<&str> = episode
        .treatments
        .iter()
        .map(|treatment| treatment_words(&treatment.kind))
        .collect();
    let parts = [
        places_words(&episode.places),
        episode.severity_words(),
        tried.join(", ").to_lowercase(),
    ];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if said.is_empty() {
        "No details yet".to_string()
    } else {
        said.join(" · ")
    }
}

/// "52 min", or "running".
pub fn length_words(episode: &Episode) -> String {
    match &episode.end {
        Some(end) => moment::span_words(moment::span(&episode.start, end)),
        None => "running".to_string(),
    }
}

/// An episode in a few lines.
#[component]
pub fn EpisodeCard(
    /// The episode.
    episode: Episode,
    /// The time now, for writing dates.
    now: Moment,
) -> impl IntoView {
    let running = episode.end.is_none();
    view! {
        <li>
            <a class="card episode" href=Route::Episode(episode.id.clone()).href()>
                <span class="row">
                    <strong>{moment::day_and_clock(&episode.start, &now)}</strong>
                    <span class:tag=running class:ember=running>{length_words(&episode)}</span>
                </span>
                <span class="soft">
                    {episode_line(&episode)}
                    {(episode.recorded == Recorded::Afterwards).then_some(" · noted later")}
                </span>
            </a>
        </li>
    }
}
