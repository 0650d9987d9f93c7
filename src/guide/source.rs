//! Where a statement comes from.

/// A place where a fact was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Who says it and what the text is, as a reader would look for it.
    pub title: &'static str,
    /// Year of the text, or empty where the text names none.
    pub year: &'static str,
    /// Where it can be found: a web address without the scheme, a DOI, or empty for our own caution.
    pub place: &'static str,
}
