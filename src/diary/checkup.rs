//! A check-up: one taking of the guide's questions, with what was said of it then. An old one is
//! read as it was said, never replayed under newer rules.

use chrono::TimeDelta;

use crate::diary::history::History;
use crate::diary::id::{CheckupId, EpisodeId};
use crate::diary::moment::Moment;
use crate::guide;
use crate::guide::answers::{Answer, Answers};
use crate::guide::content::questions::QUESTIONS;
use crate::guide::interview::{self, Question, replay};
use crate::guide::triage::{self, Rule, Urgency};

/// One taking of the guide's questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Checkup {
    pub id: CheckupId,
    /// How often it was stored, on the device that stored it most often.
    pub revision: u32,
    /// When it was begun.
    pub started: Moment,
    /// When its last question was answered; none while some are open.
    pub finished: Option<Moment>,
    /// The episode that ran when it was begun.
    pub episode: Option<EpisodeId>,
    /// The answers, by question id.
    pub answers: Answers,
    /// Version of the guide that asked.
    pub guide: u16,
    /// The urgency that was given: of a finished one the result, else what the answers so far alone
    /// decide.
    pub urgency: Urgency,
    /// Ids of the rules that fired, most urgent first.
    pub rules: Vec<String>,
    /// When an answer first made it an emergency; none while none does, and in check-ups from before
    /// this was noted.
    pub flagged: Option<Moment>,
    /// What the person said became of that emergency.
    pub settled: Option<Settled>,
    /// Ids of the emergency rules that they said it of. A fired one that is not among them is
    /// another emergency.
    pub settled_rules: Vec<String>,
    /// When each answer was given.
    pub history: History,
}

/// What became of an emergency, as the person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// Whether they got help. If not, the answer was a mistake.
    pub got_help: bool,
    /// When they said so.
    pub at: Moment,
}

impl Checkup {
    /// One with no answers yet, begun during this episode.
    pub fn begun(id: CheckupId, started: Moment, episode: Option<EpisodeId>) -> Checkup {
        let mut checkup = Checkup {
            id,
            revision: 0,
            started,
            finished: None,
            episode,
            answers: Answers::default(),
            guide: guide::VERSION,
            urgency: Urgency::SelfCare,
            rules: Vec::new(),
            flagged: None,
            settled: None,
            settled_rules: Vec::new(),
            history: History::default(),
        };
        checkup.conclude(started);
        checkup
    }

    /// Gives or changes an answer, and notes what the rules say now.
    pub fn answer(&mut self, question: &str, answer: Answer, now: Moment) {
        interview::answer(&mut self.answers, question, answer);
        self.conclude(now);
    }

    /// Ids of the emergency rules that fired. One that this version of the guide lacks is left out.
    pub fn emergency_rules(&self) -> Vec<String> {
        let mut ids = self.rules.clone();
        ids.retain(|id| triage::rule(id).is_some_and(|rule| rule.urgency == Urgency::Emergency));
        ids
    }

    /// The rules that fired, as far as this version of the guide has them.
    pub fn rules_now(&self) -> Vec<&'static Rule> {
        let ids = self.rules.iter();
        ids.filter_map(|id| triage::rule(id)).collect()
    }

    /// Whether it showed an emergency of which the person has not yet said what became of it.
    pub fn is_alarm(&self) -> bool {
        let is_new = |id: &String| !self.settled_rules.contains(id);
        self.urgency == Urgency::Emergency
            && (self.settled.is_none() || self.emergency_rules().iter().any(is_new))
    }

    /// Notes what became of the emergency that it shows, as the person said.
    pub fn settle(&mut self, got_help: bool, at: Moment) {
        self.settled = Some(Settled { got_help, at });
        self.settled_rules = self.emergency_rules();
    }

    /// Whether nothing may be said yet: nothing below urgent is, while questions are open.
    pub fn is_withheld(&self) -> bool {
        self.finished.is_none() && self.urgency < Urgency::Urgent
    }

    /// As it is handed on, in a report, a file or on paper: without what was said of harm to oneself. A
    /// backup has all of it.
    pub fn handed_on(&self) -> Checkup {
        let mut handed_on = self.clone();
        for question in QUESTIONS {
            let Some(answer) = self.answers.to(question.id) else {
                continue;
            };
            let private = question.choices.iter().filter(|choice| choice.is_private());
            let private = private.filter(|choice| answer.has(choice.id));
            let rest = private.fold(answer.clone(), |rest, choice| rest.toggled(choice.id));
            handed_on.answers.give(question.id, rest);
        }
        let is_private = |id: &String| triage::rule(id).is_some_and(Rule::is_private);
        handed_on.rules.retain(|id| !is_private(id));
        handed_on.settled_rules.retain(|id| !is_private(id));
        handed_on
    }

    /// When to check again, if no warning sign appears before; nothing for an emergency.
    pub fn again_on(&self) -> Option<Moment> {
        let days = TimeDelta::days(i64::from(self.urgency.recheck_days()));
        (self.urgency < Urgency::Emergency).then(|| self.started + days)
    }

    /// Whether it was taken by the guide as it is now. Of an older one only what was said then may
    /// be shown.
    pub fn is_current(&self) -> bool {
        self.guide == guide::VERSION
    }

    /// Notes what the rules say of the answers. `now` is when it was finished, or flagged, if it is for the first
    /// time.
    pub(super) fn conclude(&mut self, now: Moment) {
        let replayed = replay(&self.answers);
        let triage = triage::triage(&replayed.findings);
        // What was said of a rule holds as long as the answers that made it fire stand: no other
        // answer ends it, and one that is taken back and given again is news.
        self.settled_rules
            .retain(|id| triage::rule(id).is_some_and(|rule| rule.when.holds(&replayed.findings)));
        if self.settled_rules.is_empty() {
            self.settled = None;
        }
        self.flagged = (triage.urgency == Urgency::Emergency).then(|| self.flagged.unwrap_or(now));
        self.guide = guide::VERSION;
        self.urgency = triage.urgency;
        self.rules = triage
            .fired
            .iter()
            .map(|rule| rule.id.to_string())
            .collect();
        self.finished = replayed
            .open
            .is_empty()
            .then(|| self.finished.unwrap_or(now));
    }
}

/// The answers to these questions, in words. What a choice was called in an older guide is shown
/// by its id.
pub fn answered(
    answers: &Answers,
    questions: impl Iterator<Item = &'static Question>,
) -> Vec<(&'static Question, String)> {
    let words = |question: &'static Question| {
        let said = match answers.to(question.id)? {
            Answer::Number(n) => n.to_string(),
            Answer::Chosen(ids) => {
                let mut words = Vec::new();
                for id in ids {
                    let choice = question.choices.iter().find(|choice| choice.id == id);
                    words.push(choice.map_or(id.as_str(), |choice| choice.words));
                }
                words.join(" · ")
            }
        };
        Some((question, said))
    };
    questions.filter_map(words).collect()
}
