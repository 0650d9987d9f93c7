//! The diary as it is shown, and the one way to alter it.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::browser::clock;
use crate::browser::storage::{self, Fault};
use crate::diary::Diary;
use crate::diary::backup::Backup;
use crate::diary::checkup::Checkup;
use crate::diary::day::Day;
use crate::diary::episode::{Episode, Recorded};
use crate::diary::id::CheckupId;
use crate::diary::id::EpisodeId;
use crate::diary::moment::{self, Moment};
use crate::diary::programme::Programme;
use crate::diary::stored::{self, Record};
use crate::guide::answers::Answer;
use crate::ui::keeping::{Found, Keeping, Safety};

/// Taps on "a spasm started" that the shell noted before the app was up: `unknot/early/<id>` holds
/// the time, and `<id>` becomes the episode's, so that each is taken over exactly once.
const EARLY: &str = "unknot/early/";

/// The id of the episode that was started last, for the other tabs. It need not run any more.
const RUNNING: &str = "unknot/running";

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

/// Something to tell the person, with one thing to do about it.
#[derive(Clone)]
pub struct Notice {
    /// What is said.
    pub words: String,
    /// A button beside it: its words and what it does.
    pub offer: Option<(&'static str, Callback<()>)>,
    /// Whether something went wrong.
    pub is_error: bool,
    /// How many pages were turned since.
    pages_since: u8,
}

/// The diary that is shown.
#[derive(Clone, Copy)]
pub struct OpenDiary {
    diary: RwSignal<Diary>,
    notice: RwSignal<Option<Notice>>,
    /// Why nothing can be kept, if so.
    blocked: RwSignal<Option<Fault>>,
    early: RwSignal<Vec<(EpisodeId, Moment)>>,
    keeping: StoredValue<Option<Keeping>>,
}

impl OpenDiary {
    /// Opens what is stored, and takes over what the shell noted.
    pub fn open() -> OpenDiary {
        let stored = storage::all();
        let open = OpenDiary {
            blocked: RwSignal::new(stored.as_ref().err().copied()),
            diary: RwSignal::new(Diary::of(stored.unwrap_or_default())),
            notice: RwSignal::new(None),
            early: RwSignal::new(Vec::new()),
            keeping: StoredValue::new(None),
        };
        if open.blocked.get_untracked().is_none() {
            let keeping = Keeping::begin(open.diary, move |found| open.found(found));
            open.keeping.set_value(Some(keeping));
        }
        open.take_over_early_taps();
        open
    }

    /// What the journal had that the first store had lost, or had kept though it was erased.
    fn found(self, found: Found) {
        if found.again == 0 && !found.emptied {
            return;
        }
        self.refresh();
        if found.again > 0 {
            self.say(format!(
                "Found again: {}. The browser had been stopped, or had lost it.",
                match found.again {
                    1 => "what was noted last".to_string(),
                    n => format!("{n} records"),
                }
            ));
        }
    }

    /// Where the last change has come to; nothing where nothing can be kept at all.
    pub fn safety(self) -> Option<Safety> {
        self.keeping.get_value().map(Keeping::safety)
    }

    /// What was stored under this key goes into the journal too.
    fn keep(self, key: &str) {
        if let Some(keeping) = self.keeping.get_value() {
            keeping.keep(key);
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

    /// Why nothing can be kept here, if so.
    pub fn blocked(self) -> Signal<Option<Fault>> {
        self.blocked.into()
    }

    /// Taps of the shell that came while an episode was running already.
    pub fn early(self) -> Signal<Vec<(EpisodeId, Moment)>> {
        self.early.into()
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
            offer: Some(("Undo", Callback::new(move |()| undo()))),
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
        match stored_now(key).and_then(alter) {
            Ok(record) => self.store(record),
            Err(refusal) => self.refuse(refusal),
        }
    }

    /// Stores a record, then shows it.
    fn store(self, mut record: Record) -> Outcome {
        record.revise();
        if let Err(fault) = storage::write(&record.key(), &stored::encode(&record)) {
            return self.refuse(Refusal::Store(fault));
        }
        self.keep(&record.key());
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

    /// Alters one episode.
    pub fn change_episode(self, id: &EpisodeId, alter: impl FnOnce(&mut Episode)) -> Outcome {
        self.change(&stored::episode_key(id), |stored| match stored {
            Some(Record::Episode(mut episode)) => {
                alter(&mut episode);
                Ok(Record::Episode(episode))
            }
            _ => Err(Refusal::Gone),
        })
    }

    /// Adds an episode under a new id.
    pub fn add_episode(self, episode: Episode) -> Outcome {
        self.change(&stored::episode_key(&episode.id.clone()), |_| {
            Ok(Record::Episode(episode))
        })
    }

    /// Starts an episode now, unless one is running.
    pub fn start(self) -> Outcome {
        if let Some(since) = self.running_since() {
            let refused = self.refuse(Refusal::Running);
            self.say(format!(
                "A spasm is running already, since {}. Nothing was added.",
                moment::day_and_clock(&since, &clock::now()),
            ));
            return refused;
        }
        let Some(id) = EpisodeId::parse(&clock::new_id()) else {
            return Outcome::Refused(Refusal::Gone);
        };
        // Without this key another tab learns of the start a moment later, from the record itself.
        let _ = storage::write(RUNNING, id.as_str());
        self.add_episode(Episode::begun(id, clock::now(), Recorded::Live))
    }

    /// When the running episode started: the one that is shown, or the one that another tab
    /// started so lately that the news of it is still on its way. Looking through the whole store
    /// instead would make the tap slower the longer the diary.
    fn running_since(self) -> Option<Moment> {
        if let Ok(Some(id)) = storage::read(RUNNING)
            && let Some(id) = EpisodeId::parse(&id)
        {
            self.changed_elsewhere(Some(stored::episode_key(&id)));
        }
        self.diary
            .with_untracked(|diary| diary.running().map(|episode| episode.start))
    }

    /// Deletes an episode so that it can be brought back, and offers to.
    pub fn delete(self, id: &EpisodeId) -> Outcome {
        let outcome = self.change_episode(id, |episode| episode.deleted = Some(clock::now()));
        if outcome == Outcome::Saved {
            let id = id.clone();
            self.say_with_undo("Episode deleted.", move || self.bring_back(&id));
        }
        outcome
    }

    /// Takes a deleted episode out of the store. It cannot be brought back.
    pub fn delete_for_good(self, id: &EpisodeId) {
        let key = stored::episode_key(id);
        match storage::remove(&key) {
            Ok(()) => {
                self.keep(&key);
                self.diary.update(|diary| diary.forget(&key));
                self.say("Deleted for good.");
            }
            Err(fault) => {
                let _ = self.refuse(Refusal::Store(fault));
            }
        }
    }

    /// Brings a deleted episode back.
    pub fn bring_back(self, id: &EpisodeId) {
        if self.change_episode(id, |episode| episode.deleted = None) == Outcome::Saved {
            self.say("The episode is back.");
        }
    }

    /// Alters what is noted of a day, the first time too.
    pub fn change_day(self, date: NaiveDate, alter: impl FnOnce(&mut Day)) -> Outcome {
        self.change(&stored::day_key(date), |stored| {
            let mut day = match stored {
                Some(Record::Day(day)) => day,
                _ => Day::empty(date),
            };
            alter(&mut day);
            Ok(Record::Day(day))
        })
    }

    /// Alters the home programme, the first time too.
    pub fn change_programme(self, alter: impl FnOnce(&mut Programme)) -> Outcome {
        self.change(stored::PROGRAMME, |stored| {
            let mut programme = match stored {
                Some(Record::Programme(programme)) => programme,
                _ => Programme::default(),
            };
            alter(&mut programme);
            Ok(Record::Programme(programme))
        })
    }

    /// Alters a check-up, or begins it. Where it cannot be stored, or what is stored cannot be read,
    /// it is shown all the same, for this visit: the danger check must always work. The refusal is
    /// told.
    pub fn change_checkup(
        self,
        id: &CheckupId,
        begun: impl FnOnce() -> Checkup,
        alter: impl FnOnce(&mut Checkup),
    ) -> Outcome {
        let key = stored::checkup_key(id);
        let (stored, refused) = match stored_now(&key) {
            Ok(stored) => (stored, None),
            Err(refusal) => (None, Some(refusal)),
        };
        let known = || {
            self.diary
                .with_untracked(|diary| diary.record(&key).cloned())
        };
        let mut checkup = match stored.or_else(known) {
            Some(Record::Checkup(checkup)) => checkup,
            _ => begun(),
        };
        alter(&mut checkup);
        let outcome = match refused {
            Some(refusal) => self.refuse(refusal),
            None => self.store(Record::Checkup(checkup.clone())),
        };
        if outcome != Outcome::Saved {
            self.diary
                .update(|diary| diary.put_for_now(Record::Checkup(checkup)));
        }
        outcome
    }

    /// Notes what became of the emergency that a check-up showed. Help that was got is help for all that
    /// stand; a mistake is this one's.
    pub fn settle(self, id: &CheckupId, got_help: bool) {
        let shown: Vec<Checkup> = self.diary.with_untracked(|diary| {
            let is_meant = |checkup: &&Checkup| got_help || checkup.id == *id;
            diary.alarms().filter(is_meant).cloned().collect()
        });
        let at = clock::now();
        for checkup in shown {
            let id = checkup.id.clone();
            let _ = self.change_checkup(&id, || checkup, |checkup| checkup.settle(got_help, at));
        }
    }

    /// Remembers what an answer says of the person, if it does. What cannot be read is left as it is.
    pub fn remember(self, question: &str, answer: &Answer) -> Outcome {
        let mut known = self
            .diary
            .with_untracked(|diary| diary.profile().cloned().unwrap_or_default());
        if !known.learn(question, answer) {
            return Outcome::Saved;
        }
        self.change(stored::PROFILE, |stored| {
            if let Some(Record::Profile(stored)) = stored {
                known = stored;
                known.learn(question, answer);
            }
            Ok(Record::Profile(known))
        })
    }

    /// Carries out a restore, all of it or nothing: by what is stored now, for another tab may have
    /// changed it since the file was chosen. Says how many records were written, and offers to take it
    /// back.
    ///
    /// # Errors
    /// Why nothing was; it is told to the person.
    pub fn restore(self, backup: &Backup) -> Result<usize, Refusal> {
        self.refresh();
        let plan = self.diary.with_untracked(|diary| backup.plan(diary));
        let mut texts = Vec::new();
        for (key, text) in plan.writes {
            texts.push((key, Some(text)));
        }
        let before = self.write_all(&texts)?;
        let written = texts.len();
        let said = format!("Restored. Records written: {written}.");
        match written {
            0 => self.say(said),
            _ => self.say_with_undo(said, move || self.take_back(&texts, &before)),
        }
        Ok(written)
    }

    /// Takes a restore back: what it wrote becomes what was there before, unless it was changed since.
    fn take_back(self, written: &[(String, Option<String>)], before: &[(String, Option<String>)]) {
        let mut texts = Vec::new();
        for ((key, text), before) in written.iter().zip(before) {
            if storage::read(key).is_ok_and(|stored| stored == *text) {
                texts.push(before.clone());
            }
        }
        if self.write_all(&texts).is_ok() {
            self.say(format!(
                "Taken back. Records as they were before: {}.",
                texts.len()
            ));
        }
    }

    /// Writes each text under its key, or removes it: all, or nothing. Gives what was there before.
    fn write_all(
        self,
        texts: &[(String, Option<String>)],
    ) -> Result<Vec<(String, Option<String>)>, Refusal> {
        let put = |key: &str, text: &Option<String>| match text {
            Some(text) => storage::write(key, text),
            None => storage::remove(key),
        };
        let mut done: Vec<(String, Option<String>)> = Vec::new();
        for (key, text) in texts {
            let stored = storage::read(key).and_then(|before| put(key, text).map(|()| before));
            match stored {
                Ok(before) => done.push((key.clone(), before)),
                Err(fault) => {
                    // What was there fits again, because what is taken back was larger or new.
                    for (key, before) in done.iter().rev() {
                        let _ = put(key, before);
                    }
                    self.refresh();
                    let refusal = Refusal::Store(fault);
                    let _ = self.refuse(refusal);
                    return Err(refusal);
                }
            }
        }
        for (key, _) in texts {
            self.keep(key);
        }
        self.refresh();
        Ok(done)
    }

    /// Erases everything that Unknot keeps here, settings included.
    pub fn erase_all(self) -> Outcome {
        let erased = match self.keeping.get_value() {
            Some(keeping) => keeping.erase(),
            None => Err(Fault::Blocked),
        };
        self.refresh();
        match erased {
            Ok(()) => Outcome::Saved,
            Err(fault) => self.refuse(Refusal::Store(fault)),
        }
    }

    /// Looks at the whole store again.
    pub fn refresh(self) {
        match storage::all() {
            Ok(stored) => self.diary.set(Diary::of(stored)),
            Err(fault) => self.blocked.set(Some(fault)),
        }
    }

    /// Another tab changed this key (`None`: everything).
    pub fn changed_elsewhere(self, key: Option<String>) {
        let Some(key) = key else {
            return self.refresh();
        };
        if !stored::is_record(&key) {
            return;
        }
        match storage::read(&key) {
            Ok(Some(text)) => self.diary.update(|diary| diary.take_in(&key, &text)),
            Ok(None) => self.diary.update(|diary| diary.forget(&key)),
            Err(fault) => self.blocked.set(Some(fault)),
        }
    }

    fn take_over_early_taps(self) {
        let taps: Vec<(EpisodeId, Moment)> = storage::all()
            .unwrap_or_default()
            .iter()
            .filter_map(|(key, text)| {
                Some((
                    EpisodeId::parse(key.strip_prefix(EARLY)?)?,
                    moment::decode(text)?,
                ))
            })
            .collect();
        let mut waiting = Vec::new();
        for (id, at) in taps {
            let (known, running) = self
                .diary
                .with_untracked(|diary| (diary.episode(&id).is_some(), diary.running().is_some()));
            if running && !known {
                waiting.push((id, at));
            } else if known
                || self.add_episode(Episode::begun(id.clone(), at, Recorded::Live))
                    == Outcome::Saved
            {
                self.settle_early(&id);
            }
        }
        self.early.set(waiting);
    }

    /// An early tap has been dealt with. (A tap that cannot be removed is found again by its id.)
    pub fn settle_early(self, id: &EpisodeId) {
        let _ = storage::remove(&format!("{EARLY}{}", id.as_str()));
        self.early
            .update(|early| early.retain(|(waiting, _)| waiting != id));
    }
}

/// The record that is stored under a key now: another tab may have changed it.
fn stored_now(key: &str) -> Result<Option<Record>, Refusal> {
    match storage::read(key).map_err(Refusal::Store)? {
        Some(text) => stored::decode(key, &text)
            .map(Some)
            .map_err(|_| Refusal::Unreadable),
        None => Ok(None),
    }
}
