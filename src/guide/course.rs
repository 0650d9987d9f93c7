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

/// The courses for the places that a person named, in the order of the table.
pub fn courses(findings: &Findings) -> Vec<&'static Course> {
    COURSES
        .iter()
        .filter(|course| findings.has(course.place))
        .collect()
}
