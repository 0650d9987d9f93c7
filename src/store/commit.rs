//! Sends pending texts to the durable store, one transaction after another.

use std::collections::BTreeMap;

use super::connection::pause;
use super::event::{Effect, Failure, Message, Refusal, Told, Wake};
use super::fast::{Context, Fast, Put, put_into, put_merged};
use super::keys::DEVICE;
use super::transaction::{Completion, Operation, Texts};
use super::{Store, merge};
use crate::diary::stamp::Device;
use crate::diary::stored;

/// The most texts that a message to other tabs holds; of more they are told to read again.
const TOLD_AT_ONCE: usize = 50;

/// A request to the durable store that is not answered yet.
#[derive(Debug)]
pub(super) struct InFlight {
    pub(super) id: u32,
    pub(super) epoch: u32,
    pub(super) sent: Request,
}

#[derive(Debug)]
pub(super) enum Request {
    Begin,
    Read,
    Erase,
    Commit(BTreeMap<String, String>),
    Import,
    FollowUp,
    UndoImport,
    ForgetImport,
    ForgetReverted,
}

impl Store {
    /// Whether a commit with texts is in flight.
    pub(super) fn is_committing(&self) -> bool {
        let sent = self.in_flight.as_ref().map(|in_flight| &in_flight.sent);
        matches!(sent, Some(Request::Commit(edits)) if !edits.is_empty())
    }

    /// The text in flight under a key.
    pub(super) fn sent_text(&self, key: &str) -> Option<&String> {
        match &self.in_flight.as_ref()?.sent {
            Request::Commit(edits) => edits.get(key),
            _ => None,
        }
    }

    /// Merges a text of the fast store with those of this tab that it may lack: the fast store is full, or another tab has
    /// overwritten them without knowing them.
    pub(super) fn with_own(&self, key: &str, text: Option<String>) -> Option<String> {
        let own = [
            self.sent_text(key),
            self.pending.get(key),
            self.ahead.get(key),
        ];
        own.into_iter()
            .flatten()
            .fold(text, |text, own| match text {
                None => Some(own.clone()),
                Some(text) if text == *own => Some(text),
                Some(text) => Some(merge(key, &text, own, self.planted).unwrap_or(text)),
            })
    }

    /// The newest text of this tab under a key: pending, or only in the durable store.
    pub(super) fn keep(&mut self, key: &str, text: String) {
        put_into(&mut self.pending, key, text, self.planted);
        self.is_paused = false;
    }

    /// Sends the next transaction, if none is in flight.
    pub(super) fn pump(&mut self) {
        if !self.connection.is_open() || self.in_flight.is_some() || self.is_paused {
            return;
        }
        let wants = &mut self.wants;
        let take = |want: &mut bool| std::mem::take(want);
        let (sent, work) = if take(&mut wants.begin) {
            (Request::Begin, Operation::Begin)
        } else if take(&mut wants.erase) {
            (Request::Erase, Operation::Erase)
        } else if take(&mut wants.follow) {
            (Request::FollowUp, Operation::FollowUp)
        } else if take(&mut wants.forget_import) {
            (Request::ForgetImport, Operation::ForgetImport)
        } else if !self.pending.is_empty() {
            let edits = std::mem::take(&mut self.pending);
            (Request::Commit(edits.clone()), Operation::Commit(edits))
        } else if wants.read && self.jobs.is_empty() {
            wants.read = false;
            return self.start_compare();
        } else if wants.read {
            // The undo log of an import records the durable texts as the state before: so the stores are compared first.
            return;
        } else if let Some(import) = self.import.as_mut().filter(|import| !import.is_sent) {
            import.is_sent = true;
            let work = Operation::Import(import.id.clone(), import.writes.clone());
            (Request::Import, work)
        } else if take(&mut wants.undo_import) {
            (Request::UndoImport, Operation::UndoImport)
        } else if take(&mut wants.forget_reverted) {
            (Request::ForgetReverted, Operation::ForgetReverted)
        } else {
            return;
        };
        let id = self.id();
        let transaction = Box::new(self.transaction(work));
        self.effects.push(Effect::Transact(id, transaction));
        self.in_flight = Some(InFlight {
            id,
            epoch: self.epoch,
            sent,
        });
        self.expect_answer(id);
    }

    pub(super) fn answered(
        &mut self,
        id: u32,
        outcome: Result<Completion, Failure>,
        cx: &mut Context,
    ) {
        if self.in_flight.as_ref().is_none_or(|sent| sent.id != id) {
            // The answer of a connection that was lost since. The request was sent again, which is harmless.
            return;
        }
        self.is_silent = false;
        let answer = match outcome {
            Err(Failure::Lost | Failure::Absent) => return self.connection_lost(),
            Err(failure) => return self.failed(failure, cx),
            Ok(answer) => answer,
        };
        self.trouble = None;
        self.retries = 0;
        let Some(in_flight) = self.in_flight.take() else {
            return;
        };
        let is_current = in_flight.epoch == self.epoch;
        match answer {
            Completion::Outdated(epoch) => {
                self.in_flight = Some(in_flight);
                self.learn_epoch(epoch, cx);
                self.in_flight = None;
            }
            Completion::MustFollow => {
                self.in_flight = Some(in_flight);
                self.take_back();
                self.wants.follow = true;
            }
            Completion::Begun {
                epoch,
                sequence,
                is_following,
                is_reverted,
                device,
            } => {
                self.wants.follow |= is_following;
                self.begun(epoch, sequence, is_reverted, device, cx);
            }
            Completion::Erased if is_current => self.erased_durable(cx),
            Completion::Committed {
                texts,
                unreadable,
                sequence,
            } if is_current => self.committed(texts, unreadable, sequence, cx),
            Completion::Imported { texts, sequence } if is_current => {
                self.imported(texts, sequence);
            }
            Completion::Undone { rows, sequence } if is_current => self.undone(rows, sequence),
            Completion::Followed(is_done) => self.wants.follow = !is_done,
            _ => {}
        }
    }

    fn failed(&mut self, failure: Failure, cx: &mut Context) {
        let sent = self.in_flight.as_ref().map(|in_flight| &in_flight.sent);
        let is_import = matches!(sent, Some(Request::Import));
        let is_undo = matches!(sent, Some(Request::UndoImport));
        self.trouble = Some(failure);
        self.take_back();
        self.is_paused = true;
        self.retries += 1;
        let wake = Effect::Wake(Wake::Retry(self.retries), pause(self.retries));
        self.effects.push(wake);
        if is_import {
            self.import_refused(failure);
        }
        if is_undo {
            self.wants.undo_import = false;
            self.tell(Told::NotTakenBack(refusal(failure)));
        }
        self.tell_not_erased();
        self.not_kept(failure);
        self.is_reconciled = true;
        self.purge_trash(cx);
    }

    fn committed(
        &mut self,
        texts: Texts,
        unreadable: Vec<(String, String)>,
        sequence: u32,
        cx: &mut Context,
    ) {
        self.count(sequence);
        let mut told = Vec::new();
        for (key, text) in texts {
            self.unreadable_there.remove(&key);
            match text {
                Some(text) => {
                    self.take_in(&key, &text, cx);
                    told.push((key, text));
                }
                // The import that wrote it was undone.
                None => self.read_again(cx),
            }
        }
        for (key, text) in unreadable {
            self.pending.remove(&key);
            self.unreadable_there.insert(key.clone(), text);
            self.show_unreadable(&key, cx);
            self.unkept.insert(key);
        }
        self.post(match told.len() <= TOLD_AT_ONCE {
            true => Message::Records {
                epoch: self.epoch,
                sequence,
                texts: told,
            },
            false => Message::ReadAgain,
        });
    }

    /// This tab's transaction has written. A gap in the numbers means that other tabs have too: then read.
    pub(super) fn count(&mut self, sequence: u32) {
        if sequence > self.sequence.saturating_add(1)
            && self.planted != Some(super::planted::Planted::DropBroadcastAndReread)
        {
            self.wants.begin = true;
            self.wants.read = true;
        }
        self.sequence = self.sequence.max(sequence);
    }

    /// Copies a text of the durable store into the fast store, and shows it.
    pub(super) fn take_in(&mut self, key: &str, text: &str, cx: &mut Context) {
        let text = self
            .with_own(key, Some(text.to_string()))
            .unwrap_or_default();
        let (put, both) = put_merged(cx.fast, key, &text, self.planted);
        match put {
            Put::Done => drop(self.ahead.remove(key)),
            Put::Unreadable => return self.show_unreadable(key, cx),
            Put::Refused(_) => drop(self.ahead.insert(key.to_string(), both.clone())),
        }
        self.show(key, &both);
    }

    /// Shows a record, unless it is the one that is shown.
    pub(super) fn show(&mut self, key: &str, text: &str) {
        let is_shown = {
            let shown = self.diary.record(key);
            let is_read = self.diary.unreadable_text(key).is_none();
            is_read && shown.is_some() && shown == stored::decode(key, text).ok().as_ref()
        };
        if !is_shown {
            self.diary_mut().take_in(key, text);
        }
        if let Some(there) = self.unreadable_there.get(key).cloned() {
            self.show_beside(key, text, &there);
        }
    }

    /// Shows a record with one unreadable copy: the readable one, and the text of the other as unreadable.
    pub(super) fn show_unreadable(&mut self, key: &str, cx: &mut Context) {
        let here = cx.fast.read(key).ok().flatten();
        let here = here.filter(|text| stored::decode(key, text).is_err());
        let own = self.with_own(key, None);
        match (here, self.unreadable_there.get(key).cloned(), own) {
            (Some(here), _, own) => self.show_beside(key, &own.unwrap_or_default(), &here),
            (None, Some(there), _) => {
                let text = cx.fast.read(key).ok().flatten().unwrap_or_default();
                self.show_beside(key, &text, &there);
            }
            (None, None, _) => {}
        }
    }

    fn show_beside(&mut self, key: &str, readable: &str, unreadable: &str) {
        let before = self.diary.record(key).cloned();
        let record = stored::decode(key, readable).ok().or(before);
        let diary = self.diary_mut();
        diary.take_in(key, unreadable);
        if let Some(record) = record {
            diary.put_for_now(record);
        }
    }

    /// Retries texts that the fast store had no room for.
    pub(super) fn retry_ahead(&mut self, cx: &mut Context) {
        for (key, text) in self.ahead.clone() {
            if let (Put::Done, _) = put_merged(cx.fast, &key, &text, self.planted) {
                self.ahead.remove(&key);
            }
        }
    }

    /// The random number of this device. It is drawn before the first write.
    pub(super) fn need_device(&mut self, cx: &mut Context) -> Device {
        let device = self.device(cx);
        if stored_device(cx.fast).is_none() {
            // If the fast store is full, the durable store keeps it.
            let _ = cx.fast.write(DEVICE, &device.text());
        }
        device
    }

    /// The number that this device has, or would get; writes nothing.
    pub fn device(&mut self, cx: &mut Context) -> Device {
        let known = self.device.or_else(|| stored_device(cx.fast));
        let device = known.unwrap_or_else(|| Device::of(cx.random));
        self.device = Some(device);
        device
    }
}

/// The number of this device in the fast store.
pub(super) fn stored_device(fast: &dyn Fast) -> Option<Device> {
    Device::parse(&fast.read(DEVICE).ok().flatten()?)
}

/// The refusal of an act that only the durable store could have stored.
pub(super) fn refusal(failure: Failure) -> Refusal {
    match failure {
        Failure::Full => Refusal::Store(super::fast::Fault::Full),
        Failure::Absent => Refusal::Store(super::fast::Fault::Blocked),
        Failure::Lost => Refusal::Lost,
        Failure::Aborted => Refusal::Failed,
    }
}
