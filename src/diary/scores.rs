//! The questionnaires that a person fills in again and again: what they came to, and when one is due.

use chrono::NaiveDate;

use crate::diary::Diary;
use crate::diary::day::Day;
use crate::diary::place::Level;
use crate::guide::instrument::Instrument;

/// What a day's answers come to: PEG in tenths, Roland-Morris in points. None where it was not filled in.
pub fn score(day: &Day, instrument: Instrument) -> Option<u32> {
    match instrument {
        Instrument::Peg => day.peg_tenths(),
        Instrument::RolandMorris => day.roland_morris_score(),
    }
}

/// When it was last filled in before a day, and what that came to.
pub fn last_before(
    diary: &Diary,
    instrument: Instrument,
    date: NaiveDate,
) -> Option<(NaiveDate, u32)> {
    let mut last = None;
    for day in diary.days() {
        if day.date < date
            && let Some(score) = score(day, instrument)
        {
            last = Some((day.date, score));
        }
    }
    last
}

/// Whether it is time for it: it was not filled in today, nor in the days before that it is for.
pub fn is_due(diary: &Diary, instrument: Instrument, today: NaiveDate) -> bool {
    let Some(tomorrow) = today.succ_opt() else {
        return false;
    };
    suits(diary, instrument)
        && last_before(diary, instrument, tomorrow)
            .is_none_or(|(last, _)| (today - last).num_days() >= instrument.every_days())
}

/// Whether it is for this person: Roland-Morris only where the low back or the buttock was marked.
pub fn suits(diary: &Diary, instrument: Instrument) -> bool {
    let is_low = |level| diary.episodes().any(|episode| episode.places.at(level));
    instrument != Instrument::RolandMorris || is_low(Level::Low) || is_low(Level::Buttock)
}
