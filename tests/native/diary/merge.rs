//! Copies of one record on several devices, and the record that they merge to: the laws over random histories,
//! and each loss that was seen between two devices.

use chrono::TimeDelta;
use proptest::collection::vec;
use proptest::prelude::*;

use unknot::diary::checkup::Checkup;
use unknot::diary::day::{Day, Scale, Work};
use unknot::diary::episode::{Episode, Relief, Treatment};
use unknot::diary::facts::{self, merge, stamp};
use unknot::diary::field::Field;
use unknot::diary::history::History;
use unknot::diary::id::ItemId;
use unknot::diary::marks::MarkKind;
use unknot::diary::merge::merge_encoded;
use unknot::diary::moment::Moment;
use unknot::diary::place::Place;
use unknot::diary::profile::Profile;
use unknot::diary::programme::Programme;
use unknot::diary::settings::Settings;
use unknot::diary::stamp::Device;
use unknot::diary::stored::{Record, Tombstone, decode, encode};
use unknot::guide::answers::{Answer, NONE};
use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::interview::{Kind as QuestionKind, Question, replay};

use super::any::cases;
use super::{begun, checkup_id, date, episode_id, minute, second, severity};

/// A record as `device` made it at `now` from `base`.
fn acted(base: Option<&Record>, mut mine: Record, now: Moment, device: u32) -> Record {
    stamp(base, &mut mine, &now, Device::of(device));
    mine
}

/// The record after an act that alters it.
fn after(base: &Record, now: Moment, device: u32, alter: impl FnOnce(&mut Record)) -> Record {
    let mut mine = base.clone();
    alter(&mut mine);
    acted(Some(base), mine, now, device)
}

fn alter_episode(episode: &mut Episode, what: u8, n: u8, now: Moment) {
    let id = ItemId::of(u32::from(n % 3));
    match what {
        0 => episode.notes = ["", "one", "two", "one and two"][usize::from(n % 4)].to_string(),
        1 => episode.end = (!n.is_multiple_of(3)).then_some(now),
        2 => episode.toggle(Place::all().nth(usize::from(n % 15)).expect("fifteen")),
        3 => episode
            .marks
            .toggle(MarkKind::Trigger, ["cold", "stress"][usize::from(n % 2)]),
        4 => episode.rate(id, now, severity(n % 11)),
        5 if episode.treatment(id).is_none() => {
            episode.treatments.push(Treatment::begun(id, "heat", now));
        }
        5 | 6 => episode.remove(id),
        7 => episode.rate_treatment(id, Relief::new((n % 11) as i8).expect("0 to 10"), now),
        8 => episode.deleted = n.is_multiple_of(2).then_some(now),
        _ => episode.start = now,
    }
}

fn alter_day(day: &mut Day, what: u8, n: u8) {
    match what {
        0 => day.notes = ["", "one", "two"][usize::from(n % 3)].to_string(),
        1 => day.pain = (!n.is_multiple_of(4)).then(|| severity(n % 11)),
        2 => day.scales[Scale::Sleep as usize] = (!n.is_multiple_of(4)).then_some(n % 11),
        3 => day.say_trigger(
            ["cold", "stress"][usize::from(n % 2)],
            [Some(true), Some(false), None][usize::from(n % 3)],
        ),
        4 => unknot::diary::marks::toggle(&mut day.markers, ["chair", "bed"][usize::from(n % 2)]),
        5 => day.work = Work::ALL.get(usize::from(n % 5)).copied(),
        6 => day.peg = n.is_multiple_of(2).then_some([n % 11, 0, 10]),
        7 => day.roland_morris = n.is_multiple_of(2).then(|| u32::from(n)),
        _ => day.no_spasm = !day.no_spasm,
    }
}

/// Answers of which some make an emergency, some complete the check, and some take both back; and what the person
/// says became of it.
fn alter_checkup(checkup: &mut Checkup, what: u8, n: u8, now: Moment) {
    match what {
        0 => {
            let episode = ["a", "b"][usize::from(n % 2)];
            checkup.episode = Some(episode_id(episode));
        }
        1 | 2 => checkup.settle(n.is_multiple_of(2), now),
        // An older version of the guide asked.
        3 if n.is_multiple_of(8) => checkup.guide = checkup.guide.saturating_sub(1),
        // Everything that is open gets a harmless answer: only so is a check-up ever finished.
        4 | 5 => {
            while let Some(question) = replay(&checkup.answers).next() {
                checkup.answer(question.id, harmless(question), now);
            }
        }
        6 => {
            let answered: Vec<String> = checkup
                .answers
                .iter()
                .map(|(id, _)| id.to_string())
                .collect();
            if let Some(question) = answered.get(usize::from(n) % answered.len().max(1)) {
                checkup.answer(question, Answer::of(&[]), now);
            }
        }
        _ => {
            let question = &QUESTIONS[usize::from(n % 3)];
            if let Some(choice) = question
                .choices
                .get(usize::from(n / 3) % question.choices.len().max(1))
            {
                let answer = checkup.answers.to(question.id).cloned();
                let answer = answer.unwrap_or(Answer::of(&[])).toggled(choice.id);
                checkup.answer(question.id, answer, now);
            }
        }
    }
}

fn harmless(question: &Question) -> Answer {
    let choices = question.choices;
    let none = choices.iter().find(|choice| choice.id == NONE);
    match (question.kind, none.or(choices.last())) {
        (QuestionKind::Number { min, max, .. }, _) => Answer::Number((min + max) / 2),
        (_, Some(choice)) => Answer::of(&[choice.id]),
        (_, None) => unreachable!("a question without choices"),
    }
}

fn alter(record: &mut Record, what: u8, n: u8, now: Moment) {
    let choices = ["diabetes", "osteoporosis", NONE];
    match record {
        Record::Episode(episode) if what == 10 && n.is_multiple_of(4) => {
            *record = tombstone(&episode.id.clone());
        }
        Record::Episode(episode) => alter_episode(episode, what % 10, n, now),
        Record::Day(day) => alter_day(day, what % 9, n),
        Record::Profile(profile) if n.is_multiple_of(4) => {
            profile.answers.give("age", Answer::Number(u16::from(n)));
        }
        Record::Profile(profile) => {
            let answer = profile.answers.to("conditions").cloned();
            let answer = answer.unwrap_or(Answer::of(&[]));
            let answer = answer.toggled(choices[usize::from(n % 3)]);
            profile.answers.give("conditions", answer);
        }
        Record::Programme(programme) => match what % 3 {
            0 => unknot::diary::marks::toggle(
                &mut programme.movements,
                ["bridge", "cat"][usize::from(n % 2)],
            ),
            1 => programme.weekdays ^= 1 << (n % 7),
            _ => programme.minute = u16::from(n),
        },
        Record::Settings(settings) => {
            settings.set(
                ["region", "number"][usize::from(what % 2)],
                ["", "a", "b"][usize::from(n % 3)],
            );
        }
        Record::Checkup(checkup) => alter_checkup(checkup, what, n, now),
        // Said anew by someone who keeps it.
        Record::Tombstone(stone) if n.is_multiple_of(3) => {
            *record = Record::Episode(begun(stone.id.as_str(), now));
        }
        Record::Tombstone(_) => {}
    }
}

fn tombstone(id: &unknot::diary::id::EpisodeId) -> Record {
    Record::Tombstone(Tombstone {
        id: id.clone(),
        revision: 0,
        history: History::default(),
    })
}

/// What happens to three copies: an act on one of them, or one takes over what another has.
#[derive(Debug, Clone)]
enum Step {
    Act {
        copy: usize,
        what: u8,
        n: u8,
        seconds: i64,
    },
    Merge {
        into: usize,
        from: usize,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let act = (
        0..3_usize,
        0..11_u8,
        any::<u8>(),
        prop_oneof![-900..900_i64, 0..3_i64],
    );
    prop_oneof![
        4 => act.prop_map(|(copy, what, n, seconds)| Step::Act { copy, what, n, seconds }),
        1 => (0..3_usize, 0..3_usize).prop_map(|(into, from)| Step::Merge { into, from }),
    ]
}

/// A record as it begins: by an act, or in the form that it had before there were stamps.
fn first() -> impl Strategy<Value = Record> {
    let episode = Record::Episode(begun("a", minute(0)));
    let records = vec![
        episode.clone(),
        episode,
        Record::Day(Day::empty(date("2026-11-22"))),
        Record::Profile(Profile::default()),
        Record::Programme(Programme::default()),
        Record::Settings(Settings::default()),
        Record::Checkup(Checkup::begun(checkup_id("a"), minute(0), None)),
    ];
    (proptest::sample::select(records), any::<bool>()).prop_map(|(record, is_stamped)| {
        if is_stamped {
            acted(None, record, minute(0), 1)
        } else {
            record
        }
    })
}

/// Three copies of one record after some steps. Clocks go on by the seconds of each act, and back.
fn copies() -> impl Strategy<Value = [Record; 3]> {
    copies_of(first())
}

fn copies_of(first: impl Strategy<Value = Record>) -> impl Strategy<Value = [Record; 3]> {
    (first, vec(step(), 0..14)).prop_map(|(record, steps)| {
        let mut copies = [record.clone(), record.clone(), record];
        let mut now = minute(1);
        for step in steps {
            match step {
                Step::Act {
                    copy,
                    what,
                    n,
                    seconds,
                } => {
                    now += TimeDelta::seconds(seconds);
                    copies[copy] = after(&copies[copy], now, copy as u32, |record| {
                        alter(record, what, n, now);
                    });
                }
                Step::Merge { into, from } => copies[into] = merge(&copies[into], &copies[from]),
            }
        }
        copies
    })
}

/// Every value of a record that is shown or kept as an earlier one.
fn known(record: &Record) -> Vec<(Field, String)> {
    let mut known = facts::values(record);
    let earlier = record.history().earlier_values();
    known.extend(earlier.map(|one| (one.field.clone(), one.value.clone())));
    for one in &record.history().earlier {
        if let Field::Said(field) = &one.field {
            known.push(((**field).clone(), one.value.clone()));
        }
    }
    known
}

/// Whether a value may go without a trace: it says nothing once something else was said.
fn is_last_word(field: &Field) -> bool {
    matches!(field, Field::Deleted | Field::Verdict)
        || matches!(field, Field::Choice(_, choice) if choice == NONE)
}

/// Of two devices that began one check-up apart, or of one.
fn checkups() -> impl Strategy<Value = Record> {
    any::<bool>().prop_map(|is_stamped| {
        let record = Record::Checkup(Checkup::begun(checkup_id("a"), minute(0), None));
        if is_stamped {
            acted(None, record, minute(0), 1)
        } else {
            record
        }
    })
}

fn laws_hold(a: &Record, b: &Record, c: &Record) -> Result<(), TestCaseError> {
    prop_assert_eq!(&merge(a, a), a);
    prop_assert_eq!(merge(a, b), merge(b, a));
    prop_assert_eq!(merge(&merge(a, b), c), merge(a, &merge(b, c)));
    let both = merge(a, b);
    prop_assert_eq!(&merge(&both, a), &both);
    prop_assert_eq!(&merge(&both, b), &both);
    // As texts too.
    let texts = [a, b, c].map(encode);
    let text = |one: &str, other: &str| merge_encoded(&a.key(), one, other).expect("readable");
    prop_assert_eq!(text(&texts[0], &texts[1]), encode(&both));
    prop_assert_eq!(
        text(&text(&texts[0], &texts[1]), &texts[2]),
        text(&texts[0], &text(&texts[1], &texts[2]))
    );
    prop_assert_eq!(decode(&both.key(), &encode(&both)), Ok(both));
    Ok(())
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn a_merge_is_commutative_associative_and_idempotent([a, b, c] in copies()) {
        laws_hold(&a, &b, &c)?;
    }

    /// The result follows from the answers of all copies, and from nothing else that one of them concluded alone.
    #[test]
    fn check_ups_merge_by_the_same_laws([a, b, c] in copies_of(checkups())) {
        laws_hold(&a, &b, &c)?;
    }

    #[test]
    fn each_value_that_only_one_side_had_is_in_the_result([a, b, _] in copies()) {
        let both = merge(&a, &b);
        if matches!(both, Record::Tombstone(_)) {
            return Ok(());
        }
        let purged = both.history().purged;
        let known = known(&both);
        for side in [&a, &b] {
            for (field, value) in facts::values(side) {
                let is_known = known.iter().any(|(of, there)| *of == field && *there == value);
                // The device that said it has corrected it since.
                let corrected = Field::Corrected(Box::new(field.clone()));
                let is_corrected = both.history().earlier.iter().any(|one| one.field == corrected);
                prop_assert!(is_known || is_corrected || is_last_word(&field) || purged.is_some(), "{:?} {} of {:?}", field, value, both);
            }
        }
    }

    #[test]
    fn the_last_act_is_shown_after_it_was_merged_with_anything([a, b, _] in copies(), n in any::<u8>()) {
        let Record::Day(_) = a else { return Ok(()) };
        let seen = merge(&a, &b);
        let later = after(&seen, minute(0), 2, |record| {
            let Record::Day(day) = record else { unreachable!() };
            day.pain = Some(severity(n % 11));
        });
        for other in [&a, &b] {
            let Record::Day(day) = merge(&later, other) else { unreachable!() };
            prop_assert_eq!(day.pain, Some(severity(n % 11)));
        }
    }
}

fn episode(record: &Record) -> &Episode {
    match record {
        Record::Episode(episode) => episode,
        other => panic!("not an episode: {other:?}"),
    }
}

fn day(record: &Record) -> &Day {
    match record {
        Record::Day(day) => day,
        other => panic!("not a day: {other:?}"),
    }
}

fn new_episode() -> Record {
    acted(None, Record::Episode(begun("a", minute(0))), minute(0), 1)
}

fn new_day() -> Record {
    acted(
        None,
        Record::Day(Day::empty(date("2026-11-22"))),
        minute(0),
        1,
    )
}

fn change_day(base: &Record, now: Moment, device: u32, alter: impl FnOnce(&mut Day)) -> Record {
    after(base, now, device, |record| match record {
        Record::Day(day) => alter(day),
        _ => unreachable!(),
    })
}

fn change_episode(
    base: &Record,
    now: Moment,
    device: u32,
    alter: impl FnOnce(&mut Episode),
) -> Record {
    after(base, now, device, |record| match record {
        Record::Episode(episode) => alter(episode),
        _ => unreachable!(),
    })
}

#[test]
fn an_illness_ticked_on_one_device_survives_an_age_given_on_the_other() {
    let with = |question: &str, answer, now, device| {
        let mut profile = Profile::default();
        profile.answers.give(question, answer);
        acted(None, Record::Profile(profile), now, device)
    };
    let here = with("age", Answer::Number(43), minute(5), 1);
    let there = with(
        "conditions",
        Answer::of(&["ankylosing-spondylitis"]),
        minute(1),
        2,
    );
    let Record::Profile(both) = merge(&here, &there) else {
        unreachable!()
    };
    assert_eq!(both.answers.to("age"), Some(&Answer::Number(43)));
    assert_eq!(
        both.answers.to("conditions"),
        Some(&Answer::of(&["ankylosing-spondylitis"]))
    );
}

#[test]
fn a_note_typed_letter_by_letter_does_not_empty_the_pain_and_the_night_of_the_other_device() {
    let here = change_day(&new_day(), minute(1), 1, |day| {
        day.pain = Some(severity(6));
        day.scales[Scale::Sleep as usize] = Some(3);
    });
    let mut there = new_day();
    for end in 1..=12 {
        there = change_day(&there, minute(2), 2, |day| {
            day.notes = "a long night"[..end].to_string()
        });
    }
    let both = merge(&here, &there);
    let both = day(&both);
    assert_eq!(
        (both.pain, both.scale(Scale::Sleep)),
        (Some(severity(6)), Some(3))
    );
    assert_eq!(both.notes, "a long night");
    assert_eq!(both.history.earlier_values().count(), 0);
}

#[test]
fn of_two_values_the_later_one_is_shown_and_the_other_can_be_taken_back() {
    let here = change_day(&new_day(), minute(1), 1, |day| day.pain = Some(severity(2)));
    let there = change_day(&new_day(), minute(2), 2, |day| day.pain = Some(severity(7)));
    let mut both = merge(&here, &there);
    assert_eq!(day(&both).pain, Some(severity(7)));
    let earlier: Vec<_> = both.history().earlier_values().cloned().collect();
    assert_eq!(earlier.len(), 1);
    let before = both.clone();
    assert!(facts::set(
        &mut both,
        &earlier[0].field,
        Some(&earlier[0].value)
    ));
    let back = acted(Some(&before), both, minute(3), 1);
    assert_eq!(day(&merge(&back, &there)).pain, Some(severity(2)));
}

#[test]
fn unticking_and_emptying_are_values_too() {
    let ticked = change_episode(&new_episode(), minute(1), 1, |episode| {
        episode.marks.toggle(MarkKind::Trigger, "cold");
        episode.notes = "typed".to_string();
    });
    let unticked = change_episode(&ticked, minute(10), 2, |episode| {
        episode.marks.toggle(MarkKind::Trigger, "cold");
        episode.notes = String::new();
    });
    let both = merge(&ticked, &unticked);
    assert!(!episode(&both).marks.has(MarkKind::Trigger, "cold"));
    assert_eq!(episode(&both).notes, "");
    assert!(known(&both).contains(&(Field::Notes, "typed".to_string())));
}

#[test]
fn an_end_beats_no_end_unless_it_was_reopened_later() {
    let running = change_episode(&new_episode(), minute(9), 2, |episode| {
        episode.notes = "still".to_string()
    });
    let ended = change_episode(&new_episode(), minute(5), 1, |episode| {
        episode.ease(minute(5))
    });
    assert_eq!(episode(&merge(&running, &ended)).end, Some(minute(5)));
    let reopened = change_episode(&ended, minute(6), 1, Episode::reopen);
    assert_eq!(episode(&merge(&reopened, &ended)).end, None);
}

#[test]
fn of_a_deletion_and_a_change_the_later_act_counts() {
    let base = new_episode();
    let deleted = change_episode(&base, minute(5), 1, |episode| {
        episode.deleted = Some(minute(5))
    });
    let before = change_episode(&base, minute(4), 2, |episode| {
        episode.notes = "before".to_string()
    });
    let later = change_episode(&base, minute(6), 2, |episode| {
        episode.notes = "later".to_string()
    });
    let both = merge(&deleted, &before);
    assert_eq!(
        (episode(&both).deleted, &*episode(&both).notes),
        (Some(minute(5)), "before")
    );
    assert_eq!(episode(&merge(&deleted, &later)).deleted, None);
    // One that is changed while it lies in the trash stays there.
    let joined = change_episode(&deleted, minute(7), 1, |episode| {
        episode.notes = "joined".to_string()
    });
    assert_eq!(episode(&joined).deleted, Some(minute(5)));
    assert_eq!(episode(&merge(&joined, &later)).deleted, Some(minute(5)));
}

#[test]
fn nothing_said_before_a_deletion_for_good_comes_back_but_it_can_be_said_anew() {
    let base = new_episode();
    let gone = acted(Some(&base), tombstone(&episode_id("a")), minute(5), 1);
    assert!(matches!(gone, Record::Tombstone(_)));
    for minutes in [4, 6] {
        let unaware = change_episode(&base, minute(minutes), 2, |episode| {
            episode.notes = "x".to_string()
        });
        assert!(matches!(merge(&gone, &unaware), Record::Tombstone(_)));
    }
    let kept = acted(Some(&gone), base.clone(), minute(8), 2);
    assert_eq!(episode(&merge(&gone, &kept)).start, minute(0));
    // What is left is short: the id stands in the key.
    let text = encode(&gone);
    assert!(text.len() <= 60, "{text}");
}

#[test]
fn a_removed_treatment_stays_out_unless_more_was_said_of_it_later() {
    let id = ItemId::of(1);
    let tried = change_episode(&new_episode(), minute(1), 1, |episode| {
        episode
            .treatments
            .push(Treatment::begun(id, "heat", minute(1)));
    });
    let removed = change_episode(&tried, minute(5), 1, |episode| episode.remove(id));
    assert!(episode(&merge(&removed, &tried)).treatments.is_empty());
    let relief = Relief::new(6).expect("6");
    let rated = change_episode(&tried, minute(6), 2, |episode| {
        episode.rate_treatment(id, relief, minute(6))
    });
    let both = merge(&removed, &rated);
    assert_eq!(
        episode(&both).treatment(id).and_then(|one| one.relief),
        Some(relief)
    );
}

#[test]
fn a_tick_said_later_stands_instead_of_none_of_these() {
    let with = |choices: &[&str], now, device| {
        let mut profile = Profile::default();
        profile.answers.give("conditions", Answer::of(choices));
        acted(None, Record::Profile(profile), now, device)
    };
    let of = |record: Record| match record {
        Record::Profile(profile) => profile.answers.to("conditions").cloned(),
        _ => unreachable!(),
    };
    let ticked = with(&["diabetes"], minute(2), 1);
    assert_eq!(
        of(merge(&with(&[NONE], minute(1), 2), &ticked)),
        Some(Answer::of(&["diabetes"]))
    );
}

#[test]
fn of_records_from_before_stamps_the_one_stored_more_often_is_shown_and_both_are_kept() {
    let old = |pain: u8, revision| {
        let text = encode(&Record::Day(Day {
            pain: Some(severity(pain)),
            revision,
            ..Day::empty(date("2026-11-22"))
        }));
        let Ok(Record::Day(mut day)) = decode("unknot/day/2026-11-22", &text) else {
            unreachable!()
        };
        day.history = History::legacy(revision);
        Record::Day(day)
    };
    let both = merge(&old(3, 9), &old(8, 2));
    assert_eq!(day(&both).pain, Some(severity(3)));
    assert!(known(&both).contains(&(Field::Pain, "8".to_string())));
    // Whatever is said from now on counts more.
    let new = change_day(&old(8, 2), minute(0), 1, |day| day.pain = Some(severity(1)));
    assert_eq!(day(&merge(&old(3, 9), &new)).pain, Some(severity(1)));
}

#[test]
fn a_clock_set_back_does_not_make_the_later_act_an_earlier_one() {
    let first = change_day(&new_day(), minute(600), 1, |day| {
        day.pain = Some(severity(2))
    });
    let second = change_day(&first, minute(-600), 1, |day| day.pain = Some(severity(9)));
    assert_eq!(day(&merge(&first, &second)).pain, Some(severity(9)));
}

#[test]
fn a_value_corrected_within_five_minutes_was_a_slip() {
    let first = change_day(&new_day(), minute(1), 1, |day| day.pain = Some(severity(2)));
    let slip = change_day(&first, second(60 + 299), 1, |day| {
        day.pain = Some(severity(3))
    });
    assert_eq!(slip.history().earlier_values().count(), 0);
    // Nor does it come back from a copy that has not heard of the correction.
    assert_eq!(merge(&slip, &first), slip);
    let later = change_day(&first, second(60 + 300), 1, |day| {
        day.pain = Some(severity(3))
    });
    assert_eq!(
        known(&later),
        [
            (Field::Pain, "3".to_string()),
            (Field::Pain, "2".to_string())
        ]
    );
}

#[test]
fn two_tabs_that_edit_one_programme_keep_both_edits() {
    let base = acted(None, Record::Programme(Programme::default()), minute(0), 1);
    let with = |device, alter: &dyn Fn(&mut Programme)| {
        after(&base, minute(1), device, |record| match record {
            Record::Programme(programme) => alter(programme),
            _ => unreachable!(),
        })
    };
    let one = with(1, &|programme| {
        programme.movements.push("bridge".to_string())
    });
    let other = with(1, &|programme| programme.weekdays = 0b101);
    let Record::Programme(both) = merge(&one, &other) else {
        unreachable!()
    };
    assert_eq!(
        (both.movements, both.weekdays),
        (vec!["bridge".to_string()], 0b101)
    );
}
