//! What can be counted. Pure functions of the diary, a range and `now`: numbers only, and nothing
//! where there is too little to say.

use chrono::TimeDelta;

use crate::diary::Diary;
use crate::diary::episode::{Episode, TREATMENTS};
use crate::diary::moment::Moment;
use crate::diary::place::Level;
use crate::diary::usual::Usual;
use crate::guide::order;

/// Under this many ended episodes nothing is said of how long they usually last.
pub const FEWEST_FOR_USUAL: usize = 5;

/// What some days hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Trends {
    /// Episodes that started in the range.
    pub episodes: usize,
    /// Episodes that started in the same number of days before it.
    pub before: usize,
    /// Middle length of those that ended, when there are enough of them.
    pub usual: Option<TimeDelta>,
    /// How many ended ones that rests on.
    pub ended: usize,
    /// Highest reading, when there is any.
    pub peak: Option<u8>,
    /// Episodes a level of the spine, most first. One episode can count at several.
    pub places: Vec<(Level, usize)>,
    /// Episodes in which each treatment was tried, by its id, most first.
    pub tried: Vec<(String, usize)>,
}

/// Counts the last `days` days, a day being 24 hours back from `now`.
pub fn trends(diary: &Diary, days: u16, now: &Moment) -> Trends {
    let range = TimeDelta::days(i64::from(days));
    let since = *now - range;
    let earlier = since - range;
    let within: Vec<&Episode> = diary
        .episodes()
        .filter(|episode| (since..=*now).contains(&episode.start))
        .collect();
    let lengths: Vec<TimeDelta> = within
        .iter()
        .filter_map(|episode| episode.lasted())
        .collect();
    let mut places = Vec::new();
    let mut tried = Vec::new();
    for episode in &within {
        for level in Level::ALL {
            if episode.places.at(level) {
                count(&mut places, level);
            }
        }
        for (n, treatment) in episode.treatments.iter().enumerate() {
            let earlier = &episode.treatments[..n];
            if !earlier.iter().any(|one| one.kind == treatment.kind) {
                count(&mut tried, treatment.kind.clone());
            }
        }
    }
    order::by_key(&mut places, |(level, n)| -(*n as i64) * 10 + *level as i64);
    // Of those tried equally often, in the order of the list; one that it lacks comes last.
    let listed = |kind: &str| TREATMENTS.iter().position(|(id, _)| *id == kind);
    order::by_key(&mut tried, |(kind, n)| {
        -(*n as i64) * 100 + listed(kind).unwrap_or(TREATMENTS.len()) as i64
    });
    Trends {
        episodes: within.len(),
        before: diary
            .episodes()
            .filter(|episode| (earlier..since).contains(&episode.start))
            .count(),
        usual: usual(&lengths),
        ended: lengths.len(),
        peak: within
            .iter()
            .filter_map(|episode| episode.peak())
            .map(|peak| peak.get())
            .max(),
        places,
        tried,
    }
}

/// The median length of all ended episodes, when there are at least [`FEWEST_FOR_USUAL`].
pub fn usual_length(diary: &Diary) -> Option<TimeDelta> {
    let lengths: Vec<TimeDelta> = diary.episodes().filter_map(Episode::lasted).collect();
    usual(&lengths)
}

fn usual(lengths: &[TimeDelta]) -> Option<TimeDelta> {
    Usual::among(lengths.to_vec()).map(|usual| usual.middle)
}

/// Counts one more of a kind.
fn count<K: PartialEq>(counts: &mut Vec<(K, usize)>, kind: K) {
    match counts.iter_mut().find(|(counted, _)| *counted == kind) {
        Some((_, n)) => *n += 1,
        None => counts.push((kind, 1)),
    }
}
