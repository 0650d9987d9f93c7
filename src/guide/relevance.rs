//! Which questions are worth asking: those of which some answer could still change what is said.
//! How soon to get help comes first; then what it may come from, how long it lasts and what helps,
//! as far as that is shown at all.

use crate::guide::content::care::CARE;
use crate::guide::content::causes::CAUSES;
use crate::guide::content::course::COURSES;
use crate::guide::content::questions::QUESTIONS;
use crate::guide::content::red_flags::RULES;
use crate::guide::finding::Findings;
use crate::guide::interview::Question;
use crate::guide::triage::{Rule, Urgency, triage};

/// Of these questions without an answer, given in their order, those worth asking.
pub fn worth_asking(
    findings: &Findings,
    unanswered: Vec<&'static Question>,
) -> Vec<&'static Question> {
    let open = Open::of(findings, &unanswered);
    // From the last to the first: a question is worth asking also for a later one that it brings.
    let mut wanted = open.wanted();
    let mut worth = Vec::new();
    for question in QUESTIONS.iter().rev() {
        let told = question.tells(&open.could).difference(findings);
        if !open.may_come(question) || told.intersection(&wanted).is_empty() {
            continue;
        }
        if open.is_here(question) {
            worth.push(question);
        } else {
            wanted = wanted.union(&question.asked_when.names());
        }
        for choice in question.choices {
            if !choice.when.holds(findings) {
                wanted = wanted.union(&choice.when.names());
            }
        }
    }
    worth.reverse();
    worth
}

/// What the answers so far leave open.
struct Open<'a> {
    findings: &'a Findings,
    /// The questions that are asked and have no answer.
    unanswered: &'a [&'static Question],
    /// Everything that could still come to be known, with what is known.
    could: Findings,
}

impl Open<'_> {
    fn of<'a>(findings: &'a Findings, unanswered: &'a [&'static Question]) -> Open<'a> {
        let mut open = Open {
            findings,
            unanswered,
            could: *findings,
        };
        for question in QUESTIONS {
            if open.may_come(question) {
                open.could = open.could.union(&question.tells(&open.could));
            }
        }
        open
    }

    fn is_here(&self, question: &Question) -> bool {
        self.unanswered.iter().any(|here| here.id == question.id)
    }

    /// Whether it is asked, or may come to be by an answer to a question before it.
    fn may_come(&self, question: &Question) -> bool {
        let is_asked = question.asked_when.holds(self.findings);
        self.is_here(question) || (!is_asked && question.asked_when.holds(&self.could))
    }

    /// The findings that would change something.
    fn wanted(&self) -> Findings {
        let triage = triage(self.findings);
        let mut wanted = Findings::default();
        // A more urgent rule that could still fire.
        for rule in RULES {
            if rule.urgency > triage.urgency && rule.when.holds(&self.could) {
                wanted = wanted.union(&rule.when.names());
            }
        }
        // The exceptions of the rules that decide, where each of these could still be stopped.
        let mut deciding = triage.fired;
        deciding.retain(|rule| rule.urgency == triage.urgency);
        let exception = |rule: &Rule| rule.unless.filter(|unless| unless.holds(&self.could));
        if deciding.iter().all(|rule| exception(rule).is_some()) {
            for unless in deciding.into_iter().filter_map(exception) {
                wanted = wanted.union(&unless.names());
            }
        }
        if triage.urgency < Urgency::Emergency {
            wanted = wanted.union(&self.wanted_for_causes());
        }
        if triage.urgency < Urgency::Urgent {
            wanted = wanted.union(&wanted_for_care());
        }
        wanted
    }

    /// For what it may come from, and how long that lasts.
    fn wanted_for_causes(&self) -> Findings {
        let mut wanted = Findings::default();
        for cause in CAUSES {
            if cause.when.holds(&self.could) {
                wanted = wanted.union(&cause.when.names());
                wanted = wanted.union(&Findings::of(cause.away));
                for pointer in cause.toward {
                    wanted.add(pointer.finding);
                }
            }
        }
        for course in COURSES {
            wanted.add(course.place);
        }
        wanted
    }
}

/// For what may help, and for whom not.
fn wanted_for_care() -> Findings {
    let mut wanted = Findings::default();
    for care in CARE {
        let conditions = [care.withheld, care.suits, care.tried];
        for condition in conditions.iter().flatten() {
            wanted = wanted.union(&condition.names());
        }
        for caution in care.for_some {
            wanted = wanted.union(&caution.when.names());
        }
    }
    wanted
}
