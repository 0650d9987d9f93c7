//! Values of day entries over time: scales, questionnaires, the home programme, events. Long ranges are divided into a few
//! dozen bins.

use chrono::NaiveDate;

use crate::diary::Diary;
use crate::diary::day::Day;
use crate::diary::trends::counts::Counts;
use crate::diary::trends::range::DayRange;

/// The most bins of a range.
pub const MAX_BINS: usize = 54;

/// Some days of a range, counted together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeBin {
    /// Its days. The first bin of a range may be shorter than the others.
    pub range: DayRange,
    /// The number of days with a value.
    pub n: usize,
    /// The sum of these values.
    pub sum: f64,
}

impl TimeBin {
    /// The mean of the values; none where there is none.
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / self.n as f64)
    }
}

/// The days per bin: one for a range up to a month, a week up to a year, else as many weeks as [`MAX_BINS`] requires.
fn days_per_bin(range: DayRange) -> usize {
    match range.days() {
        ..=31 => 1,
        days => 7 * days.div_ceil(7 * (MAX_BINS - 1)),
    }
}

/// The bins of a range, without values. The last one ends with the range.
fn bins(range: DayRange) -> Vec<TimeBin> {
    let (days, long) = (range.days(), days_per_bin(range));
    let mut bins = Vec::new();
    let mut from = 0;
    while from < days {
        let left = (days - from) % long;
        let next = from + if left == 0 { long } else { left };
        bins.push(TimeBin {
            range: DayRange {
                first: range.date(from),
                last: range.date(next - 1),
            },
            n: 0,
            sum: 0.0,
        });
        from = next;
    }
    bins
}

/// Counts a value on a day of the range, counted from 0.
fn add(bins: &mut [TimeBin], range: DayRange, place: usize, value: f64) {
    let from_the_end = (range.days() - 1 - place) / days_per_bin(range);
    let bin = bins.len() - 1 - from_the_end;
    bins[bin].n += 1;
    bins[bin].sum += value;
}

/// A value of the day entries over time.
pub fn values(diary: &Diary, range: DayRange, of: fn(&Day) -> Option<f64>) -> Vec<TimeBin> {
    let mut bins = bins(range);
    for day in diary.days() {
        if let (Some(place), Some(value)) = (range.place(day.date), of(day)) {
            add(&mut bins, range, place, value);
        }
    }
    bins
}

/// Started episodes over time: `n` is the number of days of which something is known, `sum` the episodes.
pub fn episodes(counts: &Counts) -> Vec<TimeBin> {
    let mut bins = bins(counts.range);
    for (n, day) in counts.days.iter().enumerate() {
        if day.is_known() {
            add(&mut bins, counts.range, n, day.started as f64);
        }
    }
    bins
}

/// Events that the person noted, in order.
pub fn markers(diary: &Diary, range: DayRange) -> Vec<(NaiveDate, &str)> {
    let mut markers = Vec::new();
    for day in diary.days() {
        if range.place(day.date).is_some() {
            markers.extend(day.markers.iter().map(|words| (day.date, words.as_str())));
        }
    }
    markers
}

/// The first and the last value of a range, where there are two.
pub fn first_and_last(
    diary: &Diary,
    range: DayRange,
    of: fn(&Day) -> Option<u32>,
) -> Option<(u32, u32)> {
    let mut both = None;
    for day in diary.days() {
        if range.place(day.date).is_some()
            && let Some(value) = of(day)
        {
            both = Some(both.map_or((value, None), |(first, _)| (first, Some(value))));
        }
    }
    both.and_then(|(first, last)| Some((first, last?)))
}

/// How a change of a questionnaire compares with the smallest change that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// The numbers alone are shown.
    Not,
    /// It is smaller than a change that matters.
    Small,
    /// It is as large as a change that matters, or larger.
    Real,
}

/// A change of PEG, from the first to the last, given as the sums of its three answers. It matters from
/// about one point of its score: Reed, J Pain 2024 (1,710 people).
pub fn peg_judged((first, last): (u32, u32)) -> Judged {
    if first.abs_diff(last) >= 3 {
        Judged::Real
    } else {
        Judged::Small
    }
}

/// A change of Roland-Morris. From what it matters depends on the first score, the larger of Stratford
/// 1996 and Stratford 1998; below 4 nothing is judged, and above 20 no worsening.
pub fn roland_morris_judged((first, last): (u32, u32)) -> Judged {
    let least = match first {
        0..=3 => return Judged::Not,
        21.. if last > first => return Judged::Not,
        4..=8 => 4,
        9..=12 => 5,
        13.. => 8,
    };
    if first.abs_diff(last) >= least {
        Judged::Real
    } else {
        Judged::Small
    }
}
