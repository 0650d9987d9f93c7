//! The cards to read: which parts are shown after which check, and that each claim has a source and no dose.

use chrono::TimeDelta;

use unknot::diary::Diary;
use unknot::diary::cards::{CardAccess, access, shows};
use unknot::diary::checkup::Checkup;
use unknot::diary::moment::Moment;
use unknot::diary::relief::gate;
use unknot::diary::stored::Record;
use unknot::guide::answers::Answers;
use unknot::guide::card::{Shown, card};
use unknot::guide::content::cards::CARDS;
use unknot::words;

use crate::guide::{answers, completed};

use super::{at, checkup_id};

const ALL: [Shown; 9] = [
    Shown::Read,
    Shown::Position,
    Shown::Breath,
    Shown::Warmth,
    Shown::Movement,
    Shown::Floor,
    Shown::StayAndCall,
    Shown::About,
    Shown::Sign,
];

fn now() -> Moment {
    at("2026-11-22T10:00:00+00:00")
}

/// A whole interview, of someone of 34 with an ordinary ache in the low back but for these answers.
fn whole(line: &str) -> Answers {
    let mut all = answers("age=34 conditions=none");
    for (question, answer) in answers(line).iter() {
        all.give(question, answer.clone());
    }
    completed(all)
}

/// A diary with one check of these answers, begun so many hours ago.
fn checked(answers: &Answers, hours: i64) -> Diary {
    let started = now() - TimeDelta::hours(hours);
    let mut checkup = Checkup::begun(checkup_id("c"), started, None);
    checkup.answers = answers.clone();
    let danger = answers.to("danger").cloned().expect("the danger check");
    checkup.answer("danger", danger, started);
    let mut diary = Diary::default();
    diary.put(Record::Checkup(checkup));
    diary
}

/// The kinds of parts that are shown.
fn shown(diary: &Diary, worse: Option<Moment>) -> Vec<Shown> {
    let gate = gate(diary, worse, &now());
    let all = ALL.into_iter();
    all.filter(|part| shows(*part, diary, &gate)).collect()
}

fn read(diary: &Diary) -> CardAccess {
    access(diary, &gate(diary, None, &now()))
}

#[test]
fn before_any_check_there_is_a_position_and_the_breath_and_nothing_more() {
    let nothing = Diary::default();
    assert_eq!(
        shown(&nothing, None),
        [Shown::Position, Shown::Breath, Shown::Sign]
    );
    assert_eq!(read(&nothing), CardAccess::CheckFirst);
    // A check of yesterday lets read, and no more.
    let old = checked(&whole("danger=none"), 30);
    assert_eq!(
        shown(&old, None),
        [Shown::Read, Shown::Position, Shown::Breath, Shown::Sign]
    );
    assert_eq!(read(&old), CardAccess::Open);
}

#[test]
fn warmth_and_the_floor_come_with_the_danger_check_and_movement_with_the_whole() {
    let danger_alone = checked(&answers("danger=none"), 1);
    assert_eq!(
        shown(&danger_alone, None),
        [
            Shown::Position,
            Shown::Breath,
            Shown::Warmth,
            Shown::Floor,
            Shown::About,
            Shown::Sign
        ]
    );
    assert_eq!(read(&danger_alone), CardAccess::CheckFirst);
    let all = checked(&whole("danger=none"), 1);
    assert_eq!(
        shown(&all, None),
        [
            Shown::Read,
            Shown::Position,
            Shown::Breath,
            Shown::Warmth,
            Shown::Movement,
            Shown::Floor,
            Shown::About,
            Shown::Sign
        ]
    );
    // "It got worse" takes it all back.
    assert_eq!(
        shown(&all, Some(now())),
        [Shown::Position, Shown::Breath, Shown::Sign]
    );
}

#[test]
fn an_emergency_leaves_only_the_sign_and_help_of_today_a_position_and_the_breath() {
    let emergency = checked(&answers("danger=pee"), 1);
    assert_eq!(shown(&emergency, None), [Shown::Sign]);
    assert_eq!(read(&emergency), CardAccess::HelpFirst);
    let today = checked(&answers("danger=unsure"), 1);
    assert_eq!(
        shown(&today, None),
        [Shown::Position, Shown::Breath, Shown::Sign]
    );
    assert_eq!(read(&today), CardAccess::HelpFirst);
    // An old one, too, until there is a newer one.
    assert_eq!(
        read(&checked(&whole("danger=none bad=severe"), 40)),
        CardAccess::HelpFirst
    );
}

#[test]
fn after_a_fall_that_is_not_sorted_out_one_stays_and_calls() {
    for line in [
        "danger=line-accident",
        "danger=accident",
        "danger=neck-hurt",
    ] {
        let parts = shown(&checked(&answers(line), 1), None);
        assert!(parts.contains(&Shown::StayAndCall), "{line}: {parts:?}");
        assert!(!parts.contains(&Shown::Floor), "{line}: {parts:?}");
        assert!(!parts.contains(&Shown::About), "{line}: {parts:?}");
    }
}

#[test]
fn answers_withhold_warmth_breath_and_movement() {
    let parts = |line: &str| shown(&checked(&whole(line), 1), None);
    assert!(!parts("danger=none care=sensation").contains(&Shown::Warmth));
    assert!(!parts("danger=none conditions=heart").contains(&Shown::Breath));
    assert!(!parts("danger=none nerves=leg-numb").contains(&Shown::Movement));
}

#[test]
fn each_claim_has_a_source_and_names_no_dose() {
    let mut seen = Vec::new();
    for one in CARDS {
        assert!(card(one.id).is_some());
        assert!(!seen.contains(&one.id), "{}", one.id);
        seen.push(one.id);
        for claim in one.parts.iter().flat_map(|part| part.claims) {
            let text = claim.words.text();
            assert!(!claim.source.title.is_empty(), "{text}");
            // Of a copy no address is shown.
            assert!(
                !claim.source.title.contains("copy") || claim.source.place.is_empty(),
                "{text}"
            );
            for word in ["safe", "cure", "guarantee", " mg", "diagnos", "%"] {
                assert!(!text.to_lowercase().contains(word), "{word} in {text}");
            }
        }
        assert_eq!(one.id == "mood", one.parts.is_empty(), "{}", one.id);
    }
    assert_eq!(seen.len(), 11);
    assert!(card("none").is_none());
}

#[test]
fn the_safety_net_is_short() {
    let net = words::cards::SAFETY_NET.text();
    assert!(net.split_whitespace().count() <= 26, "{net}");
}
