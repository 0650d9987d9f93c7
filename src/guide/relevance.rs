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
        let is_here = unanswered.iter().any(|here| here.id == question.id);
        let may_come = is_here || !question.asked_when.holds(findings);
        let told = question.tells(&open.could).without(findings);
        if !may_come || told.common(&wanted).is_empty() {
            continue;
        }
        if is_here {
            worth.push(question);
        } else {
            wanted = wanted.and(&question.asked_when.names());
        }
        for choice in question.choices {
            if !choice.when.holds(findings) {
                wanted = wanted.and(&choice.when.names());
            }
        }
    }
    worth.reverse();
    worth
}

/// What the answers so far leave open.
struct Open<'a> {
    findings: &'a Findings,
    /// Everything that could still come to be known, with what is known.
    could: Findings,
}

impl Open<'_> {
    fn of<'a>(findings: &'a Findings, unanswered: &[&'static Question]) -> Open<'a> {
        let mut could = *findings;
        for question in QUESTIONS {
            // One that is not asked yet may come to be asked by an answer before it.
            let may_come = unanswered.iter().any(|here| here.id == question.id)
                || (!question.asked_when.holds(findings) && question.asked_when.holds(&could));
            if may_come {
                could = could.and(&question.tells(&could));
            }
        }
        Open { findings, could }
    }

    /// The findings that would change something.
    fn wanted(&self) -> Findings {
        let triage = triage(self.findings);
        let mut wanted = Findings::default();
        // A more urgent rule that could still fire.
        for rule in RULES {
            if rule.urgency > triage.urgency && rule.when.holds(&self.could) {
                wanted = wanted.and(&rule.when.names());
            }
        }
        // The exceptions of the rules that decide, where each of these could still be stopped.
        let mut deciding = triage.fired;
        deciding.retain(|rule| rule.urgency == triage.urgency);
        let exception = |rule: &Rule| rule.unless.filter(|unless| unless.holds(&self.could));
        if deciding.iter().all(|rule| exception(rule).is_some()) {
            for unless in deciding.into_iter().filter_map(exception) {
                wanted = wanted.and(&unless.names());
            }
        }
        if triage.urgency < Urgency::Emergency {
            wanted = wanted.and(&self.wanted_for_causes());
        }
        if triage.urgency < Urgency::Urgent {
            wanted = wanted.and(&wanted_for_care());
        }
        wanted
    }

    /// For what it may come from, and how long that lasts.
    fn wanted_for_causes(&self) -> Findings {
        let mut wanted = Findings::default();
        for cause in CAUSES {
            if cause.from_article || cause.when.holds(&self.could) {
                wanted = wanted.and(&cause.when.names());
                wanted = wanted.and(&Findings::of(cause.away));
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
            wanted = wanted.and(&condition.names());
        }
        for caution in care.for_some {
            wanted = wanted.and(&caution.when.names());
        }
    }
    wanted
}
