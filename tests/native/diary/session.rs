//! Guided relief and the timers: right by moments alone, whatever becomes of the page or the clock.

use proptest::prelude::*;

use unknot::diary::json::ReadError;
use unknot::diary::moment::Moment;
use unknot::diary::session::{Breath, Phase, Session, Step, breath, phase, reading_time};
use unknot::diary::timer::{HeatOrIce, LONGEST, Timer};
use unknot::diary::watch::Watch;
use unknot::guide::content::movements::MOVEMENTS;
use unknot::guide::movements::movement;

use super::any::cases;
use super::{episode_id, item, second};

fn steps() -> Vec<Step> {
    vec![
        Step::Position,
        Step::Breathing,
        Step::Movement(movement("pelvic-tilt").expect("a movement")),
        Step::Next,
    ]
}

#[test]
fn a_watch_counts_by_moments() {
    let mut watch = Watch::begun(&second(0));
    assert_eq!(watch.elapsed(&second(0)), 0);
    // Nobody looked for forty minutes: the page was hidden, or the phone asleep.
    assert_eq!(watch.elapsed(&second(2400)), 2400);
    watch.pause(&second(10), true);
    assert!(watch.is_paused());
    assert_eq!(watch.elapsed(&second(500)), 10);
    watch.pause(&second(500), false);
    assert_eq!(watch.elapsed(&second(503)), 13);
}

#[test]
fn a_clock_that_is_set_back_takes_nothing_away() {
    let mut watch = Watch::begun(&second(0));
    assert!(!watch.observe(&second(100)));
    // An hour back: what had gone by counts, and it goes on from here.
    assert!(watch.observe(&second(-3500)));
    assert_eq!(watch.elapsed(&second(-3500)), 100);
    assert_eq!(watch.elapsed(&second(-3400)), 200);
    // Not noticed yet: it never runs backward.
    let unseen = Watch::begun(&second(0));
    assert_eq!(unseen.elapsed(&second(-50)), 0);
    // Paused, a clock set back changes nothing.
    let mut paused = Watch::begun(&second(0));
    paused.pause(&second(7), true);
    paused.observe(&second(-900));
    assert_eq!(paused.elapsed(&second(-900)), 7);
    paused.pause(&second(-900), false);
    assert_eq!(paused.elapsed(&second(-899)), 8);
}

#[test]
fn a_timer_runs_out_when_it_should_and_never_runs_long() {
    let timer = |minutes| Timer::begun(HeatOrIce::Heat, minutes, &second(0), None);
    let heat = timer(15);
    assert_eq!(heat.left(&second(0)), 900);
    assert_eq!(heat.left(&second(899)), 1);
    assert_eq!(heat.left(&second(900)), 0);
    assert_eq!(heat.left(&second(2400)), 0);
    assert_eq!(timer(200).minutes, LONGEST);
    assert_eq!(timer(0).minutes, 1);
    // Set back by ten minutes after five: ten are left, not twenty.
    let mut back = timer(15);
    back.watch.observe(&second(300));
    back.watch.observe(&second(-300));
    assert_eq!(back.left(&second(-300)), 600);
}

#[test]
fn a_session_goes_on_and_back_and_notes_what_was_done() {
    let steps = steps();
    let mut session = Session::begun(&second(0));
    let turn = |session: &mut Session, forward, did, expected: &str| {
        session.turn(&steps, forward, did, &second(60));
        assert_eq!(session.step, expected);
        assert_eq!(session.watch.elapsed(&second(60)), 0);
    };
    turn(&mut session, false, false, "position");
    turn(&mut session, true, true, "breathing");
    turn(&mut session, true, true, "pelvic-tilt");
    // Skipped before it was held: it does not count.
    turn(&mut session, true, false, "next");
    assert!(session.done.is_empty());
    turn(&mut session, false, true, "pelvic-tilt");
    turn(&mut session, true, true, "next");
    assert_eq!(session.done, ["pelvic-tilt"]);
    turn(&mut session, true, true, "next");
    assert_eq!(session.done, ["pelvic-tilt"]);
}

#[test]
fn a_session_is_noted_from_when_it_began() {
    let mut session = Session::begun(&second(0));
    let noted = |session: &Session, now| {
        let treatment = session.treatment(item(), &second(now));
        (treatment.kind.clone(), treatment.at, treatment.relief)
    };
    assert_eq!(noted(&session, 300), ("rest".to_string(), second(0), None));
    session.done.push("walk".to_string());
    assert_eq!(noted(&session, 300).0, "stretching");
    // Set back meanwhile: now, and not after it.
    assert_eq!(noted(&session, -60).1, second(-60));
}

#[test]
fn a_step_that_is_no_longer_offered_gives_the_first() {
    let steps = steps();
    let mut session = Session::begun(&second(0));
    session.step = "press-up".to_string();
    assert_eq!(session.place(&steps), 0);
    session.turn(&steps, true, false, &second(1));
    assert_eq!(session.step, "breathing");
    session.turn(&[], true, false, &second(2));
    assert_eq!(session.step, "breathing");
}

#[test]
fn a_session_that_was_left_is_kept_for_three_hours() {
    let mut session = Session::begun(&second(0));
    assert!(!session.is_old(&second(3 * 3600)));
    assert!(session.is_old(&second(3 * 3600 + 1)));
    session.watch.pause(&second(100), true);
    assert!(session.is_old(&second(100 + 3 * 3600 + 1)));
}

#[test]
fn a_movement_is_held_and_rested_in_turn() {
    let rolls = movement("knee-rolls").expect("a movement");
    assert_eq!((rolls.hold, rolls.turns), (6, 4));
    assert_eq!(phase(rolls, -1), Phase::Ready);
    assert_eq!(phase(rolls, 0), Phase::Hold(1, 6));
    assert_eq!(phase(rolls, 5), Phase::Hold(1, 1));
    assert_eq!(phase(rolls, 6), Phase::Rest(1));
    assert_eq!(phase(rolls, 9), Phase::Rest(1));
    assert_eq!(phase(rolls, 10), Phase::Hold(2, 6));
    assert_eq!(phase(rolls, 35), Phase::Hold(4, 1));
    assert_eq!(phase(rolls, 36), Phase::Done);
    assert_eq!(phase(rolls, 1_000_000), Phase::Done);
    for one in MOVEMENTS {
        assert!(one.hold > 0 && one.turns > 0, "{}", one.id);
        assert_eq!(phase(one, 0), Phase::Hold(1, i64::from(one.hold)));
    }
    assert!(reading_time(130) == 14);
}

#[test]
fn the_breath_begins_shorter_and_becomes_six_a_minute() {
    let at = |second, inward, count, of| {
        assert_eq!(breath(second), Breath { inward, count, of }, "{second}");
    };
    at(0, true, 1, 4);
    at(3, true, 4, 4);
    at(4, false, 1, 4);
    at(7, false, 4, 4);
    at(47, false, 4, 4);
    at(48, true, 1, 5);
    at(52, true, 5, 5);
    at(53, false, 1, 5);
    at(57, false, 5, 5);
    at(58, true, 1, 5);
    let inward = (48..108).filter(|n| breath(*n).inward && breath(*n).count == 1);
    assert_eq!(inward.count(), 6);
}

fn any_watch() -> impl Strategy<Value = Watch> {
    (
        0..2_000_000_000_i64,
        prop::collection::vec((0..100_000_i64, any::<bool>()), 0..5),
    )
        .prop_map(|(start, pauses)| {
            let moment = |seconds: i64| -> Moment {
                chrono::DateTime::from_timestamp(seconds, 0)
                    .expect("a time")
                    .fixed_offset()
            };
            let mut watch = Watch::begun(&moment(start));
            for (after, pause) in pauses {
                watch.pause(&moment(start + after), pause);
            }
            watch
        })
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn what_is_stored_is_read_again(
        watch in any_watch(),
        begun in 0..2_000_000_000_i64,
        step in "[a-z-]{1,20}",
        done in prop::collection::vec("[a-z-]{1,12}", 0..4),
        minutes in 1..=LONGEST,
        rang in any::<bool>(),
        noted in any::<bool>(),
    ) {
        let session = Session { begun, step, watch, done };
        prop_assert_eq!(Session::decode(&session.encode()), Ok(session));
        for kind in HeatOrIce::ALL {
            let noted = noted.then(|| (episode_id("mf3k-0a1z"), item()));
            let timer = Timer { kind, minutes, watch, noted, rang };
            prop_assert_eq!(Timer::decode(&timer.encode()), Ok(timer));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,60}") {
        let _ = Session::decode(&text);
        let _ = Timer::decode(&text);
    }

    /// However the clock jumps, a watch that is looked at never runs backward.
    #[test]
    fn a_watch_never_runs_backward(jumps in prop::collection::vec(-5000..5000_i64, 1..30)) {
        let mut watch = Watch::begun(&second(0));
        let (mut now, mut before) = (0, 0);
        for jump in jumps {
            now += jump;
            watch.observe(&second(now));
            let elapsed = watch.elapsed(&second(now));
            prop_assert!(elapsed >= before);
            before = elapsed;
        }
    }
}

#[test]
fn what_is_stored_wrongly_is_refused() {
    for text in [
        "",
        "1 1 0 1 position ",
        "3 1 1 0 1 position ",
        "2 x 1 0 1 position ",
        "2 1 x 0 1 position ",
        "2 1 1 -5 1 position ",
        "2 1 1 0 99999999999999999999 position ",
        "{",
    ] {
        let read = Session::decode(text);
        assert!(
            matches!(read, Err(ReadError::Damaged(_))),
            "{text:?}: {read:?}"
        );
    }
    for text in [
        "1 heat 15 1 0 1 - 0",
        "1 massage 15 1 0 1 - 0 -",
        "1 heat 21 1 0 1 - 0 -",
        "1 heat 0 1 0 1 - 0 -",
        "1 heat 15 1 0 1 - 5 No id",
        r#"{"kind":"heat""#,
    ] {
        let read = Timer::decode(text);
        assert!(
            matches!(read, Err(ReadError::Damaged(_))),
            "{text:?}: {read:?}"
        );
    }
}

const SESSION: &str = r#"{"begun":7,"step":"pelvic-tilt","watch":{"since":null,"spent":3,"seen":9},"done":["cat-camel"]}"#;
const TIMER: &str = r#"{"kind":"heat","minutes":15,"watch":{"since":1,"spent":0,"seen":1},"noted":["mf3k-0a1z",5],"rang":false}"#;

#[test]
fn the_stored_forms_are_as_they_are() {
    for (text, old) in [
        (SESSION, "2 7 - 3 9 pelvic-tilt cat-camel"),
        (
            &SESSION.replace("cat-camel\"]", "cat-camel\",\"x\"]"),
            "2 7 - 3 9 pelvic-tilt cat-camel,x",
        ),
    ] {
        let session = Session::decode(text).expect("read");
        assert_eq!(session.encode(), text);
        // As version 0.1 stored it.
        assert_eq!(Session::decode(old), Ok(session));
    }
    let timer = Timer::decode(TIMER).expect("read");
    assert_eq!(timer.encode(), TIMER);
    assert_eq!(Timer::decode("1 heat 15 1 0 1 - 5 mf3k-0a1z"), Ok(timer));
    assert!(
        Timer::decode("1 ice 10 1 0 1 rang 0 -")
            .is_ok_and(|timer| timer.rang && timer.noted.is_none())
    );
}

/// Of what another version wrote it is known that it is not damaged.
#[test]
fn what_another_version_wrote_is_told_apart() {
    for (piece, other) in [
        ("\"begun\":7", "\"begun\":-7"),
        ("\"seen\":9", "\"seen\":9,\"laps\":2"),
        ("\"spent\":3", "\"spent\":99999999999999"),
        ("\"since\":null", "\"since\":-1"),
        ("\"done\"", "\"did\""),
    ] {
        assert!(SESSION.contains(piece));
        let read = Session::decode(&SESSION.replace(piece, other));
        assert!(
            matches!(read, Err(ReadError::Unknown(_))),
            "{other}: {read:?}"
        );
    }
    for (piece, other) in [
        ("heat", "massage"),
        ("15", "21"),
        ("15", "0"),
        ("mf3k-0a1z", "No id"),
    ] {
        let read = Timer::decode(&TIMER.replace(piece, other));
        assert!(
            matches!(read, Err(ReadError::Unknown(_))),
            "{other}: {read:?}"
        );
    }
}
