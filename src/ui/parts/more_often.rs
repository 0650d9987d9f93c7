//! words::now::MORE_OFTEN, with the numbers, leading to the danger check.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::trends;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::route::Route;
use crate::words;

/// The card, while it is true.
pub fn more_often(app: App) -> El {
    let diary = app.diary.read();
    let numbers = Memo::new(move |_| {
        let more = diary.with(|diary| trends::more_often(diary, &clock::now()))?;
        Some((more.now, more.before))
    });
    el("div").with(move || {
        let (now, before) = numbers.get()?;
        let words = words::now::more_often_numbers(now, before);
        Some(
            el("a")
                .class("card notice")
                .attr("href", Route::Check.href())
                .with(text("strong", words::now::MORE_OFTEN))
                .with(text("span", &words)),
        )
    })
}
