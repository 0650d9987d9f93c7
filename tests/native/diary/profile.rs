//! What is remembered of the person, and what became of an emergency.

use unknot::diary::Diary;
use unknot::diary::checkup::Checkup;
use unknot::diary::history::History;
use unknot::diary::profile::{Profile, questions};
use unknot::diary::stored::{PROFILE, Record, decode, encode};
use unknot::guide::answers::Answer;
use unknot::guide::triage::Urgency;

use super::{at, checkup_id};

#[test]
fn only_what_is_about_the_person_is_remembered() {
    let ids: Vec<_> = questions().map(|question| question.id).collect();
    assert_eq!(ids, ["age", "sex", "conditions", "care"]);
    let mut profile = Profile::default();
    assert!(profile.learn("age", &Answer::Number(38)));
    assert!(!profile.learn("age", &Answer::Number(38)), "nothing new");
    assert!(profile.learn("age", &Answer::Number(39)));
    assert!(!profile.learn("danger", &Answer::of(&["saddle"])));
    assert!(profile.learn("care", &Answer::of(&["ulcer", "kidney"])));
    assert_eq!(profile.answers.iter().count(), 2);
    // Taken back, it is forgotten.
    assert!(profile.learn("care", &Answer::of(&[])));
    assert!(!profile.learn("care", &Answer::of(&[])));
    assert_eq!(profile.answers.to("care"), None);
}

#[test]
fn it_is_stored_as_a_record_of_the_diary() {
    let golden = r#"{"v":1,"rev":3,"answers":{"age":38,"health":["thinner","ulcer"]}}"#;
    let mut profile = Profile {
        revision: 3,
        history: History::legacy(3),
        ..Profile::default()
    };
    profile.learn("age", &Answer::Number(38));
    // A question that the guide no longer has: what was said of it is kept.
    profile
        .answers
        .give("health", Answer::of(&["ulcer", "thinner"]));
    let record = Record::Profile(profile.clone());
    let newest = encode(&record);
    let without_stamps = r#"[2,13689262,3,[["age",39],["health",0,["thinner","ulcer"]]]]"#;
    for text in [newest.as_str(), without_stamps, golden] {
        assert_eq!(decode(PROFILE, text), Ok(record.clone()), "{text}");
    }
    assert_eq!(record.key(), PROFILE);
    let diary = Diary::of([(PROFILE, golden)]);
    assert_eq!(diary.profile(), Some(&profile));
    // Another key of that kind is not ours.
    assert!(decode("unknot/profile/other", golden).is_err());
}

#[test]
fn an_emergency_stands_until_the_person_says_what_became_of_it() {
    let when = |n| at("2026-11-22T12:00:00+00:00") + chrono::TimeDelta::minutes(n);
    let mut checkup = Checkup::begun(checkup_id("c"), when(0), None);
    let alarm = |checkup: &Checkup| {
        let mut diary = Diary::default();
        diary.put(Record::Checkup(checkup.clone()));
        diary.alarm().is_some()
    };
    checkup.answer("danger", Answer::of(&["none"]), when(1));
    assert!(!alarm(&checkup) && checkup.flagged.is_none());
    checkup.answer("danger", Answer::of(&["pee"]), when(2));
    assert!(alarm(&checkup));
    assert_eq!(checkup.flagged, Some(when(2)));
    // The same rule again is no other emergency.
    checkup.answer("danger", Answer::of(&["pee", "saddle"]), when(3));
    assert_eq!(checkup.flagged, Some(when(2)));
    checkup.settle(true, when(4));
    assert!(!alarm(&checkup));
    let stored = |checkup: &Checkup| {
        let record = Record::Checkup(checkup.clone());
        assert_eq!(decode(&record.key(), &encode(&record)), Ok(record));
    };
    stored(&checkup);
    let settled = checkup.clone();
    // Another sign is another emergency.
    checkup.answer("danger", Answer::of(&["pee", "chest"]), when(5));
    assert!(alarm(&checkup));
    stored(&checkup);
    // Ticked by mistake: unticked, it is all as before.
    checkup.answer("danger", Answer::of(&["pee", "saddle"]), when(6));
    assert_eq!(checkup, settled);
    // Said of both, it is of both.
    checkup.answer("danger", Answer::of(&["pee", "chest"]), when(7));
    checkup.settle(false, when(8));
    assert!(!alarm(&checkup));
    stored(&checkup);
    // Taken back, there is none, and given again it is a new one.
    checkup.answer("danger", Answer::of(&["chest"]), when(9));
    assert!(!alarm(&checkup));
    checkup.answer("danger", Answer::of(&["pee", "chest"]), when(10));
    assert!(alarm(&checkup));
    checkup.answer("danger", Answer::of(&["none"]), when(11));
    assert!(checkup.urgency < Urgency::Emergency && !alarm(&checkup));
    assert_eq!((checkup.flagged, checkup.settled), (None, None));
    checkup.answer("danger", Answer::of(&["pee"]), when(12));
    assert!(alarm(&checkup));
    assert_eq!(checkup.flagged, Some(when(12)));
}

/// What was said of an emergency outlives a tick that makes it none for a while.
#[test]
fn what_lowers_an_emergency_and_is_taken_back_leaves_it_settled() {
    let when = |n| at("2026-11-22T12:00:00+00:00") + chrono::TimeDelta::minutes(n);
    let mut checkup = Checkup::begun(checkup_id("c"), when(0), None);
    checkup.answer("danger", Answer::of(&["both-legs"]), when(1));
    checkup.settle(true, when(2));
    let milder = ["walking", "sitting", "long", "steady", "no-change"];
    checkup.answer("legs", Answer::of(&milder), when(3));
    assert!(checkup.urgency < Urgency::Emergency && !checkup.is_alarm());
    checkup.answer("legs", Answer::of(&milder[..4]), when(4));
    assert_eq!(checkup.urgency, Urgency::Emergency);
    assert!(!checkup.is_alarm() && checkup.settled.is_some());
}

/// A check-up from before such times were noted is an emergency all the same.
#[test]
fn an_older_emergency_stands_too() {
    let text = r#"{"v":1,"rev":0,"started":"2026-11-21T12:00:00+00:00","answers":{"danger":["pee"]},"guide":1,"urgency":"emergency","rules":["cauda-equina"]}"#;
    let diary = Diary::of([("unknot/checkup/old", text)]);
    let alarm = diary.alarm().expect("an alarm");
    assert_eq!(alarm.flagged, None);
    assert!(!alarm.is_current());
}
