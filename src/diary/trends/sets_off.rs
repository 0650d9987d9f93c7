//! What sets it off: spasms on days with a trigger and on days without it. Only days whose entry says
//! whether the trigger was there are compared. An episode names what set it off only when there was
//! one: days known by that alone would all be days with a spasm, and every trigger would seem to
//! matter. How often episodes name it is counted beside it.

use crate::diary::Diary;
use crate::diary::marks::Kind;
use crate::diary::trends::counts::Counts;
use crate::diary::trends::numbers::{Difference, differences, share};

/// "Nothing I know of": a mark that is no trigger.
const NOTHING: &str = "none";

/// One trigger, and the spasms with and without it.
#[derive(Debug, Clone, PartialEq)]
pub struct Trigger {
    /// Its id, of [`Kind::Trigger`], or as the person typed it.
    pub id: String,
    /// Days on which it was there.
    pub days_with: usize,
    /// Those of them on which a spasm started.
    pub spasm_with: usize,
    /// Days on which it was said not to be there.
    pub days_without: usize,
    /// Those of them on which a spasm started.
    pub spasm_without: usize,
    /// Where the share of days with a spasm lies, with it and without it, when there are enough.
    pub shares: [Option<(f64, f64)>; 2],
    /// Episodes that name it.
    pub named: usize,
    /// Whether spasms start on more of the days with it.
    pub difference: Difference,
}

/// A trigger while it is counted.
struct Tally {
    id: String,
    /// With a spasm, and without; with the trigger, and without.
    days: [[usize; 2]; 2],
    named: usize,
}

/// Every trigger that is named in the range, in the order in which they are offered. `counts` are of
/// the same diary.
pub fn sets_off(diary: &Diary, counts: &Counts) -> Vec<Trigger> {
    let mut tallies = Vec::new();
    for (id, _) in Kind::Trigger.offered() {
        tally(&mut tallies, id);
    }
    for day in diary.days() {
        if let Some(place) = counts.range.place(day.date) {
            let spasm = usize::from(counts.days[place].started == 0);
            for id in once(&day.triggers) {
                tally(&mut tallies, id).days[0][spasm] += 1;
            }
            for id in once(&day.absent).filter(|id| !day.triggers.contains(id)) {
                tally(&mut tallies, id).days[1][spasm] += 1;
            }
        }
    }
    for episode in diary.episodes() {
        if counts.range.place(episode.start.date_naive()).is_some() {
            for id in once(episode.marks.of(Kind::Trigger)) {
                tally(&mut tallies, id).named += 1;
            }
        }
    }
    tallies.retain(|tally| {
        let [[a, b], [c, d]] = tally.days;
        tally.id != NOTHING && a + b + c + d + tally.named > 0
    });
    let two = |tally: &Tally| {
        let [[a, b], [c, d]] = tally.days;
        (a, a + b, c, c + d)
    };
    let twos: Vec<_> = tallies.iter().map(two).collect();
    let mut triggers = Vec::new();
    for (tally, difference) in tallies.into_iter().zip(differences(&twos)) {
        let (spasm_with, days_with, spasm_without, days_without) = two(&tally);
        triggers.push(Trigger {
            id: tally.id,
            days_with,
            spasm_with,
            days_without,
            spasm_without,
            shares: [
                share(spasm_with, days_with),
                share(spasm_without, days_without),
            ],
            named: tally.named,
            difference,
        });
    }
    triggers
}

/// Each of them once: a file may hold one twice.
fn once(ids: &[String]) -> impl Iterator<Item = &String> {
    let is_first = |(n, id): &(usize, &String)| !ids[..*n].contains(id);
    ids.iter().enumerate().filter(is_first).map(|(_, id)| id)
}

/// The tally of a trigger.
fn tally<'a>(tallies: &'a mut Vec<Tally>, id: &str) -> &'a mut Tally {
    let there = tallies.iter().position(|tally| tally.id == id);
    let place = there.unwrap_or_else(|| {
        tallies.push(Tally {
            id: id.to_string(),
            days: [[0; 2]; 2],
            named: 0,
        });
        tallies.len() - 1
    });
    &mut tallies[place]
}
