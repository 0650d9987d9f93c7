//! Another app's table: what is read of it, and what is left out and why.

use chrono::TimeDelta;
use proptest::prelude::*;

use unknot::diary::episode::Episode;
use unknot::diary::import::{Column, Imported, LeftOut, Sheet, SheetError};
use unknot::diary::marks::MarkKind;
use unknot::diary::moment;

use super::any::{self, cases};
use super::at;

/// What Migraine Buddy writes, with a quoted comma, a line's end in a cell and an empty one.
const BUDDY: &str = "Started,Lasted,Pain Level,Affected Activities,Potential Triggers,Helpful Medication,Somewhat Helpful Medication,Unhelpful Medication,Notes\r\n\
    \"Nov 20, 2026 7:40 PM\",2h 15m,7,\"Work, Sleep\",\"Stress, Red wine\",Ibuprofen,Rest,\"Aspirin; Tea\",\"Said \"\"ouch\"\"\r\nand lay down\"\r\n\
    \"Nov 21, 2026 12:05 AM\",45m,0,,None,,,,\r\n";

fn london(_: i64) -> i32 {
    0
}

fn read(text: &str) -> Sheet {
    Sheet::read(text).unwrap_or_else(|error| panic!("{error:?}: {text}"))
}

fn imported(sheet: &Sheet) -> Imported {
    let mapping = sheet.guess();
    let day_first = sheet.day_first(mapping[0].unwrap_or(0)).unwrap_or(true);
    sheet.episodes(
        &mapping,
        day_first,
        &at("2026-11-24T12:00:00+00:00"),
        london,
    )
}

fn times(episode: &Episode) -> (String, Option<TimeDelta>) {
    (moment::field(&episode.start), episode.lasted())
}

#[test]
fn a_table_of_migraine_buddy_is_read_whole() {
    let sheet = read(BUDDY);
    assert_eq!(sheet.len(), 2);
    assert!(!sheet.is_empty());
    assert_eq!(sheet.guess(), [0, 1, 2, 3, 4, 5, 6, 7, 8].map(Some));
    let Imported { episodes, left_out } = imported(&sheet);
    assert_eq!(left_out, []);
    let [first, second] = episodes.as_slice() else {
        panic!("{episodes:?}")
    };
    assert_eq!(
        times(first),
        (
            "2026-11-20T19:40".to_string(),
            Some(TimeDelta::minutes(135))
        )
    );
    assert_eq!(first.severity_words(), "7");
    assert_eq!(first.notes, "Said \"ouch\"\r\nand lay down");
    assert_eq!(first.marks.of(MarkKind::Limit), ["work", "sleep"]);
    assert_eq!(first.marks.of(MarkKind::Trigger), ["stress", "Red wine"]);
    let tried: Vec<_> = first
        .treatments
        .iter()
        .map(|one| one.detail.as_str())
        .collect();
    assert_eq!(
        tried,
        [
            "Ibuprofen (helpful)",
            "Rest (somewhat helpful)",
            "Aspirin (unhelpful)",
            "Tea (unhelpful)"
        ]
    );
    assert!(
        first
            .treatments
            .iter()
            .all(|one| one.kind == "medicine" && one.relief.is_none())
    );
    // Zero is a value, midnight is 0 o'clock, and "None" is no trigger.
    assert_eq!(
        times(second),
        ("2026-11-21T00:05".to_string(), Some(TimeDelta::minutes(45)))
    );
    assert_eq!(
        (
            second.severity_words().as_str(),
            second.marks.of(MarkKind::Trigger)
        ),
        ("0", &[][..])
    );
    // Once more: the same names, so nothing is doubled.
    assert_eq!(imported(&sheet).episodes, episodes);
    assert_ne!(first.id, second.id);
}

#[test]
fn dates_are_read_as_people_write_them() {
    let check = |date: &str, start: Option<&str>| {
        let sheet = read(&format!("Start;Notes\n\"{date}\";x"));
        let found = imported(&sheet);
        let starts: Vec<_> = found
            .episodes
            .iter()
            .map(|one| moment::field(&one.start))
            .collect();
        assert_eq!(starts.first().map(String::as_str), start, "{date}");
        assert_eq!(starts.len() + found.left_out.len(), 1);
    };
    check("2026-11-20 07:40", Some("2026-11-20T07:40"));
    check("2026-11-20T07:40:59Z", Some("2026-11-20T07:40"));
    check("20/11/2026 7:40", Some("2026-11-20T07:40"));
    check("11/20/2026 7:40 pm", Some("2026-11-20T19:40"));
    check("11/20/2026 7:40 p.m.", Some("2026-11-20T19:40"));
    check("11/20/2026 7:40 A.M.", Some("2026-11-20T07:40"));
    check("20.11.26, 07:40", Some("2026-11-20T07:40"));
    check("20 November 2026", Some("2026-11-20T00:00"));
    check("Friday, Nov 20, 2026 at 12:00 PM", Some("2026-11-20T12:00"));
    check("12:30", None);
    check("yesterday", None);
    check("", None);
    check("2026-02-30 10:00", None);
    check("99999999999-11-20 07:40", None);
}

/// A table that says how far its times are from Greenwich is believed: they are shown as they were here.
#[test]
fn a_time_with_an_offset_is_the_time_here() {
    let now = at("2026-11-24T12:00:00+00:00");
    let check = |written: &str, here: &str| {
        let sheet = read(&format!("Start;Notes\n\"{written}\";x"));
        let found = sheet.episodes(&sheet.guess(), true, &now, |_| -5 * 3600);
        assert_eq!(found.episodes.len(), 1, "{written}");
        assert_eq!(moment::encode(&found.episodes[0].start), here, "{written}");
    };
    check("2026-11-20T07:40:00Z", "2026-11-20T02:40:00-05:00");
    check("2026-11-20 01:40:00+02:00", "2026-11-19T18:40:00-05:00");
    check("2026-11-20T07:40:00-05:00", "2026-11-20T07:40:00-05:00");
    check("2026-11-20 07:40", "2026-11-20T07:40:00-05:00");
}

#[test]
fn whether_the_day_comes_first_is_found_in_the_rows_or_asked() {
    let check = |dates: &[&str], first: Option<bool>| {
        let sheet = read(&format!("Start\n{}", dates.join("\n")));
        assert_eq!(sheet.day_first(0), first, "{dates:?}");
    };
    check(&["03/04/2026", "13/04/2026"], Some(true));
    check(&["03/04/2026", "03/14/2026"], Some(false));
    check(&["03/04/2026", "05/06/2026"], None);
    check(&["2026-03-04", "5 Mar 2026"], Some(true));
    let sheet = read("Start\n03/04/2026 10:00");
    let starts = |day_first| {
        let now = at("2026-11-24T12:00:00+00:00");
        let found = sheet.episodes(&sheet.guess(), day_first, &now, london);
        moment::field(&found.episodes[0].start)
    };
    assert_eq!(starts(true), "2026-04-03T10:00");
    assert_eq!(starts(false), "2026-03-04T10:00");
}

#[test]
fn lengths_and_ends_are_read() {
    let check = |lasted: &str, minutes: Option<i64>| {
        let found = imported(&read(&format!(
            "Start,Duration\n2026-11-20 07:40,\"{lasted}\""
        )));
        let length = found.episodes.first().and_then(Episode::lasted);
        assert_eq!(length, minutes.map(TimeDelta::minutes), "{lasted}");
    };
    check("2h 15m", Some(135));
    check("1 day 3 hours", Some(1620));
    check("0:45", Some(45));
    check("1:45:30", Some(105));
    check("1:45:30:00", None);
    check("1:45:x", None);
    check("1:", None);
    check("90", Some(90));
    check("30 seconds", Some(0));
    check("", Some(0));
    check("2026-11-20 08:40", Some(60));
    check("20 Nov 2026 9:40", Some(120));
    check("2026-11-20 07:39", None);
    check("a while", None);
    check("999999999999 h", None);
    check("4000000000 d", None);
}

#[test]
fn what_cannot_be_read_is_left_out_with_its_line_and_the_reason() {
    let text = "Start,Lasted,Pain\n\n2026-11-20 07:40,1h,11\nsoon,,\n2027-01-01 10:00,,\n\n2026-11-20 07:40,ages,5\n2026-11-20 07:40,1h,5\n2026-11-20 07:40,1h,bad\n";
    let found = imported(&read(text));
    assert_eq!(
        found.left_out,
        [
            (3, LeftOut::Pain),
            (4, LeftOut::Start),
            (5, LeftOut::Future),
            (7, LeftOut::End),
            (9, LeftOut::Pain),
        ]
    );
    assert_eq!(found.episodes.len(), 1);
    for (_, why) in found.left_out {
        assert!(!why.words().is_empty());
    }
    let gap = |seconds: i64| if seconds < 1_774_746_000 { 0 } else { 3600 };
    let sheet = read("Start\n2026-03-29 01:30");
    let found = sheet.episodes(&sheet.guess(), true, &at("2026-11-24T12:00:00+00:00"), gap);
    assert_eq!(found.left_out, [(2, LeftOut::Skipped)]);
}

#[test]
fn a_file_that_is_no_table_is_told() {
    for text in ["", "\u{feff}", "Started", "\n\n", "Started\n\n,,\n"] {
        assert_eq!(Sheet::read(text), Err(SheetError::Empty), "{text:?}");
    }
    assert_eq!(
        Sheet::read("a,b\n1,2\n3,\"4\n5"),
        Err(SheetError::OpenQuote(3))
    );
    let sheet = read("foo\tbar\n1\t2");
    assert_eq!(sheet.headings, ["foo", "bar"]);
    assert_eq!(sheet.guess(), [None; 9]);
    for column in Column::ALL {
        assert!(!column.words().is_empty());
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn no_text_is_too_much(text in any::damaged(BUDDY), day_first in any::<bool>(), offset in -50_000..50_000) {
        if let Ok(sheet) = Sheet::read(&text) {
            let now = at("2026-11-24T12:00:00+00:00");
            let found = sheet.episodes(&sheet.guess(), day_first, &now, |_| offset / 60 * 60);
            prop_assert_eq!(found.episodes.len() + found.left_out.len(), sheet.len());
            for episode in &found.episodes {
                prop_assert!(episode.lasted() >= Some(TimeDelta::zero()));
                prop_assert!(super::text_of(episode).len() > 10);
            }
        }
    }
}

fn survived(text: &str) {
    let Ok(sheet) = Sheet::read(text) else { return };
    for day_first in [true, false] {
        let now = at("2026-11-24T12:00:00+00:00");
        for offset in [14 * 3600, -14 * 3600, i32::MAX, i32::MIN] {
            let found = sheet.episodes(&sheet.guess(), day_first, &now, |_| offset);
            assert_eq!(found.episodes.len() + found.left_out.len(), sheet.len());
        }
    }
}

#[test]
fn a_table_that_ends_anywhere_or_has_a_flipped_bit_is_survived() {
    for end in 0..BUDDY.len() {
        survived(&BUDDY[..end]);
        for bit in 0..7 {
            let mut flipped = BUDDY.as_bytes().to_vec();
            flipped[end] ^= 1 << bit;
            survived(str::from_utf8(&flipped).expect("letters"));
        }
    }
}

#[test]
fn dates_and_numbers_that_cannot_be_are_left_out() {
    for (start, pain, why) in [
        ("0000-01-01 00:00", "1", LeftOut::Start),
        ("10000-01-01 00:00", "1", LeftOut::Start),
        ("2026-11-20 24:00", "1", LeftOut::Start),
        ("2026-11-20 10:60", "1", LeftOut::Start),
        ("4294967296-11-20 10:00", "1", LeftOut::Start),
        ("9999-11-20 10:00", "1", LeftOut::Future),
        ("2026-11-20 10:00", "NaN", LeftOut::Pain),
        ("2026-11-20 10:00", "99999999999", LeftOut::Pain),
        ("2026-11-20 10:00", "-3", LeftOut::Pain),
    ] {
        let found = imported(&read(&format!("Start,Pain\n{start},{pain}\n")));
        assert_eq!(found.left_out, [(2, why)], "{start} {pain}");
    }
}

#[test]
fn a_hundred_thousand_rows_and_ten_thousand_columns_are_survived() {
    let rows = "2026-11-20 07:40,1h,5\n".repeat(100_000);
    let found = imported(&read(&format!("Start,Lasted,Pain\n{rows}")));
    // The same row is the same episode.
    assert_eq!((found.episodes.len(), found.left_out.len()), (1, 99_999));
    assert_eq!(found.left_out[0], (3, LeftOut::Twice));
    let wide = ",".repeat(10_000);
    survived(&format!("Start{wide}\n2026-11-20 07:40{wide}\n"));
    survived(&format!("Start\n{}\n", "\"\"".repeat(100_000)));
}
