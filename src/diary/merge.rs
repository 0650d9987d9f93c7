//! Two forms of one record become one: of two stores, two tabs, two devices. In whatever order and
//! however often forms are merged, the outcome is the same.
//!
//! Readings, treatments and what was taken out are sets by id, and unite. Of the rest the form that was
//! stored more often counts; of equals, ticks unite and the greater text counts. What did not win, of an
//! episode or a day, is kept as an earlier value; of a check-up, the profile and the programme the whole
//! form that was stored more often counts. What was deleted for good wins over everything.
//!
//! Where it is known what a form was made of ([`change()`]), only what was altered since is taken over.

mod change;
mod day;

pub use change::{Edit, change};
pub use day::keep_earlier;

use crate::diary::episode::{Amended, Episode, Reading, Treatment};
use crate::diary::id::ItemId;
use crate::diary::marks::Kind;
use crate::diary::moment::{self, Moment};
use crate::diary::place::Places;
use crate::diary::radiation::Radiation;
use crate::diary::stored::{self, Record};
use crate::guide::order;

/// What an earlier value is called that came from another form of the record, of which nobody knows
/// when it was changed.
const ELSEWHERE: &str = " (other copy)";

/// The text that both forms of the record under a key come to; none where one of them cannot be read:
/// then each stays as it is.
pub fn united(key: &str, one: &str, other: &str) -> Option<String> {
    if one == other {
        return Some(one.to_string());
    }
    let (a, b) = (
        stored::decode(key, one).ok()?,
        stored::decode(key, other).ok()?,
    );
    let both = merged(&a, &b);
    // One that holds it all already stays in the form it is written in.
    Some(match (both == a, both == b) {
        (true, true) => one.max(other).to_string(),
        (true, false) => one.to_string(),
        (false, true) => other.to_string(),
        (false, false) => stored::encode(&both),
    })
}

/// Two forms of one record.
pub fn merged(one: &Record, other: &Record) -> Record {
    if one == other {
        return one.clone();
    }
    let revision = one.revision().max(other.revision());
    match (one, other) {
        (Record::Gone(id, _), _) | (_, Record::Gone(id, _)) => Record::Gone(id.clone(), revision),
        (Record::Episode(a), Record::Episode(b)) => Record::Episode(episodes(a, b)),
        (Record::Day(a), Record::Day(b)) => Record::Day(day::days(a, b)),
        _ => {
            let rank = |record: &Record| (record.revision(), stored::encode(record));
            let first = rank(one) > rank(other);
            if first { one.clone() } else { other.clone() }
        }
    }
}

fn episodes(one: &Episode, other: &Episode) -> Episode {
    let rank = |episode: &Episode| {
        // Of equals the one that tells more: it was deleted, it has ended.
        let told = (episode.deleted.is_some(), episode.end.is_some());
        let said = Episode {
            end: episode.end,
            notes: episode.notes.clone(),
            deleted: episode.deleted,
            ..Episode::begun(episode.id.clone(), episode.start, episode.recorded)
        };
        (
            episode.revision,
            told,
            stored::encode(&Record::Episode(said)),
        )
    };
    let (first, second) = if rank(one) >= rank(other) {
        (one, other)
    } else {
        (other, one)
    };
    let mut both = first.clone();
    if first.revision == second.revision {
        let places = first.places.bits() | second.places.bits();
        both.places = Places::from_bits(places).unwrap_or(first.places);
        let radiation = first.radiation.bits() | second.radiation.bits();
        both.radiation = Radiation::from_bits(radiation).unwrap_or(first.radiation);
        for kind in Kind::ALL {
            unite_texts(both.marks.of_mut(kind), second.marks.of(kind));
        }
    }
    unite_items(&mut both, second);
    both.amended = history(&both, first, second);
    both
}

/// Readings and treatments by id, each in the form that was changed last; without what was taken out of
/// either.
fn unite_items(both: &mut Episode, other: &Episode) {
    if both.removed != other.removed {
        both.removed.extend(&other.removed);
        order::by_key(&mut both.removed, |id| i64::from(id.get()));
        both.removed.dedup();
    }
    let removed = std::mem::take(&mut both.removed);
    let is_out = |id: ItemId| removed.contains(&id);
    if both.readings != other.readings {
        for theirs in &other.readings {
            match both.readings.iter_mut().find(|ours| ours.id == theirs.id) {
                Some(ours) if reading_rank(theirs) > reading_rank(ours) => *ours = *theirs,
                Some(_) => {}
                None => both.readings.push(*theirs),
            }
        }
        order::by_key(&mut both.readings, |reading| i64::from(reading.id.get()));
        order::by_key(&mut both.readings, |reading| reading.at.timestamp());
    }
    both.readings.retain(|reading| !is_out(reading.id));
    if both.treatments != other.treatments {
        for theirs in &other.treatments {
            match both.treatments.iter_mut().find(|ours| ours.id == theirs.id) {
                Some(ours) if treatment_rank(theirs) > treatment_rank(ours) => {
                    *ours = theirs.clone();
                }
                Some(_) => {}
                None => both.treatments.push(theirs.clone()),
            }
        }
        order::by_key(&mut both.treatments, |tried| i64::from(tried.id.get()));
        order::by_key(&mut both.treatments, |tried| tried.at.timestamp());
    }
    both.treatments.retain(|treatment| !is_out(treatment.id));
    both.removed = removed;
}

/// An instant, and the clock that told it.
type Told = (i64, i32);

fn reading_rank(reading: &Reading) -> (u32, u8, Told) {
    (
        reading.revision,
        reading.severity.get(),
        rank_of(&reading.at),
    )
}

fn treatment_rank(tried: &Treatment) -> (u32, Option<i8>, [&str; 2], [Told; 2]) {
    let relief = tried.relief.map(|relief| relief.get());
    let rated = tried.rated.as_ref().map_or((0, 0), rank_of);
    (
        tried.revision,
        relief,
        [&tried.detail, &tried.kind],
        [rank_of(&tried.at), rated],
    )
}

/// Two moments are equal already when they are the same instant on two clocks; these are not.
fn rank_of(at: &Moment) -> Told {
    (at.timestamp(), at.offset().local_minus_utc())
}

/// What a person would miss if it were gone, in words.
fn said(episode: &Episode) -> [(&'static str, String); 3] {
    [
        ("Start", when(&episode.start)),
        ("End", episode.end.as_ref().map(when).unwrap_or_default()),
        ("Notes", episode.notes.clone()),
    ]
}

fn when(at: &Moment) -> String {
    let mut words = moment::date(at.date_naive());
    words.push_str(", ");
    words.push_str(&moment::clock(at));
    words
}

/// What is ticked, each by itself: where a form has other ticks, only what is ticked no more is missed.
fn ticked(episode: &Episode) -> Vec<(&'static str, String)> {
    let mut ticked = Vec::new();
    for place in episode.places.iter() {
        ticked.push(("Where", place.words()));
    }
    for words in episode.radiation.each() {
        ticked.push(("Where it spread to", words));
    }
    for kind in Kind::ALL {
        for id in episode.marks.of(kind) {
            ticked.push((kind.question(), kind.words(id).to_string()));
        }
    }
    ticked
}

/// The earlier values of both, and those of the second that the outcome has otherwise.
fn history(both: &Episode, first: &Episode, second: &Episode) -> Vec<Amended> {
    let is_elsewhere = |one: &Amended| one.what.ends_with(ELSEWHERE);
    let mut all: Vec<Amended> = Vec::new();
    let mut elsewhere: Vec<Amended> = Vec::new();
    for one in first.amended.iter().chain(&second.amended) {
        let list = if is_elsewhere(one) {
            &mut elsewhere
        } else {
            &mut all
        };
        insert(list, one.clone());
    }
    let mut missed = ticked(second);
    missed.extend(said(second));
    for (what, was) in missed {
        let what = format!("{what}{ELSEWHERE}");
        let at = first.start;
        insert(&mut elsewhere, Amended { what, was, at });
    }
    order::by_key(&mut all, |one| one.at.timestamp());
    let mut now = ticked(both);
    now.extend(said(first));
    let known = all.len();
    for mut one in elsewhere {
        let what = one.what.strip_suffix(ELSEWHERE).unwrap_or(&one.what);
        let is_now = now
            .iter()
            .any(|(is, value)| *is == what && *value == one.was);
        let is_known = all[..known]
            .iter()
            .any(|there| there.what == what && there.was.contains(one.was.as_str()));
        let is_twice = all[known..]
            .iter()
            .any(|there| there.what == one.what && there.was == one.was);
        if !is_now && !is_known && !is_twice && !one.was.is_empty() {
            one.at = first.start;
            all.push(one);
        }
    }
    all
}

/// Puts an earlier value where it belongs in a sorted list, once.
fn insert(list: &mut Vec<Amended>, new: Amended) {
    let rank = |one: &Amended| (one.what.clone(), one.was.clone(), rank_of(&one.at));
    let wanted = rank(&new);
    if let Err(place) = list.binary_search_by(|there| rank(there).cmp(&wanted)) {
        list.insert(place, new);
    }
}

/// Unites two sets of texts. Where they differ, the order is that of the letters.
fn unite_texts(ours: &mut Vec<String>, theirs: &[String]) {
    if ours == theirs {
        return;
    }
    let mut all: Vec<String> = Vec::new();
    for text in ours.iter().chain(theirs) {
        if let Err(place) = all.binary_search(text) {
            all.insert(place, text.clone());
        }
    }
    *ours = all;
}
