//! The few figures of the report: numbers only, and nothing where there is too little to say.

use chrono::{NaiveDate, TimeDelta};

use crate::diary::Diary;
use crate::diary::episode::Episode;
use crate::diary::moment::{self, Moment};
use crate::guide::order;

/// Under so many numbers nothing is said of their middle.
pub const FEWEST: usize = 6;

/// How far some days are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// How many days there are.
    pub days: usize,
    /// Of how many anything is noted, a spasm or else.
    pub known: usize,
    /// On how many there was a spasm.
    pub with_spasm: usize,
}

/// Counts the days from one to another, both included. An episode belongs to each day that it
/// touched; one that is still running to those of which something was noted in it: it may have been
/// forgotten.
pub fn coverage(diary: &Diary, from: NaiveDate, to: NaiveDate, now: &Moment) -> Coverage {
    let days = usize::try_from((to - from).num_days() + 1).unwrap_or(0);
    let place = |date: NaiveDate| (date - from).num_days();
    // How many begin on each day, less those that ended the day before.
    let mut begun = vec![0_i32; days + 1];
    for episode in diary.episodes().filter(|episode| episode.start <= *now) {
        let first = place(episode.start.date_naive()).max(0);
        let last = place(last_noted(episode).min(*now).date_naive()).min(days as i64 - 1);
        if first <= last {
            begun[first as usize] += 1;
            begun[last as usize + 1] -= 1;
        }
    }
    let mut noted = vec![false; days];
    for day in diary.days() {
        if let Some(noted) = usize::try_from(place(day.date))
            .ok()
            .and_then(|n| noted.get_mut(n))
        {
            *noted = true;
        }
    }
    let (mut known, mut with_spasm, mut running) = (0, 0, 0);
    for (begun, noted) in begun.iter().zip(noted) {
        running += begun;
        with_spasm += usize::from(running > 0);
        known += usize::from(running > 0 || noted);
    }
    Coverage {
        days,
        known,
        with_spasm,
    }
}

/// When it ended; while it runs, the last time anything was noted in it.
fn last_noted(episode: &Episode) -> Moment {
    if let Some(end) = episode.end {
        return end;
    }
    let readings = episode.readings.iter().map(|reading| reading.at);
    let treatments = episode.treatments.iter().map(|treatment| treatment.at);
    readings.chain(treatments).fold(episode.start, Moment::max)
}

/// The middle of some numbers, the smallest and the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// How many there are.
    pub of: usize,
    /// Twice their median, so that a half stays whole; none under [`FEWEST`].
    pub twice_middle: Option<i64>,
    /// The smallest.
    pub least: i64,
    /// The largest.
    pub most: i64,
}

/// The spread of some numbers, if there are any.
pub fn spread(mut numbers: Vec<i64>) -> Option<Spread> {
    order::by_key(&mut numbers, |number| *number);
    let of = numbers.len();
    let (least, most) = (*numbers.first()?, *numbers.last()?);
    let twice_middle = (of >= FEWEST).then(|| numbers[(of - 1) / 2] + numbers[of / 2]);
    Some(Spread {
        of,
        twice_middle,
        least,
        most,
    })
}

/// Whether the nth treatment of an episode was followed by ease: at least 2 points less by the last
/// reading within 4 hours and before the next treatment. None where there is no reading before or
/// none after it.
pub fn eased(episode: &Episode, n: usize) -> Option<bool> {
    let at = episode.treatments[n].at;
    let mut until = at + TimeDelta::hours(4);
    for other in &episode.treatments {
        if other.at > at {
            until = until.min(other.at - TimeDelta::seconds(1));
        }
    }
    let readings = || episode.readings.iter();
    let before = readings().rfind(|reading| reading.at <= at)?;
    let after = readings().rfind(|reading| reading.at > at && reading.at <= until)?;
    Some(after.severity.get() + 2 <= before.severity.get())
}

/// How often each of some names occurs.
#[derive(Debug, Default)]
pub struct Counts(Vec<(String, usize)>);

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, name: &str) {
        match self
            .0
            .binary_search_by(|(there, _)| there.as_str().cmp(name))
        {
            Ok(place) => self.0[place].1 += 1,
            Err(place) => self.0.insert(place, (name.to_string(), 1)),
        }
    }

    /// Each name with its count, most first, else by the alphabet.
    pub fn most_first(mut self) -> Vec<(String, usize)> {
        order::by_key(&mut self.0, |(_, n)| -(*n as i64));
        self.0
    }
}

/// "2026-11-22 07:45", as the clock showed it there.
pub fn date_and_clock(moment: &Moment) -> String {
    format!(
        "{} {}",
        moment::date(moment.date_naive()),
        moment::clock(moment)
    )
}
