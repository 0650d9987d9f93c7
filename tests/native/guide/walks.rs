//! Random walks through the whole interview, the same ones each time.

use std::cell::Cell;

use unknot::guide::answers::{Answer, Answers, NONE, UNSURE};
use unknot::guide::care::offers;
use unknot::guide::causes::possible;
use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::interview::{self, Kind, Question, replay};
use unknot::guide::triage::{Urgency, triage};

use super::{Dice, answers, completed, triaged};

/// `UNKNOT_WALKS` sets how many; `make test-long` walks further.
fn walks() -> usize {
    std::env::var("UNKNOT_WALKS").map_or(20_000, |n| n.parse().expect("a number"))
}

/// An answer as a person might give it: sometimes nothing, seldom much.
fn any_answer(question: &Question, dice: &mut Dice) -> Answer {
    if let Kind::Number { min, max, .. } = question.kind
        && dice.below(10) > 0
    {
        return Answer::Number(min + dice.below((max - min) as usize + 1) as u16);
    }
    let pick = |dice: &mut Dice| question.choices[dice.below(question.choices.len())].id;
    if question.kind != Kind::Many {
        return Answer::of(&[pick(dice)]);
    }
    // Half of all lists are left at "none", so that low tiers are walked too.
    if dice.below(2) == 0 {
        return Answer::of(&[NONE]);
    }
    let mut answer = Answer::of(&[pick(dice)]);
    for _ in 0..dice.below(3) {
        let more = pick(dice);
        if !answer.has(more) {
            answer = answer.toggled(more);
        }
    }
    answer
}

/// A walk to the end. Fails if it does not come to one.
fn walk(dice: &mut Dice) -> Answers {
    let mut given = Answers::default();
    // A danger check with nothing ticked, mostly: else every walk were an emergency.
    if dice.below(4) > 0 {
        given.give("danger", Answer::of(&[NONE]));
    }
    for _ in 0..QUESTIONS.len() {
        let Some(question) = replay(&given).next() else {
            break;
        };
        given.give(question.id, any_answer(question, dice));
    }
    let end = replay(&given);
    assert!(
        end.open.is_empty(),
        "no end after {} answers: {given:?}",
        QUESTIONS.len()
    );
    given
}

#[test]
fn every_path_ends_and_says_something() {
    let mut dice = Dice(1);
    let mut seen = [0usize; 4];
    let mut longest = 0;
    for _ in 0..walks() {
        let given = walk(&mut dice);
        let end = replay(&given);
        longest = longest.max(end.asked.len());
        let triage = triage(&end.findings);
        seen[triage.urgency as usize] += 1;
        assert_eq!(triage.urgency == Urgency::SelfCare, triage.fired.is_empty());
        assert!(
            triage
                .fired
                .is_sorted_by_key(|rule| std::cmp::Reverse(rule.urgency))
        );
        assert!(possible(&end.findings).len() >= 5);
        let home = triage.urgency <= Urgency::Routine;
        assert_eq!(!offers(&end.findings, triage.urgency).is_empty(), home);
        if given.iter().any(|(_, answer)| answer.has(UNSURE)) {
            assert!(triage.urgency >= Urgency::Urgent, "{given:?}");
        }
    }
    assert!(seen.iter().all(|n| *n > 0), "tiers reached: {seen:?}");
    assert!(longest <= QUESTIONS.len());
}

/// What was not asked, because no answer to it could change anything, cannot: whatever is answered
/// there all the same, the urgency stays.
#[test]
fn what_is_not_asked_cannot_change_the_urgency() {
    let mut dice = Dice(5);
    let mut left_out = 0;
    for _ in 0..walks() / 4 {
        let mut given = walk(&mut dice);
        let before = triaged(&given).urgency;
        for question in QUESTIONS {
            let findings = replay(&given).findings;
            if given.to(question.id).is_none() && question.asked_when.holds(&findings) {
                given.give(question.id, any_answer(question, &mut dice));
                left_out += 1;
                assert_eq!(triaged(&given).urgency, before, "{} {given:?}", question.id);
            }
        }
    }
    assert!(left_out > 100, "{left_out}");
}

/// One more tick never lowers the urgency, except through an exception in full view, and then by
/// exactly one tier.
#[test]
fn one_more_tick_never_lowers_the_urgency() {
    let mut dice = Dice(2);
    let lowered = Cell::new(0);
    for n in 0..walks() {
        let mut given = walk(&mut dice);
        // Every eighth goes near the one exception, which a random walk seldom meets.
        let is_near = n % 8 == 0;
        if is_near {
            given.give("danger", Answer::of(&["both-legs"]));
            given.give(
                "legs",
                Answer::of(&["walking", "sitting", "long", "steady"]),
            );
        }
        if n % 3 == 0 {
            // Leave something open.
            let ids: Vec<_> = given.iter().map(|(id, _)| id.to_string()).collect();
            given.give(&ids[dice.below(ids.len())], Answer::of(&[]));
        }
        let question = match is_near {
            true => super::question("legs"),
            false => &QUESTIONS[dice.below(QUESTIONS.len())],
        };
        let choice = &question.choices[dice.below(question.choices.len())];
        let before = given.to(question.id).cloned().unwrap_or(Answer::of(&[]));
        if question.kind != Kind::Many || choice.id == NONE || before.has(choice.id) {
            continue;
        }
        let mut more = given.clone();
        more.give(question.id, before.toggled(choice.id));
        let (was, is) = (triaged(&given), triaged(&more));
        if is.urgency < was.urgency {
            lowered.set(lowered.get() + 1);
            assert_eq!(is.urgency as usize + 1, was.urgency as usize, "{given:?}");
            let found = replay(&more).findings;
            let excused = was.fired.iter().any(|rule| {
                rule.urgency == was.urgency
                    && rule.unless.is_some_and(|unless| unless.holds(&found))
            });
            assert!(excused, "{} lowered {given:?}", choice.id);
        }
    }
    assert!(lowered.get() > 0, "the exception was never met");
}

#[test]
fn the_order_of_the_answers_does_not_matter() {
    let mut dice = Dice(3);
    for _ in 0..walks() / 10 {
        let given = walk(&mut dice);
        let mut pairs: Vec<_> = given.iter().collect();
        for n in (1..pairs.len()).rev() {
            pairs.swap(n, dice.below(n + 1));
        }
        let mut shuffled = Answers::default();
        for (id, answer) in pairs {
            // Ticked one by one, back to front, where it is a list.
            let answer = match answer {
                Answer::Chosen(ids) => ids
                    .iter()
                    .rev()
                    .fold(Answer::of(&[]), |all, id| all.toggled(id)),
                number => number.clone(),
            };
            shuffled.give(id, answer);
        }
        // The same answers, so the same of all that is read from them.
        assert_eq!(shuffled, given);
        // Given as a person gives them, a later question first, they come to the same as well: what is
        // asked again, because more is put there by now, is answered again.
        let mut pairs: Vec<_> = given.iter().collect();
        for n in (1..pairs.len()).rev() {
            pairs.swap(n, dice.below(n + 1));
        }
        let mut tapped = Answers::default();
        for _ in 0..3 {
            for (id, answer) in &pairs {
                if tapped.to(id).is_none() {
                    interview::answer(&mut tapped, id, (*answer).clone());
                }
            }
        }
        assert_eq!(tapped, given);
    }
}

/// Going back to any question and changing it never loses a later answer, but for a "none of these"
/// that did not deny what is put now.
#[test]
fn going_back_keeps_the_later_answers() {
    let mut dice = Dice(4);
    let mut taken_back = 0;
    for _ in 0..walks() / 10 {
        let given = walk(&mut dice);
        let question = &QUESTIONS[dice.below(QUESTIONS.len())];
        let mut changed = given.clone();
        interview::answer(&mut changed, question.id, any_answer(question, &mut dice));
        let (before, now) = (replay(&given).findings, replay(&changed).findings);
        for (id, answer) in given.iter().filter(|(id, _)| *id != question.id) {
            let puts_more = super::question(id)
                .choices
                .iter()
                .any(|choice| choice.when.holds(&now) && !choice.when.holds(&before));
            if answer.has(NONE) && puts_more {
                assert_eq!(changed.to(id), None);
                taken_back += 1;
            } else {
                assert_eq!(changed.to(id), Some(answer));
            }
        }
    }
    assert!(taken_back > 0, "it never came to that");
}

/// Every number of the age question, with every single tick of every other list.
#[test]
fn every_age_with_every_tick() {
    for age in 0..=120 {
        let plain = triaged(&completed(answers(&format!("age={age}")))).urgency;
        for (question, choice) in super::all_choices() {
            if choice.id == NONE || question.id == "age" {
                continue;
            }
            let mut given = answers(&format!("age={age}"));
            given.give(question.id, Answer::of(&[choice.id]));
            let done = completed(given);
            assert!(replay(&done).next().is_none());
            if question.kind == Kind::Many && question.id != "place" {
                assert!(triaged(&done).urgency >= plain, "{age} {}", choice.id);
            }
        }
    }
}

#[test]
fn an_ordinary_strain_takes_at_most_seven_pages() {
    let pages = |line: &str| {
        let asked = replay(&completed(answers(line))).asked;
        asked
            .iter()
            .filter(|one| asked_alone(one.id, &asked))
            .count()
    };
    for place in ["neck", "upper", "mid", "low", "buttock", "side"] {
        for age in [18, 25, 40, 50, 70] {
            let line = format!("age={age} place={place}");
            assert!(pages(&line) <= 7, "{place} {age}: {}", pages(&line));
        }
    }
}

/// Whether this is the first question that is asked of its page.
fn asked_alone(id: &str, asked: &[&'static Question]) -> bool {
    let page = interview::page_of(id);
    let first = page
        .iter()
        .find(|one| asked.iter().any(|asked| asked.id == one.id));
    first.is_some_and(|first| first.id == id)
}
