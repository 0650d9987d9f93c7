//! The article that the app walks through, statement by statement, each beside what is known.

use crate::guide::source::Source;

/// What the sources say of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The sources that were read agree.
    Supported,
    /// They agree in part, or with each other only in part.
    Mixed,
    /// They were read and do not bear it out.
    NotSupported,
    /// A guideline advises against it.
    AdvisedAgainst,
    /// No source on it was read.
    NoSourceRead,
}

/// One statement of the article.
#[derive(Debug)]
pub struct Statement {
    /// Its number, as in the clinical table ("S1").
    pub id: &'static str,
    /// What the article says, in short.
    pub says: &'static str,
    /// What the sources say of it.
    pub verdict: Verdict,
    /// What is known.
    pub known: &'static str,
    /// Where that was read; empty only for [`Verdict::NoSourceRead`].
    pub sources: &'static [&'static Source],
}

/// A section of the article.
#[derive(Debug)]
pub struct Section {
    /// Its heading in the article.
    pub heading: &'static str,
    /// Its statements, in the article's order.
    pub statements: &'static [Statement],
}
