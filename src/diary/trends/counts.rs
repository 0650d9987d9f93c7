//! How often, how long, how bad, where and when: one pass over the episodes, one over the days.

use chrono::{Datelike, Timelike};

use crate::diary::Diary;
use crate::diary::calendar::days_of;
use crate::diary::episode::Episode;
use crate::diary::moment::{self, Moment};
use crate::diary::trends::FEWEST_FOR_USUAL;
use crate::diary::trends::numbers::{FEWEST_FOR_MEDIAN, Spread, spread};
use crate::diary::trends::range::DayRange;

/// The parts of a day, three hours each.
pub const PARTS_OF_DAY: usize = 8;

/// The counts of one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OneDay {
    /// Episodes that started on it.
    pub started: usize,
    /// Whether there was an episode at any time of it.
    pub spasm: bool,
    /// The worst reading of it.
    pub worst: Option<u8>,
    /// Whether the person noted anything else of it.
    pub noted: bool,
    /// Whether the person said that there was no spasm.
    pub said_none: bool,
}

impl OneDay {
    /// Whether anything is known of it.
    pub fn is_known(&self) -> bool {
        self.spasm || self.noted
    }

    /// Whether it was said to be without a spasm, and none is noted. A day of which nothing is
    /// said is not such a day.
    pub fn is_free(&self) -> bool {
        self.said_none && !self.spasm
    }
}

/// The counts of a range of days. An episode belongs to the day of its start, on the clock that showed it.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    pub range: DayRange,
    /// Each of them.
    pub days: Vec<OneDay>,
    /// Episodes that started in the range.
    pub episodes: usize,
    /// Days of which anything is known: an episode, or an entry. They are the denominator.
    pub known_days: usize,
    /// Days with an episode. One over midnight is on both; a running one is on every day until today.
    pub spasm_days: usize,
    /// Days that were said to be without a spasm.
    pub free_days: usize,
    /// The lengths of ended episodes, in seconds; quantiles from [`FEWEST_FOR_USUAL`] on.
    pub lasted: Spread,
    /// The number of running episodes.
    pub running: usize,
    /// The length of the longest running one so far, in seconds.
    pub so_far: i64,
    /// The worst readings of episodes that have one.
    pub peaks: Spread,
    /// The changes from the first to the last reading of episodes that have two: below zero it eased.
    pub changes: Spread,
    /// Episodes felt at each of the fifteen places, in the order of
    /// [`Place::all`](crate::diary::place::Place::all).
    pub places: [usize; 15],
    /// Episodes with any place marked.
    pub placed: usize,
    /// Starts by weekday, Monday first, and part of the day, from midnight.
    pub clock: [[usize; PARTS_OF_DAY]; 7],
}

/// Counts the days of a range.
pub fn counts(diary: &Diary, range: DayRange, now: &Moment) -> Counts {
    let mut counts = Counts {
        range,
        days: vec![OneDay::default(); range.days()],
        episodes: 0,
        known_days: 0,
        spasm_days: 0,
        free_days: 0,
        lasted: Spread::default(),
        running: 0,
        so_far: 0,
        peaks: Spread::default(),
        changes: Spread::default(),
        places: [0; 15],
        placed: 0,
        clock: [[0; PARTS_OF_DAY]; 7],
    };
    let (mut lasted, mut peaks, mut changes) = (Vec::new(), Vec::new(), Vec::new());
    for episode in diary.episodes() {
        counts.touch(episode, now);
        let Some(place) = range.place_of(&episode.start) else {
            continue;
        };
        counts.days[place].started += 1;
        counts.episodes += 1;
        match episode.lasted() {
            Some(length) => lasted.push(length.num_seconds()),
            // An ended episode whose length is not known.
            None if episode.end.is_some() => {}
            None => {
                counts.running += 1;
                let so_far = moment::span(&episode.start, now).num_seconds();
                counts.so_far = counts.so_far.max(so_far);
            }
        }
        peaks.extend(episode.peak().map(|peak| i64::from(peak.get())));
        if let [first, .., last] = episode.readings.as_slice() {
            changes.push(i64::from(last.severity.get()) - i64::from(first.severity.get()));
        }
        counts.placed += usize::from(!episode.places.is_empty());
        for (n, count) in counts.places.iter_mut().enumerate() {
            *count += usize::from(episode.places.bits() >> n & 1);
        }
        let weekday = episode.start.weekday().num_days_from_monday();
        counts.clock[weekday as usize][episode.start.hour() as usize / 3] += 1;
    }
    for day in diary.days() {
        if let Some(place) = range.place(day.date) {
            counts.days[place].noted = true;
            counts.days[place].said_none = day.no_spasm;
        }
    }
    for day in &counts.days {
        counts.known_days += usize::from(day.is_known());
        counts.spasm_days += usize::from(day.spasm);
        counts.free_days += usize::from(day.is_free());
    }
    counts.lasted = spread(lasted, FEWEST_FOR_USUAL);
    counts.peaks = spread(peaks, FEWEST_FOR_MEDIAN);
    counts.changes = spread(changes, FEWEST_FOR_MEDIAN);
    counts
}

impl Counts {
    /// Marks the days on which an episode was, and how bad it was on the days of its readings: the same
    /// days as in the calendar.
    fn touch(&mut self, episode: &Episode, now: &Moment) {
        let (first, last) = days_of(episode, now.date_naive());
        for reading in &episode.readings {
            let date = reading.at.date_naive().clamp(first, last);
            if let Some(place) = self.range.place(date) {
                let worst = Some(reading.severity.get());
                self.days[place].worst = self.days[place].worst.max(worst);
            }
        }
        let (from, to) = (first.max(self.range.first), last.min(self.range.last));
        if let (Some(from), Some(to)) = (self.range.place(from), self.range.place(to)) {
            for day in self.days.get_mut(from..=to).into_iter().flatten() {
                day.spasm = true;
            }
        }
    }
}
