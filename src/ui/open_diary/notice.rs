//! Notices: messages above every page, until they are closed.

use crate::words::Word;
use std::sync::Arc;

/// The button of a notice: its words, and its action. It outlives the page that offered it.
pub type NoticeAction = (Word, Arc<dyn Fn() + Send + Sync>);

/// A message for the person, with one action at most.
#[derive(Clone)]
pub struct Notice {
    /// The message.
    pub words: String,
    /// A button beside it.
    pub offer: Option<NoticeAction>,
    /// Whether something went wrong.
    pub is_error: bool,
    /// The page changes since it was shown.
    pub(super) pages_since: u8,
}

impl Notice {
    /// A notice of a success.
    pub fn good(words: String, offer: Option<NoticeAction>) -> Notice {
        Notice {
            words,
            offer,
            is_error: false,
            pages_since: 0,
        }
    }

    /// A notice of an error.
    pub fn wrong(words: Word) -> Notice {
        Notice {
            is_error: true,
            ..Notice::good(words.into(), None)
        }
    }
}
