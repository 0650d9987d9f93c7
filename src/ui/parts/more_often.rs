//! "More often than last month", with the numbers, leading to the danger check.

use crate::browser::clock;
use crate::diary::trends;
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::route::Route;

/// The card, while it is true.
pub fn more_often(app: App) -> El {
    el("div").with_some_of(move || {
        let diary = app.diary.read();
        let more = diary.with(|diary| trends::more_often(diary, &clock::now()))?;
        let words = format!(
            "{} in the last 30 days, {} in the 30 days before. Do the danger check.",
            more.now, more.before
        );
        Some(
            el("a")
                .class("card notice")
                .attr("href", &Route::Check.href())
                .with(text("strong", "More often than last month"))
                .with(text("span", &words)),
        )
    })
}
