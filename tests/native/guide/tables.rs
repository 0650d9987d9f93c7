//! The tables are whole: ids, references, and the laws that the words must keep.

use std::collections::BTreeSet;

use unknot::guide::answers::{Answer, NONE, UNSURE};
use unknot::guide::condition::{ALWAYS, Condition};
use unknot::guide::content::care::CARE;
use unknot::guide::content::causes::CAUSES;
use unknot::guide::content::course::COURSES;
use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::content::red_flags::RULES;
use unknot::guide::content::sources::SOURCES;
use unknot::guide::finding::{Finding, Findings};
use unknot::guide::interview::{Kind, Question};
use unknot::guide::triage::Urgency;

use super::all_choices;

/// Everything that a question can tell.
fn tells(question: &Question) -> Findings {
    let mut told = Findings::default();
    for choice in question.choices {
        told = told.union(&Findings::of(choice.findings));
    }
    if let Kind::Number { bands, .. } = question.kind {
        for band in bands {
            told.add(band.finding);
        }
    }
    told
}

fn told_by(ids: &[&str]) -> Findings {
    QUESTIONS
        .iter()
        .filter(|question| ids.contains(&question.id))
        .fold(Findings::default(), |all, question| {
            all.union(&tells(question))
        })
}

fn missing(needed: &Findings, there: &Findings) -> Vec<Finding> {
    needed
        .iter()
        .filter(|finding| !there.has(*finding))
        .collect()
}

fn assert_unique<'a>(what: &str, ids: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        assert!(seen.insert(id), "{what}: {id} twice");
        assert!(
            id.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
            "{what}: {id} is not plain"
        );
    }
}

#[test]
fn ids_are_unique() {
    assert_unique("questions", QUESTIONS.iter().map(|question| question.id));
    assert_unique("rules", RULES.iter().map(|rule| rule.id));
    assert_unique("causes", CAUSES.iter().map(|cause| cause.id));
    for question in QUESTIONS {
        assert_unique(question.id, question.choices.iter().map(|choice| choice.id));
    }
}

#[test]
fn the_places_are_those_of_the_diary() {
    let ids: Vec<_> = super::question("place")
        .choices
        .iter()
        .map(|choice| choice.id)
        .collect();
    assert_eq!(
        ids,
        ["neck", "upper", "mid", "low", "buttock", "side", NONE]
    );
}

#[test]
fn the_danger_check_comes_first_and_is_asked_of_everyone() {
    assert_eq!(QUESTIONS[0].id, "danger");
    assert_eq!(QUESTIONS[0].asked_when, ALWAYS);
    assert_eq!(QUESTIONS[0].kind, Kind::Many);
}

#[test]
fn a_question_hangs_only_on_earlier_ones_and_a_choice_also_on_those_above_it() {
    let mut earlier = Findings::default();
    for question in QUESTIONS {
        let late = missing(&question.asked_when.names(), &earlier);
        assert!(late.is_empty(), "{} reads {late:?} too early", question.id);
        let mut above = earlier;
        for choice in question.choices {
            let late = missing(&choice.when.names(), &above);
            assert!(late.is_empty(), "{} reads {late:?} too early", choice.id);
            above = above.union(&Findings::of(choice.findings));
        }
        earlier = earlier.union(&tells(question));
    }
}

#[test]
fn a_danger_question_hangs_only_on_place_and_profile_and_a_choice_also_on_those_above_it() {
    let known = told_by(&["age", "sex", "conditions", "place"]);
    // Mood is asked only where pain lasts or nothing eases it: nobody else is asked about harm.
    let hangs = |question: &&Question| question.danger && question.id != "mood";
    for question in QUESTIONS.iter().filter(hangs) {
        let other = missing(&question.asked_when.names(), &known);
        assert!(other.is_empty(), "{} reads {other:?}", question.id);
        for choice in question
            .choices
            .iter()
            .filter(|choice| !question.follows(choice))
        {
            let other = missing(&choice.when.names(), &known);
            assert!(other.is_empty(), "{} reads {other:?}", choice.id);
        }
    }
}

/// A choice that follows others is put once one of them is ticked, and stays in sight as long as it is
/// ticked itself.
#[test]
fn what_follows_a_choice_is_put_once_that_is_ticked() {
    let mut following = Vec::new();
    for (question, choice) in all_choices().filter(|(question, choice)| question.follows(choice)) {
        let is_put_with = |ticked: &[&str]| {
            let answer = Answer::of(ticked);
            let put = question.put(&super::told(question, &answer), Some(&answer));
            put.iter().any(|put| put.id == choice.id)
        };
        assert!(!is_put_with(&[]), "{}", choice.id);
        assert!(is_put_with(&[choice.id]), "{}", choice.id);
        let above = question.choices.iter().map(|above| above.id);
        let above = above.take_while(|id| *id != choice.id);
        let leads = above.filter(|id| is_put_with(&[id])).collect::<Vec<_>>();
        following.push(format!("{}: {}", choice.id, leads.join(" ")));
    }
    assert_eq!(
        following,
        [
            "sore-muscles: dark-pee",
            "one-kidney: burning blood vomiting fluids restless",
        ]
    );
}

/// What is remembered of a person is confirmed years later: a "none of these" of then must have denied
/// what is asked now.
#[test]
fn what_is_remembered_was_put_whole() {
    for question in QUESTIONS.iter().filter(|question| question.profile) {
        for choice in question.choices {
            assert_eq!(*choice.when, ALWAYS, "{} {}", question.id, choice.id);
        }
    }
}

#[test]
fn a_question_is_danger_exactly_when_it_can_be_part_of_an_emergency() {
    let emergencies = RULES
        .iter()
        .filter(|rule| rule.urgency == Urgency::Emergency)
        .fold(Findings::default(), |all, rule| {
            all.union(&rule.when.names())
        });
    for question in QUESTIONS {
        let part = tells(question).intersection(&emergencies);
        assert_eq!(
            question.danger,
            !part.is_empty(),
            "{}: {:?}",
            question.id,
            part.iter().collect::<Vec<_>>()
        );
    }
}

#[test]
fn whatever_asks_about_danger_can_be_answered_with_not_sure() {
    for id in ["danger", "signs", "nerves", "arms", "child", "cancer"] {
        assert!(
            super::question(id)
                .choices
                .iter()
                .any(|choice| choice.id == UNSURE),
            "{id}"
        );
    }
}

#[test]
fn none_and_not_sure_mean_the_same_everywhere() {
    let emergency_words = RULES.iter().fold(Findings::default(), |all, rule| {
        all.union(&rule.when.names())
    });
    for (question, choice) in all_choices() {
        match choice.id {
            UNSURE => assert_eq!(
                choice.findings,
                [Finding::EmergencyUnsure],
                "{}",
                question.id
            ),
            NONE => assert!(
                Findings::of(choice.findings)
                    .intersection(&emergency_words)
                    .is_empty(),
                "{}: none tells a rule something",
                question.id
            ),
            _ => assert!(
                !choice.findings.contains(&Finding::EmergencyUnsure),
                "{}",
                question.id
            ),
        }
        if matches!(choice.id, UNSURE | NONE) {
            assert_eq!(question.kind, Kind::Many, "{}", question.id);
        }
    }
}

#[test]
fn everything_can_be_answered() {
    for question in QUESTIONS {
        assert!(!question.why.is_empty(), "{}", question.id);
        match question.kind {
            Kind::One => assert!(question.choices.len() >= 2, "{}", question.id),
            Kind::Many => assert!(
                question.choices.iter().any(|choice| choice.id == NONE),
                "{} has no way to say none",
                question.id
            ),
            Kind::Number {
                min, max, bands, ..
            } => {
                assert!(min < max);
                for band in bands {
                    assert!(min <= band.from && band.from <= band.to && band.to <= max);
                }
            }
        }
    }
}

#[test]
fn every_finding_can_be_told() {
    let told = QUESTIONS.iter().fold(Findings::default(), |all, question| {
        all.union(&tells(question))
    });
    let never = missing(&Findings::of(Finding::ALL), &told);
    assert!(never.is_empty(), "no answer tells {never:?}");
}

#[test]
fn every_finding_is_used() {
    let mut used = Findings::default();
    let mut reads = |condition: &Condition| used = used.union(&condition.names());
    for rule in RULES {
        reads(&rule.when);
        rule.unless.iter().for_each(&mut reads);
    }
    QUESTIONS
        .iter()
        .for_each(|question| reads(&question.asked_when));
    all_choices().for_each(|(_, choice)| reads(choice.when));
    for care in CARE {
        care.for_some
            .iter()
            .for_each(|caution| reads(&caution.when));
        care.withheld.iter().for_each(&mut reads);
        care.suits.iter().for_each(&mut reads);
        care.tried.iter().for_each(&mut reads);
    }
    for cause in CAUSES {
        reads(&cause.when);
        cause
            .toward
            .iter()
            .for_each(|pointer| reads(&Condition::Has(pointer.finding)));
        cause
            .away
            .iter()
            .for_each(|finding| reads(&Condition::Has(*finding)));
    }
    COURSES
        .iter()
        .for_each(|course| reads(&Condition::Has(course.place)));
    assert_eq!(missing(&Findings::of(Finding::ALL), &used), []);
}

#[test]
fn every_source_is_listed() {
    for rule in RULES {
        assert!(SOURCES.contains(&rule.source), "{}", rule.id);
    }
    for cause in CAUSES {
        assert!(!cause.sources.is_empty(), "{}", cause.id);
        for source in cause.sources {
            assert!(SOURCES.contains(source), "{}", cause.id);
        }
    }
}

#[test]
fn the_causes_of_the_article_come_first_and_hang_on_nothing() {
    let article: Vec<_> = CAUSES.iter().map(|cause| cause.from_article).collect();
    assert_eq!(article.iter().filter(|is| **is).count(), 5);
    assert!(article[..5].iter().all(|is| *is));
    for cause in CAUSES {
        assert_eq!(cause.from_article, cause.when == ALWAYS, "{}", cause.id);
        for pointer in cause.toward {
            assert!((1..=3).contains(&pointer.weight), "{}", cause.id);
            assert!(
                !cause.away.contains(&pointer.finding),
                "{}: {:?}",
                cause.id,
                pointer.finding
            );
        }
    }
}

/// Every text that a person reads in the questions, rules and causes.
fn texts() -> Vec<(&'static str, &'static str)> {
    let mut texts = Vec::new();
    for question in QUESTIONS {
        texts.extend([question.words, question.help, question.why].map(|text| (question.id, text)));
        texts.extend(
            question
                .choices
                .iter()
                .map(|choice| (question.id, choice.words)),
        );
    }
    texts.extend(RULES.iter().map(|rule| (rule.id, rule.because)));
    for cause in CAUSES {
        texts.extend([cause.name, cause.words].map(|text| (cause.id, text)));
    }
    texts
}

#[test]
fn no_text_promises_or_pronounces() {
    for (id, text) in texts() {
        let lower = text.to_lowercase();
        for word in [
            "%",
            "diagnos",
            "you have ",
            "safe",
            "accurate",
            "don't worry",
            "mg",
        ] {
            assert!(!lower.contains(word), "{id}: \"{word}\" in {text}");
        }
    }
}

#[test]
fn texts_are_short_and_plain() {
    let long: Vec<_> = texts()
        .into_iter()
        .flat_map(|(id, text)| {
            text.split(['.', '?', ':'])
                .map(move |sentence| (id, sentence))
        })
        .filter(|(_, sentence)| sentence.split_whitespace().count() > 25)
        .collect();
    assert!(long.is_empty(), "more than 25 words: {long:#?}");
    for (question, choice) in all_choices() {
        let length = choice.words.chars().count();
        assert!(
            length <= 115,
            "{} {}: {length} characters",
            question.id,
            choice.id
        );
        assert!(
            !choice.words.ends_with('.'),
            "{} {}",
            question.id,
            choice.id
        );
    }
}

#[test]
fn ages_begin_and_end_where_the_tables_say() {
    use Finding::*;
    let told = |age: u16| super::told(super::question("age"), &Answer::Number(age));
    let under = [
        (AgeUnder10, 10),
        (AgeUnder16, 16),
        (AgeUnder18, 18),
        (AgeUnder20, 20),
    ];
    for (finding, age) in under {
        assert!(
            told(0).has(finding) && told(age - 1).has(finding),
            "{finding:?}"
        );
        assert!(!told(age).has(finding), "{finding:?}");
    }
    let from = [
        (Age25To55, 25),
        (AgeOver50, 51),
        (AgeFrom55, 55),
        (AgeFrom60, 60),
        (AgeOver60, 61),
        (AgeFrom65, 65),
        (AgeFrom70, 70),
    ];
    for (finding, age) in from {
        assert!(
            !told(age - 1).has(finding) && told(age).has(finding),
            "{finding:?}"
        );
        assert_eq!(told(120).has(finding), finding != Age25To55);
    }
    assert!(told(55).has(Age25To55) && !told(56).has(Age25To55));
}

/// Each id that moved was of version 7 and is gone, and stands where the list says.
#[test]
fn ids_that_moved_are_where_the_list_says() {
    let list = include_str!("../../../docs/guide-ids.md");
    let there = |id: &str| {
        let (question, choice) = id.split_once('/').expect("question/choice");
        let mut all = all_choices();
        all.any(|(one, known)| one.id == question && known.id == choice)
    };
    let ids = |row: &str| -> Vec<String> {
        let ids = row.split('`').skip(1).step_by(2);
        ids.filter(|id| id.contains('/'))
            .map(str::to_string)
            .collect()
    };
    let rows: Vec<_> = list
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(ids)
        .collect();
    assert!(rows.len() > 30, "{}", rows.len());
    for row in rows {
        let (from, to) = row.split_first().expect("an id");
        assert!(!there(from), "{from} is still there");
        for to in to {
            assert!(there(to), "{from}: there is no {to}");
        }
    }
}
