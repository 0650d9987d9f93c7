//! Joins two running episodes that are one: begun in two tabs, or merged by a restore.

use crate::diary::Diary;
use crate::diary::episode::{Episode, Reading};
use crate::diary::marks::MarkKind;
use crate::diary::moment::Moment;
use crate::diary::place::Places;
use crate::diary::radiation::Radiation;
use crate::guide::order;

/// Every running episode, the one that began first leading.
pub fn running(diary: &Diary) -> Vec<&Episode> {
    let mut running: Vec<&Episode> = diary.all_running().collect();
    order::by_key(&mut running, |episode| episode.start);
    running
}

/// Both as one, under the id of the one that began first: all that was noted of either. It runs if
/// either does. Whichever is named first, it comes to the same.
pub fn join(a: &Episode, b: &Episode) -> Episode {
    let is_first = (a.start, &a.id) <= (b.start, &b.id);
    let (first, second) = if is_first { (a, b) } else { (b, a) };
    let mut joined = first.clone();
    joined.end = first.end.zip(second.end).map(|(a, b)| a.max(b));
    joined.places =
        Places::from_bits(first.places.bits() | second.places.bits()).unwrap_or(first.places);
    joined.radiation = Radiation::from_bits(first.radiation.bits() | second.radiation.bits())
        .unwrap_or(first.radiation);
    for kind in MarkKind::ALL {
        for mark in second.marks.of(kind) {
            if !joined.marks.has(kind, mark) {
                joined.marks.toggle(kind, mark);
            }
        }
    }
    for reading in &second.readings {
        let id = joined.free(reading.id);
        joined.readings.push(Reading { id, ..*reading });
    }
    order::by_key(&mut joined.readings, |reading| reading.at);
    for treatment in &second.treatments {
        joined.add_treatment(treatment.clone());
    }
    order::by_key(&mut joined.treatments, |treatment| treatment.at);
    if !first.notes.contains(&second.notes) {
        if !joined.notes.is_empty() {
            joined.notes.push('\n');
        }
        joined.notes.push_str(&second.notes);
    }
    joined
}

/// When the older of two running ones ended, if the newer one is another: at its start, or with the
/// last that was noted of the older.
pub fn gave_way(older: &Episode, newer: &Episode) -> Moment {
    let last = older.readings.iter().map(|reading| reading.at).max();
    last.unwrap_or(newer.start).max(newer.start)
}
