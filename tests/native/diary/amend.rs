//! What an edit in the form changes, and which earlier values its act keeps.

use unknot::diary::draft::amended;
use unknot::diary::episode::{Episode, Relief, Treatment};
use unknot::diary::field::Field;
use unknot::diary::history::History;
use unknot::diary::marks::MarkKind;
use unknot::diary::stored::Record;

use super::{begun, ended, item, minute, severity, stamped};

/// The episode as it was first stored, at its start.
fn stored(episode: Episode) -> Episode {
    let start = episode.start;
    stamped(None, episode, start)
}

/// The episode as it is stored after an edit in the form at minute 99.
fn edited(stored: &Episode, edit: impl Fn(&mut Episode)) -> Episode {
    let mut form = stored.clone();
    edit(&mut form);
    // A form knows nothing of the history.
    (form.history, form.revision) = (History::default(), 0);
    let now = minute(99);
    stamped(Some(stored), amended(stored, form, now), now)
}

fn earlier(episode: &Episode) -> Vec<(String, String)> {
    super::earlier(&Record::Episode(episode.clone()), minute(99))
}

fn words(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs.map(|(a, b)| (a.to_string(), b.to_string())).collect()
}

fn shown(n: i64) -> String {
    unknot::diary::moment::day_and_clock(&minute(n), &minute(99))
}

#[test]
fn earlier_values_are_kept() {
    let mut first = ended("a", minute(0), minute(10));
    first.notes = "first".to_string();
    first.rate(item(), minute(1), severity(7));
    let stored = Episode {
        revision: 4,
        ..stored(first)
    };
    let same = edited(&stored, |_| {});
    assert_eq!(
        Episode {
            revision: 4,
            ..same
        },
        stored,
        "nothing was changed"
    );
    let now = edited(&stored, |form| {
        form.notes = "second".to_string();
        form.start = minute(2);
        form.end = None;
        form.readings[0].severity = severity(0);
    });
    assert_eq!(
        earlier(&now),
        words(&[
            ("Start", &shown(0)),
            ("End", &shown(10)),
            ("Notes", "first"),
            ("Pain", &format!("7 at {}", shown(1))),
        ])
    );
    // Each carries when it was said.
    let said = minute(0).timestamp();
    assert!(
        now.history
            .earlier_values()
            .all(|one| one.stamp.time == said)
    );
    assert_eq!(now.revision, 5);
    // Once more: the earlier values stay, and the new value joins them.
    let later = minute(200);
    let mut mine = now.clone();
    mine.notes.clear();
    let again = stamped(Some(&now), mine, later);
    assert_eq!(again.history.earlier_values().count(), 5);
    assert!(earlier(&again).contains(&("Notes".to_string(), "second".to_string())));
    // A field that was empty has no earlier value.
    let filled = edited(&begun("b", minute(0)), |form| form.notes = "x".to_string());
    assert_eq!(filled.history.earlier_values().count(), 0);
}

#[test]
fn what_was_taken_out_stays_out() {
    let mut first = begun("a", minute(0));
    first.rate(item(), minute(1), severity(7));
    first.toggle_treatment(item(), "heat", minute(2));
    let (reading, heat) = (first.readings[0].id, first.treatments[0].id);
    let stored = stored(first);
    let now = edited(&stored, |form| {
        form.readings.clear();
        form.treatments.clear();
    });
    let empty: Vec<&Field> = now.history.changed.iter().map(|(field, _)| field).collect();
    assert_eq!(empty, [&Field::Reading(reading), &Field::Treatment(heat)]);
    // A copy that still has them does not bring them back, whichever comes first.
    let (one, other) = (Record::Episode(now.clone()), Record::Episode(stored));
    for both in [
        unknot::diary::facts::merge(&one, &other),
        unknot::diary::facts::merge(&other, &one),
    ] {
        assert_eq!(both, one);
    }
}

#[test]
fn a_treatment_that_was_changed_is_rated_when_it_was_rated() {
    let mut stored = begun("a", minute(0));
    stored
        .treatments
        .push(Treatment::begun(item(), "heat", minute(1)));
    let id = stored.treatments[0].id;
    stored.rate_treatment(id, Relief::WORSE, minute(5));
    let rated = |edit: fn(&mut Episode)| edited(&stored, edit).treatments[0].rated;
    assert_eq!(rated(|form| form.notes = "x".to_string()), Some(minute(5)));
    assert_eq!(
        rated(|form| form.treatments[0].detail = "bag".to_string()),
        Some(minute(5))
    );
    assert_eq!(
        rated(|form| form.treatments[0].relief = Relief::new(3)),
        Some(minute(99))
    );
    assert_eq!(rated(|form| form.treatments[0].relief = None), None);
}

#[test]
fn whatever_an_edit_loses_is_kept_as_an_earlier_value() {
    use unknot::diary::place::Side;
    let mut first = begun("a", minute(0));
    first.rate(item(), minute(1), severity(7));
    first.radiation.toggle(0, Side::Left);
    first.marks.toggle(MarkKind::Trigger, "lifting");
    first.marks.toggle(MarkKind::Limit, "the garden");
    let mut heat = Treatment::begun(item(), "heat", minute(2));
    heat.detail = "bag".to_string();
    heat.relief = Relief::new(3);
    first.treatments = vec![heat, Treatment::begun(item(), "ice", minute(3))];
    let stored = stored(first);
    let number = format!("7 at {}", shown(1));
    let heated = format!("Heat, {}", shown(2));
    let iced = format!("Ice, {}", shown(3));
    let relief = ("Heat: how much it helped", "relief 3 of 10");
    let detail = ("Heat: name and amount", "bag");
    type Edit = fn(&mut Episode);
    let cases: [(Edit, &[(&str, &str)]); 13] = [
        (
            |form| form.radiation = Default::default(),
            &[("Where it spread to", "Buttock, left")],
        ),
        // A tick more is a value of its own: nothing is lost.
        (|form| form.marks.toggle(MarkKind::Trigger, "cold"), &[]),
        (
            |form| form.marks.toggle(MarkKind::Trigger, "lifting"),
            &[("What set it off?", "Lifting")],
        ),
        (
            |form| form.marks.toggle(MarkKind::Limit, "the garden"),
            &[("What did it stop you doing?", "the garden")],
        ),
        // A field that was empty before has no earlier value.
        (|form| form.marks.toggle(MarkKind::Quality, "sharp"), &[]),
        (|form| form.readings.clear(), &[("Pain", &number)]),
        (|form| form.readings[0].at = minute(5), &[("Pain", &number)]),
        (
            |form| drop(form.treatments.remove(0)),
            &[("Tried", &heated), detail, relief],
        ),
        (|form| form.treatments[0].relief = None, &[relief]),
        (|form| form.treatments[0].detail.clear(), &[detail]),
        (|form| drop(form.treatments.remove(1)), &[("Tried", &iced)]),
        (
            |form| form.treatments[1].at = minute(9),
            &[("Tried", &iced)],
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
        assert_eq!(earlier(&edited(&stored, edit)), words(expected), "case {n}");
    }
}

#[test]
fn an_end_that_was_taken_back_is_kept() {
    let stored = stored(ended("a", minute(0), minute(10)));
    let mut mine = stored.clone();
    mine.reopen();
    let runs = stamped(Some(&stored), mine, minute(99));
    assert_eq!(runs.end, None);
    assert_eq!(earlier(&runs), words(&[("End", &shown(10))]));
    // One that runs has none.
    let mut mine = runs.clone();
    mine.reopen();
    let again = stamped(Some(&runs), mine, minute(110));
    assert_eq!(again.history, runs.history);
}

/// A value that is corrected at once was a slip.
#[test]
fn a_slip_leaves_no_earlier_value() {
    let first = Episode {
        notes: "hte".to_string(),
        ..begun("a", minute(0))
    };
    let stored = stored(first);
    let corrected = |seconds| {
        let mut mine = stored.clone();
        mine.notes = "the".to_string();
        let now = super::second(seconds);
        earlier(&stamped(Some(&stored), mine, now)).len()
    };
    assert_eq!([corrected(1), corrected(299), corrected(300)], [0, 0, 1]);
}
