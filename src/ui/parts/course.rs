//! The usual course: published averages for each place, as a curve and as a table, with the person's own day on them.

use crate::guide::course::{Course, PainDay, Point};
use crate::ui::element::{El, el, svg, text};
use crate::ui::parts::controls::soft;
use crate::ui::parts::quotes::sources;

/// The course of one place, with this person's day.
pub fn course_card(course: &Course, day: Option<PainDay>) -> El {
    let has_figures = !course.points.is_empty();
    el("div")
        .class("card")
        .with(has_figures.then(|| curve(course.points, day)))
        .with(course.words.iter().map(|words| text("p", *words)))
        .with(has_figures.then(|| table(course.points)))
        .with(sources(course.sources))
}

/// Days are drawn on a square-root scale, so that the first weeks have room.
fn curve(points: &'static [Point], day: Option<PainDay>) -> El {
    const WIDTH: f64 = 300.0;
    let last = points.last().map_or(1, |point| point.day);
    let x = move |day: u16| {
        10 + (WIDTH * f64::from(day.min(last)).sqrt() / f64::from(last).sqrt()) as i32
    };
    let y = |pain: u8| 78 - i32::from(pain);
    let at = |day: u16, pain: u8| format!("{},{} ", x(day), y(pain));
    let line: String = points
        .iter()
        .map(|point| at(point.day, point.pain))
        .collect();
    let band: String = points
        .iter()
        .map(|point| at(point.day, point.high))
        .chain(points.iter().rev().map(|point| at(point.day, point.low)))
        .collect();
    let label = |day: u16, height: &str, words: &str| {
        // Keeps wide words near an end within the drawing.
        let half = 3 * words.len() as i32;
        let middle = x(day).clamp(half, 320 - half).to_string();
        svg("text").attr("x", &middle).attr("y", height).text(words)
    };
    // A single day is one line; a span of days is a line at each end, joined at the top.
    let mark = |from: u16, to: u16, bottom: &str| {
        svg("line")
            .class("you")
            .attr("x1", x(from).to_string())
            .attr("x2", x(to).to_string())
            .attr("y1", "10")
            .attr("y2", bottom)
    };
    let you = day.map(|day| {
        let (first, last_day) = (day.first(), day.last().unwrap_or(last));
        svg("g")
            .with(mark(first, first, "80"))
            .with(mark(last_day, last_day, "80"))
            .with(mark(first, last_day, "10"))
            .with(label(first, "8", &format!("you, {}", day_words(day))).class("you"))
    });
    svg("svg")
        .class("curve")
        .attr("viewBox", "0 0 320 94")
        .attr("role", "img")
        .attr(
            "aria-label",
            &match day {
                Some(day) => format!(
                    "Average pain over time, as in the table below. You: {}.",
                    day_words(day)
                ),
                None => "Average pain over time, as in the table below.".to_string(),
            },
        )
        .with(svg("polygon").attr("points", &band))
        .with(svg("polyline").attr("points", &line))
        .with(
            points
                .iter()
                .map(|point| label(point.day, "92", &days_words(point.day))),
        )
        .with(you)
}

/// "day 3", "day 15 to 28", "day 92 or later".
fn day_words(day: PainDay) -> String {
    let first = day.first();
    match day.last() {
        Some(last) if last == first => format!("day {first}"),
        Some(last) => format!("day {first} to {last}"),
        None => format!("day {first} or later"),
    }
}

fn table(points: &'static [Point]) -> El {
    let row =
        |cell: &str, cells: [&str; 3]| el("tr").with(cells.iter().map(|words| text(cell, *words)));
    let rows = points
        .iter()
        .map(|point| {
            let interval = format!("{} to {}", point.low, point.high);
            row(
                "td",
                [&days_words(point.day), &point.pain.to_string(), &interval],
            )
        })
        .collect::<Vec<_>>();
    el("table")
        .with(text("caption", "Average pain in studies, 0 to 100"))
        .with(el("thead").with(row("th", ["After", "Average", "95 % interval"])))
        .with(el("tbody").with(rows))
}

fn days_words(days: u16) -> String {
    match days {
        0 => "start".to_string(),
        364.. => "1 year".to_string(),
        days => format!("{} weeks", (days + 3) / 7),
    }
}

/// The person's own ended episodes, for comparison; nothing while there are too few.
pub fn own_course(usual: Option<String>, ended: usize) -> Option<El> {
    usual.map(|usual| {
        soft(format!(
            "Your own: half of your {ended} ended episodes were over within {usual}."
        ))
    })
}
