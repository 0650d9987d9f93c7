//! The events that the state machine handles, and the effects that it asks for.

use super::transaction::{Completion, Transaction};

/// An event.
#[derive(Debug)]
pub enum Event {
    /// The durable store was opened, or was not.
    Opened(Result<(), Failure>),
    /// The connection was closed: by the browser, or for another version.
    ConnectionLost,
    /// A slice of the durable store, for the read with this id.
    Slice(u32, Slice),
    /// The read with this id has ended.
    ReadDone(u32, Result<(), Failure>),
    /// The transaction with this id has completed, or failed.
    Answered(u32, Result<Completion, Failure>),
    /// A timer has ended.
    Woken(Wake),
    /// The page could draw and take taps.
    Continue,
    /// A message of another tab.
    Heard(Message),
    /// Another tab changed this key of the fast store; `None`: everything.
    FastChanged(Option<String>),
    /// The page is visible again.
    Shown,
    /// Whether the presence marker is there.
    MarkerFound(bool),
}

/// An effect, which the driver carries out.
#[derive(Debug)]
pub enum Effect {
    /// Open the durable store.
    Open,
    /// Read all records of the durable store from one snapshot, in slices.
    Read(u32),
    /// Run a transaction.
    Transact(u32, Box<Transaction>),
    /// Set a timer, in milliseconds.
    Wake(Wake, u32),
    /// Let the page draw and take taps, then continue.
    Continue,
    /// Tell other tabs.
    Post(Message),
    /// Tell the person.
    Tell(Told),
    /// The presence marker.
    Marker(Marker),
}

/// Records of the durable store, sorted by key.
#[derive(Debug, Clone)]
pub struct Slice {
    /// The epoch of the durable store.
    pub epoch: u32,
    /// The sequence: the number of transactions that have written.
    pub sequence: u32,
    /// The rows of an import that was undone, with the first slice: another tab, or the fast store, may still have its
    /// texts.
    pub reverted: Vec<super::transaction::ImportRow>,
    /// Keys and texts.
    pub records: Vec<(String, String)>,
    /// The last key of the slice; none with the last slice.
    pub until: Option<String>,
}

/// The reason why a request to the durable store failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// This browser has none.
    Absent,
    /// The connection is closed.
    Lost,
    /// There is no room.
    Full,
    /// Anything else. Nothing was written.
    Aborted,
}

/// The purpose of a timer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// Open the connection again.
    Reopen(u32),
    /// Retry failed transactions.
    Retry(u32),
    /// Check whether the request with this number is answered.
    Silence(u32),
    /// Check whether to tell that the durable store is still searched.
    Look(bool),
}

/// A message to the other tabs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// These texts are in the durable store.
    Records {
        /// The epoch.
        epoch: u32,
        /// How many transactions have written.
        sequence: u32,
        /// By key.
        texts: Vec<(String, String)>,
    },
    /// Much has changed: read everything again.
    ReadAgain,
    /// Everything was erased; this is the new epoch.
    Erased(u32),
}

/// A request about the presence marker beside both stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// Create it.
    Leave,
    /// Remove it.
    Remove,
    /// Find out whether it exists.
    Find,
}

/// How safe the last change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// Nothing was changed yet.
    Quiet,
    /// It is shown, and not yet acknowledged by the durable store.
    OnItsWay,
    /// The durable store has it.
    Saved,
    /// There is no durable store, or none that works.
    NoDurable,
    /// The connection to it was lost, and is tried again.
    ConnectionLost,
    /// It has no room.
    Full,
}

/// The outcome of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Outcome {
    /// It is stored, and shown.
    Saved,
    /// Nothing changed; typed text stays in its form.
    Refused(Refusal),
}

/// The reason why a change was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The fault of the fast store.
    Store(super::fast::Fault),
    /// The connection to the durable store is lost, and the fast store has no room.
    Lost,
    /// The transaction of the durable store failed.
    Failed,
    /// The stored text cannot be read, and is not overwritten.
    Unreadable,
    /// The record is gone: erased in another tab.
    Gone,
    /// An episode runs already.
    Running,
}

/// The reason why an act was not undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotUndone {
    /// A later act changed the same records.
    Changed,
    /// It was refused, and that is told.
    Refused,
}

/// A message for the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// So many records were restored from the durable store: the fast store had lost them.
    FoundAgain(usize),
    /// The browser had emptied the durable store. It is filled again.
    FilledAgain,
    /// The browser has emptied both stores.
    Cleared,
    /// Everything is erased, in both stores.
    Erased,
    /// Everything was erased in another tab.
    ErasedElsewhere,
    /// Not everything could be erased. True for a store that is not.
    NotErased {
        /// The fast store.
        fast: bool,
        /// The durable store.
        durable: bool,
    },
    /// Changes were pending while another tab erased everything: they are dropped.
    Dropped(Vec<(String, String)>),
    /// A change is lost: only the durable store could have kept it, and did not.
    NotKept(Refusal),
    /// A change, or an undo, was refused.
    Refused(Refusal),
    /// A restore has written so many records, and can be taken back.
    Restored(usize),
    /// Nothing was restored.
    NotRestored(Refusal),
    /// So many records are as they were before the restore.
    TakenBack(usize),
    /// The restore could not be taken back.
    NotTakenBack(Refusal),
}
