//! How soon to get help: every rule that fires is reported, and the most urgent one decides.

use crate::guide::condition::Condition;
use crate::guide::content::questions::PRIVATE;
use crate::guide::content::red_flags::RULES;
use crate::guide::finding::Findings;
use crate::guide::order;
use crate::guide::source::Source;

/// How soon to get help, from least to most urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Look after it at home, with a date to check again.
    SelfCare,
    /// See someone in days to weeks.
    Routine,
    /// The same day, or within a day or two.
    Urgent,
    /// Now.
    Emergency,
}

impl Urgency {
    /// All four, least urgent first.
    pub const ALL: [Urgency; 4] = [
        Urgency::SelfCare,
        Urgency::Routine,
        Urgency::Urgent,
        Urgency::Emergency,
    ];

    /// The id that is stored.
    pub fn id(self) -> &'static str {
        match self {
            Urgency::SelfCare => "selfcare",
            Urgency::Routine => "routine",
            Urgency::Urgent => "urgent",
            Urgency::Emergency => "emergency",
        }
    }

    /// After how many days to check again, when no warning sign appears before. Our own judgement.
    pub fn recheck_days(self) -> u8 {
        match self {
            Urgency::SelfCare => 3,
            Urgency::Routine => 7,
            Urgency::Urgent | Urgency::Emergency => 1,
        }
    }

    /// The urgency with this id.
    pub fn from_id(id: &str) -> Option<Urgency> {
        Urgency::ALL.into_iter().find(|urgency| urgency.id() == id)
    }
}

/// Whom a rule sends to, where it is not simply the line of its urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// The number or place of the rule's urgency.
    ByUrgency,
    /// The maternity unit or midwife first; the emergency number where that is quicker.
    Maternity,
    /// A poison line at once, even when feeling well.
    Poison,
    /// As by urgency, and help comes to the person, who must not be moved.
    StayThere,
    /// An ambulance, and no drive: what may come on the way needs hands.
    Ambulance,
    /// The emergency number and a crisis line; for thoughts alone the crisis line first.
    Crisis,
}

/// One rule of the guide.
#[derive(Debug)]
pub struct Rule {
    /// Stable id, stored with a check-up.
    pub id: &'static str,
    /// The row of the clinical tables that it carries out, for a reader who checks it: E1 to E35, U1 to
    /// U9, R1 to R3, B1 to B18, one of their ten design rules ("rule 1"), or where else it stands.
    pub row: &'static str,
    /// How soon, when it fires.
    pub urgency: Urgency,
    /// What makes it fire.
    pub when: Condition,
    /// What stops it, in full view. A rule with an `unless` has a twin of the same `when` without
    /// it, exactly one tier lower.
    pub unless: Option<Condition>,
    /// Why, in words for the person.
    pub because: &'static str,
    /// Whom to contact.
    pub contact: Contact,
    /// Where it was read.
    pub source: &'static Source,
}

impl Rule {
    /// Whether it tells of a thing that is handed on only if the person puts it in.
    pub fn is_private(&self) -> bool {
        !self
            .when
            .names()
            .intersection(&Findings::of(&PRIVATE))
            .is_empty()
    }

    /// Whether the rule fires on these findings.
    pub fn fires(&self, findings: &Findings) -> bool {
        self.when.holds(findings) && !self.unless.is_some_and(|unless| unless.holds(findings))
    }
}

/// What the rules say of some findings.
#[derive(Debug)]
pub struct Triage {
    /// The urgency of the most urgent rule that fired; self-care when none did.
    pub urgency: Urgency,
    /// Every rule that fired, most urgent first, else in the order of the table.
    pub fired: Vec<&'static Rule>,
}

/// Tries every rule on these findings.
pub fn triage(findings: &Findings) -> Triage {
    let mut fired: Vec<_> = RULES.iter().filter(|rule| rule.fires(findings)).collect();
    order::by_key(&mut fired, |rule| std::cmp::Reverse(rule.urgency));
    Triage {
        urgency: fired.first().map_or(Urgency::SelfCare, |rule| rule.urgency),
        fired,
    }
}

/// The rule with this id, if this version of the guide has it.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}
