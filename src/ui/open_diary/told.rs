//! What the stores have to tell, in words.

use std::sync::Arc;

use leptos::prelude::*;

use super::OpenDiary;
use super::notice::{Notice, NoticeAction};
use crate::browser::driver;
use crate::store::event::{Refusal, Told};
use crate::store::fast::Fault;
use crate::words::{self, Word};

impl Refusal {
    /// What happened and what to do, for the person.
    pub fn words(self) -> Word {
        match self {
            Refusal::Store(Fault::Blocked) => words::notices::BLOCKED,
            Refusal::Store(Fault::Full) => words::notices::FULL,
            Refusal::Lost => words::notices::LOST,
            Refusal::Failed => words::notices::FAILED,
            Refusal::Unreadable => words::notices::UNREADABLE,
            Refusal::Gone => words::notices::GONE,
            Refusal::Running => words::notices::RUNNING,
        }
    }
}

impl OpenDiary {
    /// Tells a refusal.
    pub fn refuse(self, refusal: Refusal) {
        self.notice().set(Some(Notice::wrong(refusal.words())));
    }

    pub(super) fn notice_of(self, told: Told) -> Option<Notice> {
        let good = |words: String| Some(Notice::good(words, None));
        match told {
            Told::FoundAgain(0) | Told::ErasedElsewhere => None,
            Told::FoundAgain(records) => good(words::notices::found_again(records)),
            Told::FilledAgain => good(words::notices::FILLED_AGAIN.into()),
            Told::Cleared => good(words::notices::CLEARED.into()),
            Told::Erased => good(words::notices::ERASED.into()),
            Told::NotErased { fast: true, .. } => Some(Notice::wrong(words::notices::NOT_ERASED)),
            Told::NotErased { .. } => Some(Notice::wrong(words::notices::NOT_ERASED_YET)),
            Told::Dropped(dropped) => {
                let keep = Arc::new(move || {
                    let dropped = dropped.clone();
                    driver::act(|store, cx| store.keep_dropped(dropped, cx));
                });
                Some(Notice {
                    offer: Some((words::notices::KEEP_DROPPED, keep)),
                    ..Notice::wrong(words::notices::DROPPED)
                })
            }
            Told::Refused(refusal)
            | Told::NotKept(refusal)
            | Told::NotRestored(refusal)
            | Told::NotTakenBack(refusal) => Some(Notice::wrong(refusal.words())),
            Told::Restored(written) => {
                let undo: NoticeAction =
                    (words::notices::UNDO, Arc::new(move || self.undo_import()));
                let offer = (written > 0).then_some(undo);
                let words = words::notices::restored(written);
                Some(Notice::good(words, offer))
            }
            Told::TakenBack(records) => good(words::notices::taken_back(records)),
        }
    }
}
