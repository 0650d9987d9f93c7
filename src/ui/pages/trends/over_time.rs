//! What is drawn over time: episodes, and what the day entries hold.

use chrono::NaiveDate;

use crate::diary::Diary;
use crate::diary::day::{Day, Scale};
use crate::diary::moment::Moment;
use crate::diary::trends::counts::Counts;
use crate::diary::trends::over_time::{
    Judged, TimeBin, episodes, first_and_last, markers, peg_judged, roland_morris_judged, values,
};
use crate::diary::trends::range::DayRange;
use crate::ui::charts::scale::{ceiling, tenths};
use crate::ui::charts::{Chart, Drawing, Fill, OverTime};
use crate::ui::element::{El, el, text};
use crate::ui::pages::trends::words::day_words;

const PEG: &str = "PEG score";
const ROLAND_MORRIS: &str = "Roland-Morris score";

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
        unit: "Movements",
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
pub fn charts(diary: &Diary, counts: &Counts, now: &Moment) -> Vec<Chart> {
    let range = counts.range;
    let listed = markers(diary, range);
    let bins = episodes(counts);
    let at = |date| bins.iter().position(|bin| bin.range.place(date).is_some());
    let events: Vec<usize> = listed
        .iter()
        .take(30)
        .filter_map(|(date, _)| at(*date))
        .collect();
    let draw = |bins: Vec<TimeBin>, bars, most, unit: &str| {
        Drawing::OverTime(OverTime {
            bins,
            bars,
            most,
            unit: unit.to_string(),
            ends: [day_words(range.first, now), day_words(range.last, now)],
            events: events.clone(),
        })
    };
    // What the end of an axis is, where that is not the same for everyone.
    let up_to = |what: &str, most| format!("{what}: {}", tenths(most));
    let days = |range: DayRange| match range.days() {
        1 => day_words(range.first, now),
        _ => format!(
            "{} to {}",
            day_words(range.first, now),
            day_words(range.last, now)
        ),
    };
    let each = match bins[bins.len() - 1].range.days() {
        1 => "a day".to_string(),
        days => format!("{days} days"),
    };

    let (mut most, mut cells) = (0.0_f64, Vec::new());
    for bin in &bins {
        most = most.max(bin.sum);
        cells.push(days(bin.range));
        cells.push(if bin.n == 0 {
            "–".to_string()
        } else {
            tenths(bin.sum)
        });
        cells.push(format!("{} of {}", bin.n, bin.range.days()));
    }
    let says = format!(
        "Episodes: {}. Each bar is {each}, the highest {}.",
        counts.episodes,
        tenths(most)
    );
    let top = ceiling(most);
    let mut charts = vec![Chart {
        name: "Episodes",
        says,
        drawing: draw(bins, true, top, &up_to("Episodes", top)),
        key: &[(Fill::NotKnown, "nothing noted")],
        heads: vec!["Days", "Episodes", "Days noted"],
        numbers: cells,
    }];
    for series in &SERIES {
        // What is counted has bars of sums; what is on a scale has points of means.
        let is_counted = series.most == 0.0;
        let bins = values(diary, range, series.of);
        let (mut n, mut last, mut largest, mut cells) = (0, None, 0.0_f64, Vec::new());
        for bin in &bins {
            if let Some(mean) = bin.mean() {
                let value = if is_counted { bin.sum } else { mean };
                (n, last, largest) = (n + bin.n, Some(mean), largest.max(value));
                cells.push(days(bin.range));
                cells.push(tenths(value));
                cells.push(bin.n.to_string());
            }
        }
        let Some(last) = last else { continue };
        let noted = format!("Days noted: {n}.");
        if is_counted {
            let top = ceiling(largest);
            charts.push(Chart {
                name: series.name,
                says: format!(
                    "{noted} Each bar is {each}, the highest {}.",
                    tenths(largest)
                ),
                drawing: draw(bins, true, top, &up_to(series.unit, top)),
                key: &[(Fill::NotKnown, "nothing noted")],
                heads: vec!["Days", series.unit, "Days noted"],
                numbers: cells,
            });
            continue;
        }
        let point = match each.as_str() {
            "a day" => "a day".to_string(),
            each => format!("the mean of {each}"),
        };
        let says = format!(
            "{noted} Each point is {point}. The last is {} of {}.{}",
            tenths(last),
            tenths(series.most),
            judged(diary, range, series.name)
        );
        charts.push(Chart {
            name: series.name,
            says,
            drawing: draw(bins, false, series.most, series.unit),
            key: &[],
            heads: vec!["Days", "Mean", "Days noted"],
            numbers: cells,
        });
    }
    charts
}

/// The events of the person, as a list.
pub fn events(events: &[(NaiveDate, String)], now: &Moment) -> El {
    let mut list = el("ol");
    for (date, words) in events {
        list = list.with(text("li", format!("{}: {words}", day_words(*date, now))));
    }
    let head = text("h3", "What you noted as events");
    el("div").class("card").with(head).with(list)
}

/// What a change of a questionnaire may mean, as far as that was read.
fn judged(diary: &Diary, range: DayRange, name: &str) -> &'static str {
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
