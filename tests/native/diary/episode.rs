//! One episode: what its own methods keep true.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use proptest::prelude::*;

use unknot::diary::episode::{
    Episode, Reading, Relief, Severity, TREATMENTS, Treatment, treatment_words,
};
use unknot::diary::facts;
use unknot::diary::id::EpisodeId;
use unknot::diary::id::is_id;
use unknot::diary::moment::day_and_clock;
use unknot::diary::place::{Level, Place, Places, Side, places_words};
use unknot::diary::stored::Record;
use unknot::guide::interview::question;

use super::any::{self, cases};
use super::{begun, ended, item, minute, second, severity, stamped};

fn relief(n: i8) -> Relief {
    Relief::new(n).unwrap_or_else(|| panic!("no relief: {n}"))
}

fn places(ids: &str) -> Places {
    ids.split_whitespace().map(place).collect()
}

fn place(id: &str) -> Place {
    Place::from_id(id).unwrap_or_else(|| panic!("no place: {id}"))
}

#[test]
fn zero_is_a_value() {
    assert_eq!(Severity::new(0).map(Severity::get), Some(0));
    let mut episode = begun("a", second(0));
    assert_eq!(episode.severity_words(), "");
    assert_eq!(episode.peak(), None);
    episode.rate(item(), second(10), severity(0));
    assert_eq!(episode.severity_words(), "0");
    assert_eq!(episode.peak(), Some(severity(0)));
    episode.rate(item(), minute(10), severity(0));
    assert_eq!(episode.severity_words(), "0 → 0");
    assert_eq!(episode.peak(), Some(severity(0)));
    assert_eq!(episode.readings.len(), 2);
}

#[test]
fn severities_run_from_0_to_10() {
    for n in 0..=10 {
        assert_eq!(Severity::new(n).map(Severity::get), Some(n));
    }
    assert_eq!(Severity::new(11), None);
    assert_eq!(Severity::new(255), None);
}

#[test]
fn severity_in_words() {
    let check = |numbers: &[u8], words: &str| {
        let mut episode = begun("a", second(0));
        for (n, number) in numbers.iter().enumerate() {
            episode.rate(item(), minute(10 * n as i64), severity(*number));
        }
        assert_eq!(episode.severity_words(), words);
        assert_eq!(
            episode.peak().map(Severity::get),
            numbers.iter().max().copied()
        );
    };
    check(&[], "");
    check(&[7], "7");
    check(&[10], "10");
    check(&[7, 3], "7 → 3");
    check(&[7, 0], "7 → 0");
    check(&[0, 7], "0 → 7");
    check(&[2, 10, 3], "2 → 3");
    check(&[7, 3, 7], "7 → 7");
}

#[test]
fn a_second_number_within_two_minutes_corrects_the_first() {
    let check = |rated: &[(i64, u8)], kept: &[(i64, u8)]| {
        let mut episode = begun("a", second(0));
        for (at, n) in rated {
            episode.rate(item(), second(*at), severity(*n));
        }
        let kept: Vec<_> = kept
            .iter()
            .map(|(at, n)| (second(*at), severity(*n)))
            .collect();
        let said = |reading: &Reading| (reading.at, reading.severity);
        let readings: Vec<_> = episode.readings.iter().map(said).collect();
        assert_eq!(readings, kept, "{rated:?}");
    };
    check(&[], &[]);
    check(&[(0, 7)], &[(0, 7)]);
    check(&[(0, 7), (0, 4)], &[(0, 4)]);
    check(&[(0, 7), (1, 0)], &[(0, 0)]);
    check(&[(0, 7), (119, 3)], &[(0, 3)]);
    check(&[(0, 7), (120, 3)], &[(0, 7), (120, 3)]);
    // It is the first of them that counts, so a slow slide is not swallowed.
    check(&[(0, 7), (119, 6), (121, 5)], &[(0, 6), (121, 5)]);
    check(&[(0, 7), (600, 3), (660, 4)], &[(0, 7), (600, 4)]);
    // The same number again is a reading of its own, later.
    check(&[(0, 7), (600, 7)], &[(0, 7), (600, 7)]);
    // A clock that was set back: in order of time, nothing lost.
    check(&[(600, 7), (0, 3)], &[(0, 3), (600, 7)]);
    check(&[(600, 7), (595, 3)], &[(595, 3), (600, 7)]);
}

#[test]
fn a_number_for_the_end_stands_at_the_end() {
    let check = |rated: &[(i64, u8)], end: i64, numbers: &[u8], kept: &[(i64, u8)]| {
        let mut episode = begun("a", second(0));
        for (at, n) in rated {
            episode.rate(item(), second(*at), severity(*n));
        }
        episode.ease(second(end));
        for n in numbers {
            episode.rate_end(item(), severity(*n));
            assert_eq!(episode.severity_at_end(), Some(severity(*n)), "{rated:?}");
        }
        let found: Vec<(i64, u8)> = episode
            .readings
            .iter()
            .map(|r| ((r.at - second(0)).num_seconds(), r.severity.get()))
            .collect();
        assert_eq!(found, kept, "{rated:?} {end} {numbers:?}");
    };
    check(&[], 60, &[3], &[(60, 3)]);
    check(&[], 0, &[0], &[(0, 0)]);
    // However short it was, the first number stays.
    check(&[(0, 9)], 60, &[1], &[(0, 9), (60, 1)]);
    check(&[(0, 9)], 60, &[1, 2, 1], &[(0, 9), (60, 1)]);
    check(
        &[(0, 9), (600, 4)],
        601,
        &[4],
        &[(0, 9), (600, 4), (601, 4)],
    );
    // Rated and eased in one second: that number is the one at the end.
    check(&[(60, 9)], 60, &[1], &[(60, 1)]);
    // A clock that was set back has left a number after the end.
    check(&[(900, 5)], 60, &[1, 2], &[(60, 2), (900, 5)]);
}

#[test]
fn a_number_for_the_end_that_is_corrected_later_is_kept() {
    let mut episode = stamped(None, begun("a", second(0)), second(0));
    // Each number is an act of its own.
    let rate = |episode: &Episode, n, now| {
        let mut mine = episode.clone();
        mine.ease(second(60));
        mine.rate_end(item(), severity(n));
        stamped(Some(episode), mine, second(now))
    };
    episode = rate(&episode, 2, 61);
    episode = rate(&episode, 3, 70);
    episode = rate(&episode, 3, 900);
    assert_eq!(
        episode.history.earlier_values().count(),
        0,
        "a slip, and the same once more"
    );
    episode = rate(&episode, 1, 901);
    let record = Record::Episode(episode.clone());
    let was = format!("3 at {}", day_and_clock(&second(60), &second(900)));
    assert_eq!(
        super::earlier(&record, second(900)),
        [("Pain".to_string(), was)]
    );
    assert_eq!(episode.severity_at_end(), Some(severity(1)));
}

#[test]
fn while_it_runs_there_is_no_number_for_the_end() {
    let mut episode = begun("a", second(0));
    episode.rate(item(), second(5), severity(7));
    episode.rate_end(item(), severity(1));
    assert_eq!(episode.severity_words(), "7");
    assert_eq!(episode.severity_at_end(), None);
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn readings_stay_in_order_and_the_last_number_is_kept(
        rated in proptest::collection::vec((0..2_000_i64, 0..=10_u8), 1..12),
    ) {
        let mut episode = begun("a", second(0));
        for (at, n) in &rated {
            episode.rate(item(), second(*at), severity(*n));
            prop_assert!(episode.readings.is_sorted_by_key(|reading| reading.at));
            prop_assert!(episode.readings.iter().any(|reading| reading.severity == severity(*n)));
        }
        let worst = episode.readings.iter().map(|reading| reading.severity).max();
        prop_assert_eq!(episode.peak(), worst);
    }

    #[test]
    fn what_can_name_a_record_is_short_and_plain(text in prop_oneof![any::id(), any::text(), "[a-z0-9-]{39,43}", "[A-Za-z_ ]{1,3}"]) {
        let plain = text.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-'));
        let expected = plain && (1..=40).contains(&text.chars().count());
        prop_assert_eq!(is_id(&text), expected);
        prop_assert_eq!(EpisodeId::parse(&text).map(|id| id.as_str().to_string()), expected.then_some(text));
    }
}

#[test]
fn ids_are_lower_case_letters_digits_and_dashes() {
    let forty = "a".repeat(40);
    for text in ["a", "0", "-", "mf3k2a1b-0a1z", forty.as_str()] {
        assert!(is_id(text), "{text:?}");
        assert_eq!(EpisodeId::parse(text).expect(text).as_str(), text);
    }
    let more = "a".repeat(41);
    for text in [
        "",
        " ",
        "A",
        "a b",
        "a ",
        "a_b",
        "a/b",
        "../a",
        "é",
        "ａ",
        "a\n",
        "a\0",
        "😀",
        "%61",
        more.as_str(),
    ] {
        assert!(!is_id(text), "{text:?}");
        assert_eq!(EpisodeId::parse(text), None, "{text:?}");
    }
}

#[test]
fn easing_ends_it_and_never_before_it_began() {
    let check = |eased: i64, end: i64| {
        let mut episode = begun("a", second(0));
        episode.ease(second(eased));
        assert_eq!(episode.end, Some(second(end)), "{eased}");
        assert_eq!(episode.lasted(), Some(TimeDelta::seconds(end)), "{eased}");
    };
    check(90, 90);
    check(0, 0);
    check(-1, 0);
    check(-86_400, 0);
}

#[test]
fn one_that_runs_has_no_length_yet() {
    assert_eq!(begun("a", second(0)).lasted(), None);
    let ended = ended("a", second(0), minute(30));
    assert_eq!(ended.lasted(), Some(TimeDelta::minutes(30)));
}

#[test]
fn what_begins_knows_nothing_else() {
    let episode = begun("a", second(0));
    assert_eq!(episode.revision, 0);
    assert_eq!(episode.end, None);
    assert!(episode.places.is_empty() && episode.readings.is_empty());
    assert!(episode.treatments.is_empty() && episode.notes.is_empty());
    assert_eq!(episode.deleted, None);
}

#[test]
fn a_place_is_put_in_and_taken_out() {
    let mut episode = begun("a", second(0));
    for place in Place::all() {
        episode.toggle(place);
    }
    assert_eq!(episode.places, any::everywhere());
    for place in places("low-left neck-centre").iter() {
        episode.toggle(place);
    }
    assert_eq!(episode.places.iter().count(), 13);
    assert!(!episode.places.contains(place("low-left")));
    assert!(!episode.places.contains(place("neck-centre")));
    episode.toggle(place("low-left"));
    assert!(episode.places.contains(place("low-left")));
}

#[test]
fn places_are_fifteen_and_known_by_their_ids() {
    let ids: Vec<String> = Place::all().map(Place::id).collect();
    assert_eq!(ids.len(), 15);
    assert_eq!(ids[0], "neck-left");
    assert_eq!(ids[14], "buttock-right");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 15);
    for place in Place::all() {
        assert_eq!(Place::from_id(&place.id()), Some(place));
    }
    for id in [
        "",
        "low",
        "low-",
        "-left",
        "low-middle",
        "LOW-left",
        "low-left ",
        "low_left",
        "left-low",
    ] {
        assert_eq!(Place::from_id(id), None, "{id:?}");
    }
    assert!(Place::all().is_sorted(), "from the top, left to right");
}

#[test]
fn a_level_is_a_choice_of_the_guides_place_question() {
    let choices = question("place").expect("asked").choices;
    for level in Level::ALL {
        assert!(
            choices.iter().any(|choice| choice.id == level.id()),
            "{}",
            level.id()
        );
    }
}

#[test]
fn places_in_words() {
    let check = |ids: &str, words: &str| assert_eq!(places_words(places(ids)), words, "{ids}");
    check("", "");
    check("low-right", "Lower back, right");
    check("low-right low-centre", "Lower back, centre and right");
    check(
        "low-right low-centre low-left",
        "Lower back, left and centre and right",
    );
    check(
        "low-right low-centre neck-left",
        "Neck, left · Lower back, centre and right",
    );
    check(
        "buttock-left mid-centre upper-right",
        "Upper back, right · Middle back, centre · Buttock, left",
    );
    let place = Place {
        level: Level::Mid,
        side: Side::Right,
    };
    assert_eq!(place.words(), "Middle back, right");
}

#[test]
fn a_treatment_is_noted_and_taken_back() {
    let mut episode = begun("a", second(0));
    let (heat, cupping) = (item(), item());
    episode.toggle_treatment(heat, "heat", minute(1));
    episode.toggle_treatment(cupping, "cupping", minute(2));
    let cupped = Treatment::begun(cupping, "cupping", minute(2));
    let heated = Treatment::begun(heat, "heat", minute(1));
    assert_eq!(episode.treatments, [heated, cupped.clone()]);
    // Taken out, it stays out, whatever another copy of the episode holds.
    let both = stamped(None, episode, minute(2));
    let mut episode = both.clone();
    episode.toggle_treatment(item(), "heat", minute(3));
    assert_eq!(episode.treatments, std::slice::from_ref(&cupped));
    let one = Record::Episode(stamped(Some(&both), episode.clone(), minute(3)));
    let merged = facts::merge(&one, &Record::Episode(both));
    assert_eq!(facts::values(&merged), facts::values(&one));
    let again = item();
    episode.toggle_treatment(again, "heat", minute(4));
    let heated = Treatment::begun(again, "heat", minute(4));
    assert_eq!(episode.treatments, [cupped, heated]);
}

/// Ids are drawn: the same one twice in one episode would make two things one when copies are merged.
#[test]
fn what_draws_an_id_that_is_taken_gets_another() {
    let mut episode = begun("a", second(0));
    let drawn = item();
    episode.rate(drawn, minute(1), severity(3));
    episode.rate(drawn, minute(9), severity(5));
    episode.toggle_treatment(drawn, "heat", minute(2));
    let readings = episode.readings.iter().map(|reading| reading.id);
    let treatments = episode.treatments.iter().map(|treatment| treatment.id);
    let ids: BTreeSet<_> = readings.chain(treatments).collect();
    assert_eq!(ids.len(), 3);
}

/// More than such a tap can note was noted in the form, and only the form takes it away.
#[test]
fn what_was_typed_of_a_treatment_is_not_taken_back_by_a_tap() {
    let check = |details: &[&str], after: usize| {
        let mut episode = begun("a", second(0));
        for detail in details {
            episode.treatments.push(Treatment {
                detail: detail.to_string(),
                ..Treatment::begun(item(), "medicine", minute(1))
            });
        }
        episode.toggle_treatment(item(), "heat", minute(2));
        let before = episode.clone();
        episode.toggle_treatment(item(), "medicine", minute(3));
        assert_eq!(episode.treatments.len(), after + 1, "{details:?}");
        if after == details.len() {
            assert_eq!(episode, before, "{details:?}");
        }
    };
    check(&[], 1);
    check(&[""], 0);
    check(&["Ibuprofen 400 mg"], 1);
    check(&["Ibuprofen 400 mg", "Paracetamol"], 2);
    check(&["Ibuprofen 400 mg", ""], 2);
    check(&["", ""], 2);
}

#[test]
fn two_of_one_kind_are_rated_each_by_itself() {
    let mut episode = begun("a", second(0));
    for detail in ["Ibuprofen", "Paracetamol"] {
        episode.treatments.push(Treatment {
            detail: detail.to_string(),
            ..Treatment::begun(item(), "medicine", minute(1))
        });
    }
    let [first, second] = [0, 1].map(|n| episode.treatments[n].id);
    episode.rate_treatment(second, relief(7), minute(9));
    let reliefs = |episode: &Episode| -> Vec<Option<Relief>> {
        episode.treatments.iter().map(|t| t.relief).collect()
    };
    assert_eq!(reliefs(&episode), [None, Some(relief(7))]);
    assert_eq!(episode.treatments[1].rated, Some(minute(9)));
    // Another tab took one away: nothing else is rated in its place.
    episode.remove(first);
    episode.rate_treatment(first, relief(1), minute(10));
    assert_eq!(reliefs(&episode), [Some(relief(7))]);
}

#[test]
fn what_was_said_of_a_treatment_before_is_kept_but_for_a_slip() {
    let act = |episode: &Episode, minutes, alter: &dyn Fn(&mut Episode)| {
        let mut mine = episode.clone();
        alter(&mut mine);
        stamped(Some(episode), mine, minute(minutes))
    };
    let mut episode = stamped(None, begun("a", second(0)), second(0));
    episode = act(&episode, 1, &|mine| {
        mine.toggle_treatment(item(), "heat", minute(1));
    });
    let heat = episode.treatments[0].id;
    let kept = |episode: &Episode| -> Vec<String> {
        let earlier = super::earlier(&Record::Episode(episode.clone()), minute(60));
        let line = |(field, value): (String, String)| format!("{field}: {value}");
        earlier.into_iter().map(line).collect()
    };
    let rate = |episode: &Episode, n, minutes| {
        act(episode, minutes, &|mine| {
            mine.rate_treatment(heat, relief(n), minute(minutes));
        })
    };
    episode = rate(&episode, 2, 10);
    episode = rate(&episode, 3, 14); // a slip
    assert_eq!(kept(&episode), [""; 0]);
    episode = rate(&episode, 7, 36);
    let three = "Heat: how much it helped: relief 3 of 10";
    assert_eq!(kept(&episode), [three]);
    // And when a tap takes the whole of it away.
    episode = act(&episode, 50, &|mine| {
        mine.toggle_treatment(item(), "heat", minute(50));
    });
    assert!(episode.treatments.is_empty());
    let tried = format!("Tried: Heat, {}", day_and_clock(&minute(1), &minute(60)));
    let seven = "Heat: how much it helped: relief 7 of 10";
    assert_eq!(kept(&episode), [&tried, three, seven]);
}

#[test]
fn how_much_it_helped_is_noted_for_that_one_alone() {
    let mut episode = begun("a", second(0));
    for kind in ["heat", "ice", "rest"] {
        episode.toggle_treatment(item(), kind, minute(1));
    }
    let [heat, ice] = [0, 1].map(|n| episode.treatments[n].id);
    episode.rate_treatment(heat, relief(0), minute(5));
    episode.rate_treatment(ice, relief(3), minute(6));
    episode.rate_treatment(ice, Relief::WORSE, minute(7));
    episode.rate_treatment(item(), relief(9), minute(8));
    let told: Vec<_> = episode
        .treatments
        .iter()
        .map(|treatment| (treatment.kind.as_str(), treatment.relief.map(Relief::get)))
        .collect();
    assert_eq!(told, [("heat", Some(0)), ("ice", Some(-1)), ("rest", None)]);
}

#[test]
fn relief_runs_from_worse_to_gone() {
    for n in -1..=10 {
        assert_eq!(Relief::new(n).map(Relief::get), Some(n));
    }
    for n in [-2, 11, i8::MIN, i8::MAX] {
        assert_eq!(Relief::new(n), None, "{n}");
    }
    let check = |n, words: &str| assert_eq!(relief(n).words(), words);
    check(-1, "made it worse");
    check(0, "relief 0 of 10");
    check(10, "relief 10 of 10");
    assert_eq!(relief(-1), Relief::WORSE);
}

#[test]
fn treatments_have_words_and_unknown_ones_are_shown_as_they_are() {
    let ids: BTreeSet<_> = TREATMENTS.iter().map(|(id, _)| id).collect();
    assert_eq!(ids.len(), TREATMENTS.len());
    for (id, words) in TREATMENTS {
        assert!(is_id(id), "{id}");
        assert!(!words.is_empty(), "{id}");
        assert_eq!(treatment_words(id), words);
    }
    for kind in ["cupping", "", "Heat", "<b>", "😀"] {
        assert_eq!(treatment_words(kind), kind);
    }
}

#[test]
fn what_is_noted_afterwards_was_tried_at_the_first_reading() {
    let mut episode = begun("e", minute(0));
    assert_eq!(episode.tried_at(minute(5)), minute(5), "while it runs: now");
    episode.ease(minute(40));
    assert_eq!(
        episode.tried_at(minute(40)),
        minute(0),
        "no reading: the start"
    );
    episode.rate_end(item(), severity(1));
    assert_eq!(
        episode.tried_at(minute(41)),
        minute(0),
        "one at the end is no beginning"
    );
    episode.rate(item(), minute(3), severity(7));
    assert_eq!(episode.tried_at(minute(41)), minute(3));
}
