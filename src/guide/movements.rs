//! Small movements: how each is done, whom it suits and who must leave it out.

use crate::guide::care::Caution;
use crate::guide::condition::Condition;
use crate::guide::content::movements::{FIRST_SEE_SOMEONE, FOR_NO_ONE, MOVEMENTS};
use crate::guide::finding::{Finding, Findings};
use crate::guide::order;
use crate::guide::source::Source;
use crate::guide::triage::Urgency;

/// A movement.
#[derive(Debug)]
pub struct Movement {
    /// Stable id, stored with the home programme and with what was done. Its drawing has it too.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// For which parts of the back; empty for all.
    pub places: &'static [Finding],
    /// How to do it, a step a line.
    pub steps: &'static [&'static str],
    /// How long and how often, in words.
    pub amount: &'static str,
    /// For how many seconds it is held each time.
    pub hold: u16,
    /// How often, both sides counted, to begin with.
    pub turns: u8,
    /// Whether the left and the right take turns.
    pub sides: bool,
    /// Whom it suits, in words.
    pub suits: &'static str,
    /// Answers with which it comes first.
    pub first: Option<Condition>,
    /// Answers with which it is not offered, each with its reason.
    pub skip: &'static [&'static Caution],
    /// Who else must leave it out, in words: nobody was asked about these.
    pub leave_out: &'static str,
    /// What a person with particular answers must mind.
    pub mind: &'static [&'static Caution],
    /// Where this was read.
    pub sources: &'static [&'static Source],
}

/// A movement as it is offered to one person.
#[derive(Debug)]
pub struct Offered {
    /// The movement.
    pub movement: &'static Movement,
    /// Why it is not offered; empty if it is.
    pub withheld: Vec<&'static Caution>,
    /// What to mind.
    pub mind: Vec<&'static Caution>,
    /// Whether it is for the part of the back that hurts; also where none was named.
    pub fits: bool,
}

impl Offered {
    /// Whether it may be done.
    pub fn is_open(&self) -> bool {
        self.withheld.is_empty()
    }
}

/// Every movement for these findings, first what is offered and fits, in the order in which it suits.
/// While help is needed sooner, none is offered.
pub fn offered(findings: &Findings, urgency: Urgency) -> Vec<Offered> {
    use Finding::{Buttock, LowBack, MiddleBack, Neck, UpperBack};
    let parts = Findings::of(&[Neck, UpperBack, MiddleBack, LowBack, Buttock]);
    let hurts = parts.intersection(findings);
    let holding = |cautions: &[&'static Caution]| {
        let mut holding = cautions.to_vec();
        holding.retain(|caution| caution.when.holds(findings));
        holding
    };
    let mut all = Vec::new();
    for movement in MOVEMENTS {
        let mut withheld = holding(FOR_NO_ONE);
        withheld.extend(holding(movement.skip));
        if urgency >= Urgency::Urgent {
            withheld.insert(0, &FIRST_SEE_SOMEONE);
        }
        let places = Findings::of(movement.places);
        all.push(Offered {
            movement,
            withheld,
            mind: holding(movement.mind),
            fits: hurts.is_empty() || places.is_empty() || !places.intersection(&hurts).is_empty(),
        });
    }
    order::by_key(&mut all, |one| {
        let first = one.movement.first.is_some_and(|when| when.holds(findings));
        (!one.is_open(), !one.fits, !first)
    });
    all
}

/// The movement with this id.
pub fn movement(id: &str) -> Option<&'static Movement> {
    MOVEMENTS.iter().find(|movement| movement.id == id)
}
