//! What the stores have to tell, in words.

use std::sync::Arc;

use leptos::prelude::*;

use super::OpenDiary;
use super::notice::{Notice, NoticeAction};
use crate::browser::driver;
use crate::store::event::{Refusal, Told};
use crate::store::fast::Fault;

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
            Refusal::Lost => {
                "Not saved: the connection to the browser's store was lost. Unknot opens it again by \
                 itself. Try again in a moment."
            }
            Refusal::Failed => {
                "Not saved: the browser's store did not do it. Nothing was lost. Try again in a moment."
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

impl OpenDiary {
    /// Tells a refusal.
    pub fn refuse(self, refusal: Refusal) {
        self.notice().set(Some(Notice::wrong(refusal.words())));
    }

    pub(super) fn notice_of(self, told: Told) -> Option<Notice> {
        let good = |words: &str| Some(Notice::good(words.to_string(), None));
        match told {
            Told::FoundAgain(0) | Told::ErasedElsewhere => None,
            Told::FoundAgain(records) => {
                let what = match records {
                    1 => "what was noted last".to_string(),
                    n => format!("{n} records"),
                };
                good(&format!(
                    "Found again: {what}. The browser had been stopped, or had lost it."
                ))
            }
            Told::FilledAgain => good(
                "The second copy of your diary was lost. It is made again; nothing is missing.",
            ),
            Told::Cleared => good(
                "This browser has cleared everything that Unknot had kept here. You did not do that. \
                 If you have a backup file, Settings brings it back: Restore.",
            ),
            Told::Erased => good("Everything is erased."),
            Told::NotErased { fast: true, .. } => Some(Notice::wrong(
                "Not everything could be erased: this browser refuses to. Delete the data of this \
                 page in the browser's own settings.",
            )),
            Told::NotErased { .. } => Some(Notice::wrong(
                "Not everything is erased yet: this browser's second store does not answer. Keep this \
                 page open, or open it again later: Unknot goes on by itself. Or delete the data of \
                 this page in the browser's own settings.",
            )),
            Told::Dropped(dropped) => {
                let keep = Arc::new(move || {
                    let dropped = dropped.clone();
                    driver::act(|store, cx| store.keep_dropped(dropped, cx));
                });
                Some(Notice {
                    offer: Some(("Keep my change", keep)),
                    ..Notice::wrong(
                        "Not saved: everything was erased in another tab before your last change was \
                         saved.",
                    )
                })
            }
            Told::Refused(refusal)
            | Told::NotKept(refusal)
            | Told::NotRestored(refusal)
            | Told::NotTakenBack(refusal) => Some(Notice::wrong(refusal.words())),
            Told::Restored(written) => {
                let undo: NoticeAction = ("Undo", Arc::new(move || self.undo_import()));
                let offer = (written > 0).then_some(undo);
                let words = format!("Restored. Records written: {written}.");
                Some(Notice::good(words, offer))
            }
            Told::TakenBack(records) => good(&format!(
                "Taken back. Records as they were before: {records}."
            )),
        }
    }
}
