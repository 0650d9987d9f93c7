//! The questionnaires that come back: what they come to, when one is due, whom it is for.

use unknot::diary::Diary;
use unknot::diary::day::Day;
use unknot::diary::episode::Episode;
use unknot::diary::place::{Level, Place, Side};
use unknot::diary::profile::Profile;
use unknot::diary::scores::{is_due, last_before, score, suits};
use unknot::diary::stored::Record;
use unknot::guide::answers::Answer;
use unknot::guide::instrument::Instrument::{self, Peg, RolandMorris};

use super::{begun, date, minute};

fn day(text: &str, peg: Option<[u8; 3]>, roland_morris: Option<u32>) -> Day {
    Day {
        peg,
        roland_morris,
        ..Day::empty(date(text))
    }
}

fn at(level: Level) -> Episode {
    let side = Side::Left;
    Episode {
        places: [Place { level, side }].into_iter().collect(),
        ..begun("e", minute(0))
    }
}

fn diary(days: impl IntoIterator<Item = Day>) -> Diary {
    let mut diary = Diary::default();
    diary.put(Record::Episode(at(Level::Low)));
    for day in days {
        diary.put(Record::Day(day));
    }
    diary
}

#[test]
fn a_score_is_what_the_answers_come_to_and_nothing_without_them() {
    let none = day("2026-11-22", None, None);
    assert_eq!(
        (score(&none, Peg), score(&none, RolandMorris)),
        (None, None)
    );
    let peg = |answers| score(&day("2026-11-22", Some(answers), None), Peg);
    assert_eq!(peg([0, 0, 0]), Some(0));
    assert_eq!(peg([5, 5, 6]), Some(53));
    assert_eq!(peg([5, 6, 6]), Some(57));
    assert_eq!(peg([10, 10, 10]), Some(100));
    let ticked = |bits| score(&day("2026-11-22", None, Some(bits)), RolandMorris);
    assert_eq!(ticked(0), Some(0));
    assert_eq!(ticked(0b1011), Some(3));
    assert_eq!(ticked((1 << 24) - 1), Some(24));
}

#[test]
fn it_is_due_again_after_seven_and_after_fourteen_days() {
    let check = |instrument: Instrument, filled: &[&str], today: &str, due: bool| {
        let days = filled.iter().map(|text| match instrument {
            Peg => day(text, Some([1, 2, 3]), None),
            RolandMorris => day(text, None, Some(0)),
        });
        let diary = diary(days);
        assert_eq!(
            is_due(&diary, instrument, date(today)),
            due,
            "{filled:?} {today}"
        );
    };
    for (instrument, last, first) in [
        (Peg, "2026-11-28", "2026-11-29"),
        (RolandMorris, "2026-12-05", "2026-12-06"),
    ] {
        check(instrument, &[], "2026-11-22", true);
        check(instrument, &["2026-11-22"], "2026-11-22", false);
        check(instrument, &["2026-11-22"], last, false);
        check(instrument, &["2026-11-22"], first, true);
        check(instrument, &["2026-01-01", "2026-11-22"], last, false);
        // One that a clock set wrong put into the future counts when it comes.
        check(instrument, &["2027-11-22"], "2026-11-22", true);
    }
    // The one says nothing of the other.
    let peg = diary([day("2026-11-22", Some([1, 2, 3]), None)]);
    assert!(is_due(&peg, RolandMorris, date("2026-11-22")));
}

#[test]
fn the_last_one_is_the_latest_before_that_day() {
    let diary = diary([
        day("2026-11-01", Some([1, 1, 1]), Some(1)),
        day("2026-11-08", Some([2, 2, 2]), None),
        day("2026-11-15", None, None),
    ]);
    let last = |instrument, text| last_before(&diary, instrument, date(text));
    assert_eq!(last(Peg, "2026-11-01"), None);
    assert_eq!(last(Peg, "2026-11-08"), Some((date("2026-11-01"), 10)));
    assert_eq!(last(Peg, "2026-11-09"), Some((date("2026-11-08"), 20)));
    assert_eq!(
        last(RolandMorris, "2026-11-30"),
        Some((date("2026-11-01"), 1))
    );
}

#[test]
fn roland_morris_is_for_the_low_back_alone() {
    let with = |episode: Option<Episode>| {
        let mut diary = Diary::default();
        episode
            .into_iter()
            .for_each(|e| diary.put(Record::Episode(e)));
        assert!(suits(&diary, Peg));
        (
            suits(&diary, RolandMorris),
            is_due(&diary, RolandMorris, date("2026-11-22")),
        )
    };
    assert_eq!(with(None), (false, false));
    for level in [Level::Neck, Level::Upper, Level::Mid] {
        assert_eq!(with(Some(at(level))), (false, false));
    }
    for level in [Level::Low, Level::Buttock] {
        assert_eq!(with(Some(at(level))), (true, true));
        let deleted = Some(minute(1));
        assert_eq!(
            with(Some(Episode {
                deleted,
                ..at(level)
            })),
            (false, false)
        );
    }
}

#[test]
fn neither_is_for_children() {
    let at_age = |age| {
        let mut diary = diary([]);
        let mut me = Profile::default();
        me.learn("age", &Answer::Number(age));
        diary.put(Record::Profile(me));
        Instrument::ALL.map(|instrument| suits(&diary, instrument))
    };
    assert_eq!(at_age(17), [false, false]);
    assert_eq!(at_age(18), [true, true]);
}
