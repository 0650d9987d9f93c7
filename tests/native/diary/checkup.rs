//! A check-up: what is answered already, what is concluded and when it is finished.

use unknot::diary::Diary;
use unknot::diary::checkup::Checkup;
use unknot::diary::id::CheckupId;
use unknot::diary::place::{Place, Places};
use unknot::diary::stored::{self, Record};
use unknot::guide;
use unknot::guide::answers::{Answer, NONE};
use unknot::guide::interview::{Kind, replay};
use unknot::guide::triage::Urgency;

use crate::guide::{Dice, all_choices, answers, completed, triaged};

use super::{checkup_id, episode_id, minute, second, text_of_checkup};

fn new() -> Checkup {
    Checkup::begun(checkup_id("c"), minute(0), None)
}

/// Gives these answers, a minute apart, in the order of the questions.
fn answered(line: &str) -> Checkup {
    let given = completed(answers(line));
    let mut checkup = new();
    let mut n = 0;
    while let Some(question) = replay(&checkup.answers).next() {
        n += 1;
        let answer = given.to(question.id).expect("answered").clone();
        checkup.answer(question.id, answer, minute(n));
    }
    checkup
}

fn asks(checkup: &Checkup, question: &str) -> bool {
    replay(&checkup.answers)
        .open
        .iter()
        .any(|open| open.id == question)
}

fn answer_of(line: &str) -> Answer {
    answers(line).iter().next().expect("one").1.clone()
}

#[test]
fn it_begins_with_nothing_said() {
    let checkup = new();
    assert_eq!(checkup.id, checkup_id("c"));
    assert_eq!((checkup.revision, checkup.started), (0, minute(0)));
    assert_eq!((checkup.finished, checkup.episode.as_ref()), (None, None));
    assert!(checkup.answers.iter().next().is_none() && checkup.rules.is_empty());
    assert_eq!(
        (checkup.urgency, checkup.guide),
        (Urgency::SelfCare, guide::VERSION)
    );
    assert!(asks(&checkup, "place"));
}

#[test]
fn what_the_episode_has_marked_is_proposed_and_not_answered() {
    let checkup = Checkup::begun(checkup_id("c"), minute(0), Some(episode_id("e")));
    assert_eq!(checkup.episode, Some(episode_id("e")));
    assert!(asks(&checkup, "place"), "the side, for one, is on no map");
    let answer = |ids: &str| {
        let ids = ids.split_whitespace();
        ids.filter_map(Place::from_id).collect::<Places>().answer()
    };
    assert_eq!(answer("low-left low-right"), Answer::of(&["low"]));
    assert_eq!(
        answer("neck-centre buttock-left"),
        Answer::of(&["buttock", "neck"])
    );
    assert!(!answer("").is_given());
}

#[test]
fn each_answer_says_at_once_what_the_rules_say() {
    let mut checkup = new();
    checkup.answer("danger", answer_of("danger=saddle"), minute(1));
    assert_eq!(checkup.urgency, Urgency::Emergency);
    assert!(
        checkup.rules.iter().any(|rule| rule == "cauda-equina"),
        "{:?}",
        checkup.rules
    );
    // Nothing that is asked could change it any more.
    assert_eq!(checkup.finished, Some(minute(1)));
    assert_eq!(checkup.flagged, Some(minute(1)));
    // Taken back, it is as if it had never been given.
    checkup.answer("danger", Answer::of(&[]), minute(2));
    assert_eq!(checkup, new());
}

#[test]
fn what_is_said_of_it_is_what_the_guide_says() {
    for line in [
        "place=low",
        "place=neck danger=saddle",
        "age=72 long=6w",
        "danger=both-legs legs=none",
    ] {
        let checkup = answered(line);
        let triage = triaged(&completed(answers(line)));
        assert_eq!(checkup.urgency, triage.urgency, "{line}");
        let fired: Vec<_> = triage.fired.iter().map(|rule| rule.id).collect();
        assert_eq!(checkup.rules, fired, "{line}");
    }
}

#[test]
fn it_is_finished_only_when_nothing_is_open() {
    let given = completed(answers("place=low"));
    let mut checkup = new();
    let mut n = 0;
    while let Some(question) = replay(&checkup.answers).next() {
        assert_eq!(checkup.finished, None, "before {}", question.id);
        n += 1;
        checkup.answer(
            question.id,
            given.to(question.id).expect("answered").clone(),
            minute(n),
        );
    }
    assert!(n > 5);
    assert_eq!(checkup.finished, Some(minute(n)));
    assert_eq!(checkup.started, minute(0));
    assert_eq!(checkup.answers, given);
}

#[test]
fn going_back_keeps_the_time_it_was_finished_unless_it_opens_a_question() {
    let mut checkup = answered("place=low");
    let finished = checkup.finished;
    assert!(finished.is_some());
    // Another answer, and all are still answered.
    checkup.answer("place", answer_of("place=low,buttock"), minute(500));
    assert_eq!(checkup.finished, finished);
    // One that asks more.
    checkup.answer("danger", answer_of("danger=both-legs"), minute(501));
    assert!(asks(&checkup, "legs"));
    assert_eq!(
        (checkup.finished, checkup.urgency),
        (None, Urgency::Emergency)
    );
    // Answered too, it is finished anew.
    checkup.answer("legs", Answer::of(&[NONE]), minute(502));
    assert_eq!(checkup.finished, Some(minute(502)));
    // An emergency is one wherever it hurts; without one, an answer taken back leaves it open.
    checkup.answer("place", Answer::of(&[]), minute(503));
    assert_eq!(checkup.finished, Some(minute(502)));
    checkup.answer("danger", answer_of("danger=none"), minute(504));
    assert_eq!(checkup.finished, None);
    assert!(asks(&checkup, "place"));
    // Given again, what hangs on it is asked again: "none of these" did not deny what is put now.
    checkup.answer("place", answer_of("place=low"), minute(505));
    assert_eq!(checkup.finished, None);
    for id in ["signs", "nerves", "onset", "pattern"] {
        assert!(asks(&checkup, id), "{id}");
        checkup.answer(id, Answer::of(&[NONE]), minute(506));
    }
    // And back where it was, but for the time; the question about legs is asked no more.
    assert_eq!(checkup.finished, Some(minute(506)));
    assert_eq!(checkup.urgency, answered("place=low").urgency);
    assert_eq!(checkup.rules, answered("place=low").rules);
}

#[test]
fn an_answer_is_one_of_the_guide_that_asked_last() {
    let mut checkup = Checkup {
        guide: 0,
        ..answered("place=low")
    };
    checkup.answer("place", answer_of("place=neck"), minute(500));
    assert_eq!(checkup.guide, guide::VERSION);
}

#[test]
fn unknown_answers_are_kept_through_another_answer() {
    let mut checkup = new();
    checkup.answers.give("retired", Answer::of(&["x"]));
    checkup.answer("danger", answer_of("danger=none"), minute(1));
    assert_eq!(checkup.answers.to("retired"), Some(&Answer::of(&["x"])));
    let key = stored::checkup_key(&checkup.id);
    let read = stored::decode(&key, &text_of_checkup(&checkup));
    assert_eq!(read, Ok(Record::Checkup(checkup)));
}

/// A tick by mistake, and its untick. (Where the tick opened a question the time at which it was
/// finished is another, and where it made an emergency milder, the time since when it is one.)
#[test]
fn a_tick_and_its_untick_leave_no_trace() {
    let many: Vec<_> = all_choices()
        .filter(|(question, choice)| question.kind == Kind::Many && choice.id != NONE)
        .collect();
    let answer = |checkup: &Checkup, question: &str| {
        let answer = checkup.answers.to(question).cloned();
        answer.unwrap_or_else(|| Answer::of(&[]))
    };
    let mut dice = Dice(7);
    let (mut tried, mut settled) = (0, 0);
    for _ in 0..2_000 {
        let mut checkup = new();
        for n in 0..dice.below(7) as i64 {
            let (question, choice) = many[dice.below(many.len())];
            let ticked = answer(&checkup, question.id).toggled(choice.id);
            checkup.answer(question.id, ticked, minute(n));
            if checkup.is_alarm() && dice.below(2) == 0 {
                checkup.settle(dice.below(2) == 0, minute(n));
            }
        }
        let (question, choice) = many[dice.below(many.len())];
        let before = answer(&checkup, question.id);
        if before.has(choice.id) || before.has(NONE) {
            continue;
        }
        let mut after = checkup.clone();
        after.answer(question.id, before.toggled(choice.id), minute(100));
        let between = after.clone();
        after.answer(question.id, before, minute(101));
        if between.finished.is_none() {
            after.finished = after.finished.and(checkup.finished);
        }
        if between.urgency < checkup.urgency {
            after.flagged = after.flagged.and(checkup.flagged);
        }
        assert_eq!(after, checkup, "{} {}", question.id, choice.id);
        tried += 1;
        settled += usize::from(checkup.settled.is_some());
    }
    assert!(tried > 1_000 && settled > 300, "{tried} {settled}");
}

#[test]
fn one_begun_within_the_hour_and_left_is_found_again() {
    let half = |id, start| Checkup::begun(checkup_id(id), second(start), None);
    let whole = |id, start| Checkup {
        finished: Some(second(start + 60)),
        ..half(id, start)
    };
    let check = |checkups: &[Checkup], now: i64, left: Option<&str>| {
        let mut diary = Diary::default();
        for checkup in checkups {
            diary.put(Record::Checkup(checkup.clone()));
        }
        let found = diary
            .left_checkup(&second(now))
            .map(|found| found.id.as_str());
        assert_eq!(found, left, "{now}");
    };
    check(&[], 0, None);
    check(&[half("a", 0)], 0, Some("a"));
    check(&[half("a", 0)], 3_599, Some("a"));
    check(&[half("a", 0)], 3_600, None);
    // A clock set wrong has put it in the future: it would be offered until then.
    check(&[half("a", 0)], -5, None);
    check(&[half("a", 0), half("b", 999_999)], 1_000, Some("a"));
    check(&[whole("a", 0)], 100, None);
    // Of two, the later; and a later one that was finished is no reason to go back to an earlier.
    check(&[half("a", 0), half("b", 600)], 1_000, Some("b"));
    check(&[half("b", 0), half("a", 600)], 1_000, Some("a"));
    check(&[half("a", 0), whole("b", 600)], 1_000, None);
    check(&[whole("a", 0), half("b", 600)], 1_000, Some("b"));
}

#[test]
fn checkups_are_known_by_the_episode_they_were_taken_in() {
    let mut diary = Diary::default();
    let mut take = |id, start, episode: Option<&str>| {
        let during = episode.map(episode_id);
        diary.put(Record::Checkup(Checkup::begun(
            checkup_id(id),
            minute(start),
            during,
        )));
    };
    take("a", 3, Some("e"));
    take("b", 1, None);
    take("c", 9, Some("e"));
    take("d", 5, Some("f"));
    take("e", 5, None);
    let ids = |checkups: Vec<&Checkup>| -> Vec<String> {
        checkups
            .iter()
            .map(|checkup| checkup.id.as_str().to_string())
            .collect()
    };
    assert_eq!(ids(diary.checkups()), ["c", "e", "d", "a", "b"]);
    assert_eq!(ids(diary.checkups_of(&episode_id("e"))), ["c", "a"]);
    assert_eq!(ids(diary.checkups_of(&episode_id("f"))), ["d"]);
    assert!(diary.checkups_of(&episode_id("g")).is_empty());
    assert_eq!(
        diary.checkup(&checkup_id("b")).map(|found| found.started),
        Some(minute(1))
    );
    assert_eq!(diary.checkup(&checkup_id("g")), None);
}

#[test]
fn ids_are_as_those_of_episodes() {
    assert_eq!(
        CheckupId::parse("mf3k-0a1z").expect("an id").as_str(),
        "mf3k-0a1z"
    );
    for text in ["", "A", "a b", "a/b", "é", &"a".repeat(41)] {
        assert_eq!(CheckupId::parse(text), None, "{text:?}");
    }
}
