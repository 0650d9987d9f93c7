//! What may be offered to ease it: by the person, the last check, its age and the pain since.

use std::cmp::Reverse;

use chrono::TimeDelta;

use unknot::diary::Diary;
use unknot::diary::again::Again;
use unknot::diary::before::Before;
use unknot::diary::checkup::Checkup;
use unknot::diary::day::Day;
use unknot::diary::episode::{Episode, Treatment};
use unknot::diary::marks::MarkKind;
use unknot::diary::moment::Moment;
use unknot::diary::place::Place;
use unknot::diary::profile::Profile;
use unknot::diary::relief::{First, Gate, episode_of, gate, warmth};
use unknot::diary::stored::Record;
use unknot::guide::answers::{Answer, Answers};
use unknot::guide::interview::replay;
use unknot::guide::triage::Urgency;

use crate::guide::{answers, completed};

use super::{at, begun, checkup_id, ended, episode_id, item, severity};

/// Ten in the morning.
fn now() -> Moment {
    at("2026-11-22T10:00:00+00:00")
}

fn hours_ago(hours: f64) -> Moment {
    now() - chrono::TimeDelta::seconds((hours * 3600.0) as i64)
}

/// A whole interview, of someone of 34 with an ordinary ache in the low back but for these answers.
fn whole(line: &str) -> Answers {
    let mut all = answers("age=34 conditions=none");
    for (question, answer) in answers(line).iter() {
        all.give(question, answer.clone());
    }
    completed(all)
}

/// A check-up with these answers, taken then.
fn check_of(answers: &Answers, started: Moment) -> Checkup {
    let mut checkup = Checkup::begun(checkup_id("c"), started, None);
    checkup.answers = answers.clone();
    // Given once more, an answer makes it say what it says.
    let danger = answers.to("danger").cloned().expect("the danger check");
    checkup.answer("danger", danger, started);
    checkup
}

fn diary_of(records: impl IntoIterator<Item = Record>) -> Diary {
    let mut diary = Diary::default();
    for record in records {
        diary.put(record);
    }
    diary
}

/// The gate after a whole check an hour ago.
fn answered(line: &str) -> Gate {
    let checkup = check_of(&whole(line), hours_ago(1.0));
    assert!(checkup.finished.is_some(), "{line}");
    gate(&diary_of([Record::Checkup(checkup)]), None, &now())
}

fn withheld(gate: &Gate) -> Vec<&'static str> {
    let mut ids = Vec::new();
    for one in gate.movements() {
        if !one.is_open() {
            ids.push(one.movement.id);
            assert!(one.withheld.iter().all(|why| !why.words.is_empty()));
        }
    }
    ids.sort_unstable();
    ids
}

fn steps(gate: &Gate) -> Vec<&'static str> {
    gate.steps(&Before::default())
        .iter()
        .map(|step| step.id())
        .collect()
}

const ALL: [&str; 11] = [
    "cat-cow",
    "childs-pose",
    "chin-tuck",
    "knee-rolls",
    "knee-to-chest",
    "neck-rotation",
    "pelvic-tilt",
    "press-up",
    "shoulder-blades",
    "side-bend",
    "walk",
];
const BENDS: [&str; 7] = [
    "cat-cow",
    "childs-pose",
    "knee-rolls",
    "knee-to-chest",
    "neck-rotation",
    "press-up",
    "side-bend",
];

#[track_caller]
fn check_withheld(line: &str, expected: &[&str]) {
    assert_eq!(withheld(&answered(line)), expected, "{line}");
}

#[test]
fn answers_withhold_movements() {
    // Nothing against any.
    check_withheld("", &[]);
    check_withheld("place=neck", &[]);
    // Bones that may break more easily.
    for risk in [
        "age=72",
        "age=unsaid",
        "conditions=osteoporosis",
        "conditions=steroids",
        "conditions=stiff-spine",
    ] {
        check_withheld(risk, &BENDS);
    }
    // Bending backward, and what looks like a narrow canal.
    for backward in [
        "pattern=arching",
        "pattern=sit",
        "pattern=standing",
        "onset=sport",
    ] {
        check_withheld(backward, &["cat-cow", "press-up"]);
    }
    // Worse bent forward.
    check_withheld("pattern=sitting", &["childs-pose", "knee-to-chest"]);
    // Down a leg, down an arm.
    let leg = [
        "cat-cow",
        "childs-pose",
        "knee-rolls",
        "knee-to-chest",
        "press-up",
    ];
    check_withheld("nerves=below-knee", &leg);
    let arm = ["chin-tuck", "neck-rotation", "shoulder-blades", "side-bend"];
    check_withheld("place=neck arms=arm-pain", &arm);
    // Not on the front.
    check_withheld("danger=pregnant", &["press-up"]);
    // Weak or numb, and after an injury: none.
    for none in [
        "nerves=leg-numb",
        "nerves=leg-weak",
        "place=neck arms=arm-numb",
        "place=neck danger=neck-injury",
        "danger=low-fall",
        "danger=blow",
    ] {
        check_withheld(none, &ALL);
    }
}

#[test]
fn a_whole_check_has_asked_all_that_withholds_a_movement() {
    for (place, questions) in [
        (
            "place=low",
            &["age", "conditions", "nerves", "onset", "pattern"] as &[&str],
        ),
        ("place=neck", &["age", "conditions", "arms", "onset"]),
    ] {
        let asked = replay(&whole(place)).asked;
        for question in questions {
            assert!(
                asked.iter().any(|one| one.id == *question),
                "{place}: {question}"
            );
        }
    }
}

#[test]
fn none_is_offered_while_help_is_needed_sooner() {
    for (line, urgency) in [
        ("danger=pee", Urgency::Emergency),
        ("bad=severe", Urgency::Urgent),
        ("danger=unsure", Urgency::Urgent),
        ("danger=face", Urgency::Emergency),
    ] {
        let gate = answered(line);
        assert_eq!(gate.urgency, urgency, "{line}");
        assert_eq!(withheld(&gate), ALL, "{line}");
        let expected: &[&str] = match urgency {
            Urgency::Emergency => &[],
            _ => &["position", "breathing", "next"],
        };
        assert_eq!(steps(&gate), expected, "{line}");
    }
}

#[test]
fn a_session_is_fitted_to_the_answers() {
    let calm = answered("");
    assert_eq!(calm.first, None);
    assert_eq!(
        steps(&calm),
        [
            "position",
            "breathing",
            "knee-to-chest",
            "knee-rolls",
            "pelvic-tilt",
            "warmth",
            "next"
        ]
    );
    // What suits comes first.
    let sitting = answered("pattern=sitting");
    assert_eq!(steps(&sitting)[2..5], ["press-up", "walk", "knee-rolls"]);
    assert_eq!(steps(&answered("age=72"))[2..4], ["pelvic-tilt", "walk"]);
    // The neck has its own.
    let neck = steps(&answered("place=neck"));
    assert_eq!(neck[2..5], ["walk", "chin-tuck", "neck-rotation"]);
    // What has to be asked first is in no session.
    assert_eq!(
        steps(&answered("danger=pregnant"))[2..4],
        ["walk", "warmth"]
    );
    // So is slow breathing, with a heart disease.
    assert_eq!(
        steps(&answered("conditions=heart"))[..2],
        ["position", "knee-to-chest"]
    );
    // Skin that feels less: no heat and no ice.
    assert!(!steps(&answered("care=sensation")).contains(&"warmth"));
}

#[test]
fn before_the_check_is_whole_no_movement_is_offered() {
    let mut checkup = check_of(&whole(""), hours_ago(1.0));
    checkup.finished = None;
    let gate = gate(&diary_of([Record::Checkup(checkup)]), None, &now());
    assert!(!gate.is_whole);
    assert_eq!(steps(&gate), ["position", "breathing", "warmth", "next"]);
}

#[test]
fn a_check_that_was_broken_off_takes_nothing_back() {
    let whole = check_of(&whole("bad=severe"), hours_ago(3.0));
    let mut broken = Checkup::begun(checkup_id("d"), hours_ago(1.0), None);
    broken.answer("danger", Answer::of(&["none"]), hours_ago(1.0));
    let both = [Record::Checkup(whole), Record::Checkup(broken)];
    assert_eq!(gate(&diary_of(both), None, &now()).urgency, Urgency::Urgent);
}

fn running(readings: &[(f64, u8)], started: f64) -> Episode {
    let mut episode = begun("e", hours_ago(started));
    for (hours, n) in readings {
        episode.rate(item(), hours_ago(*hours), severity(*n));
    }
    episode
}

/// Why the danger check comes first, with an episode that began so many hours ago and a check of so many.
#[track_caller]
fn check_first(
    started: f64,
    readings: &[(f64, u8)],
    checked: Option<f64>,
    worse: Option<f64>,
    expected: Option<First>,
) {
    let mut records = vec![Record::Episode(running(readings, started))];
    let check = |hours| Record::Checkup(check_of(&whole(""), hours_ago(hours)));
    records.extend(checked.map(check));
    let gate = gate(&diary_of(records), worse.map(hours_ago), &now());
    assert_eq!(gate.first, expected);
    assert_eq!(steps(&gate).is_empty(), expected.is_some());
}

#[test]
fn the_danger_check_comes_first_when_it_is_old_or_the_pain_rose() {
    let rose = |from, to| {
        Some(First::Again(Again::Worse {
            from: severity(from),
            to: severity(to),
        }))
    };
    check_first(1.0, &[], None, None, Some(First::NoCheck));
    check_first(2.0, &[], Some(1.0), None, None);
    // From before the spasm, but of the same day.
    check_first(1.0, &[], Some(3.0), None, None);
    check_first(1.0, &[], Some(23.9), None, None);
    check_first(1.0, &[], Some(24.1), None, Some(First::NoCheck));
    check_first(
        30.0,
        &[],
        Some(25.0),
        None,
        Some(First::Again(Again::CheckIsOld)),
    );
    check_first(
        30.0,
        &[],
        None,
        None,
        Some(First::Again(Again::NeverChecked)),
    );
    // By two since the check, or since the first number.
    check_first(3.0, &[(2.5, 4), (0.5, 5)], Some(1.0), None, None);
    check_first(3.0, &[(2.5, 4), (0.5, 6)], Some(1.0), None, rose(4, 6));
    check_first(3.0, &[(2.5, 4), (1.5, 6)], Some(1.0), None, None);
    check_first(3.0, &[(2.5, 0), (0.5, 2)], Some(4.0), None, rose(0, 2));
    // It got worse while it was being eased: a check from before that says nothing any more.
    check_first(3.0, &[], Some(1.0), Some(0.5), Some(First::Worse));
    check_first(3.0, &[], Some(0.2), Some(0.5), None);
    // A clock set back leaves a check in the future: it says nothing.
    check_first(3.0, &[], Some(-1.0), None, Some(First::NoCheck));
}

#[test]
fn a_check_of_an_older_guide_says_nothing() {
    let mut checkup = check_of(&whole(""), hours_ago(1.0));
    checkup.guide -= 1;
    let gate = gate(&diary_of([Record::Checkup(checkup)]), None, &now());
    assert_eq!(gate.first, Some(First::NoCheck));
}

#[test]
fn what_was_noted_of_the_episode_and_of_the_person_counts() {
    let with = |alter: &dyn Fn(&mut Episode)| {
        let mut episode = running(&[], 2.0);
        alter(&mut episode);
        let check = check_of(&whole("place=low,neck"), hours_ago(1.0));
        withheld(&gate(
            &diary_of([Record::Episode(episode), Record::Checkup(check)]),
            None,
            &now(),
        ))
    };
    assert_eq!(with(&|_| {}), [""; 0]);
    let mark = |kind, id: &'static str| with(&move |episode| episode.marks.toggle(kind, id));
    assert_eq!(
        mark(MarkKind::Symptom, "dizzy"),
        ["chin-tuck", "neck-rotation", "side-bend"]
    );
    assert_eq!(mark(MarkKind::Symptom, "numb"), ALL);
    assert_eq!(mark(MarkKind::Symptom, "weak"), ALL);
    assert_eq!(mark(MarkKind::Trigger, "injury"), ALL);
    assert_eq!(mark(MarkKind::Trigger, "lifting"), [""; 0]);
    // Into the foot; into the arm.
    let spreads = |part| {
        with(&move |episode| {
            episode
                .radiation
                .toggle(part, unknot::diary::place::Side::Left)
        })
    };
    assert_eq!(spreads(1), [""; 0]);
    assert!(spreads(3).contains(&"knee-rolls"));
    assert!(spreads(5).contains(&"chin-tuck"));

    let mut profile = Profile::default();
    profile
        .answers
        .give("conditions", Answer::of(&["osteoporosis"]));
    profile.answers.give("age", Answer::Number(34));
    let check = check_of(&whole(""), hours_ago(1.0));
    let known = diary_of([Record::Profile(profile), Record::Checkup(check)]);
    assert_eq!(withheld(&gate(&known, None, &now())), BENDS);
}

#[test]
fn places_of_the_episode_fit_the_movements() {
    let mut episode = running(&[], 2.0);
    episode.toggle(Place::from_id("neck-left").expect("a place"));
    let mut check = check_of(&whole(""), hours_ago(1.0));
    check.answers.give("place", Answer::of(&[]));
    let gate = gate(
        &diary_of([Record::Episode(episode), Record::Checkup(check)]),
        None,
        &now(),
    );
    for one in gate.movements() {
        let of_neck = [
            "walk",
            "chin-tuck",
            "neck-rotation",
            "side-bend",
            "shoulder-blades",
        ];
        assert_eq!(
            one.fits,
            of_neck.contains(&one.movement.id),
            "{}",
            one.movement.id
        );
    }
}

#[test]
fn what_is_done_belongs_to_the_episode_that_runs_or_eased_within_a_day() {
    let of = |records: Vec<Record>| {
        episode_of(&diary_of(records), &now()).map(|episode| episode.id.clone())
    };
    let old = || Record::Episode(ended("old", hours_ago(40.0), hours_ago(30.0)));
    let late = || Record::Episode(ended("late", hours_ago(9.0), hours_ago(8.0)));
    assert_eq!(of(vec![]), None);
    assert_eq!(of(vec![old()]), None);
    assert_eq!(of(vec![old(), late()]), Some(episode_id("late")));
    let runs = Record::Episode(running(&[], 2.0));
    assert_eq!(of(vec![late(), runs]), Some(episode_id("e")));
}

/// A diary of past spasms: what was tried in each, with the movements done on its day, and whether the
/// pain fell from 6 to 3 after it or stayed.
fn past(tried: &[(&str, &[&str], bool)]) -> Vec<Record> {
    let mut records = Vec::new();
    for (n, (kind, moved, eased)) in tried.iter().enumerate() {
        let start = hours_ago(24.0 * (n as f64 + 2.0));
        let mut episode = ended(&format!("p{n}"), start, start + TimeDelta::hours(2));
        let minutes = |minutes| start + TimeDelta::minutes(minutes);
        episode.rate(item(), minutes(1), severity(6));
        episode.rate(item(), minutes(40), severity(if *eased { 3 } else { 6 }));
        episode
            .treatments
            .push(Treatment::begun(item(), kind, minutes(5)));
        records.push(Record::Episode(episode));
        if !moved.is_empty() {
            let mut day = Day::empty(start.date_naive());
            day.sessions = moved.iter().map(|id| id.to_string()).collect();
            records.push(Record::Day(day));
        }
    }
    records
}

/// `yes` times it eased, `no` times it did not.
fn often(
    kind: &'static str,
    moved: &'static [&'static str],
    yes: usize,
    no: usize,
) -> Vec<(&'static str, &'static [&'static str], bool)> {
    let mut tried = vec![(kind, moved, true); yes];
    tried.extend(vec![(kind, moved, false); no]);
    tried
}

#[test]
fn what_helped_this_person_comes_first_once_it_was_tried_five_times() {
    const MOVED: &str = "stretching";
    let usual = ["knee-to-chest", "knee-rolls", "pelvic-tilt"];
    let calm = answered("");
    // What was tried before; the movements of a session; warmth and cold.
    #[track_caller]
    fn check(gate: &Gate, tried: &[Vec<(&str, &[&str], bool)>], moves: [&str; 3], warm: [&str; 2]) {
        let before = Before::of(&diary_of(past(&tried.concat())), &now());
        let steps = gate.steps(&before);
        let ids: Vec<&str> = steps.iter().map(|step| step.id()).collect();
        assert_eq!(ids[2..5], moves);
        assert_eq!(warmth(&before), warm);
        assert_eq!((ids[0], ids[1], ids.len()), ("position", "breathing", 7));
    }
    let heat = ["heat", "ice"];
    check(&calm, &[], usual, heat);
    // Cold: not after four times, after five; never when it eased as often as not.
    check(&calm, &[often("ice", &[], 4, 0)], usual, heat);
    check(&calm, &[often("ice", &[], 5, 0)], usual, ["ice", "heat"]);
    check(&calm, &[often("ice", &[], 3, 3)], usual, heat);
    // Both helped: the one that helped more often.
    let both = |heat_no| [often("ice", &[], 4, 1), often("heat", &[], 5, heat_no)];
    check(&calm, &both(0), usual, heat);
    check(&calm, &both(4), usual, ["ice", "heat"]);
    // Movements: the two that helped, by how often; then as the answers have it.
    let moves = [
        often(MOVED, &["childs-pose"], 4, 1),
        often(MOVED, &["cat-cow", "walk"], 5, 0),
    ];
    check(&calm, &moves, ["cat-cow", "walk", "childs-pose"], heat);
    check(&calm, &[often(MOVED, &["walk"], 4, 0)], usual, heat);
    check(&calm, &[often(MOVED, &["walk"], 2, 9)], usual, heat);
    // Something else that was tried on a day with a movement says nothing of the movement.
    check(&calm, &[often("massage", &["walk"], 9, 0)], usual, heat);
    // What helped and is withheld now stays withheld; so does what is for another part of the back.
    let sitting = answered("pattern=sitting");
    check(
        &sitting,
        &[often(MOVED, &["childs-pose", "chin-tuck", "cat-cow"], 9, 0)],
        ["cat-cow", "press-up", "walk"],
        heat,
    );
}

#[test]
fn what_helped_is_said_with_its_numbers_and_only_when_it_is_enough() {
    let before = |tried: &[Vec<_>]| Before::of(&diary_of(past(&tried.concat())), &now());
    let few = before(&[often("heat", &[], 4, 0)]);
    assert_eq!(few.words("heat"), None);
    let some = before(&[
        often("heat", &[], 4, 1),
        often("stretching", &["walk"], 0, 6),
    ]);
    assert_eq!(some.words("heat").as_deref(), Some("eased it 4 of 5 times"));
    assert_eq!(some.words("walk").as_deref(), Some("eased it 0 of 6 times"));
    assert_eq!((some.words("ice"), some.words("stretching")), (None, None));
    assert_eq!(
        [some.rank("heat"), some.rank("walk"), some.rank("ice")],
        [Reverse(800), Reverse(0), Reverse(0)]
    );
}
