//! Guided relief, step by step: which step it is at, and for how long. What the steps are follows from
//! the person's answers each time ([`crate::diary::relief`]); only where the session is gets stored.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::diary::episode::Treatment;
use crate::diary::id::ItemId;
use crate::diary::json::{self, ReadError};
use crate::diary::moment::Moment;
use crate::diary::watch::{self, Watch};
use crate::guide::movements::{self, Movement};

/// One step of guided relief.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// The position that hurts least.
    Position,
    /// Slow breathing.
    Breathing,
    /// A small movement.
    Movement(&'static Movement),
    /// Warmth or cold.
    Warmth,
    /// How it is now, and what comes next.
    Next,
}

impl Step {
    /// The id that is stored.
    pub fn id(&self) -> &'static str {
        match self {
            Step::Position => "position",
            Step::Breathing => "breathing",
            Step::Movement(movement) => movement.id,
            Step::Warmth => "warmth",
            Step::Next => "next",
        }
    }
}

/// What a session is noted as when a movement was done, and when none was: ids of
/// [`crate::diary::episode::TREATMENTS`].
pub const MOVED: &str = "stretching";
/// As [`MOVED`].
pub const RESTED: &str = "rest";

/// For so many seconds a session that was left can be gone on with.
const KEPT: i64 = 3 * 3600;

/// A session that is going on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// When it began, in seconds since 1970 UTC.
    #[serde(deserialize_with = "watch::seconds")]
    pub begun: i64,
    /// The step it is at.
    pub step: String,
    /// How long it has been there.
    pub watch: Watch,
    /// The movements that were done.
    pub done: Vec<String>,
}

impl Session {
    /// One that begins now.
    pub fn begun(now: &Moment) -> Session {
        Session {
            begun: now.timestamp(),
            step: Step::Position.id().to_string(),
            watch: Watch::begun(now),
            done: Vec::new(),
        }
    }

    /// Which of these steps it is at. A step that is no longer offered gives the first.
    pub fn place(&self, steps: &[Step]) -> usize {
        let here = steps.iter().position(|step| step.id() == self.step);
        here.unwrap_or(0)
    }

    /// Goes on to the next step, or back by one. `did` says whether the one that is left was done: a
    /// movement is then noted.
    pub fn turn(&mut self, steps: &[Step], forward: bool, did: bool, now: &Moment) {
        let here = self.place(steps);
        if did && movements::movement(&self.step).is_some() && !self.done.contains(&self.step) {
            self.done.push(self.step.clone());
        }
        let there = if forward {
            (here + 1).min(steps.len().saturating_sub(1))
        } else {
            here.saturating_sub(1)
        };
        if let Some(step) = steps.get(there) {
            self.step = step.id().to_string();
        }
        self.watch = Watch::begun(now);
    }

    /// The treatment that it is noted as: from when it began, so that a number given at its end is one
    /// after it.
    pub fn treatment(&self, id: ItemId, now: &Moment) -> Treatment {
        let ago = (now.timestamp() - self.begun).max(0);
        let kind = if self.done.is_empty() { RESTED } else { MOVED };
        Treatment::begun(id, kind, *now - TimeDelta::seconds(ago))
    }

    /// Whether it was left too long ago to be gone on with.
    pub fn is_old(&self, now: &Moment) -> bool {
        self.watch.idle(now) > KEPT
    }

    /// The text that is stored.
    pub fn encode(&self) -> String {
        json::write(self)
    }

    /// Reads what [`Session::encode`] wrote, or version 0.1.
    ///
    /// # Errors
    /// [`ReadError`].
    pub fn decode(text: &str) -> Result<Session, ReadError> {
        json::read_or_old(text, Session::decode_0_1)
    }

    fn decode_0_1(text: &str) -> Option<Session> {
        let parts: Vec<&str> = text.split(' ').collect();
        let ["2", begun, since, spent, seen, step, done] = *parts.as_slice() else {
            return None;
        };
        let done = done.split(',').filter(|id| !id.is_empty());
        Some(Session {
            begun: watch::number_0_1(begun)?,
            step: step.to_string(),
            watch: Watch::decode_0_1([since, spent, seen])?,
            done: done.map(str::to_string).collect(),
        })
    }
}

/// What is being done within a movement: how often it was held, and whether it is held now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The words are being read.
    Ready,
    /// Held for the nth time, from 1, with so many seconds to go.
    Hold(u8, i64),
    /// A rest after the nth time.
    Rest(u8),
    /// All of it is done.
    Done,
}

/// So many seconds to read or hear this many letters.
pub fn reading_time(letters: usize) -> i64 {
    4 + letters as i64 / 13
}

/// Where a movement is, so many seconds after its words were read.
pub fn phase(movement: &Movement, elapsed: i64) -> Phase {
    const REST: i64 = 4;
    if elapsed < 0 {
        return Phase::Ready;
    }
    let hold = i64::from(movement.hold);
    let (turn, within) = (elapsed / (hold + REST), elapsed % (hold + REST));
    if turn >= i64::from(movement.turns) {
        return Phase::Done;
    }
    let n = turn as u8 + 1;
    if within < hold {
        Phase::Hold(n, hold - within)
    } else if n < movement.turns {
        Phase::Rest(n)
    } else {
        Phase::Done
    }
}

/// A breath in or out, and the second of it, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breath {
    /// In, or out.
    pub inward: bool,
    /// The count, from 1.
    pub count: i64,
    /// Of how many.
    pub of: i64,
}

/// The first breaths are shorter: six of 4 seconds in and 4 out; then 5 and 5, which is 6 a minute.
pub fn breath(elapsed: i64) -> Breath {
    const EASY: i64 = 6 * 8;
    let (of, within) = if elapsed < EASY {
        (4, elapsed.max(0))
    } else {
        (5, elapsed - EASY)
    };
    let within = within % (2 * of);
    Breath {
        inward: within < of,
        count: within % of + 1,
        of,
    }
}
