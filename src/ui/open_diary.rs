//! The diary as it is shown, and the acts that alter it: signals of the state of `store`, which decides.

mod import;
mod notice;
mod records;
mod told;

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::clock;
use crate::browser::driver::{self, Listener};
use crate::diary::Diary;
use crate::diary::id::EpisodeId;
use crate::diary::moment::Moment;
use crate::store::Store;
use crate::store::act::{Act, ActNumber};
use crate::store::event::{Event, NotUndone, Safety, Told};
use crate::store::fast::Fault;
use crate::ui::document::mark;
use crate::words::{self, Word};

pub use crate::store::event::{Outcome, Refusal};
pub use notice::{Notice, NoticeAction};

/// So much room the fast store has, in code units: what browsers give, all pages of the origin together.
const ROOM: usize = 5_242_880;

/// What is shown of the stores.
#[derive(Debug, Clone, Copy, PartialEq)]
struct StoreState {
    safety: Safety,
    blocked: Option<Fault>,
    ahead: usize,
    taken: usize,
    is_whole: bool,
    is_searching: bool,
}

impl StoreState {
    fn of(store: &Store) -> StoreState {
        StoreState {
            safety: store.safety(),
            blocked: store.blocked(),
            ahead: if store.may_keep() { store.ahead() } else { 0 },
            taken: store.taken(),
            is_whole: store.is_whole(),
            is_searching: store.is_searching(),
        }
    }
}

/// The diary that is shown.
#[derive(Clone, Copy)]
pub struct OpenDiary {
    /// How often the diary has changed.
    changes: RwSignal<u32>,
    state: RwSignal<StoreState>,
    notice: RwSignal<Option<Notice>>,
    early: RwSignal<Vec<(EpisodeId, Moment)>>,
    /// What became of an import.
    imported: StoredValue<Option<Result<usize, Refusal>>>,
}

/// The diary, to read. It follows the changes where it is read within an effect.
#[derive(Clone, Copy)]
pub struct DiaryReader(RwSignal<u32>);

impl DiaryReader {
    /// Reads it, and follows its changes.
    pub fn with<T>(self, read: impl FnOnce(&Diary) -> T) -> T {
        let _ = self.0.try_get();
        self.with_untracked(read)
    }

    /// Reads it once.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Diary) -> T) -> T {
        let diary = driver::with(Store::shared_diary);
        read(&diary)
    }
}

impl OpenDiary {
    /// Opens the stores, and takes over the taps that the shell noted.
    pub fn open() -> OpenDiary {
        let open = OpenDiary {
            changes: RwSignal::new(0),
            state: RwSignal::new(driver::with(StoreState::of)),
            notice: RwSignal::new(None),
            early: RwSignal::new(Vec::new()),
            imported: StoredValue::new(None),
        };
        driver::listen(Listener {
            changed: Box::new(move || open.follow()),
            told: Box::new(move |told| open.hear(told)),
        });
        let early = driver::act(|store, cx| {
            // It may be older than what is read first.
            let _ = store.running_since(cx);
            store.take_over_early_taps(cx)
        });
        open.early.set(early);
        open.follow();
        open
    }

    /// Brings the signals to the state of the stores.
    fn follow(self) {
        let (changes, state) = driver::with(|store| (store.changes(), StoreState::of(store)));
        if state.is_whole {
            mark("data-diary", "whole");
        }
        if self.state.try_get_untracked() != Some(state) {
            self.state.try_set(state);
        }
        if self.changes.try_get_untracked() != Some(changes) {
            self.changes.try_set(changes);
        }
    }

    /// Whether the diary may be in the durable store alone, which has not answered yet.
    pub fn is_searching(self) -> bool {
        self.state.with(|state| state.is_searching)
    }

    /// How many records only the durable store has, because the fast one takes no more.
    pub fn ahead(self) -> usize {
        self.state.with(|state| state.ahead)
    }

    /// Everything that is stored, by key: the records that only the durable store has included.
    ///
    /// # Errors
    /// [`Fault`], where nothing can be read.
    pub fn stored(self) -> Result<Vec<(String, String)>, Fault> {
        driver::act(|store, cx| store.all(cx))
    }

    /// How many code units are in the fast store, as of the last time that they were counted.
    pub fn taken(self) -> usize {
        self.state.with(|state| state.taken)
    }

    /// Counts them anew.
    pub fn count(self) {
        driver::act(|store, cx| store.count_taken(cx));
    }

    /// How full the fast store is, in per cent, where that is worth saying: from 80 on.
    pub fn fullness(self) -> Option<usize> {
        let percent = self.taken() * 100 / ROOM;
        (percent >= 80).then_some(percent)
    }

    /// Where the last change has come to; nothing where nothing can be kept at all.
    pub fn safety(self) -> Option<Safety> {
        let state = self.state.get();
        let is_kept = state.safety != Safety::NoDurable || state.blocked.is_none();
        is_kept.then_some(state.safety)
    }

    /// Whether all of the diary is there.
    pub fn is_whole(self) -> bool {
        self.state.with(|state| state.is_whole)
    }

    /// Waits until all of the diary is there: what is compared with less would be new.
    pub async fn whole(self) {
        while !driver::with(Store::is_whole) {
            clock::sleep_ms(4).await;
        }
    }

    /// Waits until the records that only the durable store has are there too, or it is given up for now. Whether
    /// they are there.
    pub async fn complete(self) -> bool {
        while !driver::with(Store::is_backup_complete) {
            clock::sleep_ms(4).await;
        }
        driver::with(|store| store.backup_lacks().is_none())
    }

    /// The diary, to read.
    pub fn read(self) -> DiaryReader {
        DiaryReader(self.changes)
    }

    /// What is being told.
    pub fn notice(self) -> RwSignal<Option<Notice>> {
        self.notice
    }

    /// Why nothing can be kept here, if so. (The durable store may keep what the fast one does not.)
    pub fn blocked(self) -> Option<Fault> {
        self.state.with(|state| state.blocked)
    }

    /// Taps of the shell that came while an episode was running already.
    pub fn early(self) -> RwSignal<Vec<(EpisodeId, Moment)>> {
        self.early
    }

    /// An early tap has been dealt with.
    pub fn resolve_early_tap(self, id: &EpisodeId) {
        driver::act(|_, cx| Store::resolve_early_tap(id, cx));
        self.early
            .update(|early| early.retain(|(waiting, _)| waiting != id));
    }

    /// Another page is shown: a success notice disappears after the second page change.
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
        self.notice.set(Some(Notice::good(words.into(), None)));
    }

    /// Tells the person something, with a way to take it back.
    pub fn say_with_undo(self, words: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        let offer: NoticeAction = (words::notices::UNDO, Arc::new(undo));
        self.notice
            .set(Some(Notice::good(words.into(), Some(offer))));
    }

    /// Does something: the one way to alter records. A refusal is told to the person.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn act(self, act: Act) -> Result<ActNumber, Refusal> {
        let done = driver::perform(act);
        if done.is_ok() {
            self.forget_error();
        }
        done
    }

    /// Something went well: what went wrong before is over.
    fn forget_error(self) {
        let was_wrong = |notice: &Option<Notice>| notice.as_ref().is_some_and(|n| n.is_error);
        if self.notice.with_untracked(was_wrong) {
            self.notice.set(None);
        }
    }

    /// Does something, tells that in these words, and offers to take it back.
    pub fn act_with_undo(self, words: impl Into<String>, act: Act) -> Outcome {
        match self.act(act) {
            Ok(done) => {
                self.offer_undo(words, done, words::notices::UNDONE);
                Outcome::Saved
            }
            Err(refusal) => Outcome::Refused(refusal),
        }
    }

    /// Tells in these words what was done, and offers to take it back; that is told in the others.
    pub fn offer_undo(self, words: impl Into<String>, done: ActNumber, undone: Word) {
        self.say_with_undo(words, move || {
            if self.undo(done) {
                self.say(undone);
            }
        });
    }

    /// Takes an act back, unless something else was done to the same records since: that is told. Whether it was.
    pub fn undo(self, done: ActNumber) -> bool {
        let undone = driver::act(|store, cx| store.undo(done, cx));
        if undone == Err(NotUndone::Changed) {
            self.say(words::notices::NOT_UNDONE);
        }
        undone.is_ok()
    }

    /// Erases everything that Unknot keeps here, settings included. What became of it is told when both stores
    /// have answered.
    pub fn erase_all(self) -> Outcome {
        driver::act(|store, cx| store.erase(cx))
    }

    /// Another tab changed this key (`None`: everything).
    pub fn changed_elsewhere(self, key: Option<String>) {
        driver::event(Event::FastChanged(key));
    }

    fn hear(self, told: Told) {
        match told {
            Told::Restored(written) => self.imported.set_value(Some(Ok(written))),
            Told::NotRestored(refusal) => self.imported.set_value(Some(Err(refusal))),
            _ => {}
        }
        if let Some(notice) = self.notice_of(told) {
            self.notice.set(Some(notice));
        }
    }
}
