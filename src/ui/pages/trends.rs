//! What can be counted so far: always with how many it rests on, and nothing where that is too few.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::episode::treatment_words;
use crate::diary::moment;
use crate::diary::trends::{FEWEST_FOR_USUAL, Trends, trends};
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::{heading, link_button};
use crate::ui::route::Route;

const DAYS: u16 = 30;

/// The page.
pub fn page(app: App) -> Vec<El> {
    vec![
        heading("The last 30 days"),
        link_button("quiet", "Page for a clinician, and files", &Route::Report),
        el("div").class("stack").with_all_of(move || {
            let counted = app
                .diary
                .read()
                .with(|diary| trends(diary, DAYS, &clock::now()));
            figures(&counted)
        }),
    ]
}

fn figures(t: &Trends) -> Vec<El> {
    if t.episodes == 0 && t.before == 0 {
        return vec![
            text(
                "p",
                "Nothing noted in the last 60 days, so there is nothing to count.",
            ),
            link_button("quiet", "Add one from before", &Route::AddEpisode),
        ];
    }
    let usual = match t.usual {
        Some(usual) => format!(
            "{} (middle of {} that ended)",
            moment::span_words(usual),
            t.ended
        ),
        None => format!(
            "too early to say: {} of at least {FEWEST_FOR_USUAL} ended",
            t.ended
        ),
    };
    let of_all = |n: usize| format!("{n} of {}", t.episodes);
    let mut parts = vec![table(vec![
        (
            "Episodes",
            format!("{} (30 days before: {})", t.episodes, t.before),
        ),
        ("Usual length", usual),
        (
            "Worst",
            t.peak
                .map_or("not rated".to_string(), |peak| format!("{peak} of 10")),
        ),
    ])];
    if !t.places.is_empty() {
        parts.push(text("h2", "Where"));
        parts.push(table(
            t.places
                .iter()
                .map(|(level, n)| (level.words(), of_all(*n)))
                .collect(),
        ));
    }
    if !t.tried.is_empty() {
        parts.push(text("h2", "What you tried"));
        parts.push(table(
            t.tried
                .iter()
                .map(|(kind, n)| (treatment_words(kind), of_all(*n)))
                .collect(),
        ));
    }
    parts
}

fn table(rows: Vec<(&str, String)>) -> El {
    let row =
        |(name, figure): (&str, String)| el("div").with(text("dt", name)).with(text("dd", &figure));
    el("dl")
        .class("card figures")
        .with_all(rows.into_iter().map(row).collect())
}
