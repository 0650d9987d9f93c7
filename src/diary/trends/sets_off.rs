//! What sets it off: spasms on days with a trigger and on days without it. Only days whose entry says
//! whether the trigger was there are compared. An episode names what set it off only when there was
//! one: days known by that alone would all be days with a spasm, and every trigger would seem to
//! matter. How often episodes name it is counted beside it.

use crate::diary::Diary;
use crate::diary::marks::Kind;
use crate::diary::trends::counts::Counts;
use crate::diary::trends::numbers::{Difference, Two, differences};

/// "Nothing I know of": a mark that is no trigger.
const NOTHING: &str = "none";

/// One trigger, and the spasms with and without it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trigger {
    /// Its id, of [`Kind::Trigger`], or as the person typed it.
    pub id: String,
    /// Days on which a spasm started, and all days: with it, and without it.
    pub days: Two,
    /// Episodes that name it.
    pub named: usize,
    /// Whether spasms start on more of the days with it.
    pub difference: Difference,
}

/// Every trigger that is named in the range, in the order in which they are offered. `counts` are of
/// the same diary.
pub fn sets_off(diary: &Diary, counts: &Counts) -> Vec<Trigger> {
    let mut all = Vec::new();
    for (id, _) in Kind::Trigger.offered() {
        trigger(&mut all, id);
    }
    for day in diary.days() {
        if let Some(place) = counts.range.place(day.date) {
            let spasm = usize::from(counts.days[place].started > 0);
            for id in once(&day.triggers) {
                let days = &mut trigger(&mut all, id).days;
                (days.0, days.1) = (days.0 + spasm, days.1 + 1);
            }
            for id in once(&day.absent).filter(|id| !day.triggers.contains(id)) {
                let days = &mut trigger(&mut all, id).days;
                (days.2, days.3) = (days.2 + spasm, days.3 + 1);
            }
        }
    }
    for episode in diary.episodes() {
        if counts.range.place_of(&episode.start).is_some() {
            for id in once(episode.marks.of(Kind::Trigger)) {
                trigger(&mut all, id).named += 1;
            }
        }
    }
    all.retain(|one| one.id != NOTHING && one.days.1 + one.days.3 + one.named > 0);
    let days: Vec<Two> = all.iter().map(|one| one.days).collect();
    for (n, difference) in differences(&days).iter().enumerate() {
        all[n].difference = *difference;
    }
    all
}

/// Each of them once: a file may hold one twice.
fn once(ids: &[String]) -> impl Iterator<Item = &String> {
    let is_first = |(n, id): &(usize, &String)| !ids[..*n].contains(id);
    ids.iter().enumerate().filter(is_first).map(|(_, id)| id)
}

/// The trigger with this id.
fn trigger<'a>(all: &'a mut Vec<Trigger>, id: &str) -> &'a mut Trigger {
    let there = all.iter().position(|one| one.id == id);
    let place = there.unwrap_or_else(|| {
        all.push(Trigger {
            id: id.to_string(),
            ..Trigger::default()
        });
        all.len() - 1
    });
    &mut all[place]
}
