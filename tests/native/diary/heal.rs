//! Two stores that differ, and what makes them the same.

use proptest::prelude::*;
use unknot::diary::heal::{Healing, Holding, heal};
use unknot::diary::stored::Record;

use super::any;

/// Keys `a`, `b`… with how often each was stored: `"a1 b3"`. `"a!"` cannot be read.
fn holding(epoch: u32, records: &str) -> Holding {
    let record = |word: &str| {
        let (id, revision) = word.split_at(1);
        let text = match revision.parse::<u32>() {
            Ok(revision) => format!(
                r#"{{"v":1,"rev":{revision},"live":true,"start":"2026-11-22T01:31:07+00:00"}}"#
            ),
            Err(_) => format!("unreadable {revision}"),
        };
        (format!("unknot/episode/{id}"), text)
    };
    Holding {
        epoch,
        records: records.split_whitespace().map(record).collect(),
    }
}

/// What both hold after it, the first store and the journal.
fn healed(first: &Holding, journal: &Holding) -> (Holding, Holding) {
    let healing = heal(first, journal);
    let after = |holding: &Holding, is_emptied: bool, copied: &[(String, String)]| {
        let mut records = holding.records.clone();
        if is_emptied {
            records.clear();
        }
        for (key, text) in copied {
            records.retain(|(there, _)| there != key);
            records.push((key.clone(), text.clone()));
        }
        records.sort();
        Holding {
            epoch: healing.epoch,
            records,
        }
    };
    (
        after(first, healing.empty_first, &healing.to_first),
        after(journal, healing.empty_journal, &healing.to_journal),
    )
}

#[test]
fn what_one_store_lost_the_other_has() {
    let check = |first: (u32, &str), journal: (u32, &str), after: (u32, &str)| {
        let after = holding(after.0, after.1);
        let (here, there) = healed(&holding(first.0, first.1), &holding(journal.0, journal.1));
        assert_eq!(here, after, "{first:?} {journal:?}");
        assert_eq!(there, after, "{first:?} {journal:?}");
    };
    check((0, ""), (0, ""), (0, ""));
    // Killed right after a tap, or cleared by the world.
    check((0, "a1"), (0, "a1 b1"), (0, "a1 b1"));
    check((0, ""), (0, "a1 b1"), (0, "a1 b1"));
    // The journal was not there, or did not answer.
    check((0, "a1 b1"), (0, "a1"), (0, "a1 b1"));
    // What was stored more often is newer, wherever it is.
    check((0, "a1 b5"), (0, "a2 b4"), (0, "a2 b5"));
    // Erased: nothing comes back, whichever store missed it.
    check((0, "a1"), (1, ""), (1, ""));
    check((1, ""), (0, "a1"), (1, ""));
    check((1, "b1"), (0, "a9"), (1, "b1"));
    // The first store was cleared by the world, after the person had erased once.
    check((0, ""), (1, "b1"), (1, "b1"));
}

#[test]
fn what_cannot_be_read_is_never_overwritten_and_overwrites_nothing() {
    let (first, journal) = (holding(0, "a! b1"), holding(0, "a7 b!"));
    let (here, there) = healed(&first, &journal);
    assert_eq!((here, there), (first, journal));
    // Where there is none it is copied like any other.
    let (here, _) = healed(&holding(0, ""), &holding(0, "a!"));
    assert_eq!(here, holding(0, "a!"));
}

proptest! {
    /// Readable stores come to hold the same, all of it, at once, whichever is which.
    #[test]
    fn both_come_to_the_same(
        first in any::records(),
        journal in any::records(),
        epochs in (0u32..3, 0u32..3),
    ) {
        let holding = |epoch, records: &[Record]| Holding {
            epoch,
            records: any::store(records).into_iter().collect(),
        };
        let (first, journal) = (holding(epochs.0, &first), holding(epochs.1, &journal));
        let (here, there) = healed(&first, &journal);
        prop_assert_eq!(&here, &there);
        prop_assert_eq!(healed(&here, &there), (here.clone(), there));
        prop_assert_eq!(&healed(&journal, &first).0, &here);
        // A part at a time comes to the same.
        let mut by_parts = Healing::default();
        for part in [|key: &str| key < "unknot/day/2", |key: &str| key >= "unknot/day/2"] {
            let part_of = |holding: &Holding| {
                let mut records = holding.records.clone();
                records.retain(|(key, _)| part(key));
                Holding { epoch: holding.epoch, records }
            };
            by_parts.and(heal(&part_of(&first), &part_of(&journal)));
        }
        let mut whole = heal(&first, &journal);
        for healing in [&mut by_parts, &mut whole] {
            healing.to_first.sort();
            healing.to_journal.sort();
        }
        prop_assert_eq!(by_parts, whole);
        let highest = first.epoch.max(journal.epoch);
        for (key, _) in first.records.iter().filter(|_| first.epoch == highest) {
            prop_assert!(here.records.iter().any(|(there, _)| there == key));
        }
    }
}
