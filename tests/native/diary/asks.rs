//! What the start page asks about: one left running, and what is missing of the last one.

use chrono::TimeDelta;

use unknot::diary::Diary;
use unknot::diary::asks::{Missing, follow_up, is_forgotten, likely_lengths};
use unknot::diary::episode::{Episode, Recorded, Relief};
use unknot::diary::place::{Level, Place, Side};
use unknot::diary::stored::Record;
use unknot::diary::usual::Usual;

use super::{begun, ended, episode_id, item, minute, severity};

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// A person whose ended ones lasted so many minutes.
fn usual(minutes: [i64; 5]) -> Option<Usual> {
    Usual::among(minutes.map(TimeDelta::minutes).to_vec())
}

#[test]
fn one_is_forgotten_when_it_is_silent_for_longer_than_the_longest_or_a_day() {
    let short = usual([10, 20, 30, 40, 50]);
    let long = usual([10, 20, 30, 40, 3 * DAY]);
    // Whose; minutes of what was noted; when it was said that it goes on; now; whether it is asked.
    for (usual, noted, answered, now, expected) in [
        (None, None, None, DAY, false),
        (None, None, None, DAY + 1, true),
        (short, None, None, 50, false),
        (short, None, None, 51, true),
        (long, None, None, DAY, false),
        (long, None, None, DAY + 1, true),
        // Something was noted of it: it is not forgotten.
        (short, Some(40), None, 90, false),
        (short, Some(40), None, 91, true),
        (None, Some(DAY), None, 2 * DAY, false),
        // Said to go on: not asked again for a day.
        (short, None, Some(60), 61, false),
        (short, None, Some(60), 60 + DAY, false),
        (short, None, Some(60), 61 + DAY, true),
        // The clock was set back.
        (short, None, None, -500, false),
    ] {
        let mut episode = begun("a", minute(0));
        if let Some(at) = noted {
            episode.rate(item(), minute(at), severity(5));
        }
        let asked = is_forgotten(&episode, usual.as_ref(), answered.map(minute), &minute(now));
        assert_eq!(asked, expected, "{usual:?} {noted:?} {answered:?} {now}");
        if let Some(at) = noted {
            let mut tried = begun("a", minute(0));
            tried.toggle_treatment(item(), "heat", minute(at));
            let asked = is_forgotten(&tried, usual.as_ref(), answered.map(minute), &minute(now));
            assert_eq!(asked, expected, "a treatment, {now}");
        }
    }
}

#[test]
fn likely_lengths_are_over_and_not_shorter_than_what_was_noted() {
    let short = usual([10, 20, 30, 40, 50]);
    let an_hour = usual([10, 20, 60, 70, 80]);
    for (usual, noted, now, expected) in [
        (None, None, DAY, &[60][..]),
        (None, None, 59, &[]),
        (None, None, 60, &[60]),
        (short, None, DAY, &[60, 30]),
        (short, None, 55, &[30]),
        (short, Some(30), DAY, &[60, 30]),
        (short, Some(31), DAY, &[60]),
        (short, Some(61), DAY, &[]),
        (an_hour, None, DAY, &[60]),
    ] {
        let mut episode = begun("a", minute(0));
        if let Some(at) = noted {
            episode.rate(item(), minute(at), severity(5));
        }
        let lengths = likely_lengths(&episode, usual.as_ref(), &minute(now));
        let minutes: Vec<i64> = lengths.iter().map(TimeDelta::num_minutes).collect();
        assert_eq!(minutes, expected, "{noted:?} {now}");
    }
}

/// One that lasted from minute 0 to minute 10, with nothing noted.
fn last() -> Episode {
    ended("a", minute(0), minute(10))
}

fn place() -> Place {
    Place {
        level: Level::Low,
        side: Side::Left,
    }
}

fn with_everything() -> Episode {
    let mut episode = last();
    episode.rate(item(), minute(1), severity(0));
    episode.toggle(place());
    let heat = item();
    episode.toggle_treatment(heat, "heat", minute(2));
    episode.rate_treatment(heat, Relief::WORSE, minute(3));
    episode
}

#[test]
fn what_is_missing_in_words() {
    let mut tried = last();
    tried.toggle_treatment(item(), "heat", minute(1));
    let mut rated = last();
    rated.rate(item(), minute(1), severity(0));
    let mut placed = last();
    placed.toggle(place());
    for (episode, words) in [
        (last(), "how bad it was, where it was, what helped"),
        (tried, "how bad it was, where it was, what helped"),
        (rated, "where it was, what helped"),
        (placed, "how bad it was, what helped"),
        (with_everything(), ""),
    ] {
        assert_eq!(Missing::of(&episode).words(), words);
    }
}

#[test]
fn the_last_one_is_asked_about_once_in_a_later_visit() {
    let afterwards = Episode {
        recorded: Recorded::Afterwards,
        ..last()
    };
    let b = episode_id("b");
    // Which; what was asked already; when the visit began; now; whether it is asked about.
    for (name, episode, asked, opened, now, expected) in [
        ("in the same visit", last(), None, 9, 10, false),
        ("in the same visit, long after", last(), None, 9, 70, false),
        ("in an app that stays open", last(), None, 9, 71, true),
        ("in the next visit", last(), None, 11, 11, true),
        ("within a week", last(), None, 7 * DAY, 7 * DAY + 9, true),
        ("after a week", last(), None, 7 * DAY, 7 * DAY + 10, false),
        ("asked about another", last(), Some(b), 11, 11, true),
        ("asked before", last(), Some(last().id), 11, 11, false),
        ("noted later on purpose", afterwards, None, 11, 11, false),
        ("with everything", with_everything(), None, 11, 11, false),
    ] {
        let mut diary = Diary::default();
        diary.put(Record::Episode(ended("z", minute(-90), minute(-80))));
        let id = episode.id.clone();
        diary.put(Record::Episode(episode));
        let asked: Vec<_> = asked.into_iter().collect();
        let found = follow_up(&diary, &asked, &minute(opened), &minute(now));
        assert_eq!(
            found.map(|one| one.id.clone()),
            expected.then_some(id),
            "{name}"
        );
    }
    assert_eq!(
        follow_up(&Diary::default(), &[], &minute(0), &minute(0)),
        None
    );
}
