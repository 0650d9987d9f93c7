//! When the danger check should be taken again during an episode. Cases that were missed at first
//! had no warning sign at the first visit, so it is asked again when things change.

use chrono::TimeDelta;

use crate::diary::Diary;
use crate::diary::episode::{Episode, Severity};
use crate::diary::moment::{self, Moment};
use crate::guide::interview;

/// The rise of pain (0 to 10) since the last check that asks for a new one.
const RISE: u8 = 2;
/// The age of a check after which a new one is asked for.
const FRESH: TimeDelta = TimeDelta::hours(24);

/// Why the danger check should be taken again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// The pain rose since the last check; without one, since the first reading.
    Worse {
        /// The least that it was in that time.
        from: Severity,
        /// What it is.
        to: Severity,
    },
    /// The last check is a day old.
    CheckIsOld,
    /// The episode is a day old, and no check was taken.
    NeverChecked,
}

/// Why the check should be taken again during this episode, if it should.
pub fn again(diary: &Diary, episode: &Episode, now: &Moment) -> Option<Again> {
    // One that was broken off before the danger check was answered says nothing, nor does one that a
    // clock set wrong has put in the future.
    let checked = diary
        .all_checkups()
        .filter(|checkup| checkup.answers.to(interview::first().id).is_some())
        .map(|checkup| checkup.started)
        .filter(|started| (episode.start..=*now).contains(started))
        .max();
    let since = checked.unwrap_or(episode.start);
    if let Some(worse) = rise(episode, &since) {
        return Some(worse);
    }
    if moment::span(&since, now) < FRESH {
        return None;
    }
    Some(match checked {
        Some(_) => Again::CheckIsOld,
        None => Again::NeverChecked,
    })
}

fn rise(episode: &Episode, since: &Moment) -> Option<Again> {
    // They are in order of time. The last one of before the check says what it was then.
    let before = episode
        .readings
        .partition_point(|reading| reading.at <= *since);
    let (last, earlier) = episode.readings[before.saturating_sub(1)..].split_last()?;
    // It may have eased in between.
    let from = earlier.iter().map(|reading| reading.severity).min()?;
    let rose = last.at > *since && last.severity.get() >= from.get() + RISE;
    rose.then_some(Again::Worse {
        from,
        to: last.severity,
    })
}
