//! When the danger check is asked for again during an episode.

use unknot::diary::Diary;
use unknot::diary::again::{Again, again};
use unknot::diary::checkup::Checkup;
use unknot::diary::episode::{Episode, Severity};
use unknot::diary::moment::Moment;
use unknot::diary::stored::Record;
use unknot::guide::answers::Answer;

use super::{at, checkup_id, episode_id, item};

fn hour(hours: f64) -> Moment {
    at("2026-11-22T00:00:00+00:00") + chrono::TimeDelta::seconds((hours * 3600.0) as i64)
}

fn severity(n: u8) -> Severity {
    Severity::new(n).expect("0 to 10")
}

/// An episode from hour 0 with these readings, and checks begun at these hours.
#[track_caller]
fn check(readings: &[(f64, u8)], checks: &[f64], now: f64, expected: Option<Again>) {
    let id = episode_id("e");
    let mut episode = Episode::begun(id, hour(0.0), unknot::diary::episode::Recorded::Live);
    for (when, n) in readings {
        episode.rate(item(), hour(*when), severity(*n));
    }
    let mut diary = Diary::default();
    for (n, when) in checks.iter().enumerate() {
        let mut checkup = Checkup::begun(checkup_id(&format!("c{n}")), hour(*when), None);
        checkup.answer("danger", Answer::of(&["none"]), hour(*when));
        diary.put(Record::Checkup(checkup));
    }
    assert_eq!(again(&diary, &episode, &hour(now)), expected);
}

fn worse(from: u8, to: u8) -> Option<Again> {
    Some(Again::Worse {
        from: severity(from),
        to: severity(to),
    })
}

#[test]
fn a_rise_of_two_since_the_last_check_asks_again() {
    check(&[], &[], 1.0, None);
    check(&[(0.1, 4)], &[], 1.0, None);
    check(&[(0.1, 4), (0.5, 5)], &[], 1.0, None);
    check(&[(0.1, 4), (0.5, 6)], &[], 1.0, worse(4, 6));
    check(&[(0.1, 0), (0.5, 2)], &[], 1.0, worse(0, 2));
    // Down again is no rise.
    check(&[(0.1, 4), (0.5, 8), (0.6, 5)], &[], 1.0, None);
    // A check after the rise settles it, until the next one.
    check(&[(0.1, 4), (0.5, 6)], &[0.7], 1.0, None);
    check(&[(0.1, 4), (0.5, 6), (0.9, 7)], &[0.7], 1.0, None);
    check(&[(0.1, 4), (0.5, 6), (0.9, 8)], &[0.7], 1.0, worse(6, 8));
    // It had eased in between, and is no worse than at the check: it rose all the same.
    check(&[(0.1, 7), (0.8, 3), (0.9, 4)], &[0.7], 1.0, None);
    check(&[(0.1, 7), (0.8, 3), (0.9, 6)], &[0.7], 1.0, worse(3, 6));
    check(&[(0.1, 7), (0.3, 3), (0.9, 5)], &[], 1.0, worse(3, 5));
    // What it was before the one at the check was settled by that.
    check(&[(0.1, 2), (0.5, 7), (0.9, 7)], &[0.7], 1.0, None);
    // Rated only after the check: from the first reading on.
    check(&[(0.8, 3), (0.9, 5)], &[0.7], 1.0, worse(3, 5));
}

#[test]
fn after_a_day_it_is_asked_again() {
    check(&[], &[], 23.9, None);
    check(&[], &[], 24.0, Some(Again::NeverChecked));
    check(&[], &[10.0], 33.9, None);
    check(&[], &[10.0], 34.0, Some(Again::CheckIsOld));
    check(&[], &[2.0, 10.0, 5.0], 33.9, None);
    // A check from before the episode says nothing of it.
    check(&[], &[-1.0], 24.0, Some(Again::NeverChecked));
    // Nor does one that a clock set wrong has put in the future.
    check(&[], &[99.0], 24.0, Some(Again::NeverChecked));
    check(&[], &[10.0, 99.0], 34.0, Some(Again::CheckIsOld));
    check(&[], &[10.0], 10.0, None);
    // What got worse comes first.
    check(&[(0.1, 4), (25.0, 6)], &[], 26.0, worse(4, 6));
}

#[test]
fn a_check_without_the_danger_check_answered_says_nothing() {
    let episode = Episode::begun(
        episode_id("e"),
        hour(0.0),
        unknot::diary::episode::Recorded::Live,
    );
    let mut diary = Diary::default();
    let begun = Checkup::begun(checkup_id("c"), hour(20.0), None);
    diary.put(Record::Checkup(begun));
    let found = again(&diary, &episode, &hour(25.0));
    assert_eq!(found, Some(Again::NeverChecked));
}
