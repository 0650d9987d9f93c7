//! Two forms of one day. The one that was stored more often counts; of equals, ticks unite and the
//! greater value counts. Whatever one of them said and the outcome does not is kept as an earlier value.

use super::change::{take_over, take_over_texts};
use super::unite_texts;
use crate::diary::day::{Day, Earlier, Scale};
use crate::diary::marks::Kind;
use crate::guide::movements::movement;

/// Two forms of one day.
pub fn days(one: &Day, other: &Day) -> Day {
    let mut both = match one.revision.cmp(&other.revision) {
        std::cmp::Ordering::Greater => one.clone(),
        std::cmp::Ordering::Less => other.clone(),
        std::cmp::Ordering::Equal => joined(one, other),
    };
    both.earlier = earlier(&both, [one, other].map(told));
    both
}

/// Two that were stored as often.
fn joined(one: &Day, other: &Day) -> Day {
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
    if one.notes < other.notes {
        both.notes.clone_from(&other.notes);
    }
    both
}

/// A day that was altered here from `base` to `mine`, while `theirs` was stored elsewhere.
pub fn change_day(base: &Day, mine: &Day, theirs: &Day) -> Day {
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
    // There, said one; not there, the other: what was said here counts.
    let Day {
        absent, triggers, ..
    } = &mut both;
    let is_mine = |id: &String| mine.absent.contains(id) && !base.absent.contains(id);
    absent.retain(|id| !triggers.contains(id) || is_mine(id));
    triggers.retain(|id| !absent.contains(id));
    take_over_texts(&base.markers, &mine.markers, &mut both.markers);
    take_over_texts(&base.sessions, &mine.sessions, &mut both.sessions);
    // Of what both altered, theirs. What only I took back was mine to take back.
    let known = said(base);
    let mut altered_twice = said(theirs);
    altered_twice.retain(|one| !known.contains(one));
    altered_twice.extend_from_slice(&theirs.earlier);
    both.earlier = earlier(&both, [altered_twice, mine.earlier.clone()]);
    both
}

/// What a day said when it was opened, and does not say by now, is kept as an earlier value.
pub fn keep_earlier(found: &Day, day: &mut Day) {
    day.earlier = earlier(day, [said(found), day.earlier.clone()]);
}

/// All that a form says, and the earlier values that it knows of.
fn told(day: &Day) -> Vec<Earlier> {
    let mut told = said(day);
    told.extend_from_slice(&day.earlier);
    told
}

/// Of what was told, all that the day does not say by now: sorted, each once, and no part of a longer note
/// (one is stored with each letter).
fn earlier(day: &Day, told: [Vec<Earlier>; 2]) -> Vec<Earlier> {
    let now = said(day);
    let mut all: Vec<Earlier> = Vec::new();
    for one in told.into_iter().flatten() {
        if let Err(place) = all.binary_search(&one) {
            all.insert(place, one);
        }
    }
    let is_in = |one: &Earlier, other: &Earlier| {
        one.what == other.what
            && (one.was == other.was || one.what == NOTES && other.was.contains(one.was.as_str()))
    };
    let mut earlier = all.clone();
    earlier.retain(|one| {
        let is_now = now.iter().any(|is| is_in(one, is));
        !is_now && !all.iter().any(|other| other != one && is_in(one, other))
    });
    earlier
}

/// What notes are called: of them a part is no value of its own.
const NOTES: &str = "Notes";

/// All that is said of a day, in words, each tick by itself.
fn said(day: &Day) -> Vec<Earlier> {
    let mut said = Vec::new();
    let mut say = |what: &str, was: String| {
        let what = what.to_string();
        said.push(Earlier { what, was });
    };
    if day.no_spasm {
        say("No spasm this day", "ticked".to_string());
    }
    if let Some(pain) = day.pain {
        say("Pain", pain.get().to_string());
    }
    for (name, scale) in [
        ("Night", Scale::Sleep),
        ("Stiffness", Scale::Stiffness),
        ("Mood", Scale::Mood),
    ] {
        if let Some(n) = day.scale(scale) {
            say(name, n.to_string());
        }
    }
    if let Some(work) = day.work {
        say("Work done", work.words().to_string());
    }
    if let Some(peg) = day.peg {
        say("PEG", listed(&mut peg.into_iter().map(u32::from)));
    }
    if let Some(ticked) = day.roland_morris {
        let mut numbers = (1..=24).filter(|n| ticked >> (n - 1) & 1 == 1);
        say("Roland-Morris, sentences", listed(&mut numbers));
    }
    for id in &day.triggers {
        say("There", Kind::Trigger.words(id).to_string());
    }
    for id in &day.absent {
        say("Not there", Kind::Trigger.words(id).to_string());
    }
    for marker in &day.markers {
        say("What happened", marker.clone());
    }
    for id in &day.sessions {
        let done = movement(id).map_or(id.as_str(), |movement| movement.name);
        say("Done", done.to_string());
    }
    if !day.notes.is_empty() {
        say(NOTES, day.notes.clone());
    }
    said
}

/// "1, 4, 7"; "none".
fn listed(numbers: &mut dyn Iterator<Item = u32>) -> String {
    let mut words = String::new();
    for n in numbers {
        if !words.is_empty() {
            words.push_str(", ");
        }
        words.push_str(&n.to_string());
    }
    if words.is_empty() {
        "none".to_string()
    } else {
        words
    }
}
