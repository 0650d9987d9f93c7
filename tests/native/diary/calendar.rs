//! The calendar: what is known of each day, and that nothing known is not "no spasm".

use chrono::{Datelike, NaiveDate, Weekday};
use proptest::prelude::*;

use unknot::diary::Diary;
use unknot::diary::calendar::{Known, Month, calendar, days_of, known, spasms_on};
use unknot::diary::day::Day;
use unknot::diary::episode::{Episode, Severity};
use unknot::diary::moment::{date_words, month_words};
use unknot::diary::stored::Record;

use super::any::{self, cases};
use super::{at, begun, date, ended, item, minute, severity};

const TODAY: &str = "2026-11-22";

fn diary(
    episodes: impl IntoIterator<Item = Episode>,
    days: impl IntoIterator<Item = Day>,
) -> Diary {
    let mut diary = Diary::default();
    for episode in episodes {
        diary.put(Record::Episode(episode));
    }
    for day in days {
        diary.put(Record::Day(day));
    }
    diary
}

fn lasting(id: &str, start: &str, end: &str) -> Episode {
    ended(id, at(start), at(end))
}

fn rated(mut episode: Episode, readings: &[(&str, u8)]) -> Episode {
    for (when, n) in readings {
        episode.rate(item(), at(when), severity(*n));
    }
    episode
}

fn no_spasm(day: &str) -> Day {
    Day {
        no_spasm: true,
        ..Day::empty(date(day))
    }
}

/// The days of a month of which something is known, by their numbers.
fn noted(diary: &Diary, month: &str, today: &str) -> Vec<(u32, Known)> {
    let cells = calendar(diary, Month::of(date(month)), date(today));
    let mut noted = Vec::new();
    for cell in cells {
        if cell.known != Known::Nothing {
            noted.push((cell.date.day(), cell.known));
        }
    }
    noted
}

fn spasm(n: u8) -> Known {
    Known::Spasm(Severity::new(n))
}

const UNRATED: Known = Known::Spasm(None);

#[test]
fn a_month_has_its_own_days() {
    let check = |text: &str, days: usize, first: Weekday| {
        let month = Month::of(date(text));
        let cells = calendar(&Diary::default(), month, date(TODAY));
        assert_eq!(cells.len(), days, "{text}");
        assert_eq!(cells[0].date.weekday(), first, "{text}");
        for (n, cell) in (1..).zip(&cells) {
            assert_eq!(cell.date, date(text).with_day(n).expect("a day"));
            assert_eq!(cell.known, Known::Nothing);
        }
        assert_eq!(month.first(), cells[0].date);
    };
    check("2026-11-22", 30, Weekday::Sun);
    check("2026-12-31", 31, Weekday::Tue);
    check("2026-02-01", 28, Weekday::Sun);
    check("2028-02-29", 29, Weekday::Tue);
    check("1900-02-10", 28, Weekday::Thu);
    check("2000-02-10", 29, Weekday::Tue);
    check("2026-03-29", 31, Weekday::Sun); // the clocks go forward
    check("2026-10-25", 31, Weekday::Thu); // and back
}

#[test]
fn months_follow_each_other() {
    let check = |before: &str, after: &str| {
        let (before, after) = (Month::of(date(before)), Month::of(date(after)));
        assert_eq!(before.after(), after);
        assert_eq!(after.before(), before);
    };
    check("2026-11-30", "2026-12-01");
    check("2026-12-31", "2027-01-31");
    check("2026-01-31", "2026-02-28");
    check("2028-02-29", "2028-03-01");
    assert_eq!(month_words(date("2026-11-22")), "November 2026");
    assert_eq!(month_words(date("2027-05-01")), "May 2027");
    assert_eq!(
        date_words(date("2026-11-19"), date(TODAY)),
        "Thu 19 November"
    );
    assert_eq!(
        date_words(date("2025-12-24"), date(TODAY)),
        "Wed 24 December 2025"
    );
}

#[test]
fn nothing_noted_no_spasm_and_a_spasm_are_three_things() {
    let pain = Day {
        pain: Some(severity(0)),
        ..Day::empty(date("2026-11-04"))
    };
    let both = lasting("b", "2026-11-05T10:00:00Z", "2026-11-05T11:00:00Z");
    let days = [
        Day::empty(date("2026-11-02")),
        no_spasm("2026-11-03"),
        pain,
        no_spasm("2026-11-05"),
    ];
    let diary = diary([both], days);
    let expected = [(3, Known::NoSpasm), (4, Known::Something), (5, UNRATED)];
    assert_eq!(noted(&diary, "2026-11-01", TODAY), expected);
    for cell in calendar(&diary, Month::of(date("2026-11-01")), date(TODAY)) {
        assert_eq!(known(&diary, cell.date, date(TODAY)), cell.known);
    }
    assert_eq!(Known::Nothing.words(), "nothing noted");
    assert_eq!(Known::Something.words(), "something noted");
    assert_eq!(Known::NoSpasm.words(), "no spasm");
    assert_eq!(UNRATED.words(), "spasm");
    assert_eq!(spasm(0).words(), "spasm, worst 0");
    assert_eq!(spasm(7).words(), "spasm, worst 7");
}

#[test]
fn a_spasm_marks_each_day_that_it_touched() {
    let check = |start: &str, end: &str, days: &[u32]| {
        let diary = diary([lasting("e", start, end)], []);
        let marked: Vec<_> = days.iter().map(|day| (*day, UNRATED)).collect();
        assert_eq!(noted(&diary, "2026-11-01", TODAY), marked, "{start} {end}");
    };
    check("2026-11-05T10:00:00Z", "2026-11-05T10:00:00Z", &[5]);
    check("2026-11-05T23:50:00Z", "2026-11-06T00:10:00Z", &[5, 6]);
    check(
        "2026-11-05T10:00:00Z",
        "2026-11-08T09:00:00Z",
        &[5, 6, 7, 8],
    );
    // Over at midnight sharp: nothing of the next day.
    check("2026-11-05T23:00:00Z", "2026-11-06T00:00:00Z", &[5]);
    check("2026-11-05T23:00:00Z", "2026-11-06T00:00:01Z", &[5, 6]);
    check("2026-11-06T00:00:00Z", "2026-11-06T00:00:00Z", &[6]);
    // From the month before, and into the next.
    check("2026-10-30T10:00:00Z", "2026-11-02T10:00:00Z", &[1, 2]);
    check("2026-11-29T10:00:00Z", "2026-12-03T10:00:00Z", &[29, 30]);
    // By the clock on the wall, wherever that was.
    check(
        "2026-11-05T23:30:00-05:00",
        "2026-11-05T23:50:00-05:00",
        &[5],
    );
    check(
        "2026-11-05T00:30:00+14:00",
        "2026-11-05T01:30:00+14:00",
        &[5],
    );
    // The clocks went back an hour in between.
    check(
        "2026-11-01T00:30:00-04:00",
        "2026-11-01T01:30:00-05:00",
        &[1],
    );
    // A flight eastwards over the date line, and one back: both days that were seen.
    check(
        "2026-11-05T10:00:00-10:00",
        "2026-11-07T09:00:00+12:00",
        &[5, 6, 7],
    );
    check(
        "2026-11-07T01:00:00+12:00",
        "2026-11-06T06:00:00-10:00",
        &[6, 7],
    );
}

#[test]
fn the_worst_number_counts_for_the_day_on_which_it_was_noted() {
    let three_days = rated(
        lasting("e", "2026-11-05T22:00:00Z", "2026-11-07T09:00:00Z"),
        &[
            ("2026-11-05T22:10:00Z", 4),
            ("2026-11-05T23:10:00Z", 9),
            ("2026-11-07T08:00:00Z", 0),
        ],
    );
    let worse = rated(
        lasting("f", "2026-11-07T12:00:00Z", "2026-11-07T13:00:00Z"),
        &[("2026-11-07T12:30:00Z", 3)],
    );
    let both = diary([three_days.clone(), worse], []);
    let expected = [(5, spasm(9)), (6, UNRATED), (7, spasm(3))];
    assert_eq!(noted(&both, "2026-11-01", TODAY), expected);
    let expected = [(5, spasm(9)), (6, UNRATED), (7, spasm(0))];
    assert_eq!(
        noted(&diary([three_days], []), "2026-11-01", TODAY),
        expected
    );
    // Noted at the very end, which was midnight sharp.
    let at_end = rated(
        lasting("e", "2026-11-05T22:00:00Z", "2026-11-06T00:00:00Z"),
        &[("2026-11-06T00:00:00Z", 6)],
    );
    let expected = [(5, spasm(6))];
    assert_eq!(noted(&diary([at_end], []), "2026-11-01", TODAY), expected);
}

#[test]
fn a_running_spasm_counts_up_to_today_and_a_deleted_one_not_at_all() {
    let running = begun("r", at("2026-11-20T10:00:00Z"));
    let deleted = Episode {
        deleted: Some(minute(0)),
        ..lasting("d", "2026-11-10T10:00:00Z", "2026-11-10T11:00:00Z")
    };
    let diary = diary([running, deleted], []);
    let upto = |days: &[u32]| -> Vec<_> { days.iter().map(|day| (*day, UNRATED)).collect() };
    assert_eq!(noted(&diary, "2026-11-01", TODAY), upto(&[20, 21, 22]));
    assert_eq!(
        noted(&diary, "2026-11-01", "2026-11-23"),
        upto(&[20, 21, 22, 23])
    );
    // The clock was set back.
    assert_eq!(noted(&diary, "2026-11-01", "2026-11-03"), upto(&[20]));
    assert!(spasms_on(&diary, date("2026-11-10"), date(TODAY)).is_empty());
}

#[test]
fn the_spasms_of_a_day_come_newest_first() {
    let diary = diary(
        [
            lasting("z", "2026-11-05T08:00:00Z", "2026-11-05T09:00:00Z"),
            lasting("a", "2026-11-05T20:00:00Z", "2026-11-06T01:00:00Z"),
            lasting("m", "2026-11-06T20:00:00Z", "2026-11-06T21:00:00Z"),
        ],
        [no_spasm("2026-11-05")],
    );
    let on = |day: &str| -> Vec<String> {
        let places = spasms_on(&diary, date(day), date(TODAY));
        let ids = places.iter().filter_map(|place| diary.at(*place));
        ids.map(|episode| episode.id.as_str().to_string()).collect()
    };
    assert_eq!(on("2026-11-04"), Vec::<String>::new());
    assert_eq!(on("2026-11-05"), ["a", "z"]);
    assert_eq!(on("2026-11-06"), ["m", "a"]);
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn every_day_between_the_first_and_the_last_is_a_spasm_and_no_other(
        episode in any::episode(),
        offset in -40i64..40,
    ) {
        let today = date("2026-11-22");
        let (first, last) = days_of(&episode, today);
        prop_assert!(first <= last);
        let date: NaiveDate = first + chrono::TimeDelta::days(offset);
        let is_in = (first..=last).contains(&date) && episode.deleted.is_none();
        let diary = diary([episode], []);
        let known = known(&diary, date, today);
        prop_assert_eq!(matches!(known, Known::Spasm(_)), is_in);
        prop_assert_eq!(spasms_on(&diary, date, today).len(), usize::from(is_in));
    }
}
