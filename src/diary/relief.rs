//! What may be offered to ease it, and in which order: by the last check's answers, by what was noted
//! of the episode, and by how old the check is. Where that says nothing any more, the danger check
//! comes first.

use chrono::TimeDelta;

use crate::diary::Diary;
use crate::diary::again::{Again, again};
use crate::diary::before::Before;
use crate::diary::checkup::Checkup;
use crate::diary::episode::Episode;
use crate::diary::id::CheckupId;
use crate::diary::marks::MarkKind;
use crate::diary::moment::Moment;
use crate::diary::place::Level;
use crate::diary::radiation::{OF_THE_LEG, PARTS, SIDES};
use crate::diary::session::Step;
use crate::guide::finding::{Finding, Findings};
use crate::guide::interview::{self, replay};
use crate::guide::movements::{self, Offered};
use crate::guide::order;
use crate::guide::triage::Urgency;

/// So long a check says what suits the person now.
const FRESH: TimeDelta = TimeDelta::hours(24);
/// So long after it eased an episode still takes what was done for it.
const STILL_OPEN: TimeDelta = TimeDelta::hours(24);
/// So many movements one session has at most.
const MOVEMENTS: usize = 3;

/// Why the danger check comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// There was none in the last day.
    NoCheck,
    /// Something changed since.
    Again(Again),
    /// It got worse while it was being eased.
    Worse,
}

/// What the diary says of a person who wants relief now.
#[derive(Debug)]
pub struct Gate {
    /// Why the danger check comes first, if it does. Then nothing else is offered.
    pub first: Option<First>,
    /// The check that counts.
    pub check: Option<CheckupId>,
    /// Whether it was answered whole. Before that no movement is offered.
    pub is_whole: bool,
    /// How soon to get help, as it said.
    pub urgency: Urgency,
    /// Everything that is known: from the check, of the person, and of the episode.
    pub findings: Findings,
}

/// Looks at the diary. `worse` is when the person last said that it got worse while it was being eased:
/// a check from before that says nothing any more.
pub fn gate(diary: &Diary, worse: Option<Moment>, now: &Moment) -> Gate {
    let oldest = *now - FRESH;
    let danger = interview::first().id;
    let mut fresh = diary.checkups();
    fresh.retain(|check| {
        check.is_current()
            && check.answers.to(danger).is_some()
            && check.started > oldest
            && check.started <= *now
    });
    let running = diary.running();
    let changed = running.and_then(|episode| again(diary, episode, now));
    let worse = worse.filter(|worse| fresh.first().is_none_or(|check| check.started <= *worse));
    let first = match (fresh.first(), changed) {
        _ if worse.is_some() => Some(First::Worse),
        (_, Some(again @ Again::Worse { .. })) => Some(First::Again(again)),
        (None, Some(again)) => Some(First::Again(again)),
        (None, None) => Some(First::NoCheck),
        (Some(_), _) => None,
    };
    let mut findings = running.map(noted).unwrap_or_default();
    if let Some(profile) = diary.profile() {
        findings = findings.union(&replay(&profile.answers).findings);
    }
    // One that was broken off takes nothing back of those before it.
    let mut urgency = Urgency::SelfCare;
    for check in &fresh {
        urgency = urgency.max(check.urgency);
        findings = findings.union(&replay(&check.answers).findings);
        if check.finished.is_some() {
            break;
        }
    }
    Gate {
        first,
        check: fresh.first().map(|check: &&Checkup| check.id.clone()),
        is_whole: fresh.first().is_some_and(|check| check.finished.is_some()),
        urgency,
        findings,
    }
}

impl Gate {
    /// Every movement, each offered or withheld with its reason.
    pub fn movements(&self) -> Vec<Offered> {
        movements::offered(&self.findings, self.urgency)
    }

    /// The steps of a session. None while the danger check comes first, or help is needed now; where it
    /// is needed today, nothing but a position and the breath. Of the movements that may be done, those
    /// that helped this person before come first.
    pub fn steps(&self, before: &Before) -> Vec<Step> {
        if self.first.is_some() || self.urgency == Urgency::Emergency {
            return Vec::new();
        }
        let mut steps = vec![Step::Position];
        // With a heart disease a doctor is asked first.
        if !self.findings.has(Finding::HeartDisease) {
            steps.push(Step::Breathing);
        }
        if self.urgency < Urgency::Urgent {
            if self.is_whole {
                let mut fitting = self.movements();
                // What has to be minded is read first, in the list of movements.
                fitting.retain(|one| one.is_open() && one.fits && one.mind.is_empty());
                order::by_key(&mut fitting, |one| before.rank(one.movement.id));
                for one in fitting.into_iter().take(MOVEMENTS) {
                    steps.push(Step::Movement(one.movement));
                }
            }
            if !self.findings.has(Finding::PoorSensation) {
                steps.push(Step::Warmth);
            }
        }
        steps.push(Step::Next);
        steps
    }
}

/// Warmth and cold, by their treatments: what helped this person more often comes first.
pub fn warmth(before: &Before) -> [&'static str; 2] {
    if before.rank("ice") < before.rank("heat") {
        ["ice", "heat"]
    } else {
        ["heat", "ice"]
    }
}

/// What was noted of an episode, as the guide's findings: the more cautious reading of each.
pub fn noted(episode: &Episode) -> Findings {
    use Finding::*;
    let mut found = Findings::default();
    let levels = [Neck, UpperBack, MiddleBack, LowBack, Buttock];
    for (level, finding) in Level::ALL.iter().zip(levels) {
        if episode.places.at(*level) {
            found.add(finding);
        }
    }
    for n in 0..PARTS.len() {
        if SIDES.iter().any(|side| episode.radiation.has(n, *side)) {
            match n {
                0 | 1 => found.add(ThighPain),
                n if n < OF_THE_LEG => found.add(BelowKneePain),
                _ => found.add(ArmPain),
            }
        }
    }
    let marks = [
        (MarkKind::Symptom, "numb", LegNumb),
        (MarkKind::Symptom, "tingling", LegNumb),
        (MarkKind::Symptom, "weak", LegWeakness),
        (MarkKind::Symptom, "dizzy", FaceEyeSpeech),
        (MarkKind::Trigger, "injury", AfterBlow),
    ];
    for (kind, id, finding) in marks {
        if episode.marks.has(kind, id) {
            found.add(finding);
        }
    }
    found
}

/// The episode that takes what is done now: the one that runs, or one that eased within a day.
pub fn episode_of<'a>(diary: &'a Diary, now: &Moment) -> Option<&'a Episode> {
    diary.running().or_else(|| {
        let is_open = |end: Moment| end > *now - STILL_OPEN;
        diary
            .last_ended()
            .filter(|episode| episode.end.is_some_and(is_open))
    })
}
