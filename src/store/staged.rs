//! All-or-nothing import without a durable store: stage the records under `unknot/next/`, commit with one key, then move
//! each to its place. Interrupted before the commit, nothing is done; after it, the next start finishes.

use super::event::{Message, Refusal, Told};
use super::fast::{Context, Fast, Fault};
use super::keys::{STAGED, STAGED_RECORD};
use super::planted::Planted;
use super::transaction::Texts;
use super::{Job, Store, merge};
use crate::diary::stored::PREFIX;

/// The value of the commit key: the staged records count.
const COUNTS: &str = "1";

/// The prefix of a staged text that replaces the stored one, for an undo, where others are merged. Without a text behind
/// it the record is removed.
const AS_IT_WAS: char = '=';

/// A staged import in progress.
#[derive(Debug)]
pub(super) struct Staging {
    texts: Vec<(String, String)>,
    before: Texts,
    at: usize,
    /// Whether it is committed.
    counts: bool,
    is_undo: bool,
    epoch: u32,
}

impl Staging {
    pub(super) fn begin(
        texts: Vec<(String, String)>,
        fast: &mut dyn Fast,
        epoch: u32,
        planted: Option<Planted>,
    ) -> Result<Staging, Fault> {
        finish(fast, planted)?;
        sweep(fast)?;
        let longest = texts.iter().map(|(key, text)| key.len() + text.len()).max();
        fast.write(STAGED, &" ".repeat(longest.unwrap_or(0)))?;
        Ok(Staging {
            texts,
            before: Vec::new(),
            at: 0,
            counts: false,
            is_undo: false,
            epoch,
        })
    }

    pub(super) fn progress(&self) -> (usize, usize) {
        let done = if self.counts { self.at } else { 0 };
        (done, self.texts.len())
    }
}

impl Store {
    pub(super) fn stage_on(&mut self, mut staging: Staging, cx: &mut Context) -> Option<Staging> {
        if staging.epoch != self.epoch {
            let _ = sweep(cx.fast);
            self.tell(Told::NotRestored(Refusal::Gone));
            return None;
        }
        let end = staging.texts.len().min(staging.at + self.sizes.write);
        for n in staging.at..end {
            let (key, text) = staging.texts[n].clone();
            if staging.counts {
                // On failure the next start moves it.
                let _ = place(cx.fast, &key, self.planted);
                continue;
            }
            let there = cx.fast.read(&key);
            let staged = there.and_then(|there| {
                staging.before.push((key.clone(), there));
                cx.fast.write(&beside(&key), &text)
            });
            if let Err(fault) = staged {
                let _ = sweep(cx.fast);
                self.not_staged(staging.is_undo, fault);
                return None;
            }
        }
        staging.at = end;
        if end < staging.texts.len() {
            return Some(staging);
        }
        if !staging.counts {
            // A tab that starts drops staged records without a commit.
            let staged = cx.fast.keys(STAGED_RECORD).unwrap_or_default();
            let counts = match staged.len() == staging.texts.len() {
                true => cx.fast.write(STAGED, COUNTS),
                false => Err(Fault::Blocked),
            };
            if let Err(fault) = counts {
                let _ = sweep(cx.fast);
                self.not_staged(staging.is_undo, fault);
                return None;
            }
            (staging.counts, staging.at) = (true, 0);
            return Some(staging);
        }
        let _ = finish(cx.fast, self.planted);
        let written = staging.texts.len();
        self.is_changed = true;
        if staging.is_undo {
            self.tell(Told::TakenBack(written));
        } else {
            self.staged = Some((staging.texts, staging.before));
            self.tell(Told::Restored(written));
        }
        self.post(Message::ReadAgain);
        // If there is a durable store after all, it gets the texts too.
        self.read_again(cx);
        None
    }

    fn not_staged(&mut self, is_undo: bool, fault: Fault) {
        let refusal = Refusal::Store(fault);
        self.tell(match is_undo {
            true => Told::NotTakenBack(refusal),
            false => Told::NotRestored(refusal),
        });
    }

    /// Undoes such an import.
    pub(super) fn undo_staged(
        &mut self,
        writes: Vec<(String, String)>,
        before: Texts,
        cx: &mut Context,
    ) {
        let mut texts = Vec::new();
        for ((key, text), (_, was)) in writes.iter().zip(&before) {
            if cx.fast.read(key).ok().flatten().as_ref() == Some(text) {
                let mut exact = String::from(AS_IT_WAS);
                exact.push_str(was.as_deref().unwrap_or_default());
                texts.push((key.clone(), exact));
                self.pending.remove(key);
            }
        }
        match Staging::begin(texts, cx.fast, self.epoch, self.planted) {
            Ok(mut staging) => {
                staging.is_undo = true;
                self.start(Job::Stage(staging));
            }
            Err(fault) => self.tell(Told::NotTakenBack(Refusal::Store(fault))),
        }
    }
}

/// Finishes an import that was interrupted: committed records are moved to their places, others are dropped.
pub(super) fn finish(fast: &mut dyn Fast, planted: Option<Planted>) -> Result<(), Fault> {
    match fast.read(STAGED)?.as_deref() {
        None => return Ok(()),
        Some(COUNTS) => {
            for key in fast.keys(STAGED_RECORD)? {
                place(
                    fast,
                    &format!("{PREFIX}{}", &key[STAGED_RECORD.len()..]),
                    planted,
                )?;
            }
            // The commit key stays until all records are moved.
            if !fast.keys(STAGED_RECORD)?.is_empty() {
                return Err(Fault::Blocked);
            }
            fast.remove(STAGED)?;
        }
        Some(_) => sweep(fast)?,
    }
    Ok(())
}

fn beside(key: &str) -> String {
    format!("{STAGED_RECORD}{}", &key[PREFIX.len()..])
}

/// Moves a staged record to its place, merged with the stored one.
fn place(fast: &mut dyn Fast, key: &str, planted: Option<Planted>) -> Result<(), Fault> {
    let beside = beside(key);
    let Some(text) = fast.read(&beside)? else {
        return Ok(());
    };
    match text.strip_prefix(AS_IT_WAS) {
        Some("") => fast.remove(key)?,
        Some(exact) => fast.write(key, exact)?,
        None => match fast.read(key)? {
            None => fast.write(key, &text)?,
            Some(there) => {
                // An unreadable text is not overwritten.
                if let Some(both) = merge(key, &text, &there, planted) {
                    fast.write(key, &both)?;
                }
            }
        },
    }
    fast.remove(&beside)
}

/// Drops staged records without a commit. On failure the next start retries.
fn sweep(fast: &mut dyn Fast) -> Result<(), Fault> {
    for key in fast.keys(STAGED_RECORD)? {
        fast.remove(&key)?;
    }
    fast.remove(STAGED)
}
