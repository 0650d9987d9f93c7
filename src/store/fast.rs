//! The interface of the fast store (localStorage). It is synchronous, so it is passed in as a value, where the durable
//! store is asked by effects. The browser's driver and the simulator implement it.

use std::collections::BTreeMap;

use super::merge;
use super::planted::Planted;
use crate::diary::moment::Moment;
use crate::diary::stored::{self, Record};

/// A fault of the fast store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The browser keeps this page from storing anything.
    Blocked,
    /// There is no room left.
    Full,
}

/// A synchronous store of texts by key.
pub trait Fast {
    /// The text under a key.
    ///
    /// # Errors
    /// [`Fault::Blocked`].
    fn read(&self, key: &str) -> Result<Option<String>, Fault>;
    /// Stores a text.
    ///
    /// # Errors
    /// [`Fault`]; then the earlier text is still there.
    fn write(&mut self, key: &str, text: &str) -> Result<(), Fault>;
    /// Removes a key.
    ///
    /// # Errors
    /// [`Fault::Blocked`].
    fn remove(&mut self, key: &str) -> Result<(), Fault>;
    /// Every key of the app with this prefix, sorted.
    ///
    /// # Errors
    /// [`Fault::Blocked`].
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault>;
    /// Calls `see` with each of these keys that exists, and its text.
    ///
    /// # Errors
    /// [`Fault::Blocked`].
    fn each(&self, keys: &[String], see: &mut dyn FnMut(&str, &str)) -> Result<(), Fault>;
    /// The code units that other pages of this origin store: all share one quota.
    fn taken_by_others(&self) -> usize;
}

/// The inputs of one call of the state machine: the fast store, the time, and random numbers.
pub struct Context<'a> {
    /// The fast store.
    pub fast: &'a mut dyn Fast,
    /// The time now.
    pub now: Moment,
    /// Draws a random number.
    pub random: u32,
}

/// The outcome of writing a text into the fast store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It is stored.
    Done,
    /// The stored text is unreadable, and stays.
    Unreadable,
    /// The store refused.
    Refused(Fault),
}

/// Merges a text with the stored one. An unreadable text is never overwritten.
pub fn put_merged(
    fast: &mut dyn Fast,
    key: &str,
    text: &str,
    planted: Option<Planted>,
) -> (Put, String) {
    let there = fast.read(key).ok().flatten();
    let Some(both) = merged_with(key, text, there.as_deref(), planted) else {
        return (Put::Unreadable, text.to_string());
    };
    if there.as_deref() == Some(&both) {
        return (Put::Done, both);
    }
    if planted == Some(Planted::ForgetTombstone) && is_tombstone(key, &both) {
        let _ = fast.remove(key);
        return (Put::Done, both);
    }
    match fast.write(key, &both) {
        Ok(()) => (Put::Done, both),
        Err(fault) => (Put::Refused(fault), both),
    }
}

/// Merges a text with the stored one. `None` if either is unreadable.
pub fn merged_with(
    key: &str,
    text: &str,
    there: Option<&str>,
    planted: Option<Planted>,
) -> Option<String> {
    match there {
        None => Some(text.to_string()),
        Some(there) if there == text => Some(text.to_string()),
        Some(there) => merge(key, text, there, planted),
    }
}

/// Whether this is the tombstone of a record that was deleted for good.
pub fn is_tombstone(key: &str, text: &str) -> bool {
    matches!(stored::decode(key, text), Ok(Record::Tombstone(_)))
}

/// Merges a text into a map of texts by key.
pub fn put_into(
    texts: &mut BTreeMap<String, String>,
    key: &str,
    text: String,
    planted: Option<Planted>,
) {
    let there = texts.get(key).map(String::as_str);
    // Here an unreadable text is replaced: this map is memory, not a store.
    let both = merged_with(key, &text, there, planted).unwrap_or(text);
    texts.insert(key.to_string(), both);
}
