//! Reminders as a calendar file. That an independent reader understands it, and where its times fall when
//! the clocks change, is tested in the browser's tests.

use chrono::NaiveDate;
use unknot::diary::ics::{CalendarEvent, calendar};

use super::at;

fn event(words: &str) -> CalendarEvent {
    CalendarEvent {
        name: "programme".to_string(),
        from: NaiveDate::from_ymd_opt(2026, 11, 24).expect("a date"),
        minute: 7 * 60 + 5,
        weekdays: 0b001_0101,
        words: words.to_string(),
    }
}

fn file(events: &[CalendarEvent]) -> String {
    calendar(events, "mf3k-0a1z", 3, &at("2026-11-24T23:30:00-05:00"))
}

#[test]
fn a_file_is_as_the_standard_has_it() {
    assert_eq!(
        file(&[event("Move; a little, \\ often\nNow")]),
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Unknot//Reminders//EN\r\n\
         BEGIN:VEVENT\r\nUID:programme-mf3k-0a1z@unknot.invalid\r\nSEQUENCE:3\r\n\
         DTSTAMP:20261125T043000Z\r\nDTSTART:20261125T070500\r\nDURATION:PT10M\r\n\
         RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR\r\n\
         SUMMARY:Move\\; a little\\, \\\\ often\\nNow\r\nTRANSP:TRANSPARENT\r\n\
         BEGIN:VALARM\r\nACTION:DISPLAY\r\n\
         DESCRIPTION:Move\\; a little\\, \\\\ often\\nNow\r\nTRIGGER:PT0M\r\nEND:VALARM\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n"
    );
}

#[test]
fn the_first_time_is_one_of_its_days() {
    // 24 November 2026 is a Tuesday.
    for (weekdays, first) in [
        (0b000_0010, "20261124"),
        (0b000_0001, "20261130"),
        (0b100_0000, "20261129"),
        (0b111_1111, "20261124"),
        (0, "20261124"),
    ] {
        let file = file(&[CalendarEvent {
            weekdays,
            ..event("x")
        }]);
        assert!(
            file.contains(&format!("DTSTART:{first}T070500\r\n")),
            "{weekdays:b}\n{file}"
        );
        assert_eq!(file.contains("RRULE"), weekdays != 0);
    }
}

#[test]
fn long_lines_are_folded_between_letters() {
    for words in [
        "a".repeat(300),
        "é".repeat(200),
        "🙂 ".repeat(60),
        "קצר ".repeat(50),
    ] {
        let file = file(&[event(&words)]);
        assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
        for line in file.split("\r\n") {
            assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        }
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("SUMMARY:{words}")), "{unfolded}");
    }
}

#[test]
fn control_characters_do_not_get_in() {
    let file = file(&[event("a\r\nBEGIN:VEVENT\u{0}\u{7}b")]);
    assert!(file.contains("SUMMARY:a\\nBEGIN:VEVENTb\r\n"), "{file}");
}
