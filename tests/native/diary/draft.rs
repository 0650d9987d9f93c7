//! The episode form: what becomes an episode, what keeps it from being one, and two forms at once.

use chrono::{DateTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;
use proptest::prelude::*;

use unknot::diary::draft::{
    EpisodeDraft, Fold, FormField, KeptDraft, Problem, ReadingField, TRIED, TimeField,
    TreatmentField,
};
use unknot::diary::episode::{Episode, Recorded, Relief};
use unknot::diary::json::ReadError;
use unknot::diary::marks::MarkKind;
use unknot::diary::moment::{self, Moment};
use unknot::diary::place::{Place, Places};

use super::any::{self, cases};
use super::{assert_same, at, begun, ended, episode_id, item, severity};

/// The person's zone.
fn berlin(instant: i64) -> i32 {
    let utc = DateTime::from_timestamp(instant, 0).expect("in range");
    Tz::Europe__Berlin
        .offset_from_utc_datetime(&utc.naive_utc())
        .fix()
        .local_minus_utc()
}

/// A form in which nothing was typed never asks what zone it is.
fn never_asked(_: i64) -> i32 {
    panic!("the zone was asked for")
}

fn now() -> Moment {
    at("2026-11-22T12:00:30+01:00")
}

fn typed(text: &str) -> TimeField {
    let mut field = TimeField::default();
    field.typed(text.to_string());
    field
}

fn made(draft: &EpisodeDraft) -> Result<Episode, Vec<Problem>> {
    draft.episode(episode_id("a"), Recorded::Afterwards, &now(), berlin)
}

fn places(ids: &[&str]) -> Places {
    let place = |id: &&str| Place::from_id(id).unwrap_or_else(|| panic!("no place: {id}"));
    ids.iter().map(place).collect()
}

/// An hour of this morning, with a reading and a treatment.
fn morning() -> EpisodeDraft {
    EpisodeDraft {
        start: typed("2026-11-22T09:00"),
        running: false,
        end: typed("2026-11-22T10:00"),
        places: places(&["low-left"]),
        readings: vec![ReadingField {
            id: None,
            at: typed("2026-11-22T09:10"),
            severity: Some(7),
        }],
        treatments: vec![TreatmentField {
            id: None,
            kind: "heat".to_string(),
            detail: "20 min".to_string(),
            at: typed("2026-11-22T09:20"),
            relief: Some(3),
        }],
        notes: "after gardening".to_string(),
        ..EpisodeDraft::default()
    }
}

/// A draft as it is kept, in full.
const KEPT: &str = r#"{"opened":{"start":{"text":"2026-11-22T01:31","was":"2026-11-22T01:31:07+01:00"},"running":true,"end":{"text":""},"places":[],"radiation":0,"marks":[[],[],[],[]],"readings":[],"treatments":[],"notes":""},"mine":{"start":{"text":"2026-10-25T02:30","second":true,"was":"2026-11-22T01:31:07+01:00"},"running":false,"end":{"text":"2026-11-22T02:00"},"places":["low-left"],"radiation":3,"marks":[["lifting"],[],[],["x y"]],"readings":[{"id":7,"at":{"text":""},"severity":0}],"treatments":[{"kind":"heat","detail":"20 min","at":{"text":"x"},"relief":-1}],"notes":"é"}}"#;

#[test]
fn a_draft_is_kept_with_every_field() {
    let kept = KeptDraft::decode(KEPT).expect("read");
    assert_eq!(kept.encode(), KEPT);
    let started = begun("a", at("2026-11-22T01:31:07+01:00"));
    assert_eq!(kept.opened, EpisodeDraft::of(&started));
    let mine = &kept.mine;
    assert_eq!(mine.start.fold, Some(Fold::Second));
    assert_eq!(mine.end, typed("2026-11-22T02:00"));
    assert_eq!(mine.readings[0].severity, Some(0));
    assert_eq!(mine.treatments[0].relief, Some(-1));
    assert_eq!(mine.notes, "é");
    for (end, _) in KEPT.char_indices() {
        let read = KeptDraft::decode(&KEPT[..end]);
        assert!(matches!(read, Err(ReadError::Damaged(_))), "{read:?}");
    }
    // Half-typed items are kept too, where there are any.
    let typing = KEPT.replacen(
        r#""notes":"é""#,
        r#""notes":"é","typing":["","","","","Warm"]"#,
        1,
    );
    let kept = KeptDraft::decode(&typing).expect("read");
    assert_eq!(
        (kept.encode(), kept.mine.typing[TRIED].as_str()),
        (typing, "Warm")
    );
    // A place that only another version knows would be lost by saving.
    let elsewhere = KEPT.replacen("low-left", "knee-left", 1);
    let read = KeptDraft::decode(&elsewhere);
    assert!(
        matches!(&read, Err(ReadError::Unknown(why)) if why.contains("knee-left")),
        "{read:?}"
    );
    // So would a field.
    let newer = KEPT.replace(r#""notes":"é""#, r#""notes":"é","sleep":3"#);
    let read = KeptDraft::decode(&newer);
    assert!(
        matches!(&read, Err(ReadError::Unknown(why)) if why.contains("sleep")),
        "{read:?}"
    );
}

#[test]
fn each_time_of_the_form_is_found_by_its_field() {
    let mut draft = morning();
    for (field, text) in [
        (FormField::Start, "2026-11-22T09:00"),
        (FormField::End, "2026-11-22T10:00"),
        (FormField::Reading(0), "2026-11-22T09:10"),
        (FormField::Treatment(0), "2026-11-22T09:20"),
    ] {
        assert_eq!(draft.time(field), Some(&typed(text)), "{field:?}");
        draft
            .time_mut(field)
            .expect("a time")
            .typed("x".to_string());
        assert_eq!(draft.time(field), Some(&typed("x")), "{field:?}");
    }
    for field in [
        FormField::Reading(1),
        FormField::Treatment(1),
        FormField::Readings,
        FormField::Treatments,
        FormField::Places,
        FormField::Notes,
    ] {
        assert_eq!(draft.time(field), None, "{field:?}");
        assert_eq!(draft.time_mut(field), None, "{field:?}");
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn an_untouched_form_gives_the_same_episode_whatever_the_clock_says(
        episode in any::episode(),
        now in any::moment(),
    ) {
        let draft = EpisodeDraft::of(&episode);
        let again = draft.episode(episode.id.clone(), episode.recorded, &now, never_asked);
        let mut expected = Episode { revision: 0, deleted: None, clock_changed: false, history: Default::default(), ..episode };
        for treatment in &mut expected.treatments {
            treatment.rated = treatment.relief.map(|_| now);
        }
        prop_assert_eq!(again.as_ref(), Ok(&expected));
        prop_assert_eq!(again.as_ref().map(super::text_of), Ok(super::text_of(&expected)));
    }

    #[test]
    fn a_draft_is_kept_as_it_stands(episode in any::episode(), text in any::text()) {
        let mut draft = EpisodeDraft::of(&episode);
        draft.start.typed(text);
        draft.start.fold = Some(Fold::Second);
        draft.readings.push(ReadingField::default());
        let kept = KeptDraft { opened: EpisodeDraft::of(&episode), mine: draft };
        prop_assert_eq!(KeptDraft::decode(&kept.encode()), Ok(kept));
    }

    #[test]
    fn a_damaged_draft_is_read_or_not(text in prop_oneof![any::damaged(KEPT), any::text()]) {
        if let Ok(kept) = KeptDraft::decode(&text) {
            prop_assert_eq!(KeptDraft::decode(&kept.encode()), Ok(kept.clone()));
            let _ = made(&kept.mine);
            let _ = kept.mine.merged(&kept.opened, &morning());
        }
    }

    #[test]
    fn any_text_in_a_time_is_a_moment_or_a_problem(text in any::text()) {
        let mut draft = morning();
        for field in [&mut draft.start, &mut draft.end, &mut draft.readings[0].at, &mut draft.treatments[0].at] {
            field.typed(text.clone());
        }
        prop_assert_eq!(made(&draft).is_err(), true);
    }
}

#[test]
fn an_untouched_time_keeps_its_seconds_and_its_own_clock() {
    let away = at("2026-11-20T22:15:42-10:00");
    let episode = ended("a", away, at("2026-11-21T20:04:05+05:45"));
    let mut draft = EpisodeDraft::of(&episode);
    assert_eq!(draft.start.text, "2026-11-20T22:15");
    draft.notes = "jet lag".to_string();
    // Typed and typed back is untouched.
    draft.start.typed("2026-11-20T22:16".to_string());
    draft.start.typed("2026-11-20T22:15".to_string());
    let again = draft
        .episode(episode_id("a"), Recorded::Live, &now(), never_asked)
        .expect("fine");
    assert_same(
        &again,
        &Episode {
            notes: "jet lag".to_string(),
            ..episode
        },
    );
    // A new time is one of the zone where the person is now.
    draft.start.typed("2026-11-20T22:16".to_string());
    let moved = made(&draft).expect("fine");
    assert_eq!(moment::encode(&moved.start), "2026-11-20T22:16:00+01:00");
}

/// The same instant on two clocks: the start on one, a reading on the other.
#[test]
fn a_reading_at_the_very_start_keeps_its_own_clock() {
    let mut episode = begun("a", at("2026-11-22T09:00:00+01:00"));
    episode.rate(item(), at("2026-11-22T08:00:00+00:00"), severity(7));
    let again = EpisodeDraft::of(&episode)
        .episode(episode_id("a"), Recorded::Live, &now(), never_asked)
        .expect("fine");
    assert_same(&again, &episode);
}

#[test]
fn a_complete_form_is_an_episode() {
    let episode = made(&morning()).expect("fine");
    assert_eq!(episode.id, episode_id("a"));
    assert_eq!(episode.recorded, Recorded::Afterwards);
    assert_eq!(moment::encode(&episode.start), "2026-11-22T09:00:00+01:00");
    assert_eq!(episode.end, Some(at("2026-11-22T10:00:00+01:00")));
    let place = Place::from_id("low-left").expect("a place");
    assert_eq!(episode.places.iter().collect::<Vec<_>>(), [place]);
    assert_eq!(episode.readings.len(), 1);
    assert_eq!(episode.readings[0].at, at("2026-11-22T09:10:00+01:00"));
    assert_eq!(episode.readings[0].severity, severity(7));
    assert_eq!(episode.treatments.len(), 1);
    assert_eq!(episode.treatments[0].kind, "heat");
    assert_eq!(episode.treatments[0].detail, "20 min");
    assert_eq!(episode.treatments[0].at, at("2026-11-22T09:20:00+01:00"));
    assert_eq!(episode.treatments[0].relief.map(Relief::get), Some(3));
    assert_eq!(episode.notes, "after gardening");
    assert_eq!((episode.revision, episode.deleted), (0, None));
}

#[test]
fn a_running_one_has_no_end_whatever_is_typed_there() {
    let check = |end: &str| {
        let draft = EpisodeDraft {
            running: true,
            end: typed(end),
            ..morning()
        };
        assert_eq!(made(&draft).map(|episode| episode.end), Ok(None), "{end}");
    };
    check("");
    check("2026-11-22T10:00");
    check("2020-01-01T10:00");
    check("soon");
}

#[test]
fn what_is_empty_or_unknown_in_a_form_is_left_out() {
    let mut draft = morning();
    draft.readings[0].at = TimeField::default();
    draft.readings[0].severity = Some(0);
    draft.treatments[0].at = TimeField::default();
    draft.treatments[0].relief = None;
    let episode = made(&draft).expect("fine");
    assert_eq!(episode.readings[0].at, episode.start);
    assert_eq!(episode.readings[0].severity, severity(0), "zero is a value");
    assert_eq!(episode.treatments[0].at, episode.start);
    assert_eq!(episode.treatments[0].relief, None);
    assert_eq!(episode.places.iter().count(), 1);
}

#[test]
fn readings_come_out_in_order_of_time_and_treatments_as_noted() {
    let mut draft = morning();
    for (minute, n) in [("09:50", 2), ("09:05", 9)] {
        let at = typed(&format!("2026-11-22T{minute}"));
        draft.treatments.push(TreatmentField {
            id: None,
            kind: format!("kind-{n}"),
            at: at.clone(),
            ..TreatmentField::default()
        });
        draft.readings.push(ReadingField {
            id: None,
            at,
            severity: Some(n),
        });
    }
    let episode = made(&draft).expect("fine");
    let numbers: Vec<u8> = episode.readings.iter().map(|r| r.severity.get()).collect();
    assert_eq!(numbers, [9, 7, 2]);
    let kinds: Vec<&str> = episode.treatments.iter().map(|t| t.kind.as_str()).collect();
    assert_eq!(kinds, ["heat", "kind-2", "kind-9"]);
}

// --- Problems ---------------------------------------------------------------------------------

/// What is wrong with this morning's form after a change.
#[track_caller]
fn check(change: impl Fn(&mut EpisodeDraft), problems: &[Problem]) {
    let mut draft = morning();
    change(&mut draft);
    let before = draft.clone();
    let made = made(&draft);
    assert_eq!(made.err().unwrap_or_default(), problems);
    assert_eq!(draft, before, "the draft stays as it is");
}

fn start(text: &str) -> impl Fn(&mut EpisodeDraft) {
    move |draft| {
        draft.start.typed(text.to_string());
        draft.readings.clear();
        draft.treatments.clear();
    }
}

#[test]
fn no_time_or_no_readable_one() {
    check(|_| {}, &[]);
    check(start(""), &[Problem::NoTime(FormField::Start)]);
    check(start("this morning"), &[Problem::NoTime(FormField::Start)]);
    check(
        start("2026-02-30T09:00"),
        &[Problem::NoTime(FormField::Start)],
    );
    check(
        start("1899-12-31T09:00"),
        &[Problem::NoTime(FormField::Start)],
    );
    check(
        |draft| draft.end = TimeField::default(),
        &[Problem::NoTime(FormField::End)],
    );
    check(
        |draft| draft.end.typed("x".to_string()),
        &[Problem::NoTime(FormField::End)],
    );
    check(
        |draft| draft.readings[0].at.typed("09:00".to_string()),
        &[Problem::NoTime(FormField::Reading(0))],
    );
    check(
        |draft| draft.treatments[0].at.typed("-".to_string()),
        &[Problem::NoTime(FormField::Treatment(0))],
    );
    let empty = made(&EpisodeDraft::default());
    assert_eq!(
        empty,
        Err(vec![
            Problem::NoTime(FormField::Start),
            Problem::NoTime(FormField::End)
        ])
    );
}

#[test]
fn a_time_that_the_clocks_skipped() {
    check(
        start("2026-03-29T02:30"),
        &[Problem::Skipped(FormField::Start)],
    );
    check(start("2026-03-29T01:59"), &[]);
    check(start("2026-03-29T03:00"), &[]);
    check(
        |draft| {
            start("2026-03-29T01:00")(draft);
            draft.end.typed("2026-03-29T02:00".to_string());
        },
        &[Problem::Skipped(FormField::End)],
    );
}

#[test]
fn a_time_that_the_clocks_showed_twice() {
    let first = at("2026-10-25T02:30:00+02:00");
    let second = at("2026-10-25T02:30:00+01:00");
    check(
        start("2026-10-25T02:30"),
        &[Problem::Twice(FormField::Start, first, second)],
    );
    for (fold, meant) in [(Fold::First, first), (Fold::Second, second)] {
        let mut draft = morning();
        start("2026-10-25T02:30")(&mut draft);
        draft.start.fold = Some(fold);
        let episode = made(&draft).expect("fine");
        assert_same(
            &episode,
            &Episode {
                start: meant,
                ..episode.clone()
            },
        );
        assert_eq!(moment::encode(&episode.start), moment::encode(&meant));
        // Kept in the diary, it is not asked for again.
        let again = EpisodeDraft::of(&episode);
        assert_eq!(made(&again).map(|again| again.start), Ok(meant));
        // Another time typed: the choice does not stick to it.
        draft.start.typed("2025-10-26T02:30".to_string());
        assert_eq!(draft.start.fold, None);
        assert!(matches!(
            made(&draft).err().as_deref(),
            Some([Problem::Twice(FormField::Start, ..)])
        ));
    }
    // A choice where there is none to make is ignored.
    let mut draft = morning();
    draft.start.fold = Some(Fold::Second);
    assert_eq!(made(&draft), made(&morning()));
}

#[test]
fn from_the_first_half_past_two_to_the_second() {
    let mut draft = morning();
    start("2026-10-25T02:30")(&mut draft);
    draft.end.typed("2026-10-25T02:30".to_string());
    draft.start.fold = Some(Fold::First);
    draft.end.fold = Some(Fold::Second);
    let episode = made(&draft).expect("fine");
    assert_eq!(episode.lasted(), Some(TimeDelta::hours(1)));
    draft.start.fold = Some(Fold::Second);
    draft.end.fold = Some(Fold::First);
    assert_eq!(made(&draft), Err(vec![Problem::EndBeforeStart]));
}

#[test]
fn a_time_in_the_future() {
    check(
        start("2026-11-22T12:03"),
        &[Problem::Future(FormField::Start)],
    );
    let now_and_then =
        |end: &'static str| move |draft: &mut EpisodeDraft| draft.end.typed(end.to_string());
    check(now_and_then("2026-11-22T12:00"), &[]);
    check(now_and_then("2026-11-22T12:01"), &[]);
    // Two minutes are granted, and no more.
    check(now_and_then("2026-11-22T12:02"), &[]);
    check(
        now_and_then("2026-11-22T12:03"),
        &[Problem::Future(FormField::End)],
    );
    check(
        now_and_then("2027-11-22T10:00"),
        &[Problem::Future(FormField::End)],
    );
    check(
        now_and_then("9999-12-31T23:59"),
        &[Problem::Future(FormField::End)],
    );
    check(
        |draft| draft.readings[0].at.typed("2026-11-22T13:00".to_string()),
        &[Problem::Future(FormField::Reading(0))],
    );
    check(
        |draft| draft.treatments[0].at.typed("2026-11-23T09:00".to_string()),
        &[Problem::Future(FormField::Treatment(0))],
    );
}

/// What was recorded while the clock was ahead is in the diary already: only what is typed is held
/// against the clock.
#[test]
fn an_episode_recorded_while_the_clock_was_ahead_can_be_edited() {
    let ahead = at("2026-11-22T15:00:00+01:00");
    let mut episode = begun("a", ahead);
    episode.rate(item(), ahead, severity(7));
    episode.toggle_treatment(item(), "heat", ahead);
    episode.ease(at("2026-11-22T15:30:00+01:00"));
    let mut draft = EpisodeDraft::of(&episode);
    draft.notes = "the clock was ahead".to_string();
    assert_eq!(made(&draft).map(|made| made.notes), Ok(draft.notes.clone()));
    draft.end.typed("2026-11-22T15:10".to_string());
    assert_eq!(made(&draft), Err(vec![Problem::Future(FormField::End)]));
}

#[test]
fn an_end_before_the_start() {
    let end =
        |text: &'static str| move |draft: &mut EpisodeDraft| draft.end.typed(text.to_string());
    check(end("2026-11-22T08:59"), &[Problem::EndBeforeStart]);
    check(end("2025-11-22T10:00"), &[Problem::EndBeforeStart]);
    check(end("2026-11-22T09:00"), &[]);
}

#[test]
fn a_reading_or_a_treatment_before_the_start() {
    check(
        |draft| draft.readings[0].at.typed("2026-11-22T08:59".to_string()),
        &[Problem::BeforeStart(FormField::Reading(0))],
    );
    check(
        |draft| draft.treatments[0].at.typed("2026-11-21T23:00".to_string()),
        &[Problem::BeforeStart(FormField::Treatment(0))],
    );
    check(
        |draft| {
            draft.readings.push(draft.readings[0].clone());
            draft.readings[1].at.typed("2026-11-22T08:00".to_string());
        },
        &[Problem::BeforeStart(FormField::Reading(1))],
    );
    check(
        |draft| draft.readings[0].at.typed("2026-11-22T09:00".to_string()),
        &[],
    );
}

#[test]
fn moving_either_of_the_two_can_put_a_reading_before_the_start() {
    let check = |change: fn(&mut EpisodeDraft), problems: &[Problem]| {
        let mut draft = EpisodeDraft::of(&made(&morning()).expect("fine"));
        change(&mut draft);
        assert_eq!(made(&draft).err().unwrap_or_default(), problems);
    };
    check(|_| {}, &[]);
    check(
        |draft| draft.start.typed("2026-11-22T09:15".to_string()),
        &[Problem::BeforeStart(FormField::Reading(0))],
    );
    check(
        |draft| draft.readings[0].at.typed("2026-11-22T08:50".to_string()),
        &[Problem::BeforeStart(FormField::Reading(0))],
    );
    check(
        |draft| draft.treatments[0].at.typed("2026-11-22T08:50".to_string()),
        &[Problem::BeforeStart(FormField::Treatment(0))],
    );
}

#[test]
fn a_reading_without_a_number() {
    check(
        |draft| draft.readings[0].severity = None,
        &[Problem::NoSeverity(FormField::Reading(0))],
    );
    check(
        |draft| draft.readings[0].severity = Some(11),
        &[Problem::NoSeverity(FormField::Reading(0))],
    );
    // A row in which nothing was said is none; with a time it is one.
    check(|draft| draft.readings.push(ReadingField::default()), &[]);
    check(
        |draft| {
            let mut reading = ReadingField::default();
            reading.at.typed("2026-11-22T10:00".to_string());
            draft.readings.push(reading);
        },
        &[Problem::NoSeverity(FormField::Reading(1))],
    );
    check(|draft| draft.readings[0].severity = Some(10), &[]);
}

#[test]
fn everything_that_is_wrong_is_told_in_the_order_of_the_form() {
    check(
        |draft| {
            draft.start.typed("2026-03-29T02:30".to_string());
            draft.end.typed("2030-01-01T00:00".to_string());
            draft.readings[0].at.typed("x".to_string());
            draft.readings[0].severity = None;
            draft.treatments[0].at.typed("2026-03-29T02:30".to_string());
        },
        &[
            Problem::Skipped(FormField::Start),
            Problem::Future(FormField::End),
            Problem::NoSeverity(FormField::Reading(0)),
            Problem::NoTime(FormField::Reading(0)),
            Problem::Skipped(FormField::Treatment(0)),
        ],
    );
    check(
        |draft| {
            draft.end.typed("2026-11-22T08:00".to_string());
            draft.readings[0].severity = None;
            draft.treatments[0].at.typed("-".to_string());
        },
        &[
            Problem::EndBeforeStart,
            Problem::NoSeverity(FormField::Reading(0)),
            Problem::NoTime(FormField::Treatment(0)),
        ],
    );
}

/// The form has minutes only; a start that was tapped has seconds. What is typed for the minute of
/// the start is not before it.
#[test]
fn the_minute_of_the_start_is_not_before_it() {
    let started = at("2026-11-22T09:00:42+01:00");
    let mut draft = EpisodeDraft {
        start: TimeField::of(&started),
        ..morning()
    };
    draft.readings[0].at.typed("2026-11-22T09:00".to_string());
    draft.treatments[0].at.typed("2026-11-22T09:00".to_string());
    let episode = made(&draft).expect("fine");
    assert_eq!(episode.readings[0].at, started);
    assert_eq!(episode.treatments[0].at, started);
}

/// As above, for the end: the form would show 09:00 to 09:00 and call it backwards.
#[test]
fn an_end_in_the_minute_of_the_start_is_not_before_it() {
    let started = at("2026-11-22T09:00:42+01:00");
    let draft = EpisodeDraft {
        start: TimeField::of(&started),
        end: typed("2026-11-22T09:00"),
        readings: Vec::new(),
        treatments: Vec::new(),
        ..morning()
    };
    assert_eq!(made(&draft).map(|episode| episode.end), Ok(Some(started)));
}

/// What the app itself can store must pass through the form. (A phone that corrects its clock
/// between the tap on start and the first number.)
#[test]
fn an_episode_whose_clock_was_set_back_can_still_be_edited() {
    let mut episode = begun("a", at("2026-11-22T09:00:42+01:00"));
    let earlier = at("2026-11-22T08:59:50+01:00");
    episode.rate(item(), earlier, severity(7));
    episode.toggle_treatment(item(), "heat", earlier);
    episode.ease(earlier);
    let mut draft = EpisodeDraft::of(&episode);
    draft.notes = "the clock jumped".to_string();
    let edited = made(&draft);
    assert_eq!(edited.map(|edited| edited.notes), Ok(draft.notes));
}

/// Of what was recorded the form knows the second: nothing of it is moved.
#[test]
fn what_was_recorded_in_the_minute_of_the_start_and_before_it_stays() {
    let mut episode = begun("a", at("2026-11-22T09:00:42+01:00"));
    episode.rate(item(), at("2026-11-22T09:00:10+01:00"), severity(7));
    episode.toggle_treatment(item(), "heat", at("2026-11-22T09:00:20+01:00"));
    let again = EpisodeDraft::of(&episode)
        .episode(episode_id("a"), Recorded::Live, &now(), never_asked)
        .expect("fine");
    assert_same(&again, &episode);
}

/// The text of a field is on the clock of its own moment: the same text on two clocks, or on two
/// sides of a fold, is not the same minute.
#[test]
fn what_only_looks_like_the_minute_of_the_start_is_before_it() {
    let away = TimeField::of(&at("2026-11-20T22:15:42-10:00"));
    let there_too = typed("2026-11-20T22:15");
    let mut second = typed("2026-10-25T02:30");
    let mut first = second.clone();
    (first.fold, second.fold) = (Some(Fold::First), Some(Fold::Second));
    for (start, before) in [(away, there_too), (second, first)] {
        let draft = EpisodeDraft {
            start,
            readings: Vec::new(),
            treatments: Vec::new(),
            ..morning()
        };
        let end = EpisodeDraft {
            end: before.clone(),
            ..draft.clone()
        };
        assert_eq!(made(&end), Err(vec![Problem::EndBeforeStart]));
        let reading = EpisodeDraft {
            readings: vec![ReadingField {
                id: None,
                at: before.clone(),
                severity: Some(7),
            }],
            ..draft
        };
        let problem = Problem::BeforeStart(FormField::Reading(0));
        assert_eq!(made(&reading), Err(vec![problem]));
    }
}

#[test]
fn what_a_field_means_by_now() {
    let check = |field: &TimeField, meant: Option<&str>| {
        assert_eq!(field.meant(&now(), berlin), meant.map(at), "{field:?}");
    };
    check(
        &typed("2026-11-22T09:00"),
        Some("2026-11-22T09:00:00+01:00"),
    );
    check(&typed(""), None);
    check(&typed("2026-03-29T02:30"), None);
    check(&typed("2026-10-25T02:30"), None);
    check(&typed("2027-01-01T00:00"), None);
    check(
        &TimeField::of(&at("2027-01-01T00:00:00+01:00")),
        Some("2027-01-01T00:00:00+01:00"),
    );
    let mut field = typed("2026-10-25T02:30");
    field.fold = Some(Fold::Second);
    check(&field, Some("2026-10-25T02:30:00+01:00"));
    check(
        &TimeField::of(&at("2026-11-20T22:15:42-10:00")),
        Some("2026-11-20T22:15:42-10:00"),
    );
}

// --- Two at once ------------------------------------------------------------------------------

/// Every field of the form, with a change to it that depends on who makes it.
type Change = fn(&mut EpisodeDraft, &str);
const CHANGES: [(FormField, Change); 6] = [
    (FormField::Start, |draft, who| {
        draft.start.typed(format!("2026-11-22T08:{who}"))
    }),
    (FormField::End, |draft, who| {
        draft.end.typed(format!("2026-11-22T11:{who}"))
    }),
    (FormField::Places, |draft, who| {
        let place = if who == "11" {
            "neck-left"
        } else {
            "mid-right"
        };
        draft.places = places(&[place]);
    }),
    (FormField::Readings, |draft, _| {
        draft.readings[0].severity = None
    }),
    (FormField::Treatments, |draft, who| {
        draft.treatments[0].detail = who.to_string()
    }),
    (FormField::Notes, |draft, who| draft.notes.push_str(who)),
];

/// The form with the fields of a set (a bit each) changed.
fn changed(fields: usize, who: &str) -> EpisodeDraft {
    let mut draft = morning();
    for (n, (_, change)) in CHANGES.iter().enumerate() {
        if fields & (1 << n) != 0 {
            change(&mut draft, who);
        }
    }
    draft
}

#[test]
fn fields_changed_here_or_there_are_all_kept() {
    let opened = morning();
    for mine in 0..64 {
        for theirs in 0..64 {
            let merged = changed(mine, "11").merged(&opened, &changed(theirs, "22"));
            // A reading without its number is the same change here and there.
            let clash = mine & theirs & !(1 << 3);
            if clash == 0 {
                let mut expected = changed(theirs, "22");
                for (n, (_, change)) in CHANGES.iter().enumerate() {
                    if mine & (1 << n) != 0 {
                        change(&mut expected, "11");
                    }
                }
                assert_eq!(merged, Ok(expected), "{mine:b} {theirs:b}");
            } else {
                let clashes: Vec<_> = CHANGES
                    .iter()
                    .enumerate()
                    .filter(|(n, _)| clash & (1 << n) != 0)
                    .map(|(_, (field, _))| Problem::ChangedElsewhere(*field))
                    .collect();
                assert_eq!(merged, Err(clashes), "{mine:b} {theirs:b}");
            }
        }
    }
}

#[test]
fn easing_it_here_and_there_is_one_field() {
    let running = EpisodeDraft {
        running: true,
        end: TimeField::default(),
        ..morning()
    };
    let eased = |text| EpisodeDraft {
        running: false,
        end: typed(text),
        ..running.clone()
    };
    let noted = EpisodeDraft {
        notes: "better".to_string(),
        ..running.clone()
    };
    let ten = eased("2026-11-22T10:00");
    let both = noted.merged(&running, &ten).expect("fine");
    assert_eq!(
        (both.running, &both.end, both.notes.as_str()),
        (false, &ten.end, "better")
    );
    assert_eq!(ten.merged(&running, &noted), Ok(both));
    assert_eq!(ten.merged(&running, &ten), Ok(ten.clone()));
    assert_eq!(
        ten.merged(&running, &eased("2026-11-22T11:00")),
        Err(vec![Problem::ChangedElsewhere(FormField::End)])
    );
    // Eased then, or running after all: with the same time in the form.
    let eleven = eased("2026-11-22T11:00");
    let on_and_on = EpisodeDraft {
        running: true,
        ..eleven.clone()
    };
    assert_eq!(
        on_and_on.merged(&ten, &eleven),
        Err(vec![Problem::ChangedElsewhere(FormField::End)])
    );
}

/// A change that two tabs make to what is stored. The other has saved by now, so the form that it
/// is compared with is filled from the diary again.
#[track_caller]
fn check_same(change: fn(&mut EpisodeDraft)) {
    let stored = made(&morning()).expect("fine");
    let opened = EpisodeDraft::of(&stored);
    let mut mine = opened.clone();
    change(&mut mine);
    let saved = made(&mine).expect("fine");
    assert_ne!(saved, stored);
    let merged = mine.merged(&opened, &EpisodeDraft::of(&saved));
    let again = merged.map(|merged| made(&merged).expect("fine"));
    assert_eq!(again, Ok(saved));
}

#[test]
fn the_same_change_here_and_there_is_no_conflict() {
    check_same(|draft| draft.notes.push_str("15"));
    check_same(|draft| draft.places = places(&["low-left", "neck-left"]));
    check_same(|draft| draft.places = places(&[]));
    check_same(|draft| draft.readings[0].severity = Some(0));
    check_same(|draft| draft.readings.clear());
    check_same(|draft| draft.treatments[0].detail = "15 min".to_string());
    check_same(|draft| {
        draft.running = true;
        draft.end = TimeField::default();
    });
}

/// The form keeps the end that was typed, in case it is wanted again; the diary does not.
#[test]
fn running_again_here_and_there_is_no_conflict() {
    check_same(|draft| draft.running = true);
}

#[test]
fn the_same_time_typed_here_and_there_is_no_conflict() {
    check_same(|draft| draft.start.typed("2026-11-22T08:15".to_string()));
    check_same(|draft| draft.end.typed("2026-11-22T11:15".to_string()));
}

#[test]
fn the_same_time_of_a_reading_typed_here_and_there_is_no_conflict() {
    check_same(|draft| draft.readings[0].at.typed("2026-11-22T09:15".to_string()));
    check_same(|draft| draft.treatments[0].at.typed("2026-11-22T09:15".to_string()));
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn what_one_side_left_alone_is_the_other_sides(opened in any::episode(), edited in any::episode()) {
        let (opened, edited) = (EpisodeDraft::of(&opened), EpisodeDraft::of(&edited));
        for (mine, theirs) in [(&edited, &opened), (&opened, &edited), (&edited, &edited)] {
            prop_assert_eq!(mine.merged(&opened, theirs), Ok(edited.clone()));
        }
    }
}

#[test]
fn an_item_of_ones_own_is_taken_in_once() {
    let mut draft = morning();
    let trigger = MarkKind::Trigger as usize;
    for (typed, expected) in [
        ("the stairs", &["the stairs"][..]),
        (" the stairs", &["the stairs"]),
        ("", &["the stairs"]),
        ("Lifting", &["the stairs", "lifting"]),
    ] {
        draft.typing[trigger] = typed.to_string();
        draft.add_typed(trigger, item());
        assert_eq!(draft.marks.of(MarkKind::Trigger), expected, "{typed:?}");
        assert_eq!(draft.typing[trigger], "");
    }
    // What was tried can be tried twice.
    let id = item();
    for _ in 0..2 {
        draft.typing[TRIED] = "Warm bath".to_string();
        draft.add_typed(TRIED, id);
    }
    let kinds: Vec<&str> = draft
        .treatments
        .iter()
        .map(|one| one.kind.as_str())
        .collect();
    assert_eq!(kinds, ["heat", "Warm bath", "Warm bath"]);
    assert_eq!(draft.treatments[1].id, Some(id));
}
