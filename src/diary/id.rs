//! The names of records. A key of the store is made of one, and so is an address in the app.

/// Whether a text can name a record: 1 to 40 lower-case letters, digits and dashes.
pub fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Names one episode, for good.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EpisodeId(String);

impl EpisodeId {
    /// An id from its text, if it can be one; see [`is_id`].
    pub fn parse(text: &str) -> Option<EpisodeId> {
        is_id(text).then(|| EpisodeId(text.to_string()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Names one check-up, for good.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CheckupId(String);

impl CheckupId {
    /// An id from its text, if it can be one; see [`is_id`].
    pub fn parse(text: &str) -> Option<CheckupId> {
        is_id(text).then(|| CheckupId(text.to_string()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
