//! What is counted, and what is left unsaid.

use chrono::TimeDelta;

use unknot::diary::Diary;
use unknot::diary::episode::Episode;
use unknot::diary::moment::Moment;
use unknot::diary::place::{Level, Place};
use unknot::diary::stored::Record;
use unknot::diary::trends::{FEWEST_FOR_USUAL, Trends, trends, usual_length};

use super::{at, begun, ended, item, severity};

fn now() -> Moment {
    at("2026-11-22T12:00:00+01:00")
}

fn hours_ago(hours: i64) -> Moment {
    now() - TimeDelta::hours(hours)
}

fn diary(episodes: impl IntoIterator<Item = Episode>) -> Diary {
    let mut diary = Diary::default();
    for episode in episodes {
        diary.put(Record::Episode(episode));
    }
    diary
}

/// Ended episodes of these lengths in minutes, a day apart.
fn lasting(minutes: &[i64]) -> Vec<Episode> {
    minutes
        .iter()
        .enumerate()
        .map(|(n, minutes)| {
            let start = hours_ago(24 * (n as i64 + 1));
            ended(
                &format!("e{n}"),
                start,
                start + TimeDelta::minutes(*minutes),
            )
        })
        .collect()
}

#[test]
fn an_empty_diary_says_nothing() {
    let nothing = Trends {
        episodes: 0,
        before: 0,
        usual: None,
        ended: 0,
        peak: None,
        places: vec![],
        tried: vec![],
    };
    assert_eq!(trends(&Diary::default(), 30, &now()), nothing);
    assert_eq!(usual_length(&Diary::default()), None);
}

#[test]
fn the_usual_length_is_the_middle_one_of_five_or_more() {
    let check = |minutes: &[i64], usual: Option<f64>| {
        let diary = diary(lasting(minutes));
        let usual = usual.map(|minutes| TimeDelta::seconds((60.0 * minutes) as i64));
        assert_eq!(usual_length(&diary), usual, "{minutes:?}");
        let counted = trends(&diary, 30, &now());
        assert_eq!(counted.usual, usual, "{minutes:?}");
        assert_eq!(counted.ended, minutes.len());
        assert_eq!(counted.episodes, minutes.len());
    };
    assert_eq!(FEWEST_FOR_USUAL, 5);
    check(&[], None);
    check(&[10], None);
    check(&[10, 20, 30, 40], None);
    check(&[10, 20, 30, 40, 50], Some(30.0));
    check(&[50, 10, 40, 20, 30], Some(30.0));
    check(&[1, 1, 1, 1, 10_000], Some(1.0));
    check(&[10, 20, 30, 40, 50, 60], Some(35.0));
    check(&[60, 10, 1_000, 33, 30, 20], Some(31.5));
    check(&[0, 0, 0, 0, 0], Some(0.0));
    check(&[7, 7, 7, 7, 7, 7], Some(7.0));
    check(&[5, 1, 4, 2, 3, 7, 6], Some(4.0));
}

#[test]
fn a_running_or_deleted_episode_has_no_length_yet() {
    let mut episodes = lasting(&[10, 20, 30, 40]);
    episodes.push(begun("running", hours_ago(1)));
    episodes.push(Episode {
        deleted: Some(now()),
        ..ended("deleted", hours_ago(5), hours_ago(4))
    });
    let diary = diary(episodes);
    let counted = trends(&diary, 30, &now());
    assert_eq!(
        (counted.episodes, counted.ended, counted.usual),
        (5, 4, None)
    );
    assert_eq!(usual_length(&diary), None);
}

#[test]
fn the_usual_length_of_all_is_not_that_of_the_range() {
    let mut episodes = lasting(&[10, 20, 30, 40, 50]);
    for (n, episode) in lasting(&[100, 100, 100, 100, 100, 100])
        .into_iter()
        .enumerate()
    {
        let shift = TimeDelta::days(100);
        let (start, end) = (episode.start - shift, episode.end.map(|end| end - shift));
        episodes.push(Episode {
            end,
            ..begun(&format!("old{n}"), start)
        });
    }
    let diary = diary(episodes);
    assert_eq!(
        trends(&diary, 30, &now()).usual,
        Some(TimeDelta::minutes(30))
    );
    assert_eq!(trends(&diary, 1, &now()).usual, None);
    assert_eq!(usual_length(&diary), Some(TimeDelta::minutes(100)));
}

#[test]
fn a_range_counts_back_from_now_in_days_of_24_hours() {
    let check = |days: u16, hours: &[i64], within: usize, before: usize| {
        let episodes = hours
            .iter()
            .enumerate()
            .map(|(n, hours)| begun(&format!("e{n}"), hours_ago(*hours)));
        let counted = trends(&diary(episodes), days, &now());
        assert_eq!(
            (counted.episodes, counted.before),
            (within, before),
            "{days} {hours:?}"
        );
    };
    check(1, &[0], 1, 0);
    check(1, &[24], 1, 0);
    check(1, &[25], 0, 1);
    check(1, &[48], 0, 1);
    check(1, &[49], 0, 0);
    check(30, &[1, 719, 720, 721, 1_440, 1_441], 3, 2);
    check(365, &[1, 719, 720, 721, 1_440, 1_441], 6, 0);
    check(0, &[1, 24], 0, 0);
    // What a clock set wrong has put in the future is in no range yet.
    check(30, &[-1, -30_000, 1], 1, 0);
    // To the second, whatever clock showed it.
    let edge = |text| trends(&diary([begun("a", at(text))]), 1, &now()).episodes;
    assert_eq!(edge("2026-11-21T12:00:00+01:00"), 1);
    assert_eq!(edge("2026-11-21T11:59:59+01:00"), 0);
    assert_eq!(edge("2026-11-22T01:00:00+14:00"), 1);
    assert_eq!(edge("2026-11-20T22:59:59-12:00"), 0);
    assert_eq!(trends(&Diary::default(), u16::MAX, &now()).episodes, 0);
}

#[test]
fn the_peak_is_the_highest_reading_and_zero_is_one() {
    let check = |numbers: &[u8], peak: Option<u8>| {
        let mut episode = begun("a", hours_ago(10));
        for (n, number) in numbers.iter().enumerate() {
            episode.rate(item(), hours_ago(9 - n as i64), severity(*number));
        }
        let unrated = begun("b", hours_ago(3));
        let mut old = begun("old", hours_ago(1_000));
        old.rate(item(), hours_ago(1_000), severity(10));
        let counted = trends(&diary([episode, unrated, old]), 1, &now());
        assert_eq!(counted.peak, peak, "{numbers:?}");
    };
    check(&[], None);
    check(&[0], Some(0));
    check(&[0, 0], Some(0));
    check(&[3, 8, 2], Some(8));
    check(&[10], Some(10));
}

#[test]
fn places_and_treatments_are_counted_most_first() {
    let episode = |id, places: &str, tried: &[&str]| {
        let mut episode = begun(id, hours_ago(5));
        for place in places.split_whitespace() {
            episode.toggle(Place::from_id(place).expect(place));
        }
        for kind in tried {
            episode.toggle_treatment(item(), kind, hours_ago(4));
        }
        episode
    };
    let diary = diary([
        // Two sides of one level are one.
        episode("a", "low-left low-right neck-left", &["heat", "rest"]),
        episode("b", "low-centre", &["cupping", "heat"]),
        episode("c", "low-left mid-left neck-right", &["heat", "cupping"]),
        episode("d", "", &[]),
        Episode {
            deleted: Some(now()),
            ..episode("gone", "buttock-left", &["ice"])
        },
    ]);
    let counted = trends(&diary, 7, &now());
    assert_eq!(
        counted.places,
        [(Level::Low, 3), (Level::Neck, 2), (Level::Mid, 1)]
    );
    let tried = |kind: &str, n| (kind.to_string(), n);
    assert_eq!(
        counted.tried,
        [tried("heat", 3), tried("cupping", 2), tried("rest", 1)]
    );
}

/// "2 of 1 episodes" is no count.
#[test]
fn what_was_tried_twice_in_one_episode_counts_once() {
    let mut episode = begun("a", hours_ago(5));
    episode.toggle_treatment(item(), "medicine", hours_ago(4));
    episode.treatments.push(episode.treatments[0].clone());
    episode.toggle_treatment(item(), "heat", hours_ago(4));
    let counted = trends(&diary([episode]), 7, &now());
    let expected = ["heat", "medicine"].map(|kind| (kind.to_string(), 1));
    assert_eq!(counted.tried, expected);
}

#[test]
fn equal_counts_come_in_a_fixed_order() {
    let mut episode = begun("a", hours_ago(5));
    for place in Place::all() {
        episode.toggle(place);
    }
    for kind in ["rest", "ice", "heat"] {
        episode.toggle_treatment(item(), kind, hours_ago(4));
    }
    let counted = trends(&diary([episode]), 7, &now());
    assert_eq!(counted.places, Level::ALL.map(|level| (level, 1)));
    let kinds: Vec<_> = counted
        .tried
        .iter()
        .map(|(kind, _)| kind.as_str())
        .collect();
    assert_eq!(kinds, ["rest", "heat", "ice"]);
}
