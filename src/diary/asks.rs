//! The questions that the start page asks by itself: whether a long episode still runs, and what is missing of the last one.
//! An answer is remembered by the id of the episode.

use chrono::TimeDelta;

use crate::diary::Diary;
use crate::diary::episode::{Episode, Recorded};
use crate::diary::id::EpisodeId;
use crate::diary::moment::{self, Moment};
use crate::diary::usual::Usual;

/// After so long without a word a running one is asked about, whoever it is.
const DAY: TimeDelta = TimeDelta::hours(24);
/// After so long nobody remembers what helped.
const WEEK: TimeDelta = TimeDelta::days(7);
/// In an app that is never closed, the next visit begins after so long.
const VISIT: TimeDelta = TimeDelta::hours(1);

/// When something was noted of it last.
fn heard(episode: &Episode) -> Moment {
    let mut heard = episode.start;
    for reading in &episode.readings {
        heard = heard.max(reading.at);
    }
    for treatment in &episode.treatments {
        heard = heard.max(treatment.at);
    }
    heard
}

/// Whether a running one may have been forgotten: nothing was noted of it for longer than the longest
/// of the person's own lasted, or for a day. `answered` is when the person said that it goes on.
pub fn is_forgotten(
    episode: &Episode,
    usual: Option<&Usual>,
    answered: Option<Moment>,
    now: &Moment,
) -> bool {
    let limit = usual.map_or(DAY, |usual| usual.longest.min(DAY));
    let is_silent = |since: &Moment, limit| moment::span(since, now) > limit;
    is_silent(&heard(episode), limit) && answered.is_none_or(|answered| is_silent(&answered, DAY))
}

/// How long it may have lasted: an hour, or as long as this person's usually do. None that is shorter
/// than what was noted of it, or not over yet.
pub fn likely_lengths(episode: &Episode, usual: Option<&Usual>, now: &Moment) -> Vec<TimeDelta> {
    let mut lengths = vec![TimeDelta::hours(1)];
    lengths.extend(usual.map(|usual| usual.middle));
    lengths.dedup();
    lengths.retain(|length| (heard(episode)..=*now).contains(&(episode.start + *length)));
    lengths
}

/// What is not known of an episode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// How bad it was.
    pub severity: bool,
    /// Where it was.
    pub place: bool,
    /// How long it lasted.
    pub length: bool,
    /// What helped: nothing that was tried has a number.
    pub relief: bool,
}

impl Missing {
    /// Of this one.
    pub fn of(episode: &Episode) -> Missing {
        Missing {
            severity: episode.readings.is_empty(),
            place: episode.places.is_empty(),
            length: episode.end.is_some() && episode.lasted().is_none(),
            relief: episode.treatments.iter().all(|one| one.relief.is_none()),
        }
    }

    /// "how bad it was, what helped"; empty where nothing is missing.
    pub fn words(self) -> String {
        let mut words = Vec::new();
        for (is_missing, what) in [
            (self.severity, "how bad it was"),
            (self.place, "where it was"),
            (self.length, "how long it lasted"),
            (self.relief, "what helped"),
        ] {
            if is_missing {
                words.push(what);
            }
        }
        words.join(", ")
    }
}

/// The last episode, where something is missing of it and it is time to ask: it was timed as it
/// happened, ended in an earlier visit, less than a week ago, and was not asked about before.
pub fn follow_up<'a>(
    diary: &'a Diary,
    asked: &[EpisodeId],
    opened: &Moment,
    now: &Moment,
) -> Option<&'a Episode> {
    let last = diary.last_ended()?;
    let end = last.end?;
    let ago = moment::span(&end, now);
    let is_time = (end < *opened || ago > VISIT) && ago < WEEK;
    let is_open = !Missing::of(last).words().is_empty() && !asked.contains(&last.id);
    (is_time && is_open && last.recorded == Recorded::Live).then_some(last)
}
