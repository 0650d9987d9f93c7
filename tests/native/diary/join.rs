//! Two episodes that become one, and the way back.

use proptest::prelude::*;

use unknot::diary::Diary;
use unknot::diary::amend::undone;
use unknot::diary::episode::{Episode, Treatment};
use unknot::diary::id::ItemId;
use unknot::diary::join::{gave_way, join, running};
use unknot::diary::marks::Kind;
use unknot::diary::moment::Moment;
use unknot::diary::place::{Level, Place, Side};
use unknot::diary::radiation::Radiation;
use unknot::diary::stored::Record;

use super::any::{cases, episode};
use super::{assert_same, begun, ended, item, minute, severity};

fn place(level: Level, side: Side) -> Place {
    Place { level, side }
}

/// Two that run: the first since minute 0, the second since minute 5.
fn two() -> (Episode, Episode) {
    let (mut a, mut b) = (begun("a", minute(0)), begun("b", minute(5)));
    a.rate(item(), minute(1), severity(7));
    b.rate(item(), minute(6), severity(4));
    a.toggle(place(Level::Low, Side::Left));
    b.toggle(place(Level::Low, Side::Right));
    a.radiation.toggle(0, Side::Left);
    b.radiation.toggle(6, Side::Right);
    a.marks.toggle(Kind::Trigger, "lifting");
    b.marks.toggle(Kind::Trigger, "lifting");
    b.marks.toggle(Kind::Trigger, "the stairs");
    a.toggle_treatment(item(), "heat", minute(7));
    b.toggle_treatment(item(), "ice", minute(6));
    a.notes = "one".to_string();
    b.notes = "two".to_string();
    (a, b)
}

#[test]
fn the_joined_one_has_all_of_both() {
    let (a, b) = two();
    for joined in [join(&a, &b), join(&b, &a)] {
        assert_eq!(joined.id, a.id);
        assert_eq!((joined.start, joined.end), (minute(0), None));
        let said = |readings: &[unknot::diary::episode::Reading]| -> Vec<(Moment, u8)> {
            readings
                .iter()
                .map(|one| (one.at, one.severity.get()))
                .collect()
        };
        assert_eq!(said(&joined.readings), [(minute(1), 7), (minute(6), 4)]);
        let tried: Vec<&str> = joined
            .treatments
            .iter()
            .map(|one| one.kind.as_str())
            .collect();
        assert_eq!(tried, ["ice", "heat"]);
        assert_eq!(joined.places.iter().count(), 2);
        assert_eq!(joined.radiation.words(), "Buttock, left · Hand, right");
        assert_eq!(joined.marks.of(Kind::Trigger), ["lifting", "the stairs"]);
        assert_eq!(joined.notes, "one\ntwo");
    }
}

#[test]
fn it_ends_with_the_later_one_and_runs_where_either_runs() {
    for (a, b, expected) in [
        (Some(10), Some(20), Some(20)),
        (Some(30), Some(20), Some(30)),
        (None, Some(20), None),
        (Some(10), None, None),
        (None, None, None),
    ] {
        let one = |id: &str, start, end: Option<i64>| Episode {
            end: end.map(minute),
            ..begun(id, minute(start))
        };
        let joined = join(&one("a", 0, a), &one("b", 5, b));
        assert_eq!(joined.end, expected.map(minute), "{a:?} {b:?}");
    }
}

#[test]
fn the_same_name_in_both_becomes_two() {
    let (mut a, mut b) = (begun("a", minute(0)), begun("b", minute(5)));
    let id = ItemId::of(7);
    a.treatments.push(Treatment::begun(id, "heat", minute(1)));
    b.treatments.push(Treatment::begun(id, "ice", minute(6)));
    // What was taken out of the one does not take it out of the other.
    a.removed.push(id.next());
    let ids: Vec<ItemId> = join(&a, &b).treatments.iter().map(|one| one.id).collect();
    assert_eq!(ids, [id, id.next().next()]);
}

#[test]
fn those_that_run_are_in_order_of_their_start() {
    let mut diary = Diary::default();
    let mut gone = begun("gone", minute(1));
    gone.deleted = Some(minute(3));
    for one in [
        begun("b", minute(0)),
        begun("a", minute(5)),
        ended("c", minute(2), minute(3)),
        gone,
    ] {
        diary.put(Record::Episode(one));
    }
    let ids: Vec<&str> = running(&diary).iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["b", "a"]);
}

#[test]
fn the_older_one_gives_way_when_the_newer_began_or_with_its_last_number() {
    let (mut a, b) = (begun("a", minute(0)), begun("b", minute(5)));
    assert_eq!(gave_way(&a, &b), minute(5));
    a.rate(item(), minute(1), severity(7));
    assert_eq!(gave_way(&a, &b), minute(5));
    a.rate(item(), minute(9), severity(3));
    assert_eq!(gave_way(&a, &b), minute(9));
}

#[test]
fn undoing_gives_what_was_there_and_keeps_out_what_was_taken_out() {
    let (a, b) = two();
    let mut is = join(&a, &b);
    is.revision = 3;
    let back = undone(&is, &a);
    // What came from the other is out, for every copy.
    let from_b = [b.readings[0].id, b.treatments[0].id];
    assert_eq!(back.removed, from_b);
    assert_same(
        &Episode {
            removed: vec![],
            revision: 0,
            ..back
        },
        &a,
    );

    let mut is = a.clone();
    (is.revision, is.notes) = (3, String::new());
    let (reading, heat) = (a.readings[0].id, a.treatments[0].id);
    is.remove(reading);
    is.rate_treatment(heat, unknot::diary::episode::Relief::WORSE, minute(9));
    let back = undone(&is, &a);
    assert_eq!(back.notes, "one");
    // The old name stays out everywhere, so it comes back under another.
    assert_eq!(back.removed, [reading]);
    assert_ne!(back.readings[0].id, reading);
    assert_eq!(back.readings[0].severity, severity(7));
    assert_eq!(
        (back.treatments[0].id, back.treatments[0].relief),
        (heat, None)
    );
    assert_eq!((back.revision, back.treatments[0].revision), (3, 4));
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn whichever_is_named_first_it_comes_to_the_same(a in episode(), b in episode()) {
        prop_assume!(a.id != b.id);
        let joined = join(&a, &b);
        assert_same(&joined, &join(&b, &a));
        prop_assert_eq!(joined.readings.len(), a.readings.len() + b.readings.len());
        prop_assert_eq!(joined.treatments.len(), a.treatments.len() + b.treatments.len());
        prop_assert_eq!(joined.start, a.start.min(b.start));
        prop_assert_eq!(Radiation::from_bits(a.radiation.bits() | b.radiation.bits()), Some(joined.radiation));
        // No two things of one episode share a name because of it.
        let mut ids: Vec<ItemId> = joined.readings.iter().map(|one| one.id).collect();
        ids.extend(joined.treatments.iter().map(|one| one.id));
        let first = if joined.id == a.id { &a } else { &b };
        let before = first.readings.len() + first.treatments.len();
        ids.sort();
        let count = ids.len();
        ids.dedup();
        prop_assert!(count - ids.len() <= before);
    }
}
