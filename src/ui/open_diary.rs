//! The diary as it is shown, and the one way to alter it.

mod early;
mod many;
mod outcome;
mod records;

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::clock;
use crate::browser::storage::{self, Fault};
use crate::diary::Diary;
use crate::diary::episode::Episode;
use crate::diary::facts;
use crate::diary::id::EpisodeId;
use crate::diary::merge::Edit;
use crate::diary::moment::{self, Moment};
use crate::diary::stored::{self, Record};
use crate::ui::form::drop_drafts;
use crate::ui::keeping::{EPOCH, Keeping, News, Safety};
use crate::ui::mark;

pub use outcome::{Notice, Outcome, Refusal};

/// What was deleted so many days ago cannot be brought back any more.
const TRASH_DAYS: i64 = 30;

/// So much room the first store has, in code units: what browsers give, all pages of the origin together.
const ROOM: usize = 5_242_880;

/// The diary that is shown.
#[derive(Clone, Copy)]
pub struct OpenDiary {
    diary: RwSignal<Diary>,
    notice: RwSignal<Option<Notice>>,
    /// Why nothing can be kept, if so.
    blocked: RwSignal<Option<Fault>>,
    early: RwSignal<Vec<(EpisodeId, Moment)>>,
    /// Whether all of it is shown, and not only what was noted last.
    is_whole: RwSignal<bool>,
    keeping: Keeping,
}

impl OpenDiary {
    /// Opens what is stored, and takes over what the shell noted.
    pub fn open() -> OpenDiary {
        let diary = RwSignal::new(Diary::default());
        let keeping = Keeping::of(diary);
        let fault = keeping.read_newest().err();
        let open = OpenDiary {
            blocked: RwSignal::new(fault),
            diary,
            notice: RwSignal::new(None),
            early: RwSignal::new(Vec::new()),
            is_whole: RwSignal::new(false),
            keeping,
        };
        // It may be older than what is read first.
        let _ = open.running_since();
        open.take_over_early_taps();
        keeping.begin(Callback::new(move |news| open.hear(news)));
        open
    }

    fn hear(self, news: News) {
        match news {
            News::Whole => {
                mark("data-diary", "whole");
                self.is_whole.set(true);
            }
            // Not before: the first store may hold what was older, and say deleted of what is back.
            News::Joined => self.clear_trash(),
            News::FoundAgain(0) => {}
            News::FoundAgain(records) => {
                let what = match records {
                    1 => "what was noted last".to_string(),
                    n => format!("{n} records"),
                };
                self.say(format!(
                    "Found again: {what}. The browser had been stopped, or had lost it."
                ));
            }
            News::FilledAgain => self.say(
                "The second copy of your diary was lost. It is made again; nothing is missing.",
            ),
            News::Cleared => self.say(
                "This browser has cleared everything that Unknot had kept here. You did not do that. \
                 If you have a backup file, Settings brings it back: Restore.",
            ),
            News::Erased => {
                self.keeping.forget();
                self.refresh();
            }
            News::NotKept => {
                let fault = self.blocked.get_untracked().unwrap_or(Fault::Full);
                let _ = self.refuse(Refusal::Store(fault));
            }
        }
    }

    /// What was deleted thirty days ago loses its content. What is left says that it is gone.
    fn clear_trash(self) {
        let now = clock::now();
        let old = |episode: &&&Episode| {
            let deleted = episode.deleted.as_ref();
            deleted.is_some_and(|at| moment::span(at, &now).num_days() >= TRASH_DAYS)
        };
        let mut ids: Vec<EpisodeId> = self.diary.with_untracked(|diary| {
            let deleted = diary.deleted();
            deleted.iter().filter(old).map(|e| e.id.clone()).collect()
        });
        // What is refused stays, and what was typed of it too.
        ids.retain(|id| self.leave_a_trace(id) == Outcome::Saved);
        drop_drafts(&ids);
        // Nor is it kept for the way back from an import, be it that that was stopped the last time.
        let is_old = |at: Moment| moment::span(&at, &now).num_days() >= TRASH_DAYS;
        if !ids.is_empty() || self.last_import().is_some_and(is_old) {
            self.forget_import();
        }
    }

    /// Whether the diary may be in the second store alone, which has not answered yet.
    pub fn looking(self) -> bool {
        self.keeping.looking()
    }

    /// How many records only the second store has, because the first takes no more.
    pub fn ahead(self) -> usize {
        self.keeping.ahead()
    }

    /// Everything that is stored, by key: what only the second store has included.
    ///
    /// # Errors
    /// [`Fault`], where nothing can be read.
    pub fn stored(self) -> Result<Vec<(String, String)>, Fault> {
        self.keeping.all()
    }

    /// How many code units are in the first store, as of the last time that they were counted: at the
    /// start, when much has changed at once, and when it is asked for.
    pub fn taken(self) -> usize {
        self.keeping.taken()
    }

    /// Counts them anew.
    pub fn count(self) {
        self.keeping.count();
    }

    /// How full the first store is, in per cent, where that is worth saying: from 80 on.
    pub fn fullness(self) -> Option<usize> {
        let percent = self.taken() * 100 / ROOM;
        (percent >= 80).then_some(percent)
    }

    /// Where the last change has come to; nothing where nothing can be kept at all.
    pub fn safety(self) -> Option<Safety> {
        let safety = self.keeping.safety();
        let is_kept = safety != Safety::NoJournal || self.blocked.get().is_none();
        is_kept.then_some(safety)
    }

    /// Whether all of the diary is there.
    pub fn is_whole(self) -> bool {
        self.is_whole.get()
    }

    /// Waits until all of the diary is there: what is compared with less would be new.
    pub async fn whole(self) {
        while !self.is_whole.get_untracked() {
            clock::moment().await;
        }
    }

    /// The diary, to look at.
    pub fn read(self) -> RwSignal<Diary> {
        self.diary
    }

    /// What is being told.
    pub fn notice(self) -> RwSignal<Option<Notice>> {
        self.notice
    }

    /// Why nothing can be kept here, if so. (The second store may keep what the first does not.)
    pub fn blocked(self) -> Option<Fault> {
        let is_alone = self.keeping.safety() == Safety::NoJournal;
        self.blocked.get().filter(|_| is_alone)
    }

    /// Taps of the shell that came while an episode was running already.
    pub fn early(self) -> RwSignal<Vec<(EpisodeId, Moment)>> {
        self.early
    }

    /// Another page is shown: what went well is old news on the second one after it.
    pub fn turn_page(self) {
        // Without a word to the page, which would tell it once more.
        let mut is_old = false;
        self.notice.update_untracked(|notice| {
            if let Some(told) = notice.as_mut().filter(|told| !told.is_error) {
                told.pages_since += 1;
                is_old = told.pages_since > 1;
            }
        });
        if is_old {
            self.notice.set(None);
        }
    }

    /// Tells the person something.
    pub fn say(self, words: impl Into<String>) {
        self.notice.set(Some(Notice {
            words: words.into(),
            offer: None,
            is_error: false,
            pages_since: 0,
        }));
    }

    /// Tells the person something, with a way to take it back.
    pub fn say_with_undo(self, words: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.notice.set(Some(Notice {
            words: words.into(),
            offer: Some(("Undo", Arc::new(undo))),
            is_error: false,
            pages_since: 0,
        }));
    }

    /// The one way to alter a record: looks at what is stored *now* (another tab may have changed
    /// it), alters that, stores it, and only then shows it. A refusal is told to the person.
    fn change(
        self,
        key: &str,
        alter: impl FnOnce(Option<Record>) -> Result<Record, Refusal>,
    ) -> Outcome {
        let changed = self.stored_now(key).and_then(|(base, record)| {
            let record = alter(record)?;
            Ok((base, record))
        });
        match changed {
            Ok((base, record)) => self.store(base, record),
            Err(refusal) => self.refuse(refusal),
        }
    }

    /// The record that is stored under a key now, and its text: another tab may have changed it.
    fn stored_now(self, key: &str) -> Result<(Option<String>, Option<Record>), Refusal> {
        let text = self.keeping.text(key).map_err(Refusal::Store)?;
        let record = match &text {
            Some(text) => Some(stored::decode(key, text).map_err(|_| Refusal::Unreadable)?),
            None => None,
        };
        Ok((text, record))
    }

    /// Stores a record that was made of what `base` says, then shows it.
    fn store(self, base: Option<String>, mut record: Record) -> Outcome {
        let before = base
            .as_ref()
            .and_then(|base| stored::decode(&record.key(), base).ok());
        facts::stamp(
            before.as_ref(),
            &mut record,
            &clock::now(),
            storage::device(),
        );
        let edit = Edit {
            key: record.key(),
            base,
            mine: stored::encode(&record),
            at: clock::now(),
        };
        if let Err(fault) = self.keeping.store(edit) {
            return self.refuse(Refusal::Store(fault));
        }
        self.diary.update(|diary| diary.put(record));
        let was_wrong = |notice: &Option<Notice>| notice.as_ref().is_some_and(|n| n.is_error);
        if self.notice.with_untracked(was_wrong) {
            self.notice.set(None);
        }
        Outcome::Saved
    }

    fn refuse(self, refusal: Refusal) -> Outcome {
        let words = refusal.words().to_string();
        self.notice.set(Some(Notice {
            words,
            offer: None,
            is_error: true,
            pages_since: 0,
        }));
        Outcome::Refused(refusal)
    }

    /// Erases everything that Unknot keeps here, settings included.
    pub fn erase_all(self) -> Outcome {
        let erased = self.keeping.erase();
        self.refresh();
        match erased {
            Ok(()) => Outcome::Saved,
            Err(fault) => self.refuse(Refusal::Store(fault)),
        }
    }

    /// Looks at the whole store again.
    pub fn refresh(self) {
        match self.keeping.all() {
            Ok(stored) => self.diary.set(Diary::of(stored)),
            Err(fault) => self.blocked.set(Some(fault)),
        }
    }

    /// Another tab changed this key (`None`: everything).
    pub fn changed_elsewhere(self, key: Option<String>) {
        let Some(key) = key else {
            return self.refresh();
        };
        if key == EPOCH {
            return self.hear(News::Erased);
        }
        if !stored::is_record(&key) {
            return;
        }
        match self.keeping.text(&key) {
            Ok(Some(text)) => self.keeping.show(&key, &text),
            // What the first store cannot say it does not deny.
            Ok(None) if storage::read(&key) != Ok(None) => {}
            Ok(None) => self.diary.update(|diary| diary.forget(&key)),
            Err(fault) => self.blocked.set(Some(fault)),
        }
    }
}
