//! Two copies of one record become one: of two stores, two tabs, two devices. [`facts`] says how.

use crate::diary::facts;
use crate::diary::moment::Moment;
use crate::diary::stored;

/// A record that was altered here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Its key.
    pub key: String,
    /// The encoded record that it was altered from; none where it is new.
    pub base: Option<String>,
    /// The encoded record.
    pub mine: String,
    /// When.
    pub at: Moment,
}

impl Edit {
    /// The text to store where `theirs` is stored by now. `None` if that is unreadable, and stays.
    pub fn settled(&self, theirs: Option<&str>) -> Option<String> {
        match theirs {
            Some(theirs) => merge_encoded(&self.key, &self.mine, theirs),
            None => Some(self.mine.clone()),
        }
    }

    /// Folds the next edit of the same record into this one.
    pub fn then(&mut self, next: Edit) {
        let both = merge_encoded(&self.key, &self.mine, &next.mine);
        self.mine = both.unwrap_or(next.mine);
        self.at = next.at;
    }
}

/// Merges two encoded versions of the record under `key`. `None` if either is unreadable: then each stays as it
/// is. Commutative, associative and idempotent.
pub fn merge_encoded(key: &str, one: &str, other: &str) -> Option<String> {
    if one == other {
        return Some(one.to_string());
    }
    let a = stored::decode(key, one).ok()?;
    let b = stored::decode(key, other).ok()?;
    let both = facts::merge(&a, &b);
    // A copy that holds everything already stays in the form it is written in.
    Some(match (both == a, both == b) {
        (true, true) => one.max(other).to_string(),
        (true, false) => one.to_string(),
        (false, true) => other.to_string(),
        (false, false) => stored::encode(&both),
    })
}
