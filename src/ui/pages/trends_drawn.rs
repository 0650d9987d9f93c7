//! The charts of Trends.

use chrono::{Datelike, TimeDelta};

use crate::diary::Diary;
use crate::diary::day::{Day, Scale};
use crate::diary::moment::Moment;
use crate::diary::place::{Level, Place, Side};
use crate::diary::trends::counts::{Counts, OneDay, PARTS_OF_DAY};
use crate::diary::trends::over_time::{
    Judged, Step, episodes, first_and_last, markers, peg_judged, roland_morris_judged, values,
};
use crate::diary::trends::range::Range;
use crate::ui::charts::scale::{ceiling, shade, tenths};
use crate::ui::charts::{
    self, FREE, Grid, Kind, NO_CELL, NONE, NOT_KNOWN, SHADES, UNRATED, figure, grid,
};
use crate::ui::element::{El, el, text};
use crate::ui::pages::trends::day_words;

const PEG: &str = "PEG score";
const ROLAND_MORRIS: &str = "Roland-Morris score";

static WEEK_OF: [&str; 8] = ["Week of", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
static FROM_HOUR: [&str; 1 + PARTS_OF_DAY] =
    ["From hour", "0", "3", "6", "9", "12", "15", "18", "21"];

/// What a day entry holds that is drawn over time: its name, unit and largest value.
struct Series {
    name: &'static str,
    unit: &'static str,
    most: f64,
    of: fn(&Day) -> Option<f64>,
}

static SERIES: [Series; 6] = [
    Series {
        name: "Sleep",
        unit: "10: very good",
        most: 10.0,
        of: |day| scale(day, Scale::Sleep),
    },
    Series {
        name: "Stiffness",
        unit: "10: the worst",
        most: 10.0,
        of: |day| scale(day, Scale::Stiffness),
    },
    Series {
        name: "Pain of the day",
        unit: "10: the worst",
        most: 10.0,
        of: |day| Some(day.pain?.get().into()),
    },
    Series {
        name: PEG,
        unit: "10: the worst",
        most: 10.0,
        of: |day| Some(f64::from(peg(day)?) / 3.0),
    },
    Series {
        name: ROLAND_MORRIS,
        unit: "24: the worst",
        most: 24.0,
        of: |day| day.roland_morris_score().map(f64::from),
    },
    Series {
        name: "Movements done",
        unit: "Movements a day",
        most: 0.0,
        of: sessions,
    },
];

fn scale(day: &Day, scale: Scale) -> Option<f64> {
    day.scale(scale).map(f64::from)
}

fn peg(day: &Day) -> Option<u32> {
    Some(day.peg?.into_iter().map(u32::from).sum())
}

fn sessions(day: &Day) -> Option<f64> {
    let done = day.sessions.len() as f64;
    (done > 0.0).then_some(done)
}

/// Episodes and what the day entries hold, over time, with the events of the person.
pub fn over_time(diary: &Diary, counts: &Counts, now: &Moment) -> Vec<El> {
    let range = counts.range;
    let listed = markers(diary, range);
    let steps = episodes(counts);
    let at = |date| {
        steps
            .iter()
            .position(|step| step.range.place(date).is_some())
    };
    let events: Vec<usize> = listed
        .iter()
        .take(30)
        .filter_map(|(date, _)| at(*date))
        .collect();
    let draw = |steps: &[Step], bars, most, unit: &str| {
        let ends = [day_words(range.first, now), day_words(range.last, now)];
        charts::over_time(steps, bars, most, unit, &ends, &events)
    };
    // What the end of an axis is, where that is not the same for everyone.
    let up_to = |what: &str, most| format!("{what}: {}", tenths(most));
    let days = |range: Range| match range.days() {
        1 => day_words(range.first, now),
        _ => format!(
            "{} to {}",
            day_words(range.first, now),
            day_words(range.last, now)
        ),
    };
    let each = match steps[steps.len() - 1].range.days() {
        1 => "a day".to_string(),
        days => format!("{days} days"),
    };

    let (mut most, mut cells) = (0.0_f64, Vec::new());
    for step in &steps {
        most = most.max(step.sum);
        cells.push(days(step.range));
        cells.push(if step.n == 0 {
            "–".to_string()
        } else {
            tenths(step.sum)
        });
        cells.push(format!("{} of {}", step.n, step.range.days()));
    }
    let says = format!(
        "Episodes: {}. Each bar is {each}, the highest {}.",
        counts.episodes,
        tenths(most)
    );
    let top = ceiling(most);
    let mut figures = vec![
        text("h2", "Over time"),
        figure(
            "Episodes",
            &says,
            draw(&steps, true, top, &up_to("Episodes", top)),
            &[(NOT_KNOWN, "nothing noted")],
            &["Days", "Episodes", "Days noted"],
            &cells,
        ),
    ];
    if !listed.is_empty() {
        let mut list = el("ol");
        for (date, words) in &listed {
            list = list.with(text("li", &format!("{}: {words}", day_words(*date, now))));
        }
        let head = text("h3", "What you noted as events");
        figures.push(el("div").class("card").with(head).with(list));
    }
    for series in &SERIES {
        let steps = values(diary, range, series.of);
        let (mut n, mut last, mut largest, mut cells) = (0, None, 0.0_f64, Vec::new());
        for step in &steps {
            if let Some(mean) = step.mean() {
                (n, last, largest) = (n + step.n, Some(mean), largest.max(mean));
                cells.push(days(step.range));
                cells.push(tenths(mean));
                cells.push(step.n.to_string());
            }
        }
        let Some(last) = last else { continue };
        let (most, unit) = match series.most {
            0.0 => (ceiling(largest), up_to(series.unit, ceiling(largest))),
            most => (most, series.unit.to_string()),
        };
        let says = format!(
            "Days noted: {n}. Each point is the mean of {each}. The last is {} of {}.{}",
            tenths(last),
            tenths(most),
            judged(diary, range, series.name)
        );
        figures.push(figure(
            series.name,
            &says,
            draw(&steps, false, most, &unit),
            &[],
            &["Days", "Mean", "Days noted"],
            &cells,
        ));
    }
    figures
}

/// What a change of a questionnaire may mean, as far as that was read.
fn judged(diary: &Diary, range: Range, name: &str) -> &'static str {
    let change = match name {
        PEG => first_and_last(diary, range, peg).map(peg_judged),
        ROLAND_MORRIS => {
            first_and_last(diary, range, Day::roland_morris_score).map(roland_morris_judged)
        }
        _ => None,
    };
    match change {
        None | Some(Judged::Not) => "",
        Some(Judged::Small) => {
            " From the first to the last it changed by less than what is known to matter."
        }
        Some(Judged::Real) => {
            " From the first to the last it changed so much that it may be a real change."
        }
    }
}

/// The calendar, the places, and the time of day.
pub fn where_and_when(counts: &Counts, now: &Moment) -> Vec<El> {
    let mut figures = vec![text("h2", "When and where"), calendar(counts, now)];
    if counts.episodes > 0 {
        figures.push(clock(counts));
    }
    if counts.placed > 0 {
        figures.push(places(counts));
    }
    figures
}

fn kind_of(day: &OneDay) -> (Kind, String) {
    match (day.spasm, day.worst) {
        (true, Some(worst)) => (
            SHADES + shade(worst.max(1).into(), 10) - 1,
            worst.to_string(),
        ),
        (true, None) => (UNRATED, "yes".to_string()),
        _ if day.is_free() => (FREE, "none".to_string()),
        _ if day.noted => (NONE, "not said".to_string()),
        _ => (NOT_KNOWN, "–".to_string()),
    }
}

/// At most a year of days: a column a week.
fn calendar(counts: &Counts, now: &Moment) -> El {
    const WEEKS: usize = 53;
    // Days before the range, so that the first column is a whole week.
    let lead = counts.range.first.weekday().num_days_from_monday() as usize;
    let weeks = (lead + counts.days.len()).div_ceil(7);
    let from = weeks.saturating_sub(WEEKS);
    let weeks = weeks - from;
    let day = |week: usize, weekday: usize| {
        let place = (7 * (from + week) + weekday).wrapping_sub(lead);
        let day = counts.days.get(place);
        day.map_or_else(|| (NO_CELL, String::new()), kind_of)
    };
    let begin = counts.range.first - TimeDelta::days(lead as i64);
    let week_of = |week: usize| day_words(begin + TimeDelta::days(7 * (from + week) as i64), now);
    let mut numbers = Vec::new();
    for week in 0..weeks {
        numbers.push(week_of(week));
        for weekday in 0..7 {
            numbers.push(day(week, weekday).1);
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
    for (half, first_week) in first_weeks.iter().enumerate() {
        labels.push(first_week.as_str());
        labels.extend(&WEEK_OF[1..]);
        cells.resize(cells.len() + columns, NO_CELL);
        for weekday in 0..7 {
            for week in half * columns..(half + 1) * columns {
                cells.push(day(week, weekday).0);
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
    let drawing = grid(&Grid {
        rows: &labels,
        columns,
        under: &[],
        cells: &cells,
        words: &[],
        on_a_back: false,
    });
    let key = [
        (SHADES, "0 to 2"),
        (SHADES + 1, "3 to 5"),
        (SHADES + 2, "6 to 7"),
        (SHADES + 3, "8 to 10"),
        (UNRATED, "spasm, not rated"),
        (FREE, "said to be without"),
        (NONE, "not said"),
        (NOT_KNOWN, "nothing noted"),
    ];
    figure(
        "Calendar: the worst of each day",
        &says,
        drawing,
        &key,
        &WEEK_OF,
        &numbers,
    )
}

/// Cells of counts: their shades, and the numbers.
fn counted(counts: &[usize]) -> (Vec<Kind>, Vec<String>) {
    let most = counts.iter().copied().max().unwrap_or(0);
    let (mut kinds, mut words) = (Vec::new(), Vec::new());
    for n in counts {
        kinds.push(NONE + shade(*n, most));
        words.push(n.to_string());
    }
    (kinds, words)
}

fn clock(counts: &Counts) -> El {
    let (cells, words) = counted(counts.clock.as_flattened());
    let mut numbers = Vec::new();
    for (day, words) in WEEK_OF[1..].iter().zip(words.chunks(PARTS_OF_DAY)) {
        numbers.push(day.to_string());
        numbers.extend_from_slice(words);
    }
    let drawing = grid(&Grid {
        rows: &WEEK_OF[1..],
        columns: PARTS_OF_DAY,
        under: &FROM_HOUR[1..],
        cells: &cells,
        words: &words,
        on_a_back: false,
    });
    let says = "When episodes began. A column is three hours, from the hour under it.";
    let name = "Time of day and weekday";
    figure(name, says, drawing, &[], &FROM_HOUR, &numbers)
}

fn places(counts: &Counts) -> El {
    let (cells, words) = counted(&counts.places);
    let mut numbers = Vec::new();
    for (n, words) in words.iter().enumerate() {
        let (level, side) = (Level::ALL[n / 3], Side::ALL[n % 3]);
        numbers.push(Place { level, side }.words());
        numbers.push(words.clone());
    }
    let drawing = grid(&Grid {
        rows: &Level::ALL.map(Level::words),
        columns: 3,
        under: &["left", "centre", "right"],
        cells: &cells,
        words: &words,
        on_a_back: true,
    });
    let says = format!(
        "Episodes with a place: {}. One can have several.",
        counts.placed
    );
    figure(
        "On the back",
        &says,
        drawing,
        &[],
        &["Place", "Episodes"],
        &numbers,
    )
}
