//! A record that was altered here while another form of it was stored elsewhere.

use super::day::change_day;
use super::{merged, said, unite_items};
use crate::diary::checkup::Checkup;
use crate::diary::episode::{Amended, Episode};
use crate::diary::marks::Kind;
use crate::diary::moment::Moment;
use crate::diary::place::Places;
use crate::diary::radiation::Radiation;
use crate::diary::stored::{self, Record};
use crate::guide::answers::{Answer, Answers};

/// What a record comes to, of its base, what it became, another form of it, and when.
type Change = fn(Option<&Record>, &Record, &Record, Moment) -> Record;

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
        self.brought(theirs, change)
    }

    fn brought(&self, theirs: &str, change: Change) -> Option<String> {
        let read = |text| stored::decode(&self.key, text).ok();
        let base = self.base.as_deref().and_then(read);
        let both = change(base.as_ref(), &read(&self.mine)?, &read(theirs)?, self.at);
        Some(stored::encode(&both))
    }

    /// Takes up what was altered here next, before this one was stored. That was made of what the tab
    /// saw by then, which may have been the form of another tab that had not heard of all that this one
    /// is made of: only the alteration itself is taken up.
    pub fn then(&mut self, next: Edit) {
        let is_on_top = next.base.as_ref() == Some(&self.mine);
        let both = (!is_on_top).then(|| next.brought(&self.mine, alteration));
        self.mine = both.flatten().unwrap_or(next.mine);
        self.at = next.at;
    }
}

/// What a record comes to that was altered from `base` to `mine`, where another form of it is stored by
/// now. Both were altered: each alteration counts, and of the same thing altered twice mine does.
pub fn change(base: Option<&Record>, mine: &Record, theirs: &Record, now: Moment) -> Record {
    if base == Some(theirs) || mine == theirs {
        return mine.clone();
    }
    // What is stored there may have missed what this was made of.
    let caught_up = match base {
        Some(base) if theirs.revision() < base.revision() => merged(base, theirs),
        _ => theirs.clone(),
    };
    alteration(base, mine, &caught_up, now)
}

/// What was altered from `base` to `mine`, and that alone, on top of theirs.
fn alteration(base: Option<&Record>, mine: &Record, theirs: &Record, now: Moment) -> Record {
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

/// Takes over what was altered here.
pub(super) fn take_over<T: PartialEq + Clone>(base: &T, mine: &T, both: &mut T) {
    if base != mine {
        both.clone_from(mine);
    }
}

/// Takes over what was ticked, and unticked, here.
pub(super) fn take_over_texts(base: &[String], mine: &[String], both: &mut Vec<String>) {
    both.retain(|text| mine.contains(text) || !base.contains(text));
    for text in mine {
        if !base.contains(text) && !both.contains(text) {
            both.push(text.clone());
        }
    }
}
