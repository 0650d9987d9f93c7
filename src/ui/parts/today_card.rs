//! One tap for a day without a spasm.

use crate::ui::signals::*;

use crate::diary::calendar::{Known, known};
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::parts::controls::button;

/// Asks whether today was without a spasm, as long as nothing is known of that.
pub fn today_card(app: App) -> El {
    let today = Memo::new(move |_| app.now.with(|now| now.date_naive()));
    let is_open = Memo::new(move |_| {
        let today = today.get();
        let known = app.diary.read().with(|diary| known(diary, today, today));
        matches!(known, Known::Nothing | Known::Something)
    });
    let note = move || {
        let date = today.get_untracked();
        let say = move |no_spasm| app.diary.change_day(date, |day| day.no_spasm = no_spasm);
        if say(true) == Outcome::Saved {
            app.diary.say_with_undo("Noted: no spasm today.", move || {
                let _ = say(false);
            });
        }
    };
    el("div").with_some_of(move || {
        is_open.get().then(|| {
            el("div")
                .class("card ask")
                .with(text("strong", "Today without a spasm?"))
                .with(button("small", "Yes, note it", note))
        })
    })
}
