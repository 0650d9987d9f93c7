//! The charts of Trends.

use chrono::{Datelike, TimeDelta};

use crate::diary::Diary;
use crate::diary::day::{Day, Scale};
use crate::diary::moment::Moment;
use crate::diary::place::{Level, Place};
use crate::diary::trends::counts::{Counts, OneDay, PARTS_OF_DAY};
use crate::diary::trends::over_time::{
    Judged, Step, episodes, first_and_last, markers, peg_judged, roland_morris_judged, values,
};
use crate::diary::trends::range::Range;
use crate::ui::charts::scale::{ceiling, shade, tenths};
use crate::ui::charts::{self, FREE, Grid, Kind, NONE, NOT_KNOWN, SHADES, UNRATED, figure, grid};
use crate::ui::element::{El, el, text};
use crate::ui::pages::trends::day_words;

const WEEK: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

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
        name: "PEG score",
        unit: "10: the worst",
        most: 10.0,
        of: |day| Some(f64::from(peg(day)?) / 3.0),
    },
    Series {
        name: "Roland-Morris score",
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
        let ends = [range.first, range.last].map(|date| day_words(date, now));
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

    let most = steps.iter().fold(0.0, |most: f64, step| most.max(step.sum));
    let rows = steps.iter().map(|step| {
        let started = if step.n == 0 {
            "–".to_string()
        } else {
            tenths(step.sum)
        };
        let noted = format!("{} of {}", step.n, step.range.days());
        vec![days(step.range), started, noted]
    });
    let rows = rows.collect();
    let mut figures = vec![
        text("h2", "Over time"),
        figure(
            "Episodes",
            &format!(
                "Episodes: {}. Each bar is {each}, the highest {}.",
                counts.episodes,
                tenths(most)
            ),
            draw(
                &steps,
                true,
                ceiling(most),
                &up_to("Episodes", ceiling(most)),
            ),
            &[(NOT_KNOWN, "nothing noted")],
            (&["Days", "Episodes", "Days noted"], rows),
        ),
    ];
    if !listed.is_empty() {
        let lines = listed
            .iter()
            .map(|(date, words)| text("li", &format!("{}: {words}", day_words(*date, now))));
        figures.push(
            el("div")
                .class("card")
                .with(text("h3", "What you noted as events"))
                .with(el("ol").with_all(lines.collect())),
        );
    }
    for series in &SERIES {
        let steps = values(diary, range, series.of);
        let with = || steps.iter().filter_map(|step| Some((step, step.mean()?)));
        let Some((_, last)) = with().next_back() else {
            continue;
        };
        let largest = with().fold(0.0, |most: f64, (_, mean)| most.max(mean));
        let (most, unit) = match series.most {
            0.0 => (ceiling(largest), up_to(series.unit, ceiling(largest))),
            most => (most, series.unit.to_string()),
        };
        let n: usize = steps.iter().map(|step| step.n).sum();
        let says = format!(
            "Days noted: {n}. Each point is the mean of {each}. The last is {} of {}.{}",
            tenths(last),
            tenths(most),
            judged(diary, range, series.name)
        );
        let rows = with()
            .map(|(step, mean)| vec![days(step.range), tenths(mean), step.n.to_string()])
            .collect();
        figures.push(figure(
            series.name,
            &says,
            draw(&steps, false, most, &unit),
            &[],
            (&["Days", "Mean", "Days noted"], rows),
        ));
    }
    figures
}

/// What a change of a questionnaire may mean, as far as that was read.
fn judged(diary: &Diary, range: Range, name: &str) -> String {
    let change = match name {
        "PEG score" => {
            first_and_last(diary, range, peg).map(|(first, last)| peg_judged(first, last))
        }
        "Roland-Morris score" => first_and_last(diary, range, Day::roland_morris_score)
            .map(|(first, last)| roland_morris_judged(first, last)),
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
    .to_string()
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
        let place = (7 * (from + week) + weekday).checked_sub(lead)?;
        counts.days.get(place).map(kind_of)
    };
    let begin = counts.range.first - TimeDelta::days(lead as i64);
    let week_of = |week: usize| day_words(begin + TimeDelta::days(7 * (from + week) as i64), now);
    let mut rows = Vec::new();
    for week in 0..weeks {
        let mut row = vec![week_of(week)];
        row.extend(
            (0..7).map(|weekday| day(week, weekday).map_or_else(String::new, |(_, words)| words)),
        );
        rows.push(row);
    }
    let mut head = vec!["Week of"];
    head.extend(WEEK);
    // Half a year beside itself, so that a day is large enough to see; each half under its first week.
    let halves = weeks.div_ceil(27);
    let columns = weeks.div_ceil(halves);
    let first_weeks: Vec<String> = (0..halves)
        .map(|half| format!("from {}", week_of(half * columns)))
        .collect();
    let (mut labels, mut cells) = (Vec::new(), Vec::new());
    for (half, first_week) in first_weeks.iter().enumerate() {
        labels.push(first_week.as_str());
        labels.extend(WEEK);
        cells.extend(vec![None; columns]);
        for weekday in 0..7 {
            for week in half * columns..(half + 1) * columns {
                cells.push(day(week, weekday).map(|(kind, _)| kind));
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
        (&head, rows),
    )
}

/// A cell of a count: its shade, and the number.
fn counted(cells: &[usize]) -> (Vec<Option<Kind>>, Vec<String>) {
    let most = cells.iter().copied().max().unwrap_or(0);
    let kind = |n: &usize| Some(NONE + shade(*n, most));
    (
        cells.iter().map(kind).collect(),
        cells.iter().map(usize::to_string).collect(),
    )
}

static HOURS: [&str; PARTS_OF_DAY] = ["0", "3", "6", "9", "12", "15", "18", "21"];

fn clock(counts: &Counts) -> El {
    let (cells, words) = counted(counts.clock.as_flattened());
    let mut head = vec!["From hour"];
    head.extend(HOURS);
    let row = |(day, words): (&&str, &[String])| [&[day.to_string()], words].concat();
    let days = words.chunks(PARTS_OF_DAY);
    let rows = WEEK.iter().zip(days).map(row).collect();
    let drawing = grid(&Grid {
        rows: &WEEK,
        columns: PARTS_OF_DAY,
        under: &HOURS,
        cells: &cells,
        words: &words,
        on_a_back: false,
    });
    let says = "When episodes began. A column is three hours, from the hour under it.";
    figure("Time of day and weekday", says, drawing, &[], (&head, rows))
}

fn places(counts: &Counts) -> El {
    let (cells, words) = counted(&counts.places);
    let rows = Level::ALL.map(Level::words);
    let row = |(place, n): (Place, &String)| vec![place.words(), n.clone()];
    let table = Place::all().zip(&words).map(row).collect();
    let drawing = grid(&Grid {
        rows: &rows,
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
        (&["Place", "Episodes"], table),
    )
}
