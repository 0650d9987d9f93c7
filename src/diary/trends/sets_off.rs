//! What sets it off: spasms on days with a trigger and on days without it. Only days whose entry says
//! whether the trigger was there are compared. An episode names what set it off only when there was
//! one: days known by that alone would all be days with a spasm, and every trigger would seem to
//! matter. How often episodes name it is counted beside it.

use crate::diary::Diary;
use crate::diary::marks::MarkKind;
use crate::diary::trends::counts::Counts;
use crate::diary::trends::numbers::{Difference, Table2x2, differences};

/// "Nothing I know of": a mark that is no trigger.
const NOTHING: &str = "none";

/// One trigger, and the spasms with and without it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trigger {
    /// Its id, of [`MarkKind::Trigger`], or as the person typed it.
    pub id: String,
    /// On how many days a spasm started, of all days with it, and of all days without it.
    pub days: Table2x2,
    /// Episodes that name it.
    pub named: usize,
    /// Whether spasms start on more of the days with it.
    pub difference: Difference,
}

impl Trigger {
    fn is_mentioned(&self) -> bool {
        self.days.with.total + self.days.without.total + self.named > 0
    }
}

/// Every trigger that is named in the range, in the order in which they are offered. `counts` are of
/// the same diary.
pub fn sets_off(diary: &Diary, counts: &Counts) -> Vec<Trigger> {
    let mut all = Vec::new();
    for (id, _) in MarkKind::Trigger.offered() {
        trigger(&mut all, id);
    }
    for day in diary.days() {
        if let Some(place) = counts.range.place(day.date) {
            let has_spasm = counts.days[place].started > 0;
            for id in once(&day.triggers) {
                trigger(&mut all, id).days.with.add(has_spasm);
            }
            for id in once(&day.absent).filter(|id| !day.triggers.contains(id)) {
                trigger(&mut all, id).days.without.add(has_spasm);
            }
        }
    }
    for episode in diary.episodes() {
        if counts.range.place_of(&episode.start).is_some() {
            for id in once(episode.marks.of(MarkKind::Trigger)) {
                trigger(&mut all, id).named += 1;
            }
        }
    }
    all.retain(|one| one.id != NOTHING && one.is_mentioned());
    let days: Vec<Table2x2> = all.iter().map(|one| one.days).collect();
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
