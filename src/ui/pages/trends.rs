//! Trends: what can be counted in a range of days, beside the days before it; always with how many it
//! rests on, and nothing where that is too few.

use chrono::TimeDelta;
use leptos::prelude::*;

use self::counted::Counted;
use crate::browser::clock;
use crate::diary::moment::{self, Moment};
use crate::diary::trends::FEWEST_FOR_USUAL;
use crate::diary::trends::counts::Counts;
use crate::diary::trends::numbers::{FEWEST_FOR_MEDIAN, Spread};
use crate::diary::trends::range::Range;
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

/// The ranges that are offered, in days; 0 stands for all, and what comes after it for own days.
const RANGES: [(&str, i64); 5] = [
    ("30 days", 30),
    ("90 days", 90),
    ("A year", 365),
    ("All", 0),
    ("Own", -1),
];

/// The page.
pub fn page(app: App) -> Vec<El> {
    // By its words: code for a signal of a text is there, for one of a number it would be made anew.
    let chosen = RwSignal::new(String::new());
    let place = move || {
        let chosen = chosen.get();
        let place = RANGES.iter().position(|(words, _)| *words == chosen);
        place.unwrap_or(0)
    };
    let today = clock::now().date_naive();
    let days_ago = |days| RwSignal::new(moment::date(today - TimeDelta::days(days)));
    let own = [days_ago(6), days_ago(0)];
    let mut choices = Vec::new();
    for (n, (words, _)) in RANGES.iter().enumerate() {
        choices.push((n as i8, words.to_string()));
    }
    vec![
        heading("Trends"),
        link_button("quiet", "Show a clinician", &Route::Report),
        keys(
            "keys ranges no-print",
            "range",
            "Which days?",
            &choices,
            move || Some(place() as i8),
            move |n| chosen.set(RANGES[n as usize].0.to_string()),
        ),
        el("div")
            .class("pair")
            .with(move || match RANGES[place()].1 {
                ..0 => vec![date_field("From", own[0]), date_field("To", own[1])],
                _ => Vec::new(),
            }),
        el("div")
            .class("stack")
            .with(parts(Counted::follow(
                app,
                move |diary, now| match RANGES[place()].1 {
                    0 => Some(Range::all(diary, now)),
                    days @ 1.. => Some(Range::last_days(days, now)),
                    _ => own_range(own, now),
                },
            ))),
    ]
}

fn date_field(name: &str, day: RwSignal<String>) -> El {
    let input = el("input").attr("type", "date");
    field(
        name,
        input.bind_value(move || day.get(), move |typed| day.set(typed)),
    )
}

/// The days that the person chose, as far as they have been.
fn own_range(own: [RwSignal<String>; 2], now: &Moment) -> Option<Range> {
    let last = moment::read_date(&own[1].get())?;
    Range::between(
        moment::read_date(&own[0].get())?,
        last.min(now.date_naive()),
    )
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
                link_button("quiet", "Add one from before", &Route::AddEpisode),
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
    if let Some(middle) = &these.lasted.middle {
        said.push_str(&format!(
            " Half of those that ended were over within {}.",
            length(middle.median)
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
        let Some(middle) = &spread.middle else {
            let more = format!("{} of at least {fewest}", spread.n);
            rows.push((name, "too early to say".to_string(), more));
            continue;
        };
        let mut more = format!(
            "the middle of {}, half of them {}",
            spread.n,
            between(middle.quartiles, words)
        );
        add_interval(&mut more, spread, words);
        if let Some(middle) = &before.middle {
            more.push_str(", before: ");
            more.push_str(&words(middle.median));
        }
        rows.push((name, words(middle.median), more));
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
