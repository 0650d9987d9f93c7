//! The names of records. A key of the store is made of one, and so is an address in the app.

use serde::{Deserialize, Serialize};

/// Whether a text can name a record: 1 to 40 lower-case letters, digits and dashes.
pub fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Names one episode, for good.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
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

impl TryFrom<String> for EpisodeId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<EpisodeId, Self::Error> {
        EpisodeId::parse(&text).ok_or("not an id")
    }
}

impl From<EpisodeId> for String {
    fn from(id: EpisodeId) -> String {
        id.0
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

/// Names one reading or treatment within its episode, for good: so that two tabs, or two devices, can
/// add to one episode, and each knows which of its own the other has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct ItemId(u32);

impl TryFrom<u32> for ItemId {
    type Error = &'static str;

    fn try_from(number: u32) -> Result<ItemId, Self::Error> {
        ItemId::stored(number).ok_or("not the id of an item")
    }
}

impl From<ItemId> for u32 {
    fn from(id: ItemId) -> u32 {
        id.0
    }
}

impl ItemId {
    /// Six digits are enough for the few of one episode, and short in the store.
    const LAST: u32 = 999_999;
    /// Version 0.1 drew up to eight.
    const LONGEST: u32 = 99_999_999;

    /// An id from any number that others are unlikely to draw.
    pub fn of(drawn: u32) -> ItemId {
        ItemId(1 + drawn % ItemId::LAST)
    }

    /// The id that version 0.1 gave to an item of this checksum. Never another one: a copy of the record may have
    /// it already.
    pub fn named(checksum: u32) -> ItemId {
        ItemId(1 + checksum % ItemId::LONGEST)
    }

    /// The id that a stored number stands for.
    pub fn stored(number: u32) -> Option<ItemId> {
        (1..=ItemId::LONGEST)
            .contains(&number)
            .then_some(ItemId(number))
    }

    /// The next one: what an id becomes where it is taken already.
    pub fn next(self) -> ItemId {
        ItemId(1 + self.0 % ItemId::LONGEST)
    }

    /// The number that is stored.
    pub fn get(self) -> u32 {
        self.0
    }
}
