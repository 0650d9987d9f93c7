//! What goes on wherever the person is in the app: a timer, a session that was left, and what they are to
//! be reminded of.

use leptos::prelude::*;

use crate::browser::{notice, sound};
use crate::diary::moment;
use crate::diary::reminders::{check_is_due, programme_is_due};
use crate::ui::App;
use crate::ui::element::{El, el, follow};
use crate::ui::parts::controls::{button, link};
use crate::ui::route::{Ease, Route};

const PROGRAMME: &str = "Your home programme is due";
const CHECK: &str = "It is time to check again for danger";

/// A line for each.
pub fn under_way(app: App, route: RwSignal<Route>) -> El {
    // Whether the programme is due; and the check that asks for another one, unless that was put away.
    let due = Memo::new(move |_| {
        let now = app.now.get();
        let put_away = app.preferences.put_away();
        app.diary.read().with(|diary| {
            let check = check_is_due(diary, &now).map_or("", |id| id.as_str());
            let check = if check == put_away { "" } else { check };
            (programme_is_due(diary, &now), check.to_string())
        })
    });
    follow(Box::new(move || {
        let (programme, check) = due.get();
        sound::badge(u8::from(programme) + u8::from(!check.is_empty()));
        if programme {
            remind(app, "programme", PROGRAMME);
        }
        if !check.is_empty() {
            remind(app, "check", CHECK);
        }
    }));
    el("div").class("under-way").with_all_of(move || {
        let mut lines = Vec::new();
        if let Some(timer) = app.guided.timer() {
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
                lines.push(el("p").with(line));
            }
        }
        let is_there = route.with(|route| *route == Route::Ease(Ease::Session));
        if app.guided.session().is_some() && !is_there {
            let line = link("Go on with guided relief", &Route::Ease(Ease::Session));
            lines.push(el("p").with(line));
        }
        let (programme, check) = due.get();
        if programme {
            let line = link(PROGRAMME, &Route::Ease(Ease::Programme));
            lines.push(el("p").with(line));
        }
        if !check.is_empty() && route.with(|route| *route == Route::Now) {
            let put_away = move || app.preferences.put_away_again(&check);
            lines.push(
                el("p")
                    .with(link(CHECK, &Route::Check))
                    .with(button("small", "Put away", put_away)),
            );
        }
        lines
    })
}

/// Reminds someone who looks at something else, if they asked for that.
pub fn remind(app: App, name: &str, words: &str) {
    if document().hidden() && untrack(|| app.preferences.wants_notices()) {
        notice::show(name, words);
    }
}
