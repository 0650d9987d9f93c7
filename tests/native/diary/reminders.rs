//! What is due, and when; and what a calendar file is made of.

use chrono::{NaiveDate, TimeDelta};
use unknot::diary::Diary;
use unknot::diary::checkup::Checkup;
use unknot::diary::day::Day;
use unknot::diary::json::ReadError;
use unknot::diary::moment::Moment;
use unknot::diary::programme::Programme;
use unknot::diary::reminders::{SavedCalendar, check_is_due, events, programme_is_due};
use unknot::diary::stored::Record;
use unknot::guide::triage::Urgency;

use super::{at, begun, checkup_id, severity};

/// A Tuesday.
fn now() -> Moment {
    at("2026-11-24T10:00:00+00:00")
}

fn days_ago(days: f64) -> Moment {
    now() - TimeDelta::seconds((days * 86_400.0) as i64)
}

fn diary_of(records: impl IntoIterator<Item = Record>) -> Diary {
    let mut diary = Diary::default();
    for record in records {
        diary.put(record);
    }
    diary
}

fn programme(weekdays: u8, minute: u16, movements: &[&str]) -> Record {
    Record::Programme(Programme {
        revision: 1,
        movements: movements.iter().map(|id| id.to_string()).collect(),
        weekdays,
        minute,
        history: Default::default(),
    })
}

/// A whole check with this urgency.
fn checked(id: &str, days: f64, urgency: Urgency) -> Record {
    let mut check = Checkup::begun(checkup_id(id), days_ago(days), None);
    check.finished = Some(check.started);
    check.urgency = urgency;
    Record::Checkup(check)
}

#[test]
fn the_programme_is_due_on_its_days_from_its_hour_on_until_something_was_done() {
    let due = |record| programme_is_due(&diary_of([record]), &now());
    const TUESDAY: u8 = 0b10;
    assert!(due(programme(TUESDAY, 600, &["walk"])));
    assert!(!due(programme(TUESDAY, 601, &["walk"])));
    assert!(!due(programme(0b1_1101, 0, &["walk"])));
    assert!(!due(programme(TUESDAY, 600, &[])));
    assert!(!programme_is_due(&Diary::default(), &now()));
    let mut day = Day::empty(now().date_naive());
    day.sessions.push("walk".to_string());
    let both = [programme(TUESDAY, 600, &["walk"]), Record::Day(day)];
    assert!(!programme_is_due(&diary_of(both), &now()));
}

#[test]
fn the_check_is_due_as_the_last_whole_one_said() {
    let due = |records: Vec<Record>| {
        let diary = diary_of(records);
        check_is_due(&diary, &now()).map(|id| id.as_str().to_string())
    };
    assert_eq!(due(vec![]), None);
    for (urgency, days) in [
        (Urgency::SelfCare, 3.0),
        (Urgency::Routine, 7.0),
        (Urgency::Urgent, 1.0),
    ] {
        assert_eq!(due(vec![checked("c", days - 0.01, urgency)]), None);
        let there = due(vec![checked("c", days, urgency)]);
        assert_eq!(there.as_deref(), Some("c"), "{urgency:?}");
    }
    // An emergency has a card of its own, and no date.
    assert_eq!(due(vec![checked("c", 9.0, Urgency::Emergency)]), None);
    // The last one counts; one that was broken off says nothing.
    let two = |last| vec![checked("c", 9.0, Urgency::Routine), last];
    assert_eq!(due(two(checked("d", 1.0, Urgency::Routine))), None);
    let broken = Checkup::begun(checkup_id("d"), days_ago(1.0), None);
    let there = due(two(Record::Checkup(broken)));
    assert_eq!(there.as_deref(), Some("c"));
    // A spasm that asks for it by itself says why; one that does not leaves it standing.
    let with = |hours: i64, readings: &[u8]| {
        let mut episode = begun("e", now() - TimeDelta::hours(hours));
        for (n, level) in readings.iter().enumerate() {
            let at = episode.start + TimeDelta::minutes(10 * n as i64);
            episode.rate(super::item(), at, severity(*level));
        }
        due(two(Record::Episode(episode)))
    };
    assert_eq!(with(2, &[4]).as_deref(), Some("c"));
    assert_eq!(with(2, &[4, 7]), None);
    assert_eq!(with(30, &[4]), None);
}

#[test]
fn a_calendar_file_holds_what_is_wanted_and_there_is() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a date");
    let diary = diary_of([
        programme(0b101, 510, &["walk"]),
        checked("c", 1.0, Urgency::Routine),
    ]);
    let of = |diary: &Diary, n: Option<usize>| {
        let wanted = std::array::from_fn(|m| n.is_none_or(|n| n == m));
        let mut found = Vec::new();
        for event in events(diary, wanted, 1095, today) {
            let when = format!("{} {} {:b}", event.from, event.minute, event.weekdays);
            found.push((event.name, when));
        }
        found
    };
    let one = |n| of(&diary, Some(n));
    let said = |name: &str, when: &str| vec![(name.to_string(), when.to_string())];
    assert_eq!(one(0), said("programme", "2026-11-24 510 101"));
    assert_eq!(one(1).len(), 9);
    assert_eq!(one(1)[8].1, "2026-11-24 1020 11111");
    assert_eq!(one(2), said("check", "2026-11-30 1095 0"));
    assert_eq!(one(3), said("peg", "2026-11-24 1095 1000000"));
    assert_eq!(of(&diary, None).len(), 12);
    // Nothing of it is there: only what needs nothing.
    let empty = Diary::default();
    assert_eq!(of(&empty, Some(0)), []);
    assert_eq!(of(&empty, Some(2)), []);
    assert_eq!(of(&empty, None).len(), 10);
    // Overdue: today. After an emergency there is no date.
    let old = diary_of([checked("c", 20.0, Urgency::SelfCare)]);
    assert_eq!(of(&old, Some(2)), said("check", "2026-11-24 1095 0"));
    let alarm = diary_of([checked("c", 1.0, Urgency::Emergency)]);
    assert_eq!(of(&alarm, Some(2)), []);
}

#[test]
fn the_calendar_that_was_saved_is_known_by_its_name() {
    let text = r#"{"name":"mf3k","sequence":4}"#;
    let saved = SavedCalendar::decode(text).expect("read");
    assert_eq!(saved.encode(), text);
    // As version 0.1 stored it.
    assert_eq!(SavedCalendar::decode("mf3k 4"), Ok(saved.clone()));
    assert_eq!(saved.next().encode(), r#"{"name":"mf3k","sequence":5}"#);
    for text in ["", "mf3k", "mf3k x", "{"] {
        let read = SavedCalendar::decode(text);
        assert!(
            matches!(read, Err(ReadError::Damaged(_))),
            "{text:?}: {read:?}"
        );
    }
}
