//! One tap for a day without a spasm.

use leptos::prelude::*;

use crate::diary::calendar::{Known, known};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::parts::controls::button;
use crate::words;

/// Asks whether today was without a spasm, as long as nothing is known of that.
pub fn today_card(app: App) -> El {
    let is_known = move || {
        let today = app.today();
        let known = app.diary.read().with(|diary| known(diary, today, today));
        matches!(known, Known::NoSpasm | Known::Spasm(_))
    };
    let note = move || {
        let date = untrack(|| app.today());
        let say = move |no_spasm| app.diary.change_day(date, |day| day.no_spasm = no_spasm);
        if say(true) == Outcome::Saved {
            app.diary.say_with_undo(words::now::TODAY_NOTED, move || {
                let _ = say(false);
            });
        }
    };
    el("div")
        .class("card ask")
        .attr("hidden", is_known)
        .with(text("strong", words::now::TODAY))
        .with(button("small", words::now::TODAY_YES, note))
}
