//! When and where: the calendar, the time of day, and the places on the back.

use chrono::{Datelike, TimeDelta};

use crate::diary::moment::Moment;
use crate::diary::place::{Level, Place, Side};
use crate::diary::trends::counts::{Counts, OneDay, PARTS_OF_DAY};
use crate::ui::charts::{Chart, Drawing, Fill, Grid};
use crate::ui::pages::trends::words::day_words;

static WEEK_OF: [&str; 8] = ["Week of", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
static FROM_HOUR: [&str; 1 + PARTS_OF_DAY] =
    ["From hour", "0", "3", "6", "9", "12", "15", "18", "21"];

/// The calendar, the places, and the time of day.
pub fn charts(counts: &Counts, now: &Moment) -> Vec<Chart> {
    let mut charts = vec![calendar(counts, now)];
    if counts.episodes > 0 {
        charts.push(clock(counts));
    }
    if counts.placed > 0 {
        charts.push(places(counts));
    }
    charts
}

fn fill_of(day: &OneDay) -> (Fill, String) {
    match (day.spasm, day.worst) {
        (true, Some(worst)) => (Fill::of_count(worst.max(1).into(), 10), worst.to_string()),
        (true, None) => (Fill::Unrated, "yes".to_string()),
        _ if day.is_free() => (Fill::Free, "none".to_string()),
        _ if day.noted => (Fill::Zero, "not said".to_string()),
        _ => (Fill::NotKnown, "–".to_string()),
    }
}

/// At most a year of days: a column a week.
fn calendar(counts: &Counts, now: &Moment) -> Chart {
    const WEEKS: usize = 53;
    // Days before the range, so that the first column is a whole week.
    let lead = counts.range.first.weekday().num_days_from_monday() as usize;
    let weeks = (lead + counts.days.len()).div_ceil(7);
    let from = weeks.saturating_sub(WEEKS);
    let weeks = weeks - from;
    let day = |week: usize, weekday: usize| {
        let place = (7 * (from + week) + weekday).wrapping_sub(lead);
        let day = counts.days.get(place);
        day.map(fill_of)
    };
    let begin = counts.range.first - TimeDelta::days(lead as i64);
    let week_of = |week: usize| day_words(begin + TimeDelta::days(7 * (from + week) as i64), now);
    let mut numbers = Vec::new();
    for week in 0..weeks {
        numbers.push(week_of(week));
        for weekday in 0..7 {
            numbers.push(day(week, weekday).map_or_else(String::new, |(_, words)| words));
        }
    }
    // Half a year beside itself, so that a day is large enough to see; each half under its first week.
    let halves = weeks.div_ceil(27);
    let columns = weeks.div_ceil(halves);
    let mut first_weeks = Vec::new();
    for half in 0..halves {
        first_weeks.push(format!("from {}", week_of(half * columns)));
    }
    let (mut labels, mut cells) = (Vec::new(), Vec::new());
    for (half, first_week) in first_weeks.into_iter().enumerate() {
        labels.push(first_week);
        // Where rows are low there is room for every second one.
        for (n, weekday) in WEEK_OF[1..].iter().enumerate() {
            let is_left_out = n % 2 == 0 && columns > 12;
            labels.push(if is_left_out { "" } else { weekday }.to_string());
        }
        cells.resize(cells.len() + columns, None);
        for weekday in 0..7 {
            for week in half * columns..(half + 1) * columns {
                cells.push(day(week, weekday).map(|(fill, _)| fill));
            }
        }
    }
    let mut says = format!(
        "Days of which something is noted: {}. With a spasm: {}. Said to be without: {}.",
        counts.known_days, counts.spasm_days, counts.free_days
    );
    if from > 0 {
        says.push_str(" The last 53 weeks are drawn.");
    }
    const KEY: [(Fill, &str); 8] = [
        (Fill::Shade(0), "0 to 2"),
        (Fill::Shade(1), "3 to 5"),
        (Fill::Shade(2), "6 to 7"),
        (Fill::Shade(3), "8 to 10"),
        (Fill::Unrated, "spasm, not rated"),
        (Fill::Free, "said to be without"),
        (Fill::Zero, "not said"),
        (Fill::NotKnown, "nothing noted"),
    ];
    Chart {
        name: "Calendar: the worst of each day",
        says,
        drawing: Drawing::Grid(Grid {
            rows: labels,
            columns,
            under: &[],
            cells,
            words: Vec::new(),
            on_a_back: false,
        }),
        key: &KEY,
        heads: WEEK_OF.into(),
        numbers,
    }
}

/// Cells of counts: their shades, and the numbers.
fn counted(counts: &[usize]) -> (Vec<Option<Fill>>, Vec<String>) {
    let most = counts.iter().copied().max().unwrap_or(0);
    let fill = |n: &usize| Some(Fill::of_count(*n, most));
    let words = counts.iter().map(usize::to_string);
    (counts.iter().map(fill).collect(), words.collect())
}

fn clock(counts: &Counts) -> Chart {
    let (cells, words) = counted(counts.clock.as_flattened());
    let mut numbers = Vec::new();
    for (day, words) in WEEK_OF[1..].iter().zip(words.chunks(PARTS_OF_DAY)) {
        numbers.push(day.to_string());
        numbers.extend_from_slice(words);
    }
    let says = "When episodes began. A column is three hours, from the hour under it.";
    Chart {
        name: "Time of day and weekday",
        says: says.to_string(),
        drawing: Drawing::Grid(Grid {
            rows: WEEK_OF[1..].iter().map(|day| day.to_string()).collect(),
            columns: PARTS_OF_DAY,
            under: &FROM_HOUR[1..],
            cells,
            words,
            on_a_back: false,
        }),
        key: &[],
        heads: FROM_HOUR.into(),
        numbers,
    }
}

fn places(counts: &Counts) -> Chart {
    let (cells, words) = counted(&counts.places);
    let mut numbers = Vec::new();
    for (n, words) in words.iter().enumerate() {
        let (level, side) = (Level::ALL[n / 3], Side::ALL[n % 3]);
        numbers.push(Place { level, side }.words());
        numbers.push(words.clone());
    }
    let says = format!(
        "Episodes with a place: {}. One can have several.",
        counts.placed
    );
    Chart {
        name: "On the back",
        says,
        drawing: Drawing::Grid(Grid {
            rows: Level::ALL
                .iter()
                .map(|level| level.words().to_string())
                .collect(),
            columns: 3,
            under: &["left", "centre", "right"],
            cells,
            words,
            on_a_back: true,
        }),
        key: &[],
        heads: vec!["Place", "Episodes"],
        numbers,
    }
}
