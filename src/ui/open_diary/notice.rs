//! Something to tell the person, above every page until it is closed.

use crate::words::Word;
use std::sync::Arc;

/// A button beside a notice: its words and what it does. It outlives the page that offered it.
pub type NoticeAction = (Word, Arc<dyn Fn() + Send + Sync>);

/// Something to tell the person, with one thing to do about it.
#[derive(Clone)]
pub struct Notice {
    /// What is said.
    pub words: String,
    /// A button beside it.
    pub offer: Option<NoticeAction>,
    /// Whether something went wrong.
    pub is_error: bool,
    /// How many pages were turned since.
    pub(super) pages_since: u8,
}

impl Notice {
    /// Something that went well.
    pub fn good(words: String, offer: Option<NoticeAction>) -> Notice {
        Notice {
            words,
            offer,
            is_error: false,
            pages_since: 0,
        }
    }

    /// Something that went wrong.
    pub fn wrong(words: Word) -> Notice {
        Notice {
            is_error: true,
            ..Notice::good(words.into(), None)
        }
    }
}
