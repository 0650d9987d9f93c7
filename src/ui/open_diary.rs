//! Signals of the state of `store`, and the acts that change it.

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

/// The quota of the fast store, in UTF-16 code units, for all pages of the origin together.
const ROOM: usize = 5_242_880;

/// The state of the stores that pages show.
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
    /// The number of changes of the diary.
    changes: RwSignal<u32>,
    state: RwSignal<StoreState>,
    notice: RwSignal<Option<Notice>>,
    early: RwSignal<Vec<(EpisodeId, Moment)>>,
    /// The outcome of an import.
    imported: StoredValue<Option<Result<usize, Refusal>>>,
}

/// Reads the diary; within an effect it follows its changes.
#[derive(Clone, Copy)]
pub struct DiaryReader(RwSignal<u32>);

impl DiaryReader {
    /// Reads the diary, and follows its changes.
    pub fn with<T>(self, read: impl FnOnce(&Diary) -> T) -> T {
        let _ = self.0.try_get();
        self.with_untracked(read)
    }

    /// Reads the diary without following it.
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
            // The running episode may be older than the records that are read first.
            let _ = store.running_since(cx);
            store.take_over_early_taps(cx)
        });
        open.early.set(early);
        open.follow();
        open
    }

    /// Updates the signals.
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

    /// Whether the diary may be in the durable store alone, and that has not answered yet.
    pub fn is_searching(self) -> bool {
        self.state.with(|state| state.is_searching)
    }

    /// How many records only the durable store has, because the fast store is full.
    pub fn ahead(self) -> usize {
        self.state.with(|state| state.ahead)
    }

    /// Everything that is stored, by key, including records that only the durable store has.
    ///
    /// # Errors
    /// [`Fault`], where nothing can be read.
    pub fn stored(self) -> Result<Vec<(String, String)>, Fault> {
        driver::act(|store, cx| store.all(cx))
    }

    /// The code units in the fast store, as last counted.
    pub fn taken(self) -> usize {
        self.state.with(|state| state.taken)
    }

    /// Counts the code units in the fast store.
    pub fn count(self) {
        driver::act(|store, cx| store.count_taken(cx));
    }

    /// How full the fast store is, in per cent, from 80 on.
    pub fn fullness(self) -> Option<usize> {
        let percent = self.taken() * 100 / ROOM;
        (percent >= 80).then_some(percent)
    }

    /// How safe the last change is; `None` if nothing can be stored.
    pub fn safety(self) -> Option<Safety> {
        let state = self.state.get();
        let is_kept = state.safety != Safety::NoDurable || state.blocked.is_none();
        is_kept.then_some(state.safety)
    }

    /// Whether the whole diary is read.
    pub fn is_whole(self) -> bool {
        self.state.with(|state| state.is_whole)
    }

    /// Waits until the whole diary is read: to compare a backup with a part of it would show records as new.
    pub async fn whole(self) {
        while !driver::with(Store::is_whole) {
            clock::sleep_ms(4).await;
        }
    }

    /// Waits until records that only the durable store has are read too, or that store is unavailable. Returns whether
    /// they are.
    pub async fn complete(self) -> bool {
        while !driver::with(Store::is_backup_complete) {
            clock::sleep_ms(4).await;
        }
        driver::with(|store| store.backup_lacks().is_none())
    }

    /// A reader of the diary.
    pub fn read(self) -> DiaryReader {
        DiaryReader(self.changes)
    }

    /// The notice that is shown.
    pub fn notice(self) -> RwSignal<Option<Notice>> {
        self.notice
    }

    /// Why nothing can be stored, if so. (The durable store may keep what the fast store refuses.)
    pub fn blocked(self) -> Option<Fault> {
        self.state.with(|state| state.blocked)
    }

    /// Taps of the shell that came while an episode was running already.
    pub fn early(self) -> RwSignal<Vec<(EpisodeId, Moment)>> {
        self.early
    }

    /// Removes an early tap that the person has answered.
    pub fn resolve_early_tap(self, id: &EpisodeId) {
        driver::act(|_, cx| Store::resolve_early_tap(id, cx));
        self.early
            .update(|early| early.retain(|(waiting, _)| waiting != id));
    }

    /// Counts a page change: a success notice disappears after the second one.
    pub fn turn_page(self) {
        // Untracked: a change of the signal would make screen readers announce it again.
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

    /// Carries out an act: the one way to alter records. The person is told of a refusal.
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

    /// Removes the notice of an error, after a success.
    fn forget_error(self) {
        let was_wrong = |notice: &Option<Notice>| notice.as_ref().is_some_and(|n| n.is_error);
        if self.notice.with_untracked(was_wrong) {
            self.notice.set(None);
        }
    }

    /// Carries out an act, and offers to undo it in a notice with these words.
    pub fn act_with_undo(self, words: impl Into<String>, act: Act) -> Outcome {
        match self.act(act) {
            Ok(done) => {
                self.offer_undo(words, done, words::notices::UNDONE);
                Outcome::Saved
            }
            Err(refusal) => Outcome::Refused(refusal),
        }
    }

    /// Offers to undo an act, in a notice with `words`. `undone` is the notice after that.
    pub fn offer_undo(self, words: impl Into<String>, done: ActNumber, undone: Word) {
        self.say_with_undo(words, move || {
            if self.undo(done) {
                self.say(undone);
            }
        });
    }

    /// Undoes an act, unless the same records were changed since, which is told. Returns whether it did.
    pub fn undo(self, done: ActNumber) -> bool {
        let undone = driver::act(|store, cx| store.undo(done, cx));
        if undone == Err(NotUndone::Changed) {
            self.say(words::notices::NOT_UNDONE);
        }
        undone.is_ok()
    }

    /// Erases everything that is stored here, settings included. The person is told when both stores have answered.
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
