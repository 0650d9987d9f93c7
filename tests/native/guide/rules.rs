//! The rules, each tried through answers that a person can give.

use std::collections::BTreeSet;

use unknot::guide::answers::{Answer, Answers, NONE, UNSURE};
use unknot::guide::condition::{Condition, NEVER};
use unknot::guide::content::care::CARE;
use unknot::guide::content::causes::CAUSES;
use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::content::red_flags::RULES;
use unknot::guide::finding::{Finding, Findings};
use unknot::guide::interview::{self, Kind, Question, replay};
use unknot::guide::triage::{Contact, Urgency};

use super::{all_choices, answers, completed, question, triaged};

/// Every smallest set of findings that makes the condition hold.
fn ways(condition: &Condition) -> Vec<Vec<Finding>> {
    match condition {
        Condition::Has(finding) => vec![vec![*finding]],
        Condition::All(parts) => parts.iter().fold(vec![vec![]], |found, part| {
            let more = ways(part);
            found
                .iter()
                .flat_map(|way| {
                    more.iter()
                        .map(move |other| [way.as_slice(), other].concat())
                })
                .collect()
        }),
        Condition::Any(parts) => parts.iter().flat_map(ways).collect(),
        Condition::AtLeast(0, _) => vec![vec![]],
        Condition::AtLeast(_, []) => vec![],
        Condition::AtLeast(n, [first, rest @ ..]) => {
            // `rest` is a part of a static table and so static itself.
            let mut found = ways(&Condition::AtLeast(*n, rest));
            for way in ways(first) {
                for other in ways(&Condition::AtLeast(n - 1, rest)) {
                    found.push([way.as_slice(), &other].concat());
                }
            }
            found
        }
    }
}

/// Every way to come to be asked a question. One that is asked elsewhere needs none.
fn ways_to(question: &Question) -> Vec<Vec<Finding>> {
    if question.asked_when == NEVER {
        return vec![vec![]];
    }
    ways(&question.asked_when)
}

/// Answers, added to these, that tell all of this.
fn telling(needed: &[Finding], given: &Answers) -> Option<Answers> {
    let told = replay(given).findings;
    let Some(next) = needed.iter().find(|finding| !told.has(**finding)) else {
        return Some(given.clone());
    };
    QUESTIONS.iter().find_map(|question| {
        answers_with(question, *next, needed, given)
            .into_iter()
            .find_map(|with| {
                ways_to(question).into_iter().find_map(|asked| {
                    let all = [needed, &asked].concat();
                    let before = telling(&asked, given)?;
                    let mut both = with.clone();
                    for (id, answer) in before.iter() {
                        if with.to(id).is_none() {
                            both.give(id, answer.clone());
                        }
                    }
                    replay(&both)
                        .findings
                        .has(*next)
                        .then(|| telling(&all, &both))
                        .flatten()
                })
            })
    })
}

/// Every way to answer this question so that it tells the finding beside what was answered.
fn answers_with(
    question: &Question,
    finding: Finding,
    needed: &[Finding],
    given: &Answers,
) -> Vec<Answers> {
    let mut found = Vec::new();
    let before = given.to(question.id);
    if let Kind::Number {
        min, max, bands, ..
    } = question.kind
    {
        let of_bands: Vec<_> = bands.iter().map(|band| band.finding).collect();
        for number in min..=max {
            let told = super::told(question, &Answer::Number(number));
            let wanted = needed.iter().filter(|finding| of_bands.contains(finding));
            if told.has(finding) && wanted.into_iter().all(|finding| told.has(*finding)) {
                let mut with = given.clone();
                with.give(question.id, Answer::Number(number));
                return vec![with];
            }
        }
    }
    for choice in question
        .choices
        .iter()
        .filter(|choice| choice.findings.contains(&finding))
    {
        let answer = match (question.kind, before) {
            (Kind::Many, Some(before)) => before.toggled(choice.id),
            (_, None) => Answer::of(&[choice.id]),
            (_, Some(_)) => continue,
        };
        let mut with = given.clone();
        with.give(question.id, answer);
        found.push(with);
    }
    found
}

#[test]
fn every_way_into_every_rule_can_be_answered_and_fires_it() {
    let mut tried = 0;
    for rule in RULES {
        for way in ways(&rule.when) {
            let given = telling(&way, &Answers::default())
                .unwrap_or_else(|| panic!("{}: no answers tell {way:?}", rule.id));
            let done = completed(given);
            let triage = triaged(&done);
            assert!(
                triage.fired.iter().any(|fired| fired.id == rule.id),
                "{}: {way:?}",
                rule.id
            );
            assert!(triage.urgency >= rule.urgency, "{}: {way:?}", rule.id);
            tried += 1;
        }
    }
    assert!(tried > 300, "only {tried} ways");
}

#[test]
fn every_question_can_be_reached() {
    for question in QUESTIONS {
        let reached = ways(&question.asked_when).into_iter().all(|way| {
            let given = telling(&way, &Answers::default()).expect(question.id);
            replay(&given)
                .asked
                .iter()
                .any(|asked| asked.id == question.id)
        });
        assert!(reached, "{}", question.id);
    }
}

#[test]
fn every_cause_and_caution_can_be_reached() {
    for cause in CAUSES {
        for way in ways(&cause.when) {
            assert!(
                telling(&way, &Answers::default()).is_some(),
                "{}: {way:?}",
                cause.id
            );
        }
        for pointer in cause.toward {
            // One way into the cause and this answer can be given together.
            let together = ways(&cause.when).into_iter().any(|mut way| {
                way.push(pointer.finding);
                telling(&way, &Answers::default()).is_some()
            });
            assert!(together, "{}: {:?}", cause.id, pointer.finding);
        }
    }
    for care in CARE {
        let conditions = care.for_some.iter().map(|caution| &caution.when);
        for condition in conditions.chain(&care.withheld).chain(&care.suits) {
            for way in ways(condition) {
                assert!(
                    telling(&way, &Answers::default()).is_some(),
                    "{}: {way:?}",
                    care.id
                );
            }
        }
    }
}

#[test]
fn a_rule_with_an_exception_has_a_twin_one_tier_lower() {
    let mut exceptions = 0;
    for rule in RULES.iter().filter(|rule| rule.unless.is_some()) {
        exceptions += 1;
        let twin = RULES.iter().find(|twin| {
            twin.when == rule.when
                && twin.unless.is_none()
                && twin.urgency as usize + 1 == rule.urgency as usize
        });
        assert!(twin.is_some(), "{} has no twin", rule.id);
    }
    assert_eq!(
        exceptions, 2,
        "both legs that ache on walking, and an inflamed spine at night"
    );
}

/// What an exception rests on must be said by an explicit tick, and by nothing else.
#[test]
fn exceptions_rest_on_explicit_choices() {
    let reassuring = RULES
        .iter()
        .filter_map(|rule| rule.unless)
        .fold(Findings::default(), |all, unless| {
            all.union(&unless.names())
        });
    assert!(!reassuring.is_empty());
    for (question, choice) in all_choices() {
        let reassures = !Findings::of(choice.findings)
            .intersection(&reassuring)
            .is_empty();
        if reassures {
            assert!(
                ["legs", "stiff", "long", "course", "pattern"].contains(&question.id),
                "{}",
                question.id
            );
            assert!(choice.id != NONE && choice.id != UNSURE);
        }
        if question.id == "legs" {
            assert!(choice.findings.len() <= 1, "one tick, one fact");
        }
    }
}

/// The tiers of each row of the clinical tables, written down a second time.
#[test]
fn every_row_of_the_clinical_tables_has_its_tiers() {
    const E: Urgency = Urgency::Emergency;
    const U: Urgency = Urgency::Urgent;
    const R: Urgency = Urgency::Routine;
    let rows: &[(&str, &[Urgency])] = &[
        ("E1", &[E]),
        ("E2", &[E, U]),
        ("E3", &[E]),
        ("E4", &[E, U]),
        ("E5", &[E, U]),
        ("E6", &[E, U]),
        ("E6b", &[E, U]),
        ("E7", &[E, U]),
        ("E8", &[E]),
        ("E9", &[E, U, R]),
        ("E10", &[E]),
        ("E11", &[U]),
        ("E12", &[E, U, R]),
        ("E13", &[R]),
        ("E14", &[U]),
        ("E15", &[U]),
        ("E16", &[E]),
        ("E16b", &[E, U]),
        ("E17", &[E, U]),
        ("E18", &[E, U, R]),
        ("E19", &[E]),
        ("E20", &[E]),
        ("E21", &[E, R]),
        ("E22", &[E, U]),
        ("E23", &[E, U, R]),
        ("E24", &[E, U]),
        ("E25", &[E]),
        ("E26", &[E]),
        ("E27", &[E, U, R]),
        ("E28", &[E, U]),
        ("E29", &[E]),
        ("E29b", &[E, U]),
        ("E30", &[E, U]),
        ("E31", &[E]),
        ("E31b", &[E, U]),
        ("E32", &[E, U]),
        ("E33", &[E, U]),
        ("E34", &[E]),
        ("E35", &[E, U]),
        ("U1", &[U, R]),
        ("U2", &[U]),
        ("U3", &[R]),
        ("U4", &[R]),
        ("U5", &[U]),
        ("U6", &[U]),
        ("U7", &[U]),
        ("U8", &[U]),
        ("U9", &[E, U]),
        ("R1", &[R]),
        ("R2", &[R]),
        ("R3", &[U, R]),
        ("B1", &[R]),
        ("B3", &[E, U]),
        ("B4", &[U]),
        ("B5", &[R]),
        ("B6", &[U, R]),
        ("B7", &[U]),
        ("B8", &[U]),
        ("B9", &[U, R]),
        ("B10", &[U, R]),
        ("B11", &[E, U]),
        ("B13", &[U]),
        ("B14", &[U, R]),
        ("B16", &[U, R]),
        ("B17", &[U, R]),
        ("D (mood)", &[R]),
        ("rule 1", &[R]),
        ("rule 10", &[U]),
        ("1a (neck)", &[R]),
        ("1a (AAA)", &[U]),
        ("table 2", &[U, R]),
    ];
    for (row, tiers) in rows {
        let found: BTreeSet<_> = RULES
            .iter()
            .filter(|rule| rule.row == *row)
            .map(|rule| rule.urgency)
            .collect();
        assert_eq!(found, tiers.iter().copied().collect(), "{row}");
    }
    for rule in RULES {
        assert!(rows.iter().any(|(row, _)| *row == rule.row), "{}", rule.id);
    }
}

/// What each choice of the danger check comes to alone, where that is no emergency. A line without a
/// detail, and "not sure" in it, are never below urgent.
const NOT_ALONE: [(&str, Urgency); 39] = {
    use Urgency::{Routine, SelfCare, Urgent};
    [
        ("clumsy", Urgent),
        ("both-hands", Urgent),
        ("sore-legs", SelfCare),
        ("flare", Routine),
        ("effort-low", Routine),
        ("breath", Urgent),
        ("breath-known", Routine),
        ("calf", Urgent),
        ("sudden-low", Urgent),
        ("sudden", SelfCare),
        ("sudden-mild", SelfCare),
        ("very-bad", Urgent),
        ("weak-limb", Urgent),
        ("head-slow", Urgent),
        ("headache-stiff", Urgent),
        ("scalp", Urgent),
        ("fever-now", Urgent),
        ("shivers", Urgent),
        ("fever-before", SelfCare),
        ("neck-injury", Routine),
        ("blow", Urgent),
        ("low-fall", SelfCare),
        ("few-stairs", Routine),
        ("head-blow", SelfCare),
        ("bruise", SelfCare),
        ("hurt-only", SelfCare),
        ("two-within", Urgent),
        ("dystonic", Urgent),
        ("ectopic", Urgent),
        ("epidural-site", Urgent),
        ("turning", Routine),
        ("pregnant", Routine),
        ("birth", SelfCare),
        ("none", SelfCare),
        ("unsure", Urgent),
        // Where more is known these are more.
        ("line-accident", Urgent),
        ("accident-unsure", Urgent),
        ("line-pregnant", Urgent),
        ("pregnant-unsure", Urgent),
    ]
};

#[test]
fn one_tick_of_the_danger_check_is_what_its_row_says() {
    for choice in question("danger").choices {
        let mut given = answers("age=30");
        given.give("danger", Answer::of(&[choice.id]));
        let known = NOT_ALONE.iter().find(|(id, _)| *id == choice.id);
        let is_doubt = choice.id.starts_with("line-") || choice.id.ends_with("-unsure");
        let expected = match known {
            Some((_, urgency)) => *urgency,
            None if is_doubt => Urgency::Urgent,
            None => Urgency::Emergency,
        };
        assert_eq!(triaged(&given).urgency, expected, "{}", choice.id);
        assert_eq!(choice.alone(), expected, "{}", choice.id);
        let whole = triaged(&completed(given)).urgency;
        assert_eq!(whole, expected, "{}", choice.id);
    }
}

/// A line and what its details do to it.
#[test]
fn a_detail_takes_the_place_of_its_line() {
    let danger = question("danger");
    let choice = |id: &str| {
        danger
            .choices
            .iter()
            .find(|choice| choice.id == id)
            .expect("a choice")
    };
    let tap = |before: &Answer, id: &str| danger.toggled(before, choice(id));
    let none = Answer::of(&[]);
    let line = tap(&none, "line-accident");
    assert_eq!(line, Answer::of(&["line-accident"]));
    let only = tap(&line, "hurt-only");
    assert_eq!(only, Answer::of(&["hurt-only"]));
    assert!(danger.has_line(&only, "line-accident"));
    // Two details, and one of them goes: the other stays alone.
    let two = tap(&only, "low-fall");
    assert_eq!(tap(&two, "hurt-only"), Answer::of(&["low-fall"]));
    // The last one goes: the line is a doubt again.
    assert_eq!(tap(&only, "hurt-only"), line);
    // The line goes with all its details, and nothing of another line.
    let both = tap(&two, "saddle");
    assert_eq!(tap(&both, "line-accident"), Answer::of(&["saddle"]));
    assert_eq!(tap(&line, "line-accident"), none);
    // "None of these" is taken back by a tick.
    assert_eq!(tap(&Answer::of(&[NONE]), "pee"), Answer::of(&["pee"]));
}

/// The lines are nine, each with details and its own "not sure"; every other choice is under one.
#[test]
fn the_danger_check_has_nine_lines() {
    let danger = question("danger");
    let is_line = |id: &str| danger.details(id).next().is_some();
    let lines: Vec<_> = danger
        .choices
        .iter()
        .filter(|choice| is_line(choice.id))
        .collect();
    assert_eq!(lines.len(), 9);
    for line in lines {
        let own: Vec<_> = danger.details(line.id).map(|detail| detail.id).collect();
        assert!(own.iter().any(|id| id.ends_with("-unsure")), "{}", line.id);
        assert!(
            line.words.split_whitespace().count() >= 8,
            "{}: its examples",
            line.id
        );
    }
    let alone = danger
        .choices
        .iter()
        .filter(|choice| choice.group.is_empty() && !is_line(choice.id));
    let alone: Vec<_> = alone.map(|choice| choice.id).collect();
    assert_eq!(alone, [UNSURE, NONE]);
}

#[test]
fn the_line_of_the_chosen_part_stands_open() {
    let open = |places: &[&str]| interview::open_line(&Answer::of(places));
    assert_eq!(open(&["low"]), Some("line-between"));
    assert_eq!(open(&["mid"]), Some("line-chest"));
    assert_eq!(open(&["upper"]), Some("line-chest"));
    assert_eq!(open(&["neck"]), Some("line-head"));
    assert_eq!(open(&["neck", "upper", "low"]), Some("line-between"));
    assert_eq!(open(&["buttock", "side"]), None);
    assert_eq!(open(&[NONE]), None);
}

#[test]
fn questions_that_join_stand_on_one_page() {
    let page = |id: &str| -> Vec<_> { interview::page_of(id).iter().map(|one| one.id).collect() };
    assert_eq!(page("danger"), ["danger"]);
    assert_eq!(page("conditions"), ["age", "sex", "conditions"]);
    assert_eq!(page("age"), page("conditions"));
    assert_eq!(page("course"), ["long", "course", "bad"]);
    assert_eq!(page("signs"), ["nerves", "arms", "signs"]);
    assert_eq!(page("onset"), ["onset", "before"]);
    assert_eq!(page("care"), ["care"]);
}

#[test]
fn not_sure_is_never_below_urgent() {
    for (asked, choice) in all_choices().filter(|(_, choice)| choice.id == UNSURE) {
        for way in ways(&asked.asked_when) {
            let mut given = telling(&way, &Answers::default()).expect("reachable");
            given.give(asked.id, Answer::of(&[choice.id]));
            assert!(
                triaged(&completed(given)).urgency >= Urgency::Urgent,
                "{}",
                asked.id
            );
        }
    }
}

#[test]
fn not_sure_beside_a_tick_leaves_the_tick_in_force() {
    for choice in question("danger").choices {
        if ![NONE, UNSURE].contains(&choice.id) {
            let mut given = Answers::default();
            given.give("danger", Answer::of(&[choice.id]).toggled(UNSURE));
            let expected = choice.alone().max(Urgency::Urgent);
            assert_eq!(triaged(&given).urgency, expected, "{}", choice.id);
        }
    }
}

/// Every subset of the reassuring answers: only all five lower it, by one tier.
#[test]
fn both_legs_is_an_emergency_unless_all_five_are_said() {
    let five = ["walking", "sitting", "long", "steady", "no-change"];
    for set in 0..1u32 << five.len() {
        let said: Vec<_> = (0..five.len())
            .filter(|n| set & (1 << n) != 0)
            .map(|n| five[n])
            .collect();
        let mut given = answers("danger=both-legs");
        given.give("legs", Answer::of(&said));
        let expected = if said.len() == five.len() {
            Urgency::Urgent
        } else {
            Urgency::Emergency
        };
        assert_eq!(triaged(&given).urgency, expected, "{said:?}");
        assert_eq!(triaged(&completed(given)).urgency, expected, "{said:?}");
    }
}

#[test]
fn reassuring_answers_do_not_touch_another_emergency() {
    let line = "danger=both-legs,saddle legs=walking,sitting,long,steady,no-change";
    assert_eq!(triaged(&answers(line)).urgency, Urgency::Emergency);
}

#[test]
fn reassuring_answers_count_only_while_their_question_is_asked() {
    let given = answers("danger=none legs=walking,sitting,long,steady,no-change");
    assert!(!replay(&given).findings.has(Finding::LegsNotWorsening));
}

/// An answer to a danger question counts until it is changed, even where the question has since
/// gone: the place was changed from neck to low back, the age corrected.
#[test]
fn a_danger_answer_outlives_its_question() {
    let mut tried = 0;
    for question in QUESTIONS.iter().filter(|question| question.danger) {
        if ways(&question.asked_when) == [vec![]] {
            continue;
        }
        for choice in question.choices {
            let mut given = Answers::default();
            given.give(question.id, Answer::of(&[choice.id]));
            let done = completed(given);
            let replayed = replay(&done);
            assert!(replayed.open.is_empty());
            assert!(!question.asked_when.holds(&replayed.findings));
            for finding in choice.findings {
                assert!(
                    replayed.findings.has(*finding),
                    "{} {}",
                    question.id,
                    choice.id
                );
            }
            tried += 1;
        }
    }
    assert!(tried > 10);
    let given = completed(answers("place=neck danger=clumsy-fast"));
    assert_eq!(triaged(&given).urgency, Urgency::Emergency);
    let mut moved = given;
    moved.give("place", Answer::of(&["low"]));
    assert_eq!(triaged(&moved).urgency, Urgency::Emergency);
}

/// Lifting, a spasm that can be felt, and other ordinary stories never lower anything.
#[test]
fn a_story_never_cancels_a_sign() {
    let stories = [
        "effort", "small", "woke", "posture", "gradual", "sits", "sport",
    ];
    for (asked, choice) in all_choices() {
        if asked.id == "onset" || choice.id == NONE || asked.asked_when == NEVER {
            continue;
        }
        let Some(way) = ways(&asked.asked_when).into_iter().next() else {
            panic!("{} is never asked", asked.id)
        };
        let mut plain = telling(&way, &Answers::default()).expect("reachable");
        plain.give(asked.id, Answer::of(&[choice.id]));
        let before = triaged(&completed(plain.clone())).urgency;
        for story in stories {
            let mut told = plain.clone();
            told.give("onset", Answer::of(&[story]));
            assert!(
                triaged(&completed(told)).urgency >= before,
                "{} {story}",
                choice.id
            );
        }
    }
}

#[test]
fn pregnancy_and_poison_have_their_own_contact() {
    let contact_of = |line: &str| {
        let triage = triaged(&answers(line));
        (triage.urgency, triage.fired[0].contact)
    };
    assert_eq!(
        contact_of("danger=baby"),
        (Urgency::Emergency, Contact::Maternity)
    );
    assert_eq!(
        contact_of("danger=too-much"),
        (Urgency::Emergency, Contact::Poison)
    );
    assert_eq!(
        contact_of("danger=saddle"),
        (Urgency::Emergency, Contact::ByUrgency)
    );
    let fever = triaged(&answers("danger=pregnant danger=fever-now"));
    assert!(
        fever
            .fired
            .iter()
            .any(|rule| rule.urgency == Urgency::Urgent && rule.contact == Contact::Maternity)
    );
}
