//! The calendar of the diary: a month, each day a link to what was noted of it.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use crate::diary::calendar::{Cell, Known, Month, calendar};
use crate::diary::moment;
use crate::ui::app::App;
use crate::ui::element::{El, el, rows, text};
use crate::ui::parts::controls::button;
use crate::ui::route::Route;

/// A month of days.
pub fn calendar_section(app: App) -> El {
    let month = move || {
        let turned = app.visit.with(|visit| visit.month);
        turned.unwrap_or(Month::of(app.today()))
    };
    let turn = move |to: fn(Month) -> Month| {
        untrack(|| {
            let to = to(month());
            // The current month is not kept, so that the calendar moves on with the date.
            let is_this = to == Month::of(app.today());
            app.visit
                .update(|visit| visit.month = (!is_this).then_some(to));
        });
    };
    let cells = Memo::new(move |_| {
        let (today, month) = (app.today(), month());
        app.diary.read().with(|diary| calendar(diary, month, today))
    });
    // The key says whether the day is still to come: then it is no link, and the row is remade the next day.
    let keys = move || {
        let today = app.today();
        cells.with(|cells| {
            let key = |cell: &Cell| (cell.date, cell.date > today);
            cells.iter().map(key).collect()
        })
    };
    let days = rows(keys, move |(date, is_to_come)| {
        let known = Memo::new(move |_| {
            cells.with(|cells| {
                let cell = cells.iter().find(|cell| cell.date == date);
                cell.map_or(Known::Nothing, |cell| cell.known)
            })
        });
        day(app, date, is_to_come, known)
    });
    let weekdays = ["M", "T", "W", "T", "F", "S", "S"];
    el("section")
        .attr("aria-label", "Calendar")
        .with(
            el("div")
                .class("row")
                .with(
                    el("h2")
                        .attr("aria-live", "polite")
                        .text(move || moment::month_words(month().first())),
                )
                .with(
                    el("div")
                        .class("notice-acts")
                        .with(
                            button("small", "‹", move || turn(Month::before))
                                .attr("aria-label", "The month before"),
                        )
                        .with(
                            button("small", "›", move || turn(Month::after))
                                .attr("aria-label", "The month after"),
                        ),
                ),
        )
        .with(
            el("div")
                .class("month")
                .attr("aria-hidden", "true")
                .with(weekdays.map(|day| text("span", day).class("soft"))),
        )
        .with(
            el("ol")
                .class("month tinted")
                .attr("aria-label", "Days")
                .with(days),
        )
        .with(legend())
}

/// A day. One that is still to come can't be opened.
fn day(app: App, date: NaiveDate, is_to_come: bool, known: Memo<Known>) -> El {
    let number = date.day().to_string();
    let shown = if is_to_come {
        text("span", &number).class("soft")
    } else {
        let words = move || {
            let day = moment::date_words(date, app.today());
            format!("{day}, {}", known.get().words())
        };
        let worst = move || match known.get() {
            Known::Spasm(Some(worst)) => Some(worst.get().to_string()),
            _ => None,
        };
        text("a", &number)
            .attr("href", Route::Day(date).href())
            .class(move || sample(known.get()))
            .attr("aria-label", words)
            .attr("data-n", worst)
            .attr("aria-current", move || {
                (date == app.today()).then(|| "date".to_string())
            })
    };
    let weekday = date.weekday().num_days_from_monday();
    el("li")
        .attr("data-weekday", weekday.to_string())
        .with(shown)
}

/// The class of a day.
fn sample(known: Known) -> &'static str {
    match known {
        Known::Nothing => "nothing",
        Known::Something => "something",
        Known::NoSpasm => "no-spasm",
        Known::Spasm(_) => "spasm",
    }
}

/// The legend.
fn legend() -> El {
    let lines = [
        ("spasm", "filled: a spasm; the small number is its worst"),
        ("no-spasm", "thick line: no spasm, as you noted"),
        ("something", "three dots: something else noted"),
        ("nothing", "dashed: nothing noted"),
    ];
    let line = |(look, words): (&'static str, &'static str)| {
        let look = el("span").class(look).attr("aria-hidden", "true");
        el("li").with(look).with(text("span", words))
    };
    el("ul").class("soft legend").with(lines.map(line))
}
