//! What goes on wherever the person is in the app: a timer, a session that was left, and what they are to
//! be reminded of.

use crate::ui::signals::*;

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
    // Looked at once a minute: the diary may be long.
    let minute = Memo::new(move |_| app.now.with(|now| now.timestamp() / 60));
    let now = move || {
        minute.get();
        app.now.get_untracked()
    };
    let programme = Memo::new(move |_| {
        let now = now();
        app.diary.read().with(|diary| programme_is_due(diary, &now))
    });
    // The check that said so, unless that was put away.
    let check = Memo::new(move |_| {
        let now = now();
        let check = app.diary.read().with(|diary| {
            let id = check_is_due(diary, &now);
            id.map_or(String::new(), |id| id.as_str().to_string())
        });
        let is_put_away = check == app.preferences.put_away();
        if is_put_away { String::new() } else { check }
    });
    let check_is_due = move || check.with(|check| !check.is_empty());
    follow(Box::new(move || {
        sound::badge(u8::from(programme.get()) + u8::from(check_is_due()));
    }));
    follow(Box::new(move || {
        if programme.get() {
            remind(app, "programme", PROGRAMME);
        }
    }));
    follow(Box::new(move || {
        if check_is_due() {
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
                lines.push(line);
            }
        }
        let is_there = route.with(|route| *route == Route::Ease(Ease::Session));
        if app.guided.session().is_some() && !is_there {
            lines.push(link(
                "Go on with guided relief",
                &Route::Ease(Ease::Session),
            ));
        }
        if programme.get() {
            lines.push(link(PROGRAMME, &Route::Ease(Ease::Programme)));
        }
        let mut lines: Vec<El> = lines.into_iter().map(|line| el("p").with(line)).collect();
        if check_is_due() && route.with(|route| *route == Route::Now) {
            let put_away = move || app.preferences.put_away_again(&check.get_untracked());
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
