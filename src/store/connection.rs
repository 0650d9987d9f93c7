//! The connection to the durable store, and its retries with growing pauses.

use super::Store;
use super::commit::Request;
use super::event::{Effect, Failure, Refusal, Told, Wake};
use super::fast::Context;

/// Timeout of a request, in milliseconds: the person is told.
const SILENCE: u32 = 10_000;
/// The longest pause between two tries, in milliseconds.
const LONGEST: u32 = 64_000;

/// The state of the connection.
#[derive(Debug, Default)]
pub struct Connection {
    state: ConnectionState,
    /// Tries since it was last open.
    tries: u32,
    was_open: bool,
    /// The number of the last request to open it.
    asked: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum ConnectionState {
    #[default]
    Opening,
    Open,
    /// Waits for the next try.
    Waiting,
    /// This browser has none.
    Absent,
}

impl Connection {
    /// Whether it is open, or is opened for the first time.
    pub fn is_usable(&self) -> bool {
        match self.state {
            ConnectionState::Open => true,
            ConnectionState::Opening => self.tries == 0,
            ConnectionState::Waiting | ConnectionState::Absent => false,
        }
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.state == ConnectionState::Open
    }

    /// Whether it was open, and is not.
    pub fn is_lost(&self) -> bool {
        self.was_open && self.state != ConnectionState::Open
    }

    /// Whether this browser has no durable store.
    pub fn is_absent(&self) -> bool {
        self.state == ConnectionState::Absent
    }

    /// Whether it is still unknown if this browser has a durable store.
    pub fn is_opening(&self) -> bool {
        self.state == ConnectionState::Opening && self.tries == 0
    }
}

/// The pause before the nth try, in milliseconds: none, one second, then doubled each time.
pub fn pause(tries: u32) -> u32 {
    match tries {
        0 => 0,
        n => LONGEST.min(1_000 << (n - 1).min(6)),
    }
}

impl Store {
    pub(super) fn open_connection(&mut self) {
        self.connection.state = ConnectionState::Opening;
        self.effects.push(Effect::Open);
        let id = self.id();
        self.connection.asked = id;
        self.expect_answer(id);
    }

    /// Sets a timer for the answer to this request.
    pub(super) fn expect_answer(&mut self, id: u32) {
        self.effects.push(Effect::Wake(Wake::Silence(id), SILENCE));
    }

    pub(super) fn opened(&mut self, outcome: Result<(), Failure>, cx: &mut Context) {
        self.is_silent = false;
        match outcome {
            Ok(()) => {
                self.connection = Connection {
                    state: ConnectionState::Open,
                    was_open: true,
                    ..Connection::default()
                };
                self.trouble = None;
                self.is_paused = false;
                // Other tabs may have erased or written while it was closed.
                self.wants.begin = true;
                self.wants.read = true;
            }
            Err(failure) => {
                self.connection.state = match failure {
                    Failure::Absent => ConnectionState::Absent,
                    _ => ConnectionState::Waiting,
                };
                if !self.connection.is_absent() {
                    self.connection.tries += 1;
                    let tries = self.connection.tries;
                    let wake = Effect::Wake(Wake::Reopen(tries), pause(tries));
                    self.effects.push(wake);
                }
                self.given_up(failure, cx);
            }
        }
    }

    /// The durable store is unavailable: requests that wait for it are refused, or go on without it.
    fn given_up(&mut self, failure: Failure, cx: &mut Context) {
        self.is_reconciled = true;
        self.is_searching = false;
        self.tell_not_erased();
        self.not_kept(failure);
        self.import_without_durable(cx);
        self.purge_trash(cx);
    }

    /// Tells texts that only the durable store could have kept, once for each loss.
    pub(super) fn not_kept(&mut self, failure: Failure) {
        if !self.ahead.is_empty() && self.pending.keys().any(|key| self.ahead.contains_key(key)) {
            // Without a durable store the fault of the fast store is the one that the person can mend.
            let fault = self.refused.unwrap_or(super::fast::Fault::Full);
            self.tell(Told::NotKept(match failure {
                Failure::Lost => Refusal::Lost,
                Failure::Full => Refusal::Store(super::fast::Fault::Full),
                Failure::Absent | Failure::Aborted => Refusal::Store(fault),
            }));
        }
    }

    pub(super) fn connection_lost(&mut self) {
        if self.connection.state != ConnectionState::Open {
            return;
        }
        self.take_back();
        self.connection.tries = 0;
        self.reconcile = None;
        self.open_connection();
    }

    /// Queues requests that were sent and not acknowledged.
    pub(super) fn take_back(&mut self) {
        let Some(in_flight) = self.in_flight.take() else {
            return;
        };
        match in_flight.sent {
            Request::Begin => self.wants.begin = true,
            Request::Read => self.wants.read = true,
            Request::Erase => self.wants.erase = true,
            Request::FollowUp => self.wants.follow = true,
            Request::UndoImport => self.wants.undo_import = true,
            Request::ForgetImport => self.wants.forget_import = true,
            Request::ForgetReverted => self.wants.forget_reverted = true,
            Request::Import => {
                if let Some(import) = &mut self.import {
                    import.is_sent = false;
                }
            }
            Request::Commit(edits) if in_flight.epoch == self.epoch => {
                for (key, text) in edits {
                    super::fast::put_into(&mut self.pending, &key, text, self.planted);
                }
            }
            Request::Commit(_) => {}
        }
    }

    pub(super) fn woken(&mut self, wake: Wake, cx: &mut Context) {
        match wake {
            Wake::Reopen(tries) => {
                if self.connection.state == ConnectionState::Waiting
                    && self.connection.tries == tries
                {
                    self.open_connection();
                }
            }
            Wake::Retry(retries) => {
                if self.retries == retries {
                    self.is_paused = false;
                }
            }
            Wake::Silence(id) => {
                let is_asked = self.in_flight.as_ref().is_some_and(|sent| sent.id == id);
                if is_asked
                    || self.connection.state == ConnectionState::Opening
                        && self.connection.asked == id
                {
                    self.is_silent = true;
                    self.given_up(Failure::Aborted, cx);
                }
            }
            Wake::Look(is_searching) => self.is_searching = is_searching && !self.is_reconciled,
        }
    }
}
