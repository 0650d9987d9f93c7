//! Trends: what can be counted in a range of days, beside the days before it; always with how many it
//! rests on, and nothing where that is too few.

use chrono::{NaiveDate, TimeDelta};
use leptos::prelude::*;

use self::counted::Counted;
use crate::browser::clock;
use crate::diary::moment::{self, Moment};
use crate::diary::trends::FEWEST_FOR_USUAL;
use crate::diary::trends::counts::Counts;
use crate::diary::trends::numbers::{FEWEST_FOR_MEDIAN, Spread};
use crate::diary::trends::range::DayRange;
use crate::ui::app::App;
use crate::ui::charts;
use crate::ui::charts::scale::tenths;
use crate::ui::element::{El, Rows, el, rows, text};
use crate::ui::pages::trends::words::{add_interval, between, day_words, length};
use crate::ui::parts::controls::{field, heading, keys, link_button, soft};
use crate::ui::route::Route;

pub mod counted;
pub mod found;
pub mod over_time;
pub mod places;
mod words;

/// Which days are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ChosenRange {
    /// So many days, today being the last.
    Last(i64),
    /// All.
    All,
    /// From one day to another.
    Own,
}

/// The ranges that are offered.
const RANGES: [(&str, ChosenRange); 5] = [
    ("30 days", ChosenRange::Last(30)),
    ("90 days", ChosenRange::Last(90)),
    ("A year", ChosenRange::Last(365)),
    ("All", ChosenRange::All),
    ("Own", ChosenRange::Own),
];

/// The page.
pub fn page(app: App) -> Vec<El> {
    let chosen = RwSignal::new(RANGES[0].1);
    let today = clock::now().date_naive();
    let days_ago = |days| RwSignal::new(Some(today - TimeDelta::days(days)));
    let own = [days_ago(6), days_ago(0)];
    let choices = RANGES.map(|(words, range)| (range, words.to_string()));
    vec![
        heading(crate::words::routes::TRENDS),
        link_button("quiet", "Show a clinician", &Route::Report),
        keys(
            "keys ranges no-print",
            "range",
            "Which days?",
            &choices,
            move || Some(chosen.get()),
            move |range| chosen.set(range),
        ),
        el("div").class("pair").with(move || match chosen.get() {
            ChosenRange::Own => vec![date_field("From", own[0]), date_field("To", own[1])],
            ChosenRange::Last(_) | ChosenRange::All => Vec::new(),
        }),
        el("div")
            .class("stack")
            .with(parts(Counted::follow(
                app,
                move |diary, now| match chosen.get() {
                    ChosenRange::All => Some(DayRange::all(diary, now)),
                    ChosenRange::Last(days) => Some(DayRange::last_days(days, now)),
                    ChosenRange::Own => own_range(own.map(|day| day.get()), now),
                },
            ))),
    ]
}

/// A day; none while the field is empty.
fn date_field(name: &str, day: RwSignal<Option<NaiveDate>>) -> El {
    let input = el("input").attr("type", "date").bind_value(
        move || day.get().map_or(String::new(), moment::date),
        move |typed| day.set(moment::read_date(&typed)),
    );
    field(name, input)
}

/// The days that the person chose, as far as they have been.
fn own_range([first, last]: [Option<NaiveDate>; 2], now: &Moment) -> Option<DayRange> {
    DayRange::between(first?, last?.min(now.date_naive()))
}

/// The parts of the page. One that stays keeps its elements while its numbers follow.
fn parts(counted: Counted) -> Rows {
    #[derive(Clone, Copy, PartialEq)]
    enum Part {
        NoRange,
        Nothing,
        Numbers,
        OverTime,
        Places,
        Helps,
        SetsOff,
    }
    let parts = move || {
        counted.with(|found| match found {
            None => vec![Part::NoRange],
            Some(found) if found.these.known_days == 0 => vec![Part::Nothing],
            Some(found) => {
                let mut parts = vec![Part::Numbers, Part::OverTime, Part::Places];
                // Nothing tried alone tells nothing.
                if found.tried.iter().any(|tried| !tried.kind.is_empty()) {
                    parts.push(Part::Helps);
                }
                if !found.triggers.is_empty() {
                    parts.push(Part::SetsOff);
                }
                parts
            }
        })
    };
    let part =
        move |part| match part {
            Part::NoRange => vec![text("p", "Choose two days, the earlier one first.")],
            Part::Nothing => vec![
                text(
                    "p",
                    "Nothing is noted in these days, so there is nothing to count.",
                ),
                link_button("quiet", crate::words::now::ADD_EARLIER, &Route::AddEpisode),
            ],
            Part::Numbers => vec![el("div").class("stack").with(move || {
                counted.read(|found| figures(&found.these, &found.before, &found.now))
            })],
            Part::OverTime => {
                let events = move || {
                    counted.read(|found| {
                        let some = !found.events.is_empty();
                        some.then(|| over_time::events(&found.events, &found.now))
                    })
                };
                let charts = counted.charts(|found| &found.over_time);
                vec![
                    text("h2", "Over time"),
                    el("div").class("stack").with(charts::figures(charts)),
                    el("div").with(events),
                ]
            }
            Part::Places => {
                let charts = counted.charts(|found| &found.places);
                vec![
                    text("h2", "When and where"),
                    el("div").class("stack").with(charts::figures(charts)),
                ]
            }
            Part::Helps => found::helps(counted),
            Part::SetsOff => found::sets_off(counted),
        };
    rows(parts, move |key| {
        el("section").class("stack").with(part(key))
    })
}

/// What it comes to, in a sentence or two.
fn in_short(these: &Counts, before: &Counts) -> String {
    let spasms = |n: usize| match n {
        1 => "1 spasm".to_string(),
        n => format!("{n} spasms"),
    };
    let mut said = format!("You noted {} in these days", spasms(these.episodes));
    if before.known_days > 0 {
        said.push_str(&format!(
            ", and {} in as many days before",
            spasms(before.episodes)
        ));
    }
    said.push('.');
    if let Some(quantiles) = &these.lasted.quantiles {
        said.push_str(&format!(
            " Half of those that ended were over within {}.",
            length(quantiles.median)
        ));
    }
    said
}

/// The numbers, each beside that of as many days before.
fn figures(these: &Counts, before: &Counts, now: &Moment) -> Vec<El> {
    // Each with its name, and what stands small behind it.
    let mut rows: Vec<(&str, String, String)> = Vec::new();
    let mut row = |name, of: &dyn Fn(&Counts) -> String| {
        let mut more = String::new();
        if before.known_days > 0 {
            more = format!("before: {}", of(before));
        }
        rows.push((name, of(these), more));
    };
    row("Episodes", &|counts| counts.episodes.to_string());
    row("Days of which something is noted", &|counts| {
        format!("{} of {}", counts.known_days, counts.days.len())
    });
    row("… of these with a spasm", &|counts| {
        format!("{} of {}", counts.spasm_days, counts.known_days)
    });
    row("… said to be without", &|counts| {
        format!("{} of {}", counts.free_days, counts.known_days)
    });
    row("Longest", &|counts| match counts.lasted.most {
        Some(most) => length(most as f64),
        None => "none ended".to_string(),
    });
    row("Worst", &|counts| match counts.peaks.most {
        Some(most) => format!("{most} of 10"),
        None => "not rated".to_string(),
    });
    type Of = fn(&Counts) -> &Spread;
    type Words = fn(f64) -> String;
    let spreads: [(&str, usize, Of, Words); 3] = [
        (
            "Usual length",
            FEWEST_FOR_USUAL,
            |counts| &counts.lasted,
            length,
        ),
        (
            "Usual worst",
            FEWEST_FOR_MEDIAN,
            |counts| &counts.peaks,
            tenths,
        ),
        (
            "Usual change, first number to last",
            FEWEST_FOR_MEDIAN,
            |counts| &counts.changes,
            tenths,
        ),
    ];
    for (name, fewest, of, words) in spreads {
        let (spread, before) = (of(these), of(before));
        let Some(quantiles) = &spread.quantiles else {
            let more = format!("{} of at least {fewest}", spread.n);
            rows.push((name, "too early to say".to_string(), more));
            continue;
        };
        let mut more = format!(
            "the middle of {}, half of them {}",
            spread.n,
            between(quantiles.quartiles, words)
        );
        add_interval(&mut more, spread, words);
        if let Some(quantiles) = &before.quantiles {
            more.push_str(", before: ");
            more.push_str(&words(quantiles.median));
        }
        rows.push((name, words(quantiles.median), more));
    }
    if these.running > 0 {
        let so_far = length(these.so_far as f64);
        let more = format!("so far {so_far}");
        rows.push(("Not over yet", these.running.to_string(), more));
    }
    let row = |(name, figure, more): (&str, String, String)| {
        let mut figure = text("dd", &figure);
        if !more.is_empty() {
            figure = figure.text(" ").with(text("small", format!("({more})")));
        }
        el("div").with(text("dt", name)).with(figure)
    };
    let days = format!(
        "{} to {}{}",
        day_words(these.range.first, now),
        day_words(these.range.last, now),
        match before.known_days {
            0 => "",
            _ => ". Before: as many days, right before these.",
        }
    );
    let rows = rows.into_iter().map(row).collect::<Vec<_>>();
    vec![
        text("h2", "The numbers"),
        text("p", in_short(these, before)),
        soft(&days),
        el("dl").class("card figures").with(rows),
    ]
}
