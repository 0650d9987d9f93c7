//! Two forms of one record become one: of two stores, two tabs, two devices. In whatever order and
//! however often forms are merged, the outcome is the same.
//!
//! Readings, treatments and what was taken out are sets by id, and unite. Of the rest the form that was
//! stored more often counts; of equals, ticks unite and the greater text counts. A start, an end or a
//! note that did not win is kept as an earlier value. What was deleted for good wins over everything.
//!
//! Where it is known what a form was made of ([`change`]), only what was altered since is taken over.

use crate::diary::checkup::Checkup;
use crate::diary::day::Day;
use crate::diary::episode::{Amended, Episode, Reading, Treatment};
use crate::diary::id::ItemId;
use crate::diary::marks::Kind;
use crate::diary::moment::{self, Moment};
use crate::diary::place::Places;
use crate::diary::radiation::Radiation;
use crate::diary::stored::{self, Record};
use crate::guide::answers::{Answer, Answers};
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

/// A record that was altered here: what it was before and what it is now, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Its key.
    pub key: String,
    /// What it was made of; none where it is new.
    pub base: Option<String>,
    /// What it became.
    pub mine: String,
    /// When.
    pub at: Moment,
}

impl Edit {
    /// What is to be stored where this stands by now; none where that cannot be read, and stays.
    pub fn settled(&self, theirs: Option<&str>) -> Option<String> {
        let Some(theirs) = theirs.filter(|theirs| Some(*theirs) != self.base.as_deref()) else {
            return Some(self.mine.clone());
        };
        if theirs == self.mine {
            return Some(theirs.to_string());
        }
        let read = |text| stored::decode(&self.key, text).ok();
        let base = self.base.as_deref().and_then(read);
        let both = change(base.as_ref(), &read(&self.mine)?, &read(theirs)?, self.at);
        Some(stored::encode(&both))
    }
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
        (Record::Day(a), Record::Day(b)) if a.revision == b.revision => Record::Day(days(a, b)),
        _ => {
            let rank = |record: &Record| (record.revision(), stored::encode(record));
            let first = rank(one) > rank(other);
            if first { one.clone() } else { other.clone() }
        }
    }
}

/// What a record comes to that was altered from `base` to `mine`, where another form of it is stored by
/// now. Both were altered: each alteration counts, and of the same thing altered twice mine does.
pub fn change(base: Option<&Record>, mine: &Record, theirs: &Record, now: Moment) -> Record {
    if base == Some(theirs) || mine == theirs {
        return mine.clone();
    }
    let revision = mine.revision().max(theirs.revision()).saturating_add(1);
    match (base, mine, theirs) {
        (Some(Record::Episode(base)), Record::Episode(mine), Record::Episode(theirs)) => {
            let mut both = change_episode(base, mine, theirs, now);
            both.revision = revision;
            Record::Episode(both)
        }
        (Some(Record::Day(base)), Record::Day(mine), Record::Day(theirs)) => {
            let mut both = change_day(base, mine, theirs);
            both.revision = revision;
            Record::Day(both)
        }
        (Some(Record::Checkup(base)), Record::Checkup(mine), Record::Checkup(theirs))
            if mine.is_current() =>
        {
            let mut both = change_checkup(base, mine, theirs, now);
            both.revision = revision;
            Record::Checkup(both)
        }
        (Some(Record::Profile(base)), Record::Profile(mine), Record::Profile(theirs)) => {
            let mut both = theirs.clone();
            each_new(&base.answers, &mine.answers, &mut |question, answer| {
                both.answers.give(question, answer);
            });
            both.revision = revision;
            Record::Profile(both)
        }
        _ => merged(mine, theirs),
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
    both.amended = history(first, second);
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

/// The earlier values of both, and those of the second that the first has otherwise.
fn history(first: &Episode, second: &Episode) -> Vec<Amended> {
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
    for (what, was) in said(second) {
        let what = format!("{what}{ELSEWHERE}");
        let at = first.start;
        insert(&mut elsewhere, Amended { what, was, at });
    }
    order::by_key(&mut all, |one| one.at.timestamp());
    let now = said(first);
    let known = all.len();
    for mut one in elsewhere {
        let what = one.what.trim_end_matches(ELSEWHERE);
        let is_now = now
            .iter()
            .any(|(is, value)| *is == what && *value == one.was);
        let is_known = all[..known]
            .iter()
            .any(|there| there.what == what && there.was == one.was);
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

/// Two of one day that were stored as often.
fn days(one: &Day, other: &Day) -> Day {
    let mut both = one.clone();
    both.no_spasm |= other.no_spasm;
    both.pain = one.pain.max(other.pain);
    for (ours, theirs) in both.scales.iter_mut().zip(other.scales) {
        *ours = (*ours).max(theirs);
    }
    if one.work.map(|work| work as u8) < other.work.map(|work| work as u8) {
        both.work = other.work;
    }
    both.peg = one.peg.max(other.peg);
    both.roland_morris = one.roland_morris.max(other.roland_morris);
    unite_texts(&mut both.triggers, &other.triggers);
    unite_texts(&mut both.absent, &other.absent);
    let Day {
        absent, triggers, ..
    } = &mut both;
    absent.retain(|id| !triggers.contains(id));
    unite_texts(&mut both.markers, &other.markers);
    unite_texts(&mut both.sessions, &other.sessions);
    if one.notes != other.notes {
        let lines = |notes: &str| {
            let mut lines: Vec<String> = notes.split('\n').map(str::to_string).collect();
            lines.retain(|line| !line.is_empty());
            lines
        };
        let mut notes = lines(&one.notes);
        unite_texts(&mut notes, &lines(&other.notes));
        both.notes = notes.join("\n");
    }
    both
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

fn change_episode(base: &Episode, mine: &Episode, theirs: &Episode, now: Moment) -> Episode {
    let mut both = theirs.clone();
    // What both altered, and not to the same: theirs is kept as an earlier value.
    let (was, is) = (said(base), said(mine));
    for (n, (what, there)) in said(theirs).into_iter().enumerate() {
        let is_altered_twice = was[n].1 != is[n].1 && was[n].1 != there && is[n].1 != there;
        if is_altered_twice && !there.is_empty() {
            both.amended.push(Amended {
                what: what.to_string(),
                was: there,
                at: now,
            });
        }
    }
    take_over(&base.start, &mine.start, &mut both.start);
    take_over(&base.end, &mine.end, &mut both.end);
    take_over(&base.notes, &mine.notes, &mut both.notes);
    take_over(&base.deleted, &mine.deleted, &mut both.deleted);
    both.end = both.end.map(|end| end.max(both.start));
    let bits = |base: u16, mine: u16, theirs: u16| {
        let altered = base ^ mine;
        theirs & !altered | mine & altered
    };
    let places = bits(base.places.bits(), mine.places.bits(), both.places.bits());
    both.places = Places::from_bits(places).unwrap_or(both.places);
    let radiation = bits(
        base.radiation.bits(),
        mine.radiation.bits(),
        both.radiation.bits(),
    );
    both.radiation = Radiation::from_bits(radiation).unwrap_or(both.radiation);
    for kind in Kind::ALL {
        let (base, mine) = (base.marks.of(kind), mine.marks.of(kind));
        take_over_texts(base, mine, both.marks.of_mut(kind));
    }
    for one in &mine.amended {
        if !both.amended.contains(one) {
            both.amended.push(one.clone());
        }
    }
    unite_items(&mut both, mine);
    both
}

fn change_day(base: &Day, mine: &Day, theirs: &Day) -> Day {
    let mut both = theirs.clone();
    take_over(&base.no_spasm, &mine.no_spasm, &mut both.no_spasm);
    take_over(&base.pain, &mine.pain, &mut both.pain);
    for (n, scale) in both.scales.iter_mut().enumerate() {
        take_over(&base.scales[n], &mine.scales[n], scale);
    }
    take_over(&base.work, &mine.work, &mut both.work);
    take_over(&base.peg, &mine.peg, &mut both.peg);
    take_over(
        &base.roland_morris,
        &mine.roland_morris,
        &mut both.roland_morris,
    );
    take_over(&base.notes, &mine.notes, &mut both.notes);
    take_over_texts(&base.triggers, &mine.triggers, &mut both.triggers);
    take_over_texts(&base.absent, &mine.absent, &mut both.absent);
    take_over_texts(&base.markers, &mine.markers, &mut both.markers);
    take_over_texts(&base.sessions, &mine.sessions, &mut both.sessions);
    both
}

/// The answers of both; the rules say anew what follows from them.
fn change_checkup(base: &Checkup, mine: &Checkup, theirs: &Checkup, now: Moment) -> Checkup {
    let mut both = theirs.clone();
    each_new(&base.answers, &mine.answers, &mut |question, answer| {
        both.answer(question, answer, now);
    });
    if mine.settled != base.settled {
        both.settled = mine.settled;
        both.settled_rules.clone_from(&mine.settled_rules);
    }
    both
}

/// Each answer that was given, changed, or taken back (then it is empty).
fn each_new(base: &Answers, mine: &Answers, act: &mut dyn FnMut(&str, Answer)) {
    for (question, answer) in mine.iter() {
        if base.to(question) != Some(answer) {
            act(question, answer.clone());
        }
    }
    for (question, _) in base.iter() {
        if mine.to(question).is_none() {
            act(question, Answer::of(&[]));
        }
    }
}

fn take_over<T: PartialEq + Clone>(base: &T, mine: &T, both: &mut T) {
    if base != mine {
        both.clone_from(mine);
    }
}

fn take_over_texts(base: &[String], mine: &[String], both: &mut Vec<String>) {
    both.retain(|text| mine.contains(text) || !base.contains(text));
    for text in mine {
        if !base.contains(text) && !both.contains(text) {
            both.push(text.clone());
        }
    }
}
