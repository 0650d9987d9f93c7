//! What an edit keeps of what was there before.

use unknot::diary::amend::amended;
use unknot::diary::episode::{Episode, Relief, Treatment};

use super::{begun, ended, item, minute, severity};

/// The episode as it is after an edit at minute 99.
fn edited(stored: &Episode, edit: impl Fn(&mut Episode)) -> Episode {
    let mut form = stored.clone();
    edit(&mut form);
    // A form knows nothing of the history.
    (form.amended, form.removed, form.revision) = (vec![], vec![], 0);
    amended(stored, form, minute(99))
}

fn earlier(episode: &Episode) -> Vec<(&str, &str)> {
    let both = |one: &unknot::diary::episode::Amended| {
        assert_eq!(one.at, minute(99));
    };
    episode.amended.iter().for_each(both);
    let told = episode.amended.iter();
    told.map(|one| (one.what.as_str(), one.was.as_str()))
        .collect()
}

#[test]
fn earlier_values_are_kept() {
    let mut stored = ended("a", minute(0), minute(10));
    stored.notes = "first".to_string();
    stored.revision = 4;
    stored.rate(item(), minute(1), severity(7));
    assert_eq!(edited(&stored, |_| {}), stored, "nothing was changed");
    let now = edited(&stored, |form| {
        form.notes = "second".to_string();
        form.start = minute(2);
        form.end = None;
        form.readings[0].severity = severity(0);
    });
    let words = |n| unknot::diary::moment::day_and_clock(&minute(n), &minute(99));
    let intensity = format!("Intensity at {}", unknot::diary::moment::clock(&minute(1)));
    assert_eq!(
        earlier(&now),
        [
            ("Start", words(0).as_str()),
            ("End", words(10).as_str()),
            ("Notes", "first"),
            (intensity.as_str(), "7"),
        ]
    );
    assert_eq!((now.revision, now.readings[0].revision), (4, 5));
    // Once more: what was kept stays, and the new value joins it.
    let again = edited(&now, |form| form.notes.clear());
    assert_eq!(earlier(&again).last(), Some(&("Notes", "second")));
    assert_eq!(again.amended.len(), 5);
    // What was empty has no earlier value.
    let filled = edited(&begun("b", minute(0)), |form| form.notes = "x".to_string());
    assert_eq!(filled.amended, []);
}

#[test]
fn what_was_taken_out_stays_out() {
    let mut stored = begun("a", minute(0));
    stored.rate(item(), minute(1), severity(7));
    stored.toggle_treatment(item(), "heat", minute(2));
    let (reading, heat) = (stored.readings[0].id, stored.treatments[0].id);
    let now = edited(&stored, |form| {
        form.readings.clear();
        form.treatments.clear();
    });
    assert_eq!(now.removed, [reading, heat]);
}

#[test]
fn a_treatment_that_was_changed_is_newer_and_rated_when_it_was_rated() {
    let mut stored = begun("a", minute(0));
    stored.revision = 6;
    stored
        .treatments
        .push(Treatment::begun(item(), "heat", minute(1)));
    let id = stored.treatments[0].id;
    stored.rate_treatment(id, Relief::WORSE, minute(5));
    assert_eq!(stored.treatments[0].revision, 7);
    stored.revision = 9;
    let same = edited(&stored, |form| form.notes = "x".to_string());
    assert_eq!(
        (same.treatments[0].rated, same.treatments[0].revision),
        (Some(minute(5)), 7)
    );
    let typed = edited(&stored, |form| {
        form.treatments[0].detail = "bag".to_string()
    });
    assert_eq!(
        (typed.treatments[0].rated, typed.treatments[0].revision),
        (Some(minute(5)), 10)
    );
    let rated = edited(&stored, |form| form.treatments[0].relief = Relief::new(3));
    assert_eq!(
        (rated.treatments[0].rated, rated.treatments[0].revision),
        (Some(minute(99)), 10)
    );
    let unrated = edited(&stored, |form| form.treatments[0].relief = None);
    assert_eq!(
        (unrated.treatments[0].rated, unrated.treatments[0].revision),
        (None, 10)
    );
}

#[test]
fn whatever_an_edit_loses_is_kept_in_words() {
    use unknot::diary::marks::Kind;
    use unknot::diary::place::Side;
    let clock = |n| unknot::diary::moment::clock(&minute(n));
    let mut stored = begun("a", minute(0));
    stored.rate(item(), minute(1), severity(7));
    stored.radiation.toggle(0, Side::Left);
    stored.marks.toggle(Kind::Trigger, "lifting");
    stored.marks.toggle(Kind::Limit, "the garden");
    let mut heat = Treatment::begun(item(), "heat", minute(2));
    heat.detail = "bag".to_string();
    heat.relief = Relief::new(3);
    stored.treatments = vec![heat, Treatment::begun(item(), "ice", minute(3))];
    let rated = format!("{}, relief 3 of 10", clock(2));
    let intensity = format!("Intensity at {}", clock(1));
    type Edit = fn(&mut Episode);
    let cases: [(Edit, &[(&str, &str)]); 12] = [
        (
            |form| form.radiation = Default::default(),
            &[("Where it spread to", "Buttock, left")],
        ),
        (
            |form| form.marks.toggle(Kind::Trigger, "cold"),
            &[("What set it off?", "Lifting")],
        ),
        (
            |form| form.marks.toggle(Kind::Limit, "the garden"),
            &[("What did it stop you doing?", "the garden")],
        ),
        // What was empty before has no earlier value.
        (|form| form.marks.toggle(Kind::Quality, "sharp"), &[]),
        (|form| form.readings.clear(), &[(&intensity, "7")]),
        (|form| form.readings[0].at = minute(5), &[(&intensity, "7")]),
        (
            |form| drop(form.treatments.remove(0)),
            &[("Heat, bag", &rated)],
        ),
        (
            |form| form.treatments[0].relief = None,
            &[("Heat, bag", &rated)],
        ),
        (
            |form| form.treatments[0].detail.clear(),
            &[("Heat, bag", &rated)],
        ),
        (
            |form| drop(form.treatments.remove(1)),
            &[("Ice", &clock(3))],
        ),
        (
            |form| form.treatments[1].at = minute(9),
            &[("Ice", &clock(3))],
        ),
        (
            |form| {
                form.treatments[1].relief = Relief::new(0);
                form.treatments[1].detail = "pack".to_string();
            },
            &[],
        ),
    ];
    for (n, (edit, expected)) in cases.into_iter().enumerate() {
        assert_eq!(earlier(&edited(&stored, edit)), expected, "case {n}");
    }
}

#[test]
fn an_end_that_was_taken_back_is_kept() {
    let mut episode = ended("a", minute(0), minute(10));
    episode.reopen(minute(99));
    assert_eq!(episode.end, None);
    let was = unknot::diary::moment::day_and_clock(&minute(10), &minute(99));
    assert_eq!(earlier(&episode), [("End", was.as_str())]);
    // One that runs has none.
    episode.reopen(minute(100));
    assert_eq!(episode.amended.len(), 1);
}
