//! What it may come from: which answers point toward a cause and which away from it. Never a
//! percentage, never one named diagnosis.

use crate::guide::condition::Condition;
use crate::guide::content::causes::CAUSES;
use crate::guide::finding::{Finding, Findings};
use crate::guide::order;
use crate::guide::source::Source;

/// Something that back spasms may come from.
#[derive(Debug)]
pub struct Cause {
    /// Stable id.
    pub id: &'static str,
    /// Its name, with the everyday one first.
    pub name: &'static str,
    /// What it is and how sure anyone can be from answers alone.
    pub words: &'static str,
    /// Whether the article names it. If not it stands under "also worth knowing".
    pub from_article: bool,
    /// What must be so before it is named at all (a place, an age); [`ALWAYS`] for the article's.
    ///
    /// [`ALWAYS`]: crate::guide::condition::ALWAYS
    pub when: Condition,
    /// Answers that point toward it.
    pub toward: &'static [Pointer],
    /// Answers that point away from it.
    pub away: &'static [Finding],
    /// Where this was read.
    pub sources: &'static [&'static Source],
}

/// An answer that points toward a cause.
#[derive(Debug, Clone, Copy)]
pub struct Pointer {
    /// The answer's finding.
    pub finding: Finding,
    /// How strongly: 3 strong, 2 moderate, 1 weak. Only used to put causes in order.
    pub weight: u8,
}

/// What each answer that points away takes from the weight.
const AWAY: i32 = 2;

/// A cause beside a person's answers.
#[derive(Debug)]
pub struct Possible {
    /// The cause.
    pub cause: &'static Cause,
    /// What points toward it; nothing where that is only an age or a sex.
    pub toward: Findings,
    /// What points away from it.
    pub away: Findings,
    weight: i32,
}

impl Possible {
    fn of(cause: &'static Cause, findings: &Findings) -> Possible {
        let mut toward = Findings::default();
        let mut weight = 0;
        for pointer in cause.toward {
            if findings.has(pointer.finding) {
                toward.add(pointer.finding);
                weight += i32::from(pointer.weight);
            }
        }
        if toward.iter().all(Finding::is_age_or_sex) {
            (toward, weight) = (Findings::default(), 0);
        }
        let away = Findings::of(cause.away).intersection(findings);
        weight -= AWAY * away.iter().count() as i32;
        Possible {
            cause,
            toward,
            away,
            weight,
        }
    }
}

/// Every cause that the answers point toward, the most pointed-at first. A cause with no answer
/// toward it, or whose `when` does not hold, is left out, unless the article names it: those all
/// appear.
pub fn possible(findings: &Findings) -> Vec<Possible> {
    let mut all: Vec<_> = CAUSES
        .iter()
        .map(|cause| Possible::of(cause, findings))
        .filter(|possible| {
            let cause = possible.cause;
            cause.from_article || (cause.when.holds(findings) && !possible.toward.is_empty())
        })
        .collect();
    // What nothing points to comes last, whatever points away from it.
    order::by_key(&mut all, |possible| {
        (
            possible.toward.is_empty(),
            std::cmp::Reverse(possible.weight),
        )
    });
    all
}
