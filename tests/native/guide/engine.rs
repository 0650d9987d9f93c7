//! The engine, apart from what it is fed.

use unknot::guide::answers::{Answer, Answers, NONE, UNSURE};
use unknot::guide::condition::{ALWAYS, Condition};
use unknot::guide::course::{PainDay, courses};
use unknot::guide::finding::{Finding, Findings};
use unknot::guide::interview::{self, Replay, replay};
use unknot::guide::triage::{Urgency, rule};

use super::{answers, completed, triaged};
use unknot::guide::causes::possible;

#[test]
fn a_set_holds_what_was_put_in() {
    let mut set = Findings::default();
    assert!(set.is_empty());
    for (n, finding) in Finding::ALL.iter().enumerate() {
        assert!(!set.has(*finding));
        set.add(*finding);
        assert!(set.has(*finding));
        assert_eq!(set.iter().count(), n + 1);
    }
    assert_eq!(set, Findings::of(Finding::ALL));
    let first = Findings::of(&Finding::ALL[..2]);
    let second = Findings::of(&Finding::ALL[1..3]);
    assert_eq!(first.union(&second), Findings::of(&Finding::ALL[..3]));
    assert_eq!(
        first.intersection(&second),
        Findings::of(&[Finding::ALL[1]])
    );
}

#[test]
fn conditions_count_and_combine() {
    const A: Condition = Condition::Has(Finding::Fever);
    const B: Condition = Condition::Has(Finding::Neck);
    const C: Condition = Condition::Has(Finding::Cancer);
    let two = Condition::AtLeast(2, &[A, B, C]);
    let set = |findings: &[Finding]| Findings::of(findings);
    assert!(!two.holds(&set(&[Finding::Fever])));
    assert!(two.holds(&set(&[Finding::Fever, Finding::Cancer])));
    assert!(two.holds(&set(&[Finding::Fever, Finding::Cancer, Finding::Neck])));
    assert!(Condition::Any(&[A, B]).holds(&set(&[Finding::Neck])));
    assert!(!Condition::Any(&[A, B]).holds(&set(&[Finding::Cancer])));
    assert!(!Condition::All(&[A, B]).holds(&set(&[Finding::Neck])));
    assert!(Condition::All(&[A, B]).holds(&set(&[Finding::Neck, Finding::Fever])));
    assert!(ALWAYS.holds(&Findings::default()));
    assert!(ALWAYS.names().is_empty());
    assert_eq!(
        two.names(),
        set(&[Finding::Fever, Finding::Neck, Finding::Cancer])
    );
}

#[test]
fn none_stands_alone_and_not_sure_does_not() {
    let ticked = Answer::of(&[]).toggled("saddle").toggled(UNSURE);
    assert_eq!(ticked, Answer::of(&["saddle", UNSURE]));
    let none = ticked.toggled(NONE);
    assert_eq!(none, Answer::of(&[NONE]));
    assert_eq!(none.toggled(UNSURE), Answer::of(&[UNSURE]));
    assert_eq!(none.toggled("saddle"), Answer::of(&["saddle"]));
    assert!(!none.toggled(NONE).is_given());
    assert_eq!(Answer::Number(3).toggled("unsaid"), Answer::of(&["unsaid"]));
    assert!(Answer::Number(0).is_given(), "zero is an answer");
}

#[test]
fn nothing_ticked_takes_the_answer_back() {
    let mut given = answers("danger=saddle");
    given.give("danger", Answer::of(&[]));
    assert_eq!(given, Answers::default());
    assert_eq!(given.to("danger"), None);
    given.give("danger", Answer::of(&[]));
    assert_eq!(given, Answers::default(), "nor does it begin one");
    assert_eq!(
        replay(&given).next().map(|question| question.id),
        Some("danger")
    );
}

/// Whether an open question could still show an emergency.
fn danger_open(replayed: &Replay) -> bool {
    replayed.open.iter().any(|question| question.danger)
}

#[test]
fn the_interview_begins_with_danger_and_nothing_is_known() {
    let start = replay(&Answers::default());
    assert_eq!(start.next().map(|question| question.id), Some("danger"));
    assert!(danger_open(&start));
    assert!(start.findings.is_empty());
}

#[test]
fn danger_stays_open_until_the_last_such_question_is_answered() {
    let mut given = completed(answers("place=neck,low danger=pregnant age=12"));
    assert!(!danger_open(&replay(&given)));
    for question in replay(&given).asked {
        let answer = given.to(question.id).expect("answered").clone();
        given.give(question.id, Answer::of(&[]));
        assert_eq!(
            danger_open(&replay(&given)),
            question.danger,
            "{}",
            question.id
        );
        given.give(question.id, answer);
    }
}

/// The ids of what is still asked after these answers.
fn open(line: &str) -> Vec<&'static str> {
    let open = replay(&answers(line)).open;
    open.into_iter().map(|question| question.id).collect()
}

#[test]
fn an_emergency_asks_no_more_unless_it_may_be_less() {
    assert_eq!(open("danger=saddle"), [""; 0]);
    assert_eq!(open("danger=both-legs"), ["legs"]);
    // Another emergency stands whatever the legs do.
    assert_eq!(open("danger=both-legs,saddle"), [""; 0]);
    // One answer of the exception cannot be had any more: all five are needed.
    assert_eq!(open("danger=both-legs legs=walking"), [""; 0]);
}

#[test]
fn what_could_still_be_an_emergency_is_asked_and_what_cannot_is_not() {
    let urgent = open("danger=none age=30 conditions=none place=low bad=severe");
    assert!(
        urgent.contains(&"signs") && urgent.contains(&"nerves"),
        "{urgent:?}"
    );
    // What helps is not shown while help is needed sooner.
    assert!(!urgent.contains(&"tried"), "{urgent:?}");
    // What was tried is not asked in the first two weeks of a bout, unless it comes again and again.
    let tried = |line: &str| open(&format!("danger=none age=30 {line}")).contains(&"tried");
    assert!(tried("long=4w") && tried("long=2w before=returns"));
    assert!(!tried("long=2w") && !tried("long=4w bad=severe"));
    // Its own question comes only through another, which is asked for its sake too.
    assert!(!open("danger=none age=30").contains(&"cancer"));
    assert!(open("danger=none age=30").contains(&"conditions"));
}

/// A neck is not asked about what only a low back has, except what every spine needs.
#[test]
fn each_part_of_the_back_is_asked_what_belongs_to_it() {
    let put = |place: &str, id: &str| -> Vec<&str> {
        let known = replay(&answers(&format!("place={place}"))).findings;
        let choices = super::question(id).choices.iter();
        choices
            .filter(|choice| choice.when.holds(&known))
            .map(|choice| choice.id)
            .collect()
    };
    let neck = put("neck", "nerves");
    assert!(neck.contains(&"leg-weak") && !neck.contains(&"below-knee"));
    assert!(put("low", "nerves").contains(&"below-knee"));
    assert!(open("danger=none place=neck").contains(&"arms"));
    assert!(!open("danger=none place=low").contains(&"arms"));
    assert!(put("neck", "onset").contains(&"woke") && !put("low", "onset").contains(&"woke"));
    let old = |place: &str| put(&format!("{place} age=60"), "pattern");
    assert!(old("low").contains(&"sit") && !old("neck").contains(&"sit"));
    for place in ["neck", "upper", "mid", "low", "buttock", "side", "none"] {
        let lists = ["nerves", "onset", "pattern", "signs"];
        assert!(
            lists.iter().all(|id| put(place, id).contains(&NONE)),
            "{place}"
        );
    }
}

/// Some choices say nothing of a person whom they are not put to: whatever else is ticked, one of them
/// would not change how soon.
#[test]
fn what_is_put_to_some_says_nothing_of_the_others() {
    let some = ["lying", "band"];
    let mut tried = 0;
    for age in [12, 20, 38, 50, 54] {
        for (question, choice) in super::all_choices() {
            let mut given = answers(&format!("age={age} place=low,mid"));
            if choice.id != NONE && !["age", "place"].contains(&question.id) {
                given.give(question.id, Answer::of(&[choice.id]));
            }
            let given = completed(given);
            let known = replay(&given).findings;
            for more in some {
                let before = given.to("pattern").cloned().unwrap_or(Answer::of(&[]));
                let put = super::question("pattern").put(&known, Some(&before));
                if put.iter().all(|choice| choice.id != more) {
                    let mut with = given.clone();
                    with.give("pattern", before.toggled(more));
                    assert_eq!(
                        triaged(&with).urgency,
                        triaged(&given).urgency,
                        "{age} {} {more}",
                        choice.id
                    );
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 500, "{tried}");
}

#[test]
fn unknown_ids_are_kept_and_tell_nothing() {
    let mut given = Answers::default();
    given.give("danger", Answer::of(&["gone", "none"]));
    given.give("retired", Answer::of(&["x"]));
    given.give("age", Answer::Number(200));
    given.give("place", Answer::Number(7));
    let replayed = replay(&given);
    assert!(replayed.findings.is_empty() || replayed.findings.has(Finding::AgeUnsaid));
    assert_eq!(triaged(&given).urgency, Urgency::SelfCare);
    assert_eq!(given.iter().count(), 4);
}

#[test]
fn what_was_said_is_told_in_the_order_of_the_questions() {
    let given = completed(answers(
        "danger=saddle age=72 onset=effort place=low sex=female",
    ));
    let about = Findings::of(&[
        Finding::AfterEffort,
        Finding::SaddleNumb,
        Finding::AgeFrom70,
    ]);
    let words = replay(&given).said(&about);
    assert_eq!(words.len(), 3, "{words:?}");
    assert!(words[0].contains("bike saddle"));
    assert_eq!(words[1], "Aged 70 or over");
    assert!(words[2].contains("lift"));
    assert!(replay(&given).said(&Findings::default()).is_empty());
    // An answer whose question is not asked is not quoted, unless it is one about danger.
    let moved = completed(answers("place=low arms=arm-numb stiff=family"));
    let about = Findings::of(&[Finding::ArmNumb, Finding::FamilySpondylitis]);
    assert_eq!(
        replay(&moved).said(&about),
        ["One arm or hand numb or tingling"]
    );
}

#[test]
fn urgencies_have_ids() {
    for urgency in Urgency::ALL {
        assert_eq!(Urgency::from_id(urgency.id()), Some(urgency));
    }
    assert_eq!(Urgency::from_id("later"), None);
    assert!(Urgency::ALL.is_sorted());
    assert_eq!(rule("cauda-equina").map(|rule| rule.row), Some("E1"));
    assert!(rule("retired").is_none());
}

fn causes(line: &str) -> Vec<(&'static str, usize, usize)> {
    possible(&replay(&completed(answers(line))).findings)
        .into_iter()
        .map(|possible| {
            (
                possible.cause.id,
                possible.toward.iter().count(),
                possible.away.iter().count(),
            )
        })
        .collect()
}

#[test]
fn the_five_causes_of_the_article_always_appear() {
    let plain = causes("place=neck");
    let ids: Vec<_> = plain.iter().map(|(id, ..)| *id).collect();
    for id in ["posture", "strain", "injury", "disc", "slip"] {
        assert!(ids.contains(&id), "{id}");
    }
    assert_eq!(ids.len(), 5);
}

#[test]
fn causes_are_ordered_by_what_points_to_them() {
    let first = |line: &str| causes(line)[0].0;
    assert_eq!(first("onset=effort pattern=moving,rest,tight"), "strain");
    assert_eq!(
        first("place=neck onset=posture care=sits pattern=move"),
        "posture"
    );
    assert_eq!(first("nerves=below-knee,leg-numb,leg-worse"), "disc");
    assert_eq!(first("danger=blow"), "injury");
    assert_eq!(first("age=16 onset=sport pattern=arching"), "slip");
    assert_eq!(first("age=75 pattern=standing,sit"), "narrow-canal");
    assert_eq!(first("place=neck arms=arm-pain,arm-numb"), "neck-nerve");
    assert_eq!(first("place=neck onset=woke"), "wry-neck");
    assert_eq!(first("age=78 conditions=steroids onset=small"), "crack");
    assert_eq!(
        first("danger=pregnant nerves=thigh place=buttock,low"),
        "pelvic-girdle"
    );
    assert_eq!(first("place=side signs=blood,restless"), "kidney");
    assert_eq!(
        first("long=more stiff=under35,morning,family place=buttock"),
        "inflammation"
    );
}

#[test]
fn a_cause_names_what_speaks_for_it_and_against_it() {
    let strain = causes("onset=effort nerves=below-knee pattern=moving,night")
        .into_iter()
        .find(|(id, ..)| *id == "strain");
    assert_eq!(strain, Some(("strain", 2, 2)));
    // What speaks against a cause puts it behind one with less for it.
    let ids: Vec<_> =
        causes("onset=effort,posture care=sits pattern=moving,rest,constant,unchanged")
            .into_iter()
            .map(|(id, ..)| id)
            .collect();
    assert_eq!(ids[0], "posture");
}

#[test]
fn how_long_it_has_been_there_is_a_span_of_days() {
    let day = |long: &str| PainDay::said(&replay(&answers(&format!("long={long}"))).findings);
    let spans = ["2w", "4w", "6w", "3m", "more"].map(|long| day(long).expect("said"));
    assert_eq!(spans.map(PainDay::first), [1, 15, 29, 43, 92]);
    assert_eq!(
        spans.map(PainDay::last),
        [Some(14), Some(28), Some(42), Some(91), None]
    );
    assert_eq!(PainDay::said(&Findings::default()), None);
    assert_eq!(
        (PainDay::Timed(3).first(), PainDay::Timed(3).last()),
        (3, Some(3))
    );
}

#[test]
fn each_place_has_its_own_course() {
    let places = |line: &str| -> Vec<Finding> {
        let courses = courses(&replay(&answers(line)).findings);
        courses.into_iter().map(|course| course.place).collect()
    };
    assert_eq!(places("place=neck"), [Finding::Neck]);
    assert_eq!(places("place=low,neck"), [Finding::LowBack, Finding::Neck]);
    assert!(places("place=none").is_empty());
}

#[test]
fn a_typed_number_is_whole_and_in_its_range() {
    let age = super::question("age");
    for (text, number) in [("0", Some(0)), (" 72 ", Some(72)), ("120", Some(120))] {
        assert_eq!(age.number(text), number, "{text}");
    }
    for text in ["121", "-1", "3.5", "", "old", "70000"] {
        assert_eq!(age.number(text), None, "{text}");
    }
    assert_eq!(super::question("place").number("3"), None);
}

/// "None of these" denies only what was put: what comes to be put later is asked.
#[test]
fn what_comes_to_be_put_is_asked_again() {
    let mut given = completed(answers("place=neck nerves=leg-numb"));
    let put = |given: &Answers, id: &str| given.to(id).cloned();
    interview::answer(&mut given, "place", Answer::of(&["low", "neck"]));
    assert_eq!(
        put(&given, "signs"),
        None,
        "tummy and pulse were not put to a neck"
    );
    assert_eq!(
        put(&given, "arms"),
        Some(Answer::of(&[NONE])),
        "nothing new"
    );
    assert_eq!(
        put(&given, "nerves"),
        Some(Answer::of(&["leg-numb"])),
        "ticks stay"
    );
    // The question itself is answered as it was just now.
    interview::answer(&mut given, "place", Answer::of(&[NONE]));
    assert_eq!(put(&given, "place"), Some(Answer::of(&[NONE])));
}

#[test]
fn an_age_or_a_sex_alone_points_to_nothing() {
    let toward = |line: &str, id: &str| {
        let found = replay(&answers(line)).findings;
        let all = possible(&found);
        let cause = all.iter().find(|one| one.cause.id == id).expect("named");
        cause.toward.iter().count()
    };
    assert_eq!(toward("age=40 sex=male", "disc"), 0);
    assert_eq!(toward("age=17", "slip"), 0);
    assert_eq!(toward("age=40 sex=male pattern=straining", "disc"), 2);
    // Nor does it put one cause before another.
    let order = |line: &str| -> Vec<&str> {
        let found = replay(&answers(line)).findings;
        possible(&found).iter().map(|one| one.cause.id).collect()
    };
    assert_eq!(order("age=40 sex=male"), order("age=22"));
}

#[test]
fn a_cause_is_named_when_it_may_be_and_something_points_to_it() {
    let named = |line: &str, id: &str| causes(line).iter().any(|(named, ..)| *named == id);
    // It may be, and nothing points to it.
    assert!(!named("long=more stiff=under45", "inflammation"));
    assert!(named("long=more stiff=under45,morning", "inflammation"));
    // Something points to it, and it cannot be.
    assert!(!named("place=buttock", "pelvic-girdle"));
    // What is pointed to stands before what is not, however much points away from it.
    let against = causes("nerves=leg-numb,leg-weak,below-knee pattern=tight,constant,night");
    let place = |id: &str| against.iter().position(|(named, ..)| *named == id);
    assert_eq!(against[place("strain").expect("named")].1, 1);
    assert!(place("strain") < place("injury"));
}
