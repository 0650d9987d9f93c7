//! Merges two copies of one record: of two stores, two tabs or two devices; see [`facts`].

use crate::diary::facts;
use crate::diary::stored;

/// Merges two encoded versions of the record under `key`. `None` if either is unreadable: then each stays as it
/// is. Commutative, associative and idempotent.
pub fn merge_encoded(key: &str, one: &str, other: &str) -> Option<String> {
    if one == other {
        return Some(one.to_string());
    }
    let a = stored::decode(key, one).ok()?;
    let b = stored::decode(key, other).ok()?;
    let both = facts::merge(&a, &b);
    // A copy that already holds everything keeps its encoded form.
    Some(match (both == a, both == b) {
        (true, true) => one.max(other).to_string(),
        (true, false) => one.to_string(),
        (false, true) => other.to_string(),
        (false, false) => stored::encode(&both),
    })
}
