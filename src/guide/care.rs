//! What may help: each option with what is known about it, how to do it and who must not.

use crate::guide::condition::Condition;
use crate::guide::content::care::{CARE, EVIDENCE_LABELS};
use crate::guide::finding::Findings;
use crate::guide::order;
use crate::guide::source::Source;
use crate::guide::triage::Urgency;

/// How good the evidence for an option is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// Moderate or high certainty, and an effect that most people would notice.
    Good,
    /// A small effect, or low certainty.
    Some,
    /// Little or none.
    LittleOrNone,
    /// No trial or guideline was found that names it.
    NoneFound,
    /// A guideline advises against routine use.
    AdvisedAgainst,
}

impl Evidence {
    /// The label that is shown.
    pub fn label(self) -> &'static str {
        EVIDENCE_LABELS[self as usize]
    }
}

/// Something that a person can do or ask for.
#[derive(Debug)]
pub struct Care {
    /// Stable id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whether it is for when this bout is over, against the next one.
    pub for_later: bool,
    /// Whether the article lists it among its treatments.
    pub from_article: bool,
    /// The evidence label.
    pub evidence: Evidence,
    /// The number behind the label, with "mostly studied in low back pain" where that is so.
    pub number: &'static str,
    /// What the article says, in short; empty where it says nothing.
    pub article: &'static str,
    /// What is known otherwise.
    pub known: &'static str,
    /// How to do it, a step a line; empty where it is not for doing at home.
    pub how: &'static [&'static str],
    /// Cautions for everyone.
    pub cautions: &'static [&'static str],
    /// Cautions for a person with particular answers.
    pub for_some: &'static [Caution],
    /// Answers with which it is named, with its cautions, but not how to do it.
    pub withheld: Option<Condition>,
    /// Answers with which it comes before the others.
    pub suits: Option<Condition>,
    /// Answers that say it was tried this time.
    pub tried: Option<Condition>,
    /// When to stop.
    pub stop: &'static str,
    /// Where this was read.
    pub sources: &'static [&'static Source],
}

/// A caution that comes from a person's own answers.
#[derive(Debug)]
pub struct Caution {
    /// When it is said.
    pub when: Condition,
    /// What is said.
    pub words: &'static str,
}

/// An option as it is offered to one person.
#[derive(Debug)]
pub struct Offer {
    /// The option.
    pub care: &'static Care,
    /// The cautions that come from this person's answers.
    pub cautions: Vec<&'static Caution>,
    /// Whether their answers withhold it: then it is named, with its cautions, but not how to do it.
    pub withheld: bool,
    /// Whether they have tried it this time.
    pub tried: bool,
}

/// The options for these findings: what suits this person first, then by evidence; what is for later,
/// and what is withheld, last. None while help is needed sooner: care at home is for self-care and
/// routine.
pub fn offers(findings: &Findings, urgency: Urgency) -> Vec<Offer> {
    if urgency >= Urgency::Urgent {
        return Vec::new();
    }
    let mut offers: Vec<_> = CARE
        .iter()
        .map(|care| Offer {
            care,
            cautions: care
                .for_some
                .iter()
                .filter(|caution| caution.when.holds(findings))
                .collect(),
            withheld: care.withheld.is_some_and(|when| when.holds(findings)),
            tried: care.tried.is_some_and(|when| when.holds(findings)),
        })
        .collect();
    order::by_key(&mut offers, |offer| {
        let suits = offer.care.suits.is_some_and(|when| when.holds(findings));
        let last = offer.withheld || offer.care.for_later;
        (last, !suits, offer.care.evidence as u8)
    });
    offers
}
