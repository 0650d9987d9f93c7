//! Two episodes that become one, and the way back.

use proptest::prelude::*;

use unknot::diary::Diary;
use unknot::diary::episode::{Episode, Treatment};
use unknot::diary::facts;
use unknot::diary::history::History;
use unknot::diary::id::ItemId;
use unknot::diary::join::{gave_way, join, running};
use unknot::diary::marks::MarkKind;
use unknot::diary::moment::Moment;
use unknot::diary::place::{Level, Place, Side};
use unknot::diary::radiation::Radiation;
use unknot::diary::stored::Record;

use super::any::{cases, episode};
use super::{assert_same, begun, ended, item, minute, severity, stamped};

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
    a.marks.toggle(MarkKind::Trigger, "lifting");
    b.marks.toggle(MarkKind::Trigger, "lifting");
    b.marks.toggle(MarkKind::Trigger, "the stairs");
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
        assert_eq!(
            joined.marks.of(MarkKind::Trigger),
            ["lifting", "the stairs"]
        );
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
    let ids: Vec<ItemId> = join(&a, &b).treatments.iter().map(|one| one.id).collect();
    assert_eq!(ids, [id, id.next()]);
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

/// An item of the other under a name that was taken out of this one: the name was free, and what was said
/// last counts.
#[test]
fn what_was_taken_out_of_one_does_not_take_it_out_of_the_other() {
    let id = ItemId::of(7);
    let mut a = begun("a", minute(0));
    a.treatments.push(Treatment::begun(id, "heat", minute(1)));
    let had = stamped(None, a.clone(), minute(1));
    a.remove(id);
    let a = stamped(Some(&had), a, minute(3));
    let mut b = begun("b", minute(5));
    b.treatments.push(Treatment::begun(id, "ice", minute(6)));
    let joined = stamped(Some(&a), join(&a, &b), minute(7));
    // Nor does a copy that has not heard of any of it.
    let both = facts::merge(&Record::Episode(joined), &Record::Episode(had));
    let both = both.episode().expect("an episode");
    let kinds: Vec<&str> = both
        .treatments
        .iter()
        .map(|one| one.kind.as_str())
        .collect();
    assert_eq!(kinds, ["ice"]);
}

#[test]
fn undoing_gives_what_was_there_and_keeps_out_what_was_taken_out() {
    let (a, b) = two();
    let a = stamped(None, a, minute(7));
    let joined = stamped(Some(&a), join(&a, &b), minute(8));
    let without_past = |episode: Episode| Episode {
        history: History::default(),
        revision: 0,
        ..episode
    };
    let back = stamped(Some(&joined), a.clone(), minute(9));
    assert_same(&without_past(back.clone()), &without_past(a.clone()));
    // Every copy comes to the same: what came from the other is out.
    for other in [&a, &joined] {
        let both = facts::merge(
            &Record::Episode(back.clone()),
            &Record::Episode(other.clone()),
        );
        let both = both.episode().expect("an episode").clone();
        assert_same(&without_past(both), &without_past(a.clone()));
    }

    let mut mine = a.clone();
    mine.notes = String::new();
    let (reading, heat) = (a.readings[0].id, a.treatments[0].id);
    mine.remove(reading);
    mine.rate_treatment(heat, unknot::diary::episode::Relief::WORSE, minute(9));
    let changed = stamped(Some(&a), mine, minute(20));
    let back = stamped(Some(&changed), a.clone(), minute(30));
    assert_same(&without_past(back.clone()), &without_past(a.clone()));
    assert_eq!(back.revision, a.revision + 2);
    // What was said in between is an earlier value; it was no slip.
    let earlier = super::earlier(&Record::Episode(back), minute(30));
    let worse = (
        "Heat: how much it helped".to_string(),
        "made it worse".to_string(),
    );
    assert_eq!(earlier, [worse]);
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
