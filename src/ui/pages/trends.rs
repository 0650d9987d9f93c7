//! Trends: what can be counted in a range of days, beside the days before it; always with how many it
//! rests on, and nothing where that is too few.

use std::rc::Rc;

use crate::ui::signals::*;
use chrono::{NaiveDate, TimeDelta};

use crate::browser::clock;
use crate::diary::Diary;
use crate::diary::moment::{self, Moment};
use crate::diary::trends::FEWEST_FOR_USUAL;
use crate::diary::trends::counts::{Counts, counts};
use crate::diary::trends::numbers::{FEWEST_FOR_MEDIAN, Spread};
use crate::diary::trends::range::Range;
use crate::ui::App;
use crate::ui::charts::scale::tenths;
use crate::ui::element::{El, el, text};
use crate::ui::pages::{trends_found, trends_over_time, trends_where};
use crate::ui::parts::controls::{field, heading, keys, link_button, soft};
use crate::ui::route::Route;

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
            "keys relief",
            "range",
            "Which days?",
            &choices,
            Rc::new(move || Some(place() as i8)),
            Rc::new(move |n| chosen.set(RANGES[n as usize].0.to_string())),
        ),
        el("div")
            .class("pair")
            .with_all_of(move || match RANGES[place()].1 {
                ..0 => vec![date_field("From", own[0]), date_field("To", own[1])],
                _ => Vec::new(),
            }),
        el("div").class("stack").with_all_of(move || {
            let now = clock::now();
            app.diary.read().with(|diary| {
                let range = match RANGES[place()].1 {
                    0 => Some(Range::all(diary, &now)),
                    days @ 1.. => Some(Range::last_days(days, &now)),
                    _ => own_range(own, &now),
                };
                match range {
                    Some(range) => shown(diary, range, &now),
                    None => vec![text("p", "Choose two days, the earlier one first.")],
                }
            })
        }),
    ]
}

fn date_field(name: &str, day: RwSignal<String>) -> El {
    let input = el("input").attr("type", "date");
    field(
        name,
        input.value_of(move || day.get(), move |typed| day.set(typed)),
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

fn shown(diary: &Diary, range: Range, now: &Moment) -> Vec<El> {
    let these = counts(diary, range, now);
    if these.known_days == 0 {
        return vec![
            text(
                "p",
                "Nothing is noted in these days, so there is nothing to count.",
            ),
            link_button("quiet", "Add one from before", &Route::AddEpisode),
        ];
    }
    let before = counts(diary, range.before(), now);
    let mut parts = figures(&these, &before, now);
    parts.extend(trends_over_time::over_time(diary, &these, now));
    parts.extend(trends_where::where_and_when(&these, now));
    parts.extend(trends_found::helps(diary, range));
    parts.extend(trends_found::sets_off(diary, &these));
    parts
}

/// "Thu 19 Nov".
pub fn day_words(date: NaiveDate, now: &Moment) -> String {
    let noon = date.and_hms_opt(12, 0, 0).unwrap_or_default();
    let noon = noon.and_local_timezone(*now.offset()).single();
    noon.map_or_else(String::new, |noon| moment::day(&noon, now))
}

/// "52 min", of seconds.
pub fn length(seconds: f64) -> String {
    moment::span_words(TimeDelta::seconds(seconds as i64))
}

/// "44 min to 3 h".
fn between((low, high): (f64, f64), words: fn(f64) -> String) -> String {
    format!("{} to {}", words(low), words(high))
}

/// The middle, and where the middle of all such ones lies.
pub fn middle_words(spread: &Spread, words: fn(f64) -> String) -> Option<String> {
    let middle = spread.middle.as_ref()?;
    let mut said = format!("{}, the middle of {}", words(middle.median), spread.n);
    if let Some((low, high)) = middle.interval {
        said.push_str(" (95 % interval ");
        said.push_str(&between((low as f64, high as f64), words));
        said.push(')');
    }
    Some(said)
}

/// The numbers, each beside that of as many days before.
fn figures(these: &Counts, before: &Counts, now: &Moment) -> Vec<El> {
    let mut rows: Vec<(&str, String)> = Vec::new();
    let mut row = |name, of: &dyn Fn(&Counts) -> String| {
        let mut figure = of(these);
        if before.known_days > 0 {
            figure.push_str(&format!(" (before: {})", of(before)));
        }
        rows.push((name, figure));
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
            "From the first number to the last",
            FEWEST_FOR_MEDIAN,
            |counts| &counts.changes,
            tenths,
        ),
    ];
    for (name, fewest, of, words) in spreads {
        let Some(said) = middle_words(of(these), words) else {
            let early = format!("too early to say: {} of at least {fewest}", of(these).n);
            rows.push((name, early));
            continue;
        };
        rows.push((name, said));
        if let Some(middle) = &of(these).middle {
            rows.push(("… half of them", between(middle.quartiles, words)));
        }
        if let Some(middle) = &of(before).middle {
            rows.push(("… before", words(middle.median)));
        }
    }
    if these.running > 0 {
        let so_far = length(these.so_far as f64);
        rows.push((
            "Not over yet",
            format!("{}, so far {so_far}", these.running),
        ));
    }
    let row =
        |(name, figure): (&str, String)| el("div").with(text("dt", name)).with(text("dd", &figure));
    let days = format!(
        "{} to {}{}",
        day_words(these.range.first, now),
        day_words(these.range.last, now),
        match before.known_days {
            0 => "",
            _ => ". Before: as many days, right before these.",
        }
    );
    let rows = rows.into_iter().map(row).collect();
    vec![
        text("h2", "The numbers"),
        soft(&days),
        el("dl").class("card figures").with_all(rows),
    ]
}
