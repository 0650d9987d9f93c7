//! Lines above every page: a running timer, a session that was left, and due reminders.

use leptos::prelude::*;

use crate::browser::sound;
use crate::diary::moment;
use crate::diary::reminders::{check_is_due, programme_is_due};
use crate::diary::timer::{HeatOrIce, Timer};
use crate::ui::app::App;
use crate::ui::element::{El, SLOTS, el, follow};
use crate::ui::parts::controls::{button, link};
use crate::ui::reminder::remind;
use crate::ui::route::{Ease, Route};
use crate::words;

/// A line for each.
pub fn under_way(app: App, route: RwSignal<Route>) -> El {
    // Whether the programme is due, and the id of a check-up that is to be repeated, unless the person put that away.
    let due = Memo::new(move |_| {
        let now = app.now.get();
        let put_away = app.preferences.put_away();
        app.diary.read().with(|diary| {
            let check = check_is_due(diary, &now).filter(|id| put_away.as_ref() != Some(*id));
            (programme_is_due(diary, &now), check.cloned())
        })
    });
    follow(move || {
        let (programme, check) = due.get();
        sound::badge(u8::from(programme) + u8::from(check.is_some()));
        if programme {
            remind(
                app.preferences,
                "programme",
                words::frame::PROGRAMME_DUE.text(),
            );
        }
        if check.is_some() {
            remind(app.preferences, "check", words::frame::CHECK_DUE.text());
        }
    });
    let timer = Memo::new(move |_| app.guided.timer());
    let to = Memo::new(move |_| {
        timer.with(|timer| match timer.as_ref()?.kind {
            HeatOrIce::Heat => Some(Ease::Heat),
            HeatOrIce::Ice => Some(Ease::Ice),
        })
    });
    let is_at = move |to: Ease| route.with(|route| *route == Route::Ease(to));
    let timer_line = move || {
        let to = to.get().filter(|to| !is_at(*to))?;
        let runs = move || timer.with(|timer| timer.as_ref().is_some_and(|timer| !timer.rang));
        let left = move || {
            let left = |timer: &Timer| app.now.with(|now| timer.left(now));
            let left = timer.with(|timer| timer.as_ref().map_or(0, left));
            moment::stopwatch(chrono::TimeDelta::seconds(left))
        };
        let runs = Memo::new(move |_| runs());
        let line = el("a").attr("href", Route::Ease(to).href()).with(move || {
            let title = to.title().text();
            let line = el("span");
            Some(if runs.get() {
                let left = el("span").attr("translate", "no").text(left);
                line.sentence(&words::frame::timer_left(title, SLOTS[0]), &[left])
            } else {
                line.text(words::frame::timer_over(title))
            })
        });
        Some(el("p").with(line))
    };
    let is_left = Memo::new(move |_| app.guided.session().is_some());
    let session_line = move || {
        (is_left.get() && !is_at(Ease::Session)).then(|| {
            el("p").with(link(
                words::frame::SESSION_LEFT,
                &Route::Ease(Ease::Session),
            ))
        })
    };
    let programme_line = move || {
        due.with(|(programme, _)| *programme).then(|| {
            el("p").with(link(
                words::frame::PROGRAMME_DUE,
                &Route::Ease(Ease::Programme),
            ))
        })
    };
    let check_line = move || {
        let (_, check) = due.get();
        let check = check.filter(|_| route.with(|route| *route == Route::Now))?;
        let put_away = move || app.preferences.put_away_again(check.clone());
        Some(
            el("p")
                .with(link(words::frame::CHECK_DUE, &Route::Check))
                .with(button("small", words::frame::PUT_AWAY, put_away)),
        )
    };
    el("div")
        .class("under-way")
        .with(timer_line)
        .with(session_line)
        .with(programme_line)
        .with(check_line)
}
