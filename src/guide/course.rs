//! How long such things usually last: published averages for one part of the back. Where none was
//! read it says so. Averages are averages: a band, never a promise.

use crate::guide::content::course::COURSES;
use crate::guide::finding::{Finding, Findings};
use crate::guide::source::Source;

/// What is known of the course of pain in one part of the spine.
#[derive(Debug)]
pub struct Course {
    /// The part, as a finding of the place question.
    pub place: Finding,
    /// What is known, a sentence a line.
    pub words: &'static [&'static str],
    /// Published mean pain over time; empty where none was read.
    pub points: &'static [Point],
    /// Where this was read.
    pub sources: &'static [&'static Source],
}

/// A published mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Days since the pain began.
    pub day: u16,
    /// Mean pain, 0 to 100.
    pub pain: u8,
    /// Lower end of its 95 % interval, 0 to 100.
    pub low: u8,
    /// Upper end of its 95 % interval, 0 to 100.
    pub high: u8,
}

/// On which day of the pain a person is, the first being day 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PainDay {
    /// As their episode was timed.
    Timed(u16),
    /// As they said: not before the first of these days, and not after the second, if there is one.
    Said(u16, Option<u16>),
}

impl PainDay {
    /// What the answer to "how long?" tells.
    pub fn said(findings: &Findings) -> Option<PainDay> {
        let spans = [
            (Finding::OverThreeMonths, PainDay::Said(92, None)),
            (Finding::OverSixWeeks, PainDay::Said(43, Some(91))),
            (Finding::OverFourWeeks, PainDay::Said(29, Some(42))),
            (Finding::TwoToSixWeeks, PainDay::Said(15, Some(28))),
            (Finding::UnderTwoWeeks, PainDay::Said(1, Some(14))),
        ];
        let said = spans.into_iter().find(|(told, _)| findings.has(*told));
        said.map(|(_, day)| day)
    }

    /// The first day that it can be.
    pub fn first(self) -> u16 {
        match self {
            PainDay::Timed(day) | PainDay::Said(day, _) => day,
        }
    }

    /// The last day that it can be, if that is known.
    pub fn last(self) -> Option<u16> {
        match self {
            PainDay::Timed(day) => Some(day),
            PainDay::Said(_, last) => last,
        }
    }
}

/// The courses for the places that a person named, in the order of the table.
pub fn courses(findings: &Findings) -> Vec<&'static Course> {
    COURSES
        .iter()
        .filter(|course| findings.has(course.place))
        .collect()
}
