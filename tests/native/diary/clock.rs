//! A clock that is set back or ahead during a spasm: the order of acts is kept, and a length that cannot be known is
//! not made up.

use unknot::diary::asks::Missing;
use unknot::diary::draft::amended;
use unknot::diary::episode::Episode;
use unknot::diary::facts::{merge, stamp};
use unknot::diary::stamp::Device;
use unknot::diary::stored::{Record, decode, encode};

use super::{begun, item, minute, severity};

const DAY: i64 = 24 * 60;

fn set_back() -> Episode {
    let mut episode = begun("a", minute(0));
    episode.rate_now(item(), minute(5), severity(7));
    episode.rate_now(item(), minute(10 - DAY), severity(3));
    episode.ease_now(minute(12 - DAY));
    episode
}

#[test]
fn readings_stay_in_the_order_in_which_they_were_given() {
    let episode = set_back();
    assert_eq!(episode.severity_words(), "7 → 3");
    let end = episode.end.expect("it ended");
    assert!(episode.readings.iter().all(|reading| reading.at < end));
}

#[test]
fn how_long_it_lasted_is_not_known_and_is_asked_about() {
    let episode = set_back();
    assert_eq!(episode.lasted(), None);
    assert_eq!(episode.length_words(), "length not known");
    assert!(Missing::of(&episode).words().contains("how long it lasted"));
    // Started by a clock that was a month ahead.
    let mut ahead = begun("a", minute(30 * DAY));
    ahead.ease_now(minute(40));
    assert_eq!(ahead.lasted(), None);
    // It is stored so.
    let record = Record::Episode(episode);
    assert_eq!(decode(&record.key(), &encode(&record)), Ok(record));
}

#[test]
fn times_that_were_set_by_hand_are_known_again() {
    let stored = set_back();
    let untouched = amended(
        &stored,
        Episode {
            notes: "x".to_string(),
            ..stored.clone()
        },
        minute(60),
    );
    assert_eq!(untouched.lasted(), None);
    let mut edited = stored.clone();
    edited.end = Some(minute(40));
    assert_eq!(
        amended(&stored, edited, minute(60)).length_words(),
        "40 min"
    );
}

#[test]
fn an_act_in_the_order_of_the_clock_changes_nothing() {
    let mut episode = begun("a", minute(0));
    episode.rate_now(item(), minute(0), severity(7));
    episode.rate_now(item(), minute(9), severity(3));
    episode.ease_now(minute(9));
    assert_eq!(
        (episode.clock_changed, episode.length_words()),
        (false, "9 min".to_string())
    );
}

#[test]
fn an_end_from_a_device_with_another_clock_makes_no_length() {
    let acted = |base: Option<&Record>, episode: Episode, at, device| {
        let mut record = Record::Episode(episode);
        stamp(base, &mut record, &minute(at), Device::of(device));
        record
    };
    let base = acted(None, begun("a", minute(0)), 0, 1);
    let moved = acted(Some(&base), begun("a", minute(300)), 301, 1);
    let mut ended = begun("a", minute(0));
    ended.end = Some(minute(40));
    let ended = acted(Some(&base), ended, 302, 2);
    let Record::Episode(both) = merge(&moved, &ended) else {
        unreachable!()
    };
    assert_eq!(
        (both.start, both.end, both.lasted()),
        (minute(300), Some(minute(40)), None)
    );
}
