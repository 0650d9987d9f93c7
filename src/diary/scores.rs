//! The questionnaires that a person fills in again and again: what they came to, and when one is due.

use chrono::NaiveDate;

use crate::diary::Diary;
use crate::diary::day::Day;
use crate::diary::place::Level;
use crate::guide::answers::Answer;
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

/// Whether it is for this person: both were made for grown-ups, and Roland-Morris for the low back or the
/// buttock alone.
pub fn suits(diary: &Diary, instrument: Instrument) -> bool {
    let age = diary.profile().and_then(|me| me.answers.to("age"));
    if let Some(Answer::Number(age)) = age
        && *age < 18
    {
        return false;
    }
    let is_low = |level| diary.episodes().any(|episode| episode.places.at(level));
    instrument == Instrument::Peg || is_low(Level::Low) || is_low(Level::Buttock)
}
