//! What can be counted so far: always with how many it rests on, and nothing where that is too few.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::moment;
use crate::diary::trends::FEWEST_FOR_USUAL;
use crate::diary::trends::counts::{Counts, counts};
use crate::diary::trends::range::Range;
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::heading;

/// The page.
pub fn page(app: App) -> Vec<El> {
    vec![
        heading("The last 30 days"),
        el("div").class("stack").with_all_of(move || {
            let now = clock::now();
            let range = Range::last_days(30, &now);
            let counted = |range| app.diary.read().with(|diary| counts(diary, range, &now));
            figures(&counted(range), &counted(range.before()))
        }),
    ]
}

fn figures(now: &Counts, before: &Counts) -> Vec<El> {
    let usual = match &now.lasted.middle {
        Some(middle) => moment::span_words(chrono::TimeDelta::seconds(middle.median as i64)),
        None => format!(
            "too early to say: {} of at least {FEWEST_FOR_USUAL} ended",
            now.lasted.n
        ),
    };
    vec![table(vec![
        (
            "Episodes",
            format!("{} (before: {})", now.episodes, before.episodes),
        ),
        ("Usual length", usual),
    ])]
}

fn table(rows: Vec<(&str, String)>) -> El {
    let row =
        |(name, figure): (&str, String)| el("div").with(text("dt", name)).with(text("dd", &figure));
    el("dl")
        .class("card figures")
        .with_all(rows.into_iter().map(row).collect())
}
