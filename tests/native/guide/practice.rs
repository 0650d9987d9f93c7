//! Practice patients: 32 published cases (Semigran 2015, Avey 2024, mediQ and teaching cases) and 74
//! invented ones. Each story was encoded for version 8 by readers who had not seen the rules; what they
//! answered for version 7 stands beside it. Expectations are never changed here.

use serde_json::Value;

use unknot::guide::answers::{Answer, Answers, NONE, UNSURE};
use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::interview::{Kind, question, replay};
use unknot::guide::triage::Urgency::{self, Emergency, Routine, Urgent};

use super::triaged;

const PATIENTS: &str = include_str!("practice.jsonl");

/// Those that are not placed acceptably, and why it stays so.
const KNOWN: &[(&str, &str)] = &[
    (
        "P29",
        "line 4 without a detail; the detail for a sudden pain that is not very bad came after the reading",
    ),
    (
        "S77",
        "E12: dialysis, and the reader ticked no kind of pain that the row names",
    ),
];

/// Of version 7, by the same count: serious patients too low, and how many of its ticks, left out alone,
/// made one fall too low.
const VERSION_7_LOW: usize = 14;
const VERSION_7_LEFT_OUT: (usize, usize) = (54, 158);

struct Patient {
    id: String,
    kind: String,
    expected: Urgency,
    acceptable: Vec<Urgency>,
    hard: bool,
    answers: Answers,
}

impl Patient {
    fn lowest(&self) -> Urgency {
        *self
            .acceptable
            .iter()
            .min()
            .expect("something is acceptable")
    }

    fn is_serious(&self) -> bool {
        self.lowest() >= Urgent
    }
}

fn urgency(value: &Value) -> Urgency {
    Urgency::from_id(value.as_str().expect("an id")).expect("an urgency")
}

fn answers_of(fields: &Value) -> Answers {
    let mut answers = Answers::default();
    for (id, value) in fields.as_object().expect("answers") {
        let known = question(id).unwrap_or_else(|| panic!("no question {id}"));
        let ids: Vec<&str> = match value {
            Value::Number(number) => {
                let number = number.as_u64().expect("an age");
                answers.give(id, Answer::Number(number as u16));
                continue;
            }
            Value::String(one) => vec![one],
            list => {
                let list = list.as_array().expect("a list").iter();
                list.map(|one| one.as_str().expect("an id")).collect()
            }
        };
        for one in &ids {
            let is_known = known.choices.iter().any(|choice| choice.id == *one);
            assert!(is_known, "{id} has no choice {one}");
        }
        answers.give(id, Answer::of(&ids));
    }
    answers
}

fn patients() -> Vec<Patient> {
    let lines = PATIENTS.lines();
    let lines = lines.map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let patient = |line: Value| Patient {
        id: line["id"].as_str().expect("an id").to_string(),
        kind: line["kind"].as_str().expect("a kind").to_string(),
        expected: urgency(&line["expected"]),
        acceptable: line["acceptable"]
            .as_array()
            .expect("a list")
            .iter()
            .map(urgency)
            .collect(),
        hard: line["hard"] == true,
        answers: answers_of(&line["answers"]),
    };
    lines.map(patient).collect()
}

#[test]
fn the_patients_are_placed_acceptably() {
    let patients = patients();
    let (mut acceptable, mut emergencies, mut as_such, mut mild, mut raised) = (0, 0, 0, 0, 0);
    println!("case  expected   got        fired");
    for one in &patients {
        let triage = triaged(&one.answers);
        let (got, id) = (triage.urgency, &one.id);
        let fired: Vec<_> = triage.fired.iter().map(|rule| rule.id).collect();
        println!(
            "{id:4}  {:10} {:10} {}",
            one.expected.id(),
            got.id(),
            fired.join(" ")
        );
        let is_known = KNOWN.iter().any(|(known, _)| known == id);
        assert_eq!(
            one.acceptable.contains(&got),
            !is_known,
            "{id}: {} {fired:?}",
            got.id()
        );
        acceptable += usize::from(!is_known);
        if one.expected == Emergency {
            assert!(got >= Urgent, "{id}: an emergency placed as {}", got.id());
            emergencies += 1;
            as_such += usize::from(got == Emergency);
            assert!(
                got == Emergency || one.hard || one.acceptable.contains(&Urgent),
                "{id}"
            );
        }
        if one.kind == "benign" {
            mild += 1;
            raised += usize::from(one.acceptable.iter().max() < Some(&got));
        }
    }
    println!("acceptable: {acceptable} of {}", patients.len());
    println!(
        "emergencies as such: {as_such} of {emergencies}; mild ones raised: {raised} of {mild}"
    );
    assert_eq!((patients.len(), mild), (106, 32));
    assert!(raised <= 3);
}

/// The same people, who tick the lines and none of their details.
#[test]
fn lines_without_details_are_enough_for_today() {
    let danger = super::question("danger");
    let mut tried = 0;
    for one in patients().iter().filter(|one| one.is_serious()) {
        let mut given = one.answers.clone();
        let before = given.to("danger").expect("answered");
        let mut lines = Answer::of(&[]);
        for choice in danger.choices.iter().filter(|choice| before.has(choice.id)) {
            let line = danger.line_of(choice).unwrap_or(choice);
            if !lines.has(line.id) {
                lines = lines.toggled(line.id);
            }
        }
        given.give("danger", lines);
        let got = triaged(&given).urgency;
        let is_known = KNOWN.iter().any(|(known, _)| *known == one.id);
        assert!(got >= Urgent || is_known, "{}: {}", one.id, got.id());
        tried += 1;
    }
    assert!(tried > 50, "{tried}");
}

/// Any one tick left out of the answers of a serious patient: how often they fall too low. Place and
/// profile are kept: they are confirmed, not thought of.
#[test]
fn one_tick_left_out_lowers_fewer_than_in_version_7() {
    let (mut low, mut tried, mut too_low) = (0, 0, Vec::new());
    for one in patients().iter().filter(|one| one.is_serious()) {
        if triaged(&one.answers).urgency < one.lowest() {
            too_low.push(one.id.clone());
        }
        for question in QUESTIONS
            .iter()
            .filter(|question| question.kind == Kind::Many)
        {
            let Some(answer) = one.answers.to(question.id) else {
                continue;
            };
            if question.profile || question.id == "place" {
                continue;
            }
            for choice in question
                .choices
                .iter()
                .filter(|choice| answer.has(choice.id))
            {
                if choice.id == NONE {
                    continue;
                }
                let rest = answer.toggled(choice.id);
                let rest = if rest.is_given() {
                    rest
                } else {
                    Answer::of(&[NONE])
                };
                let mut given = one.answers.clone();
                given.give(question.id, rest);
                tried += 1;
                low += usize::from(triaged(&given).urgency < one.lowest());
            }
        }
    }
    let share = |(low, tried): (usize, usize)| 100 * low / tried;
    println!(
        "version 8: too low {too_low:?}; one tick left out: {low} of {tried} ({} in 100)",
        share((low, tried))
    );
    let (low_7, tried_7) = VERSION_7_LEFT_OUT;
    println!(
        "version 7: too low {VERSION_7_LOW}; one tick left out: {low_7} of {tried_7} ({} in 100)",
        share((low_7, tried_7))
    );
    assert!(too_low.len() < VERSION_7_LOW);
    assert!(low * tried_7 < low_7 * tried);
}

/// The same people, not sure of anything that can be doubted.
#[test]
fn not_sure_of_anything_is_never_below_urgent() {
    for one in patients() {
        let mut given = one.answers.clone();
        for question in QUESTIONS {
            if question.choices.iter().any(|choice| choice.id == UNSURE)
                && given.to(question.id).is_some_and(|answer| answer.has(NONE))
            {
                given.give(question.id, Answer::of(&[UNSURE]));
            }
        }
        assert!(triaged(&given).urgency > Routine, "{}", one.id);
    }
}

/// What was read leaves nothing open that could change how soon.
#[test]
fn every_patient_answered_to_the_end() {
    for one in patients() {
        let open = replay(&one.answers).open;
        let open: Vec<_> = open.iter().map(|question| question.id).collect();
        assert!(open.is_empty(), "{}: {open:?}", one.id);
    }
}
