//! Points in time: as they are stored, as they are said, and what the wall time of a form means.

use chrono::{
    DateTime, Datelike, FixedOffset, MappedLocalTime, Offset, TimeDelta, TimeZone, Timelike,
};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;

use unknot::diary::moment::{
    Moment, Wall, clock, day, day_and_clock, decode, encode, field, span, span_words, stopwatch,
    wall,
};

use super::any::{self, cases};
use super::at;

/// The text of a moment, put together without format strings.
fn written(moment: &Moment) -> String {
    let offset = moment.offset().local_minus_utc() / 60;
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}",
        moment.year(),
        moment.month(),
        moment.day(),
        moment.hour(),
        moment.minute(),
        moment.second(),
        if offset < 0 { '-' } else { '+' },
        offset.abs() / 60,
        offset.abs() % 60,
    )
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn encode_and_decode_invert_each_other(moment in any::moment()) {
        let text = written(&moment);
        prop_assert_eq!(encode(&moment), text.clone());
        let read = decode(&text);
        prop_assert_eq!(read, Some(moment));
        prop_assert_eq!(read.map(|read| *read.offset()), Some(*moment.offset()));
    }

    #[test]
    fn a_field_shows_the_wall_time_to_the_minute(moment in any::moment()) {
        prop_assert_eq!(field(&moment), written(&moment)[..16].to_string());
    }

    #[test]
    fn what_looks_like_a_moment_is_one_exactly_when_the_calendar_has_it(
        text in "(1[89]|20|21|99)[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-5][0-9][+-](0[0-9]|1[0-3]):[0-6][0-9]",
    ) {
        let expected = DateTime::parse_from_rfc3339(&text)
            .ok()
            .filter(|moment| moment.year() >= 1900);
        prop_assert_eq!(decode(&text), expected, "{}", text);
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::text()) {
        if let Some(moment) = decode(&text) {
            prop_assert_eq!(decode(&encode(&moment)), Some(moment));
        }
        let _ = wall(&text, |_| 0);
    }
}

#[test]
fn moments_are_stored_with_their_offset_to_the_second() {
    for text in [
        "2026-11-22T01:31:07+01:00",
        "2026-11-22T00:00:00+00:00",
        "1900-01-01T00:00:00+14:00",
        "1900-01-01T00:00:00-14:00",
        "9999-12-31T23:59:59-12:00",
        "9999-12-31T23:59:59+14:00",
        "2024-02-29T12:00:00+05:45",
        "2000-02-29T12:00:00-02:30",
        "2026-12-31T23:59:59-03:30",
        "2026-01-01T00:00:00-00:30",
    ] {
        let moment = decode(text).unwrap_or_else(|| panic!("{text} is not read"));
        assert_eq!(moment, at(text), "{text}");
        assert_eq!(moment.offset(), at(text).offset(), "{text}");
        assert_eq!(encode(&moment), text);
    }
}

#[test]
fn what_is_no_moment_is_refused() {
    for text in [
        "",
        " ",
        "yesterday",
        "2026",
        "2026-11-22",
        "01:31",
        "2026-11-22T01:31",
        "2026-11-22T01:31:07",
        "2026-11-22T01:31+01:00",
        "2026-00-22T01:31:07+01:00",
        "2026-13-22T01:31:07+01:00",
        "2026-11-00T01:31:07+01:00",
        "2026-11-31T01:31:07+01:00",
        "2026-02-29T01:31:07+01:00",
        "2100-02-29T01:31:07+01:00",
        "2026-11-22T24:00:00+01:00",
        "2026-11-22T01:60:07+01:00",
        "2026-11-22T01:31:61+01:00",
        "2026-11-22T01:31:07+24:00",
        "2026-11-22T01:31:07+99:00",
        "2026-11-22T01:31:07+01:60",
        "2026-11-22T01:31:07+1:00",
        "2026-11-22T01:31:07+01",
        "2026-11-22T01:31:07+100:00",
        "2026-11-22T01:31:07+:00",
        "2026-11-22T01:31:07 01:00",
        "2026-11-22T01:31:07++1:00",
        "2026-11-22T+1:31:07+01:00",
        "2026-11-22T01:-1:07+01:00",
        "2026-11--2T01:31:07+01:00",
        "+026-11-22T01:31:07+01:00",
        "-2026-11-22T01:31:07+01:00",
        "+2026-11-22T01:31:07+01:00",
        "12026-11-22T01:31:07+01:00",
        "10000-01-01T00:00:00+00:00",
        "1899-12-31T23:59:59+00:00",
        "0000-01-01T00:00:00+00:00",
        "2026-1-2T3:4:5+01:00",
        "2026-11-22T01:31:07+01:00 ",
        " 2026-11-22T01:31:07+01:00",
        "2026-11-22T01:31:07+01:00\n",
        "2026-11-22T01:31:07+01:00[Europe/Berlin]",
        "２０２６-11-22T01:31:07+01:00",
        "2026-11-22T01:31:07+٠١:٠٠",
        "1795307467",
        "NaN",
        "null",
    ] {
        assert_eq!(decode(text), None, "{text:?}");
    }
}

#[test]
fn the_hours_of_an_offset_are_two_digits() {
    for text in ["2026-11-22T01:31:07+001:00", "2026-11-22T01:31:07-0001:00"] {
        assert_eq!(decode(text), None, "{text:?}");
    }
}

#[test]
fn a_moment_with_one_character_wrong_is_refused() {
    let text = "2026-11-22T01:31:07+01:00";
    for n in 0..text.len() {
        let (before, after) = (&text[..n], &text[n + 1..]);
        for wrong in ["", "é", "😀", "x", "/", "\0"] {
            let damaged = format!("{before}{wrong}{after}");
            assert_eq!(decode(&damaged), None, "{damaged:?}");
        }
        assert_eq!(decode(before), None, "{before:?}");
    }
}

/// What is read must be what is written again, or two tabs would disagree on one record.
#[test]
fn what_is_read_can_be_written_without_loss() {
    for text in [
        "2026-11-22T01:31:07.5+01:00",
        "2026-11-22T01:31:07.999999999Z",
        "2026-11-22T01:31:07Z",
        "2026-11-22T01:31:60+01:00",
        "2026-11-22 01:31:07+01:00",
        "2026-11-22t01:31:07z",
        "2026-11-22T01:31:07-00:00",
        "2026-11-22T01:31:07+23:59",
    ] {
        if let Some(moment) = decode(text) {
            assert_eq!(decode(&encode(&moment)), Some(moment), "{text}");
        }
    }
}

// --- Wall times -------------------------------------------------------------------------------

const ZONES: [Tz; 18] = [
    Tz::UTC,
    Tz::Europe__London,
    Tz::Europe__Berlin,
    Tz::Europe__Dublin,
    Tz::Europe__Moscow,
    Tz::America__New_York,
    Tz::America__St_Johns,
    Tz::America__Sao_Paulo,
    Tz::America__Santiago,
    Tz::Australia__Lord_Howe,
    Tz::Pacific__Auckland,
    Tz::Pacific__Apia,
    Tz::Africa__Casablanca,
    Tz::Africa__Cairo,
    Tz::Asia__Kathmandu,
    Tz::Asia__Tehran,
    Tz::Asia__Gaza,
    Tz::Antarctica__Troll,
];

fn offset_of(zone: Tz, instant: i64) -> i32 {
    let utc = DateTime::from_timestamp(instant, 0).expect("in range");
    zone.offset_from_utc_datetime(&utc.naive_utc())
        .fix()
        .local_minus_utc()
}

/// What the zone itself says of a wall time.
fn expected(zone: Tz, text: &str) -> Wall {
    let seconds = if text.len() == 16 { ":00" } else { "" };
    let local = format!("{text}{seconds}").parse().expect("a wall time");
    let moment = |moment: DateTime<Tz>| moment.fixed_offset();
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(once) => Wall::Once(moment(once)),
        MappedLocalTime::Ambiguous(first, second) => Wall::Twice(moment(first), moment(second)),
        MappedLocalTime::None => Wall::Never,
    }
}

/// The same answer, offsets included, with the two of a fold in order of time.
#[track_caller]
fn check_wall(zone: Tz, text: &str) -> Wall {
    let found = wall(text, |instant| offset_of(zone, instant));
    let expected = expected(zone, text);
    assert_eq!(found, expected, "{zone} {text}");
    let offsets = |wall: &Wall| -> Vec<FixedOffset> {
        match wall {
            Wall::Once(moment) => vec![*moment.offset()],
            Wall::Twice(first, second) => {
                assert!(first < second, "{zone} {text}");
                vec![*first.offset(), *second.offset()]
            }
            Wall::Never | Wall::Unreadable => vec![],
        }
    };
    assert_eq!(offsets(&found), offsets(&expected), "{zone} {text}");
    found
}

/// The instants from 2020 to 2030 at which the zone's clocks are changed.
fn transitions(zone: Tz) -> Vec<i64> {
    let (from, to) = (
        at("2020-01-01T00:00:00+00:00").timestamp(),
        at("2031-01-01T00:00:00+00:00").timestamp(),
    );
    let step = 6 * 3_600;
    let mut found = Vec::new();
    for start in (from..to).step_by(step as usize) {
        let (mut before, mut after) = (start, start + step);
        if offset_of(zone, before) == offset_of(zone, after) {
            continue;
        }
        while after - before > 1 {
            let middle = (before + after) / 2;
            if offset_of(zone, middle) == offset_of(zone, before) {
                before = middle;
            } else {
                after = middle;
            }
        }
        found.push(after);
    }
    found
}

#[test]
fn wall_times_around_every_change_of_the_clocks_are_what_the_zone_says() {
    for zone in TZ_VARIANTS {
        let transitions = transitions(zone);
        let (mut gaps, mut folds) = (0, 0);
        for instant in &transitions {
            let (before, after) = (offset_of(zone, instant - 1), offset_of(zone, *instant));
            // The wall times of the change itself, to the minute, and hours to either side.
            let edges = [before, after].map(|offset| instant + i64::from(offset));
            let near = edges
                .iter()
                .flat_map(|edge| [-60, -1, 0, 1, 60].map(|second| edge + second));
            let (low, high) = (edges[0].min(edges[1]), edges[0].max(edges[1]));
            let around = (low - 10_800..=high + 10_800).step_by(900);
            let far = [-86_400, 86_400].map(|day| low + day);
            let (mut gap, mut fold) = (false, false);
            for seconds in near.chain(around).chain(far) {
                let local = DateTime::from_timestamp(seconds, 0).expect("in range");
                let text = local.format("%Y-%m-%dT%H:%M:%S").to_string();
                match check_wall(zone, &text) {
                    Wall::Never => gap = true,
                    Wall::Twice(..) => fold = true,
                    _ => {}
                }
            }
            assert_eq!((gap, fold), (after > before, after < before), "{zone}");
            gaps += usize::from(gap);
            folds += usize::from(fold);
        }
        assert_eq!(gaps + folds, transitions.len(), "{zone}");
        let steady = [
            Tz::UTC,
            Tz::Europe__Moscow,
            Tz::America__Sao_Paulo,
            Tz::Asia__Kathmandu,
        ];
        if ZONES.contains(&zone) {
            assert_eq!(transitions.is_empty(), steady.contains(&zone), "{zone}");
        }
        if matches!(
            zone,
            Tz::Europe__London
                | Tz::America__New_York
                | Tz::Australia__Lord_Howe
                | Tz::Antarctica__Troll
        ) {
            assert_eq!((gaps, folds), (11, 11), "{zone}");
        }
    }
}

#[test]
fn gaps_and_folds_that_people_know() {
    let check = |zone: Tz, text: &str, meant: &[&str]| {
        let moments: Vec<_> = match check_wall(zone, text) {
            Wall::Once(once) => vec![once],
            Wall::Twice(first, second) => vec![first, second],
            Wall::Never => vec![],
            Wall::Unreadable => panic!("{text} is not read"),
        };
        let moments: Vec<_> = moments.iter().map(written).collect();
        assert_eq!(moments, meant, "{zone} {text}");
    };
    let berlin = Tz::Europe__Berlin;
    check(berlin, "2026-03-29T01:59", &["2026-03-29T01:59:00+01:00"]);
    check(berlin, "2026-03-29T02:00", &[]);
    check(berlin, "2026-03-29T02:59", &[]);
    check(berlin, "2026-03-29T03:00", &["2026-03-29T03:00:00+02:00"]);
    let twice = ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"];
    check(berlin, "2026-10-25T02:30", &twice);
    check(berlin, "2026-10-25T01:59", &["2026-10-25T01:59:00+02:00"]);
    check(berlin, "2026-10-25T03:00", &["2026-10-25T03:00:00+01:00"]);
    // Half an hour only.
    let lord_howe = Tz::Australia__Lord_Howe;
    check(lord_howe, "2026-10-04T02:15", &[]);
    check(
        lord_howe,
        "2026-10-04T02:30",
        &["2026-10-04T02:30:00+11:00"],
    );
    let twice = ["2026-04-05T01:45:00+11:00", "2026-04-05T01:45:00+10:30"];
    check(lord_howe, "2026-04-05T01:45", &twice);
    // Two hours.
    let troll = Tz::Antarctica__Troll;
    check(troll, "2026-03-29T02:59", &[]);
    check(troll, "2026-03-29T01:00", &[]);
    let twice = ["2026-10-25T01:00:00+02:00", "2026-10-25T01:00:00+00:00"];
    check(troll, "2026-10-25T01:00", &twice);
    // Midnight itself.
    check(Tz::America__Sao_Paulo, "2018-11-04T00:00", &[]);
    // A whole day.
    for hour in 0..24 {
        check(Tz::Pacific__Apia, &format!("2011-12-30T{hour:02}:00"), &[]);
    }
    check(
        Tz::Pacific__Apia,
        "2011-12-29T23:59",
        &["2011-12-29T23:59:00-10:00"],
    );
    check(
        Tz::Pacific__Apia,
        "2011-12-31T00:00",
        &["2011-12-31T00:00:00+14:00"],
    );
    // Never changed.
    check(
        Tz::Asia__Kathmandu,
        "2026-06-01T06:00",
        &["2026-06-01T06:00:00+05:45"],
    );
    // The ends of what can be noted.
    check(Tz::UTC, "1900-01-01T00:00", &["1900-01-01T00:00:00+00:00"]);
    check(Tz::UTC, "9999-12-31T23:59", &["9999-12-31T23:59:00+00:00"]);
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn any_wall_time_is_what_the_zone_says(
        zone in proptest::sample::select(ZONES.to_vec()),
        local in 0_i64..2_145_916_800,
    ) {
        let local = DateTime::from_timestamp(local, 0).expect("in range");
        check_wall(zone, &local.format("%Y-%m-%dT%H:%M").to_string());
    }

    #[test]
    fn a_moment_found_shows_the_text_that_was_typed(moment in any::moment_of(1901..=9998)) {
        let east = moment.offset().local_minus_utc();
        let text = field(&moment);
        let Wall::Once(found) = wall(&text, |_| east) else {
            return Err(TestCaseError::fail(text));
        };
        prop_assert_eq!(field(&found), text);
        prop_assert_eq!(found.offset(), moment.offset());
        prop_assert_eq!(found.timestamp() / 60, moment.timestamp().div_euclid(60));
    }

    #[test]
    fn a_zone_that_makes_no_sense_is_survived(
        text in "[12][0-9]{3}-(0[1-9]|1[0-2])-[0-2][0-9]T[0-2][0-9]:[0-5][0-9]",
        offsets in proptest::collection::vec(any::<i32>(), 1..5),
    ) {
        let count = offsets.len() as u64;
        let _ = wall(&text, |instant| offsets[(instant.unsigned_abs() % count) as usize]);
    }
}

/// Before zones were whole minutes (Amsterdam, until 1937: 19 min 32 s), what was typed stays.
#[test]
fn a_wall_time_stays_what_was_typed_through_the_store() {
    for text in ["1930-01-15T12:00", "1930-07-15T12:00", "1905-05-05T05:05"] {
        for zone in [
            Tz::Europe__Amsterdam,
            Tz::Africa__Monrovia,
            Tz::Europe__Paris,
        ] {
            let Wall::Once(found) = check_wall(zone, text) else {
                panic!("{zone} {text}");
            };
            let kept = decode(&encode(&found)).map(|kept| field(&kept));
            assert_eq!(kept.as_deref(), Some(text), "{zone}");
        }
    }
}

/// Clocks that went forward and back again within a day (no zone does, so far).
#[test]
fn a_fold_is_told_in_order_of_time_whatever_came_before_it() {
    let forward = at("2026-06-01T12:00:00+00:00").timestamp();
    let back = at("2026-06-01T20:00:00+00:00").timestamp();
    let zone = |instant| match (forward..back).contains(&instant) {
        true => -4 * 3_600,
        false => -5 * 3_600,
    };
    let twice = [
        at("2026-06-01T15:30:00-04:00"),
        at("2026-06-01T15:30:00-05:00"),
    ];
    assert_eq!(
        wall("2026-06-01T15:30", zone),
        Wall::Twice(twice[0], twice[1])
    );
    assert_eq!(wall("2026-06-01T07:30", zone), Wall::Never);
}

#[test]
fn seconds_in_a_form_are_optional() {
    let utc = |text| wall(text, |_| 0);
    let minute = at("2026-11-22T01:31:00+00:00");
    assert_eq!(utc("2026-11-22T01:31"), Wall::Once(minute));
    assert_eq!(utc("2026-11-22T01:31:00"), Wall::Once(minute));
    let second = at("2026-11-22T01:31:07+00:00");
    assert_eq!(utc("2026-11-22T01:31:07"), Wall::Once(second));
}

#[test]
fn what_is_no_wall_time_is_refused() {
    for text in [
        "",
        "T",
        "now",
        "2026-11-22",
        "01:31",
        "2026-11-22T",
        "2026-11-22T01",
        "2026-11-22T01:3x",
        "2026-11-22 01:31",
        "2026-11-22T01:31Z",
        "2026-11-22T01:31+01:00",
        "2026-11-22T01:31:07+01:00",
        "2026-02-29T01:31",
        "2026-02-30T01:31",
        "2026-00-10T01:31",
        "2026-13-10T01:31",
        "2026-11-22T24:00",
        "2026-11-22T01:60",
        "2026-11-22T01:31:61",
        "2026-11-22T01:31:07:09",
        "22.11.2026 01:31",
        "11/22/2026 01:31 AM",
        "1899-12-31T23:59",
        "0000-01-01T00:00",
        "10000-01-01T00:00",
        "12026-11-22T01:31",
        "-2026-11-22T01:31",
        "２０２６-11-22T01:31",
        "2026-11-22T01:é1",
        "😀",
    ] {
        assert_eq!(wall(text, |_| 3_600), Wall::Unreadable, "{text:?}");
    }
}

// --- In words ---------------------------------------------------------------------------------

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn a_span_is_never_negative(from in any::moment(), to in any::moment()) {
        let seconds = to.timestamp() - from.timestamp();
        prop_assert_eq!(span(&from, &to), TimeDelta::seconds(seconds.max(0)));
        prop_assert_eq!(span(&from, &from), TimeDelta::zero());
    }
}

#[test]
fn spans_count_real_time_over_a_change_of_the_clocks() {
    let check = |from, to, minutes| {
        assert_eq!(
            span(&at(from), &at(to)),
            TimeDelta::minutes(minutes),
            "{from} {to}"
        );
    };
    check("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", 60);
    check("2026-03-29T01:59:00+01:00", "2026-03-29T03:00:00+02:00", 1);
    check("2026-11-22T12:00:00+01:00", "2026-11-22T12:00:00+14:00", 0);
    check(
        "2026-11-22T12:00:00+14:00",
        "2026-11-22T12:00:00+01:00",
        780,
    );
}

#[test]
fn spans_in_words() {
    let check = |seconds, words| {
        assert_eq!(
            span_words(TimeDelta::seconds(seconds)),
            words,
            "{seconds} s"
        );
    };
    const MIN: i64 = 60;
    const H: i64 = 60 * MIN;
    const DAY: i64 = 24 * H;
    check(0, "under a minute");
    check(59, "under a minute");
    check(MIN, "1 min");
    check(MIN + 59, "1 min");
    check(52 * MIN, "52 min");
    check(H - 1, "59 min");
    check(H, "1 h");
    check(H + 59, "1 h");
    check(2 * H + 10 * MIN, "2 h 10 min");
    check(23 * H + 59 * MIN + 59, "23 h 59 min");
    check(DAY, "1 day");
    check(DAY + 59 * MIN, "1 day");
    check(DAY + H, "1 day 1 h");
    check(2 * DAY - 1, "1 day 23 h");
    check(2 * DAY, "2 days");
    check(3 * DAY + 4 * H + 50 * MIN, "3 days 4 h");
    check(400 * DAY, "400 days");
    check(36_525 * DAY + 23 * H, "36525 days 23 h");
}

#[test]
fn a_stopwatch() {
    let check = |seconds, shown| {
        assert_eq!(stopwatch(TimeDelta::seconds(seconds)), shown, "{seconds} s");
    };
    check(0, "0:00");
    check(7, "0:07");
    check(59, "0:59");
    check(60, "1:00");
    check(43 * 60 + 7, "43:07");
    check(3_599, "59:59");
    check(3_600, "1:00:00");
    check(2 * 3_600 + 10 * 60 + 5, "2:10:05");
    check(86_399, "23:59:59");
    check(86_400, "1 day 0:00:00");
    check(2 * 86_400 - 1, "1 day 23:59:59");
    check(3 * 86_400 + 4 * 3_600 + 5 * 60 + 9, "3 days 4:05:09");
    check(1_000 * 86_400, "1000 days 0:00:00");
    assert_eq!(stopwatch(TimeDelta::milliseconds(1_999)), "0:01");
}

#[test]
fn days_and_clocks() {
    let now = at("2026-11-22T12:00:00+01:00");
    let check = |text: &str, shown_day, shown_clock| {
        let moment = at(text);
        assert_eq!(day(&moment, &now), shown_day, "{text}");
        assert_eq!(clock(&moment), shown_clock, "{text}");
        assert_eq!(
            day_and_clock(&moment, &now),
            format!("{shown_day}, {shown_clock}"),
            "{text}"
        );
    };
    check("2026-11-19T07:40:00+01:00", "Thu 19 Nov", "07:40");
    check("2026-11-22T00:00:59+01:00", "Sun 22 Nov", "00:00");
    check("2026-11-23T23:59:59+01:00", "Mon 23 Nov", "23:59");
    check("2026-11-24T12:05:00+01:00", "Tue 24 Nov", "12:05");
    check("2026-11-25T01:31:00+01:00", "Wed 25 Nov", "01:31");
    check("2026-11-27T01:31:00+01:00", "Fri 27 Nov", "01:31");
    check("2026-11-28T01:31:00+01:00", "Sat 28 Nov", "01:31");
    check("2025-12-31T23:59:00+01:00", "Wed 31 Dec 2025", "23:59");
    check("2027-01-01T00:00:00+01:00", "Fri 1 Jan 2027", "00:00");
    check("1900-01-01T00:00:00+00:00", "Mon 1 Jan 1900", "00:00");
    check("2024-02-29T06:07:08-03:30", "Thu 29 Feb 2024", "06:07");
    // As the person saw it, wherever that was.
    check("2026-01-01T07:00:00+14:00", "Thu 1 Jan", "07:00");
    check("2026-12-31T19:00:00-11:00", "Thu 31 Dec", "19:00");
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    for (n, month) in months.iter().enumerate() {
        let moment = at(&format!("2026-{:02}-15T08:00:00+00:00", n + 1));
        assert!(
            day(&moment, &now).ends_with(&format!(" 15 {month}")),
            "{month}"
        );
    }
}
