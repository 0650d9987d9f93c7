//! Conditions over findings, as data: they can be evaluated, printed as their own reason, and
//! proved reachable. There is deliberately no `Not`: one more finding can never make a condition
//! stop holding, so it can never lower the urgency except through a rule's visible `unless`.

use crate::guide::finding::{Finding, Findings};

/// Something that can be true of a set of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// This finding is there.
    Has(Finding),
    /// Every one of these holds. `All(&[])` always holds: see [`ALWAYS`].
    All(&'static [Condition]),
    /// At least one of these holds.
    Any(&'static [Condition]),
    /// At least this many of these hold.
    AtLeast(usize, &'static [Condition]),
}

/// Holds for everyone.
pub const ALWAYS: Condition = Condition::All(&[]);

/// Holds for no one.
pub const NEVER: Condition = Condition::AtLeast(1, &[]);

impl Condition {
    /// Whether the condition is true of these findings.
    pub fn holds(&self, findings: &Findings) -> bool {
        match self {
            Condition::Has(finding) => findings.has(*finding),
            Condition::All(parts) => parts.iter().all(|part| part.holds(findings)),
            Condition::Any(parts) => parts.iter().any(|part| part.holds(findings)),
            Condition::AtLeast(n, parts) => {
                parts.iter().filter(|part| part.holds(findings)).count() >= *n
            }
        }
    }

    /// Every finding that the condition names.
    pub fn names(&self) -> Findings {
        match self {
            Condition::Has(finding) => Findings::of(&[*finding]),
            Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast(_, parts) => parts
                .iter()
                .fold(Findings::default(), |all, part| all.union(&part.names())),
        }
    }
}
