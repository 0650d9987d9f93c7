//! When the last backup was made, and whether it is time for another.

use crate::diary::Diary;
use crate::diary::moment::{self, Moment};

/// A backup that was made on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    pub at: Moment,
    /// Of how many changes; see [`changes`].
    pub changes: u64,
}

impl Made {
    /// The text that it is kept as.
    pub fn encode(&self) -> String {
        format!("{} {}", moment::encode(&self.at), self.changes)
    }

    /// Reads what [`Made::encode`] wrote.
    pub fn decode(text: &str) -> Option<Made> {
        let (at, changes) = text.split_once(' ')?;
        Some(Made {
            at: moment::decode(at)?,
            changes: changes.parse().ok()?,
        })
    }
}

/// How often anything in the diary was stored.
pub fn changes(diary: &Diary) -> u64 {
    let mut changes = 0;
    for record in diary.records() {
        changes += u64::from(record.revision());
    }
    changes
}

/// After so many days with something new, or so many changes, a backup is due.
const DUE_AFTER_DAYS: i64 = 14;
const DUE_AFTER_CHANGES: u64 = 20;

/// What is said of the last backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// "Last backup 3 days ago."
    pub words: String,
    /// Whether it is time for one.
    pub is_due: bool,
}

/// What to say of the last backup, and whether it is time for another.
pub fn reminder(made: Option<&Made>, diary: &Diary, now: &Moment) -> Reminder {
    // After an erase there is less than there was.
    let changed = changes(diary).saturating_sub(made.map_or(0, |made| made.changes));
    let days = made.map_or(0, |made| {
        (now.date_naive() - made.at.date_naive()).num_days()
    });
    let words = match (made, days) {
        (None, _) => "No backup yet.".to_string(),
        (_, ..=0) => "Last backup today.".to_string(),
        (_, 1) => "Last backup yesterday.".to_string(),
        _ => format!("Last backup {days} days ago."),
    };
    Reminder {
        words,
        is_due: changed >= DUE_AFTER_CHANGES || (changed > 0 && days >= DUE_AFTER_DAYS),
    }
}
