//! The calendar of the diary: a month, each day a link to what was noted of it.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use crate::diary::calendar::{Cell, Known, Month, calendar};
use crate::diary::moment;
use crate::ui::App;
use crate::ui::element::{El, each, el, text};
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
            // This month is not kept, so that the calendar goes on to the next one by itself.
            let is_this = to == Month::of(app.today());
            app.visit
                .update(|visit| visit.month = (!is_this).then_some(to));
        });
    };
    let cells = move || {
        let (today, month) = (app.today(), month());
        let cells = app.diary.read().with(|diary| calendar(diary, month, today));
        each(cells.len(), &|n| day(&cells[n], today))
    };
    let weekdays = ["M", "T", "W", "T", "F", "S", "S"];
    el("section")
        .attr("aria-label", "Calendar")
        .with(
            el("div")
                .class("row")
                .with(
                    el("h2")
                        .attr("aria-live", "polite")
                        .text_of(move || moment::month_words(month().first())),
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
                .with_all(each(7, &|n| text("span", weekdays[n]).class("soft"))),
        )
        .with(
            el("ol")
                .class("month tinted")
                .attr("aria-label", "Days")
                .with_all_of(cells),
        )
        .with(legend())
}

/// A day. One that is still to come can't be opened.
fn day(cell: &Cell, today: NaiveDate) -> El {
    let number = cell.date.day().to_string();
    let shown = if cell.date > today {
        text("span", &number).class("soft")
    } else {
        let words = format!(
            "{}, {}",
            moment::date_words(cell.date, today),
            cell.known.words()
        );
        let link = text("a", &number)
            .attr("href", &Route::Day(cell.date).href())
            .class(sample(cell.known))
            .attr("aria-label", &words);
        let link = match cell.known {
            Known::Spasm(Some(worst)) => link.attr("data-n", &worst.get().to_string()),
            _ => link,
        };
        if cell.date == today {
            link.attr("aria-current", "date")
        } else {
            link
        }
    };
    let weekday = cell.date.weekday().num_days_from_monday();
    el("li")
        .attr("data-weekday", &weekday.to_string())
        .with(shown)
}

/// How a day looks.
fn sample(known: Known) -> &'static str {
    match known {
        Known::Nothing => "nothing",
        Known::Something => "something",
        Known::NoSpasm => "no-spasm",
        Known::Spasm(_) => "spasm",
    }
}

/// What the looks mean.
fn legend() -> El {
    let lines = [
        ("spasm", "filled: a spasm; the small number is its worst"),
        ("no-spasm", "thick line: no spasm, as you noted"),
        ("something", "three dots: something else noted"),
        ("nothing", "dashed: nothing noted"),
    ];
    let line = |n: usize| {
        let (look, words) = lines[n];
        let look = el("span").class(look).attr("aria-hidden", "true");
        el("li").with(look).with(text("span", words))
    };
    el("ul")
        .class("soft legend")
        .with_all(each(lines.len(), &line))
}
