//! What helps this person: how often, how soon and by how much the pain fell after each treatment,
//! and after nothing. It is no proof: people try more on their worse days.

use crate::diary::Diary;
use crate::diary::episode::{Episode, TREATMENTS, Treatment};
use crate::diary::session::MOVED;
use crate::diary::trends::numbers::{
    Difference, FEWEST_FOR_MEDIAN, Proportion, Spread, Table2x2, differences, kaplan_meier_median,
    spread,
};
use crate::diary::trends::range::DayRange;
use crate::guide::order;

/// A fall by this many points of ten counts as eased.
pub const FALL: u8 = 2;
/// Readings count until this time after a treatment, in seconds: four hours.
pub const WITHIN: i64 = 4 * 3600;
/// Treatments within this time, in seconds, were tried together: five minutes.
pub const TOGETHER: i64 = 5 * 60;

/// The effect of one treatment, or of none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tried {
    /// Its id, of [`TREATMENTS`] or as it was stored; empty where nothing was tried.
    pub kind: String,
    /// How often it was tried.
    pub times: usize,
    /// How often the last reading that counts is lower by [`FALL`] or more than the one before it.
    pub eased: usize,
    /// How often, of those counted, something else was tried together with it.
    pub together: usize,
    /// The comparison with nothing tried; empty for nothing tried itself.
    pub against_nothing: Difference,
    /// The changes, where they are known.
    changes: Vec<i64>,
    /// Observations for Kaplan-Meier: seconds to the first reading that is lower by [`FALL`] (`true`), or to the last one.
    watched: Vec<(i64, bool)>,
}

impl Tried {
    /// How often its effect is known: there is a reading of at least [`FALL`] before it, and one after it within [`WITHIN`] and
    /// before the next treatment.
    pub fn counted(&self) -> usize {
        self.changes.len()
    }

    /// How many of those counted eased.
    pub fn share(&self) -> Proportion {
        Proportion {
            count: self.eased,
            total: self.counted(),
        }
    }

    /// The change to the last reading that counts, in points: below zero it eased.
    pub fn change(&self) -> Spread {
        spread(self.changes.clone(), FEWEST_FOR_MEDIAN)
    }

    /// The median time until a fall by [`FALL`], in seconds, if there are enough. `Some(None)`: half never fell.
    pub fn time(&self) -> Option<Option<i64>> {
        (self.counted() >= FEWEST_FOR_MEDIAN).then(|| kaplan_meier_median(&self.watched))
    }

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

/// Every treatment that was tried in episodes that started in the range, in the order in which they
/// are offered; nothing tried comes first.
pub fn helps(diary: &Diary, range: DayRange) -> Vec<Tried> {
    let mut all: Vec<Tried> = Vec::new();
    of_kind(&mut all, "");
    for (kind, _) in &TREATMENTS {
        of_kind(&mut all, kind);
    }
    for episode in diary.episodes() {
        if range.place_of(&episode.start).is_some() {
            follow(episode, &mut all);
        }
    }
    let nothing = all[0].share();
    let table = |tried: &Tried| match tried.kind.as_str() {
        "" => Table2x2::default(),
        _ => Table2x2 {
            with: tried.share(),
            without: nothing,
        },
    };
    let tables: Vec<Table2x2> = all.iter().map(table).collect();
    for (n, difference) in differences(&tables).iter().enumerate() {
        all[n].against_nothing = *difference;
    }
    all.retain(|tried| tried.times > 0);
    all
}

/// The same for what relief can offer, unsorted and without a comparison. Guided movements are replaced by the movements that
/// were done on that day.
pub fn helped_by(diary: &Diary, range: DayRange) -> Vec<Tried> {
    let mut all = Vec::new();
    for episode in diary.episodes() {
        if range.place_of(&episode.start).is_none() {
            continue;
        }
        let mut moved = episode.clone();
        moved.treatments.clear();
        for treatment in &episode.treatments {
            let day = diary.day(treatment.at.date_naive());
            match day.filter(|day| treatment.kind == MOVED && !day.sessions.is_empty()) {
                Some(day) => {
                    for id in &day.sessions {
                        let mut one = treatment.clone();
                        one.kind.clone_from(id);
                        moved.treatments.push(one);
                    }
                }
                None => moved.treatments.push(treatment.clone()),
            }
        }
        follow(&moved, &mut all);
    }
    all
}

/// The entry of a kind, added if it is missing.
fn of_kind<'a>(all: &'a mut Vec<Tried>, kind: &str) -> &'a mut Tried {
    let there = all.iter().position(|tried| tried.kind == kind);
    let place = there.unwrap_or_else(|| {
        all.push(Tried {
            kind: kind.to_string(),
            ..Tried::default()
        });
        all.len() - 1
    });
    &mut all[place]
}

/// Counts the effect of each treatment of an episode, or of none.
fn follow(episode: &Episode, all: &mut Vec<Tried>) {
    let treatments = &episode.treatments;
    if treatments.is_empty() {
        let readings = episode.readings.iter();
        let first = readings.map(|reading| reading.at.timestamp()).min();
        let followed = first.and_then(|first| after(episode, first, i64::MAX));
        of_kind(all, "").add(followed, false);
        return;
    }
    let at = |treatment: &Treatment| treatment.at.timestamp();
    let times: Vec<i64> = treatments.iter().map(at).collect();
    let order = order::sorted(&times);
    let mut rest = order.as_slice();
    while let Some((from, _)) = rest.first() {
        let size = rest.iter().filter(|(at, _)| at - from <= TOGETHER).count();
        let (group, next) = rest.split_at(size);
        let until = next.first().map_or(i64::MAX, |(at, _)| *at);
        let followed = after(episode, *from, until);
        // A treatment without a kind counts as "other".
        let kind = |n: usize| match treatments[n].kind.as_str() {
            "" => "other",
            kind => kind,
        };
        let together = group.iter().any(|(_, n)| kind(*n) != kind(group[0].1));
        for (place, (_, n)) in group.iter().enumerate() {
            // Two of one kind at the same time count once.
            if !group[..place].iter().any(|(_, m)| kind(*m) == kind(*n)) {
                of_kind(all, kind(*n)).add(followed, together);
            }
        }
        rest = next;
    }
}

/// The effect of one treatment at one time.
#[derive(Clone, Copy)]
struct Followed {
    /// From the last reading before to the last one that counts.
    change: i64,
    /// Seconds to the first reading that is lower by [`FALL`], or to the last one, and which.
    watched: (i64, bool),
}

/// The effect of what was tried at `from`: the readings after it and before `until`, against the last one before.
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
