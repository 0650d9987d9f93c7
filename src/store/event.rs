//! What the machine hears and what it asks for.

use super::transaction::{Completion, Transaction};

/// Something happened.
#[derive(Debug)]
pub enum Event {
    /// The durable store was opened, or was not.
    Opened(Result<(), Failure>),
    /// The connection was closed: by the browser, or for another version.
    ConnectionLost,
    /// A part of the durable store, of the read with this id.
    Slice(u32, Slice),
    /// The read with this id has ended.
    ReadDone(u32, Result<(), Failure>),
    /// The transaction with this id has completed, or failed.
    Answered(u32, Result<Completion, Failure>),
    /// It is time.
    Woken(Wake),
    /// The page had its turn.
    Continue,
    /// Another tab says something.
    Heard(Message),
    /// Another tab changed this key of the fast store; `None`: everything.
    FastChanged(Option<String>),
    /// The page is looked at again.
    Shown,
    /// Whether the presence marker is there.
    MarkerFound(bool),
}

/// Something to be done.
#[derive(Debug)]
pub enum Effect {
    /// Open the durable store.
    Open,
    /// Read all records of it as of one moment, in slices.
    Read(u32),
    /// Run a transaction.
    Transact(u32, Box<Transaction>),
    /// Say when so many milliseconds are over.
    Wake(Wake, u32),
    /// Let the page have its turn.
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
    /// How often everything was erased.
    pub epoch: u32,
    /// How many transactions have written.
    pub sequence: u32,
    /// Rows of an import that was taken back, with the first slice: another tab, or the fast store, may not have
    /// followed.
    pub reverted: Vec<super::transaction::ImportRow>,
    /// Keys and texts.
    pub records: Vec<(String, String)>,
    /// The key behind which the next slice begins; none with the last.
    pub until: Option<String>,
}

/// Why the durable store did not do what it was asked.
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

/// What a timer was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// Open the connection again.
    Reopen(u32),
    /// Send again what has failed.
    Retry(u32),
    /// The request with this number may have been answered by now.
    Silence(u32),
    /// Say, or say no more, that the durable store is looked through.
    Look(bool),
}

/// What one tab tells the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// These texts are in the durable store.
    Records {
        /// How often everything was erased before.
        epoch: u32,
        /// How many transactions have written.
        sequence: u32,
        /// By key.
        texts: Vec<(String, String)>,
    },
    /// A lot has changed.
    ReadAgain,
    /// Everything was erased, so often by now.
    Erased(u32),
}

/// The presence marker beside both stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// Put it there.
    Leave,
    /// Take it away.
    Remove,
    /// Say whether it is there.
    Find,
}

/// Where the last change has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// Nothing was changed yet.
    Quiet,
    /// It is shown, and on its way to the durable store.
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

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Outcome {
    /// It is stored, and shown.
    Saved,
    /// Nothing changed; what was typed stays where it is.
    Refused(Refusal),
}

/// Why nothing changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The store did not take it.
    Store(super::fast::Fault),
    /// The connection to the durable store is lost, and the fast store has no room.
    Lost,
    /// The durable store did not do it.
    Failed,
    /// The stored text cannot be read, and is not overwritten.
    Unreadable,
    /// The record is gone: erased in another tab.
    Gone,
    /// An episode runs already.
    Running,
}

/// Why an act was not taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotUndone {
    /// Something else was done since.
    Changed,
    /// It was refused, and that is told.
    Refused,
}

/// Something for the person to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// So many records were found again that the fast store had lost.
    FoundAgain(usize),
    /// The durable store had been emptied, and is filled again.
    FilledAgain,
    /// The browser has emptied both stores.
    Cleared,
    /// Everything is erased, in both stores.
    Erased,
    /// Everything was erased in another tab.
    ErasedElsewhere,
    /// Something could not be erased: of the fast store, of the durable one.
    NotErased {
        /// Of the fast store.
        fast: bool,
        /// Of the durable store.
        durable: bool,
    },
    /// Changes were on their way while everything was erased elsewhere: they are not kept.
    Dropped(Vec<(String, String)>),
    /// A change that only the durable store could have kept it has not kept.
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
