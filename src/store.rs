//! Is it kept, once, everywhere? This layer decides what is stored, where and when. It is a state machine without
//! input or output: events go in, effects come out; no signals, no clock, no browser. `browser/driver` carries out the
//! effects. In the tests a simulator does, with many tabs and devices and every fault that a store can have.
//!
//! There are two stores. The *fast store* (localStorage) answers at once, is shared by all tabs, and forgets
//! the last moments when the browser is killed; it is read and written within a call ([`fast::Fast`]). The
//! *durable store* (IndexedDB) answers later, and forgets nothing that it has acknowledged; its transactions
//! are procedures ([`transaction`]) that the driver runs one at a time.
//!
//! An act alters the stored record, writes it into the fast store, shows it, and leaves it *pending* until the durable
//! store has acknowledged it. Merging is commutative, associative and idempotent, so texts may arrive in any order and
//! twice. Two acts are no merges: erasing (each store has an epoch, the number of times that it was erased; a store of a
//! lower epoch is emptied), and undoing an import (an undo log, applied only to texts that the import wrote).
//!
//! Every writing transaction increments [`keys::SEQUENCE`], and other tabs are told the number with the texts. A tab
//! that sees a gap has missed a message, and reads again.

pub mod act;
mod commit;
pub mod connection;
mod erase;
pub mod event;
pub mod fast;
mod fast_scan;
mod import;
pub mod keys;
pub mod planted;
mod reconcile;
mod staged;
pub mod starting;
pub mod transaction;
mod trash;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use crate::diary::Diary;
use crate::diary::merge::merge_encoded;
use crate::diary::stamp::Device;
use crate::diary::stored::{self, Record};

use act::UndoStep;
use commit::InFlight;
use connection::Connection;
use erase::Erasing;
use event::{Effect, Event, Failure, Message, Safety, Told, Wake};
use fast::{Context, Fault};
use fast_scan::FastScan;
use import::Import;
use planted::Planted;
use reconcile::Reconcile;
use staged::Staging;
use transaction::{Operation, Texts, Transaction};

/// Merges two encoded versions of a record: commutative, associative and idempotent. `None` if either is
/// unreadable.
pub fn merge(key: &str, a: &str, b: &str, planted: Option<Planted>) -> Option<String> {
    if planted == Some(Planted::MergeByCount) {
        let count = |text| Some(stored::decode(key, text).ok()?.revision());
        return Some(
            if (count(a)?, a) >= (count(b)?, b) {
                a
            } else {
                b
            }
            .to_string(),
        );
    }
    merge_encoded(key, a, b)
}

/// Batch sizes, in records: between two batches the page may draw and take taps. The simulator makes them small.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Records of each kind that are read before anything is shown.
    pub newest: usize,
    /// Read from the fast store at once.
    pub read: usize,
    /// Written into the fast store at once.
    pub write: usize,
}

impl Default for Sizes {
    fn default() -> Sizes {
        Sizes {
            newest: 60,
            read: 1_000,
            write: 200,
        }
    }
}

/// Long work that is done in batches.
#[derive(Debug)]
enum Job {
    Read(FastScan),
    Copy(import::Copying),
    Stage(Staging),
}

/// Transactions and reads that wait for the durable store.
#[derive(Debug, Default)]
struct Wants {
    begin: bool,
    read: bool,
    erase: bool,
    follow: bool,
    undo_import: bool,
    forget_import: bool,
    forget_reverted: bool,
}

/// The storage of one tab.
#[derive(Debug)]
pub struct Store {
    sizes: Sizes,
    planted: Option<Planted>,
    /// Copy on write: a reader keeps its version while an act alters the diary.
    diary: Rc<Diary>,
    /// The number of changes of the diary, for signals.
    changes: u32,
    /// Whether all of the fast store is read.
    is_whole: bool,
    /// Whether both stores were compared, or the durable store is unavailable for now.
    is_reconciled: bool,
    /// Why the fast store could not be read.
    blocked: Option<Fault>,
    /// Texts that the durable store has not acknowledged. (Without a durable store: every text of this tab.)
    pending: BTreeMap<String, String>,
    in_flight: Option<InFlight>,
    /// Texts that the fast store has no room for: only the durable store can keep them.
    ahead: BTreeMap<String, String>,
    /// Unreadable texts of the durable store.
    unreadable_there: BTreeMap<String, String>,
    /// Keys of acts that only the fast store has, because the durable text is unreadable and is not overwritten.
    unkept: BTreeSet<String>,
    /// The last refusal of the fast store.
    refused: Option<Fault>,
    connection: Connection,
    /// The reason of the last failed transaction.
    trouble: Option<Failure>,
    /// Failed transactions are retried with the next act, or when the timer ends.
    is_paused: bool,
    retries: u32,
    /// The durable store has not answered a request for ten seconds.
    is_silent: bool,
    /// Whether anything was changed in this visit.
    is_changed: bool,
    last_id: u32,
    /// How often everything was erased.
    epoch: u32,
    sequence: u32,
    device: Option<Device>,
    wants: Wants,
    import: Option<Import>,
    /// The undo log of the last import without a durable store: the texts written, and the texts before.
    staged: Option<(Vec<(String, String)>, Texts)>,
    jobs: VecDeque<Job>,
    reconcile: Option<Reconcile>,
    erasing: Option<Erasing>,
    undo: Vec<UndoStep>,
    /// Code units in the fast store, as of the last time that all of it was read.
    taken: usize,
    /// Whether a backup or a count waits for a slow start.
    is_searching: bool,
    effects: Vec<Effect>,
}

impl Store {
    /// Opens the storage: reads the newest records at once, and asks for the rest.
    pub fn open(sizes: Sizes, planted: Option<Planted>, cx: &mut Context) -> Store {
        let mut store = Store {
            sizes,
            planted,
            diary: Rc::default(),
            changes: 0,
            is_whole: false,
            is_reconciled: false,
            blocked: None,
            pending: BTreeMap::new(),
            in_flight: None,
            ahead: BTreeMap::new(),
            unreadable_there: BTreeMap::new(),
            unkept: BTreeSet::new(),
            refused: None,
            connection: Connection::default(),
            trouble: None,
            is_paused: false,
            retries: 0,
            is_silent: false,
            is_changed: false,
            last_id: 0,
            epoch: 0,
            sequence: 0,
            device: None,
            wants: Wants {
                begin: true,
                read: true,
                ..Wants::default()
            },
            import: None,
            staged: None,
            jobs: VecDeque::new(),
            reconcile: None,
            erasing: None,
            undo: Vec::new(),
            taken: 0,
            is_searching: false,
            effects: Vec::new(),
        };
        store.blocked = store.read_newest(cx).err();
        store.device = commit::stored_device(cx.fast);
        if cx.fast.read(keys::EPOCH) == Ok(None) {
            // The fast store is empty, the durable store may not be: the page says that it searches, if that takes long.
            store.effects.push(Effect::Wake(Wake::Look(true), 300));
            store.effects.push(Effect::Wake(Wake::Look(false), 2_000));
        }
        store.start_reading(cx);
        store.open_connection();
        store
    }

    /// Handles an event. The effects are to be carried out in their order.
    pub fn handle(&mut self, event: Event, cx: &mut Context) -> Vec<Effect> {
        self.hear_event(event, cx);
        self.take_effects()
    }

    /// Handles an event. [`Store::take_effects`] gives its effects.
    pub fn hear_event(&mut self, event: Event, cx: &mut Context) {
        // Any event may be older than an erase in another tab.
        self.check_epoch(cx);
        match event {
            Event::Opened(outcome) => self.opened(outcome, cx),
            Event::ConnectionLost => self.connection_lost(),
            Event::Slice(id, slice) => self.compare(id, slice, cx),
            Event::ReadDone(id, outcome) => self.read_done(id, outcome, cx),
            Event::Answered(id, outcome) => self.answered(id, outcome, cx),
            Event::Woken(wake) => self.woken(wake, cx),
            Event::Continue => self.go_on(cx),
            Event::Heard(message) => self.hear(message, cx),
            Event::FastChanged(key) => self.fast_changed(key.as_deref(), cx),
            Event::Shown => self.shown(cx),
            Event::MarkerFound(is_there) => self.marker_found(is_there),
        }
    }

    /// The effects of what was done last.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        self.pump();
        std::mem::take(&mut self.effects)
    }

    /// The diary, as it is shown.
    pub fn diary(&self) -> &Diary {
        &self.diary
    }

    /// Shows a record that could not be stored, for this visit.
    pub fn show_for_now(&mut self, record: Record) {
        self.diary_mut().put_for_now(record);
    }

    fn diary_mut(&mut self) -> &mut Diary {
        self.changes += 1;
        Rc::make_mut(&mut self.diary)
    }

    /// The diary for a longer read: a later act alters a copy.
    pub fn shared_diary(&self) -> Rc<Diary> {
        self.diary.clone()
    }

    /// How often everything was erased.
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    /// Changes with the diary.
    pub fn changes(&self) -> u32 {
        self.changes
    }

    /// Whether the whole diary is read.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Whether the records that only the durable store has are read, as far as can be known.
    pub fn is_reconciled(&self) -> bool {
        self.is_reconciled
    }

    /// Whether the diary may be in the durable store alone, and that has not answered yet.
    pub fn is_searching(&self) -> bool {
        self.is_searching && !self.is_reconciled
    }

    /// The fault of the fast store, if there is no durable store either.
    pub fn blocked(&self) -> Option<Fault> {
        let is_alone = !self.may_keep();
        self.blocked.filter(|_| is_alone)
    }

    /// How many records the fast store has no room for.
    pub fn ahead(&self) -> usize {
        self.ahead.len()
    }

    /// Code units in the fast store, as of the last time that it was read.
    pub fn taken(&self) -> usize {
        self.taken
    }

    /// The texts of the durable store that cannot be read, by key.
    pub fn unreadable_there(&self) -> &BTreeMap<String, String> {
        &self.unreadable_there
    }

    /// How safe the last change is.
    pub fn safety(&self) -> Safety {
        if self.planted == Some(Planted::AcknowledgeEarly) && self.is_changed {
            return Safety::Saved;
        }
        let is_idle = self.pending.is_empty() && !self.is_committing();
        match (self.is_changed, is_idle) {
            (false, true) if self.connection.is_usable() => Safety::Quiet,
            _ if self.connection.is_lost() && !is_idle => Safety::ConnectionLost,
            _ if !self.connection.is_usable() => Safety::NoDurable,
            (_, true) if !self.is_changed => Safety::Quiet,
            (_, true) if !self.unkept.is_empty() => Safety::NoDurable,
            (_, true) => Safety::Saved,
            _ if self.trouble == Some(Failure::Full) => Safety::Full,
            _ if self.trouble.is_some() || self.is_silent => Safety::NoDurable,
            _ => Safety::OnItsWay,
        }
    }

    /// Whether the durable store can keep a text that the fast store refuses.
    pub fn may_keep(&self) -> bool {
        self.connection.is_usable() && self.trouble.is_none() && !self.is_silent
    }

    fn tell(&mut self, told: Told) {
        self.effects.push(Effect::Tell(told));
    }

    fn id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    /// Starts a job, or queues it.
    fn start(&mut self, job: Job) {
        self.jobs.push_back(job);
        if self.jobs.len() == 1 {
            self.effects.push(Effect::Continue);
        }
    }

    fn go_on(&mut self, cx: &mut Context) {
        let Some(job) = self.jobs.pop_front() else {
            return;
        };
        let rest = match job {
            Job::Read(scan) => self.read_on(scan, cx).map(Job::Read),
            Job::Copy(copying) => self.copy_on(copying, cx).map(Job::Copy),
            Job::Stage(staging) => self.stage_on(staging, cx).map(Job::Stage),
        };
        if let Some(job) = rest {
            self.jobs.push_front(job);
        }
        if !self.jobs.is_empty() {
            self.effects.push(Effect::Continue);
        }
    }

    fn shown(&mut self, cx: &mut Context) {
        if self.planted == Some(Planted::DropBroadcastAndReread) {
            return;
        }
        self.retry_ahead(cx);
        if self.connection.is_usable() {
            self.is_paused = false;
            self.wants.begin = true;
        }
        // An event of the fast store may have been missed too.
        self.start_reading(cx);
    }

    /// Reads everything again: a message was missed, or much changed at once.
    fn read_again(&mut self, cx: &mut Context) {
        self.start_reading(cx);
        self.wants.begin = true;
        self.wants.read = true;
    }

    fn hear(&mut self, message: Message, cx: &mut Context) {
        match message {
            Message::Erased(epoch) if epoch > self.epoch => self.learn_epoch(epoch, cx),
            Message::Erased(_) => {}
            Message::ReadAgain => self.read_again(cx),
            // They belong to the epoch before the erase.
            Message::Records { epoch, .. } if epoch < self.epoch => {}
            Message::Records {
                epoch,
                sequence,
                texts,
            } => {
                if epoch > self.epoch {
                    self.learn_epoch(epoch, cx);
                }
                let is_gap = sequence > self.sequence.saturating_add(1);
                self.sequence = self.sequence.max(sequence);
                for (key, text) in texts {
                    if stored::is_record(&key) {
                        self.take_in(&key, &text, cx);
                    }
                }
                if is_gap && self.planted != Some(Planted::DropBroadcastAndReread) {
                    self.wants.begin = true;
                    self.wants.read = true;
                }
            }
        }
    }

    fn post(&mut self, message: Message) {
        if self.planted != Some(Planted::DropBroadcastAndReread) {
            self.effects.push(Effect::Post(message));
        }
    }

    fn transaction(&self, work: Operation) -> Transaction {
        Transaction::new(
            work,
            self.epoch,
            self.device.map(Device::text),
            self.planted,
        )
    }

    fn marker_found(&mut self, is_there: bool) {
        if is_there {
            self.effects.push(Effect::Marker(event::Marker::Remove));
            self.tell(Told::Cleared);
        }
    }
}
