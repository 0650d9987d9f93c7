//! What helps this person: how often, how soon and by how much the pain fell after each treatment,
//! and after nothing. It is no proof: people try more on their worse days.

use crate::diary::Diary;
use crate::diary::episode::{Episode, TREATMENTS};
use crate::diary::trends::numbers::{
    Difference, FEWEST_FOR_MEDIAN, Spread, differences, median_time, share, spread,
};
use crate::diary::trends::range::Range;

/// A fall by so many points of ten counts as eased.
pub const FALL: u8 = 2;
/// Readings count until so many seconds after a treatment: four hours.
pub const WITHIN: i64 = 4 * 3600;
/// What was tried within so many seconds of another was tried together with it: five minutes.
pub const TOGETHER: i64 = 5 * 60;

/// What came of one treatment, or of none.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// Its id, of [`TREATMENTS`] or as it was stored; empty where nothing was tried.
    pub kind: String,
    /// How often it was tried.
    pub times: usize,
    /// How often it can be told what came of it: there is a reading of at least [`FALL`] before it,
    /// and one after it, within [`WITHIN`] and before the next treatment.
    pub counted: usize,
    /// How often the last such reading is lower by [`FALL`] or more.
    pub eased: usize,
    /// How often of those counted something else was tried together with it.
    pub together: usize,
    /// Where the share of those eased lies, when there are enough.
    pub share: Option<(f64, f64)>,
    /// The change to that reading, in points: below zero it eased.
    pub change: Spread,
    /// Seconds until half had fallen by [`FALL`], when there are enough; none inside: not reached.
    pub time: Option<Option<i64>>,
    /// How much it helped as the person said: −1 worse, 0 not at all, 10 gone.
    pub relief: Spread,
    /// Against nothing tried. Of nothing tried itself it says nothing.
    pub against_nothing: Difference,
}

#[derive(Default)]
struct Tally {
    kind: String,
    times: usize,
    eased: usize,
    together: usize,
    changes: Vec<i64>,
    watched: Vec<(i64, bool)>,
    reliefs: Vec<i64>,
}

/// Every treatment that was tried in episodes that started in the range, in the order in which they
/// are offered; nothing tried comes first.
pub fn helps(diary: &Diary, range: Range) -> Vec<Tried> {
    let mut tallies: Vec<Tally> = Vec::new();
    for kind in [""].iter().chain(TREATMENTS.iter().map(|(kind, _)| kind)) {
        tally(&mut tallies, kind);
    }
    for episode in diary.episodes() {
        if range.place(episode.start.date_naive()).is_some() {
            follow(episode, &mut tallies);
        }
    }
    let (none, of_none) = (tallies[0].eased, tallies[0].changes.len());
    let two = |tally: &Tally| match tally.kind.as_str() {
        "" => (0, 0, 0, 0),
        _ => (tally.eased, tally.changes.len(), none, of_none),
    };
    let twos: Vec<_> = tallies.iter().map(two).collect();
    let mut tried = Vec::new();
    for (mut tally, against_nothing) in tallies.into_iter().zip(differences(&twos)) {
        let counted = tally.changes.len();
        if tally.times > 0 {
            tried.push(Tried {
                times: tally.times,
                counted,
                eased: tally.eased,
                together: tally.together,
                share: share(tally.eased, counted),
                change: spread(&mut tally.changes, FEWEST_FOR_MEDIAN),
                time: (counted >= FEWEST_FOR_MEDIAN).then(|| median_time(&mut tally.watched)),
                relief: spread(&mut tally.reliefs, FEWEST_FOR_MEDIAN),
                against_nothing,
                kind: tally.kind,
            });
        }
    }
    tried
}

/// The tally of a kind.
fn tally<'a>(tallies: &'a mut Vec<Tally>, kind: &str) -> &'a mut Tally {
    let there = tallies.iter().position(|tally| tally.kind == kind);
    let place = there.unwrap_or_else(|| {
        tallies.push(Tally {
            kind: kind.to_string(),
            ..Tally::default()
        });
        tallies.len() - 1
    });
    &mut tallies[place]
}

/// Counts what came of each treatment of an episode, or of none.
fn follow(episode: &Episode, tallies: &mut Vec<Tally>) {
    let treatments = &episode.treatments;
    if treatments.is_empty() {
        let readings = episode.readings.iter();
        let first = readings.map(|reading| reading.at.timestamp()).min();
        let followed = first.and_then(|first| after(episode, first, i64::MAX));
        tally(tallies, "").add(followed, false);
        return;
    }
    let mut order: Vec<(i64, usize)> = Vec::new();
    for (n, treatment) in treatments.iter().enumerate() {
        order.push((treatment.at.timestamp(), n));
    }
    order.sort_unstable();
    let mut rest = order.as_slice();
    while let Some((from, _)) = rest.first() {
        let size = rest.iter().filter(|(at, _)| at - from <= TOGETHER).count();
        let (group, next) = rest.split_at(size);
        let until = next.first().map_or(i64::MAX, |(at, _)| *at);
        let followed = after(episode, *from, until);
        let kind = |n: usize| treatments[n].kind.as_str();
        let together = group.iter().any(|(_, n)| kind(*n) != kind(group[0].1));
        for (place, (_, n)) in group.iter().enumerate() {
            let tally = tally(tallies, kind(*n));
            let relief = treatments[*n].relief;
            tally
                .reliefs
                .extend(relief.map(|relief| i64::from(relief.get())));
            // Two of one kind at once are one.
            if !group[..place].iter().any(|(_, m)| kind(*m) == kind(*n)) {
                tally.add(followed, together);
            }
        }
        rest = next;
    }
}

impl Tally {
    fn add(&mut self, followed: Option<Followed>, together: bool) {
        self.times += 1;
        if let Some(followed) = followed {
            self.eased += usize::from(followed.change <= -i64::from(FALL));
            self.together += usize::from(together);
            self.changes.push(followed.change);
            self.watched.push(followed.watched);
        }
    }
}

/// What came of one try.
#[derive(Clone, Copy)]
struct Followed {
    /// From the last reading before to the last one that counts.
    change: i64,
    /// Seconds to the first reading that is lower by [`FALL`], or to the last one, and which.
    watched: (i64, bool),
}

/// The readings after a time and before another, against the last one before.
fn after(episode: &Episode, from: i64, until: i64) -> Option<Followed> {
    let (mut base, mut last, mut fell) = (None, None, None);
    let readings = || {
        let readings = episode.readings.iter();
        readings.map(|reading| (reading.at.timestamp(), reading.severity.get()))
    };
    for (at, severity) in readings().filter(|(at, _)| *at <= from) {
        if base.is_none_or(|(there, _)| there <= at) {
            base = Some((at, severity));
        }
    }
    let (_, base) = base.filter(|(_, severity)| *severity >= FALL)?;
    for (at, severity) in readings() {
        if at > from && at < until && at - from <= WITHIN {
            if last.is_none_or(|(there, _)| there <= at) {
                last = Some((at, severity));
            }
            if severity + FALL <= base && fell.is_none_or(|there| there > at) {
                fell = Some(at);
            }
        }
    }
    let (end, severity) = last?;
    Some(Followed {
        change: i64::from(severity) - i64::from(base),
        watched: (fell.unwrap_or(end) - from, fell.is_some()),
    })
}
