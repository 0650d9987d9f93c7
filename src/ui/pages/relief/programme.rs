//! The home programme: which movements, on which days and when; and what of it was done today.

use chrono::Datelike;
use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::marks;
use crate::diary::programme::Programme;
use crate::diary::stored;
use crate::guide::movements::{self, Offered};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::pages::relief::figure::figure;
use crate::ui::pages::relief::gate::gate_now;
use crate::ui::parts::controls::{field, heading, link_button, soft, tick};
use crate::ui::parts::earlier::earlier;
use crate::ui::route::{Ease, Route};
use crate::words;

/// The days of the week, Monday first.
pub const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The page.
pub fn page(app: App) -> Vec<El> {
    let diary = app.diary.read();
    let gate = gate_now(app);
    let mut offered = gate.movements();
    let may_choose = gate.first.is_none() && gate.is_whole;
    offered.retain(Offered::is_open);
    let chosen = move |id: &str| {
        diary.with(|diary| {
            let programme = diary.programme();
            programme.is_some_and(|one| one.movements.iter().any(|there| there == id))
        })
    };
    let mut parts = vec![heading(words::routes::PROGRAMME), today(app)];
    if may_choose {
        let ticks = offered.iter().map(|one| {
            let id = one.movement.id;
            tick(
                "",
                "checkbox",
                "movements",
                one.movement.name,
                move || chosen(id),
                move || {
                    change(app, &|one| marks::toggle(&mut one.movements, id));
                },
            )
        });
        parts.push(
            el("fieldset")
                .class("chips")
                .with(text("legend", "Which movements?"))
                .with(ticks),
        );
    } else {
        parts.push(soft(
            "Which movements suit you is known after a whole danger check within the last day.",
        ));
        parts.push(link_button("quiet", words::now::CHECK, &Route::Check));
    }
    let days = DAYS.iter().enumerate().map(|(n, words)| {
        let on = move || {
            diary.with(|diary| {
                diary
                    .programme()
                    .is_some_and(|one| one.weekdays & (1 << n) != 0)
            })
        };
        tick("", "checkbox", "days", *words, on, move || {
            change(app, &|one| one.weekdays ^= 1 << n);
        })
    });
    parts.push(
        el("fieldset")
            .class("chips")
            .with(text("legend", "On which days?"))
            .with(days),
    );
    let time = el("input").attr("type", "time").bind_value(
        move || {
            let minute = diary.with(|diary| diary.programme().map_or(USUAL, |one| one.minute));
            time_words(minute)
        },
        move |typed| {
            if let Some(minute) = minute_of(&typed) {
                change(app, &|one| one.minute = minute);
            }
        },
    );
    parts.push(field("At what time?", time));
    parts.push(link_button(
        "quiet",
        words::routes::REMINDERS,
        &Route::Ease(Ease::Reminders),
    ));
    parts.push(link_button(
        "quiet",
        words::routes::MOVEMENTS,
        &Route::Ease(Ease::Movements),
    ));
    parts.push(earlier(app, stored::PROGRAMME.to_string()));
    parts
}

/// The movements of today, each with a tick. One that the last check withholds is only named.
fn today(app: App) -> El {
    let diary = app.diary.read();
    // A memo, so that a tick of today, which changes the record of the day, remakes nothing.
    let programme =
        Memo::new(move |_| diary.with(|diary| diary.programme().cloned().unwrap_or_default()));
    el("section").with(move || {
        let date = app.today();
        let weekday = 1 << date.weekday().num_days_from_monday();
        let programme = programme.get();
        if programme.movements.is_empty() {
            return vec![text(
                "p",
                "A few movements, on the days you choose. Done ones are kept in the diary.",
            )];
        }
        let gate = untrack(|| gate_now(app));
        let mut withheld = gate.movements();
        withheld.retain(|one| !one.is_open());
        let is_today = programme.weekdays & weekday != 0;
        let mut parts = vec![text(
            "h2",
            if is_today {
                "Today"
            } else {
                "Not planned for today"
            },
        )];
        for id in programme.movements {
            let Some(movement) = movements::movement(&id) else {
                continue;
            };
            if withheld.iter().any(|one| one.movement.id == movement.id) {
                parts.push(soft(format!(
                    "{}: not with your last answers.",
                    movement.name
                )));
                continue;
            }
            let done = move || {
                diary.with(|diary| {
                    let day = diary.day(date);
                    day.is_some_and(|day| day.sessions.iter().any(|one| one == movement.id))
                })
            };
            let tapped = move || {
                let _ = app
                    .diary
                    .change_day(date, |day| marks::toggle(&mut day.sessions, movement.id));
            };
            parts.push(
                el("details")
                    .class("card")
                    .with(text("summary", movement.name))
                    .with(figure(movement.id))
                    .with(crate::ui::parts::care::list("ol", movement.steps))
                    .with(soft(movement.amount)),
            );
            parts.push(tick(
                "tick",
                "checkbox",
                "done",
                format!("Done: {}", movement.name),
                done,
                tapped,
            ));
        }
        parts
    })
}

/// "07:30".
pub fn time_words(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Minutes of the day, from the text of a time field.
pub fn minute_of(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// Today, on the person's calendar.
pub fn today_date() -> chrono::NaiveDate {
    clock::now().date_naive()
}

/// The default time, in minutes of the day: nine o'clock.
const USUAL: u16 = 9 * 60;

fn change(app: App, alter: &dyn Fn(&mut Programme)) {
    let _ = app.diary.change_programme(|programme| {
        if programme.revision == 0 {
            programme.minute = USUAL;
        }
        alter(programme);
    });
}
