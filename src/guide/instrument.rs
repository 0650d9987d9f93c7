//! Questionnaires of others, word for word, and which change of their scores may be a real one. Nothing
//! is said of a score by itself: it is a number, not a label on a person.

use crate::guide::source::Source;

/// A questionnaire that is filled in again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instrument {
    /// Pain, enjoyment and general activity: three numbers. Its score is kept in tenths.
    Peg,
    /// Roland-Morris: 24 sentences to tick, for the low back.
    RolandMorris,
}

impl Instrument {
    /// Both.
    pub const ALL: [Instrument; 2] = [Instrument::Peg, Instrument::RolandMorris];

    /// How many days lie between two of them.
    pub fn every_days(self) -> i64 {
        [7, 14][self as usize]
    }

    /// Whether a change may be a real one, and not chance alone. For PEG: one point. For Roland-Morris it
    /// depends on where the person started, and there are starts from which nothing can be said.
    pub fn may_be_real(self, before: u32, now: u32) -> bool {
        let change = before.abs_diff(now);
        match (self, before) {
            (Instrument::Peg, _) => change >= 10,
            (Instrument::RolandMorris, 0..=3) => false,
            (Instrument::RolandMorris, 4..=8) => change >= 4,
            (Instrument::RolandMorris, 9..=12) => change >= 5,
            (Instrument::RolandMorris, 13..=20) => change >= 8,
            (Instrument::RolandMorris, _) => before.saturating_sub(now) >= 8,
        }
    }
}

/// What is said of a questionnaire.
#[derive(Debug)]
pub struct About {
    /// Its name.
    pub name: &'static str,
    /// What it is, for the person who may want it.
    pub wanted: &'static str,
    /// One line when it is time for it.
    pub due: &'static str,
    /// What is said beside a change that may be a real one.
    pub may_be_real: &'static str,
    /// Where it was read.
    pub sources: &'static [&'static Source],
}

/// A question that is answered by a number from 0 to 10.
#[derive(Debug)]
pub struct Rated {
    /// The question.
    pub question: &'static str,
    /// What 0 means.
    pub least: &'static str,
    /// What 10 means.
    pub most: &'static str,
}
