//! What became of a change, and what the person is told of it.

use std::sync::Arc;

use crate::browser::storage::Fault;

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
    Store(Fault),
    /// What is stored cannot be read, and is not overwritten.
    Unreadable,
    /// The record is gone: erased in another tab.
    Gone,
    /// An episode runs already.
    Running,
}

impl Refusal {
    /// What happened and what to do, for the person.
    pub fn words(self) -> &'static str {
        match self {
            Refusal::Store(Fault::Blocked) => {
                "Not saved: this browser does not let Unknot keep anything. Allow site data for \
                 this page, or open it in a normal (not private) window."
            }
            Refusal::Store(Fault::Full) => {
                "Not saved: the browser's store is full. Nothing was lost. Save a backup in \
                 Settings, then delete some old episodes for good (Diary, Deleted) and try again."
            }
            Refusal::Unreadable => {
                "Not saved: what is stored for this cannot be read by this version, so it is left \
                 as it is. Reload to get the newest version. The Diary saves it as a file."
            }
            Refusal::Gone => "Not saved: this was erased in another tab.",
            Refusal::Running => "A spasm is running already. Nothing was added.",
        }
    }
}

/// What a button of a notice does. It is owned by the notice, not by the page that offered it.
pub type Act = Arc<dyn Fn() + Send + Sync>;

/// Something to tell the person, with one thing to do about it.
#[derive(Clone)]
pub struct Notice {
    /// What is said.
    pub words: String,
    /// A button beside it: its words and what it does.
    pub offer: Option<(&'static str, Act)>,
    /// Whether something went wrong.
    pub is_error: bool,
    /// How many pages were turned since.
    pub(super) pages_since: u8,
}
