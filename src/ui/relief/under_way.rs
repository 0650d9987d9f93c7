//! What goes on wherever the person is in the app: a timer, a session that was left, the home programme
//! that is due.

use crate::ui::signals::*;
use chrono::{Datelike, Timelike};

use crate::browser::sound;
use crate::diary::moment;
use crate::ui::App;
use crate::ui::element::{El, el, follow, text};
use crate::ui::parts::controls::link;
use crate::ui::route::{Ease, Route};

/// A line for each.
pub fn under_way(app: App, route: RwSignal<Route>) -> El {
    let due = Memo::new(move |_| is_due(app));
    follow(Box::new(move || sound::badge(u8::from(due.get()))));
    el("div").class("under-way").with_all_of(move || {
        let mut lines = Vec::new();
        if let Some(timer) = app.guided.timer().get() {
            let to = if timer.kind == "heat" {
                Ease::Heat
            } else {
                Ease::Ice
            };
            let line = link("", &Route::Ease(to)).text_of(move || {
                if timer.rang {
                    return [to.title(), ": did it help?"].concat();
                }
                let left = app.now.with(|now| timer.left(now));
                let left = moment::stopwatch(chrono::TimeDelta::seconds(left));
                [to.title(), ": ", &left, " left"].concat()
            });
            if route.with(|route| *route != Route::Ease(to)) {
                lines.push(line);
            }
        }
        let is_there = route.with(|route| *route == Route::Ease(Ease::Session));
        if app.guided.session().with(Option::is_some) && !is_there {
            lines.push(link(
                "Go on with guided relief",
                &Route::Ease(Ease::Session),
            ));
        }
        if due.get() {
            lines.push(link(
                "Your home programme is due",
                &Route::Ease(Ease::Programme),
            ));
        }
        let lines: Vec<El> = lines
            .into_iter()
            .map(|line| text("p", "").with(line))
            .collect();
        lines
    })
}

/// Whether the home programme is for today, from its hour on, and nothing of it was done.
fn is_due(app: App) -> bool {
    let now = app.now.get();
    app.diary.read().with(|diary| {
        let Some(programme) = diary.programme() else {
            return false;
        };
        let weekday = 1 << now.weekday().num_days_from_monday();
        let done = diary.day(now.date_naive());
        programme.weekdays & weekday != 0
            && !programme.movements.is_empty()
            && now.hour() * 60 + now.minute() >= u32::from(programme.minute)
            && done.is_none_or(|day| day.sessions.is_empty())
    })
}
