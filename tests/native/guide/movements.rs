//! Movements: found by their ids, and in the order in which they are offered.

use unknot::guide::content::movements::MOVEMENTS;
use unknot::guide::finding::{Finding, Findings};
use unknot::guide::movements::{movement, offered};
use unknot::guide::triage::Urgency;

#[test]
fn each_is_found_by_its_id() {
    for one in MOVEMENTS {
        assert_eq!(movement(one.id).map(|found| found.id), Some(one.id));
    }
    assert!(movement("retired").is_none());
}

/// What may be done stands first; of that, what is for the part that hurts; of that, what suits.
#[test]
fn what_may_be_done_and_fits_and_suits_stands_first() {
    let places = [Finding::Neck, Finding::LowBack, Finding::Buttock];
    let mut seen = std::collections::BTreeSet::new();
    for place in places {
        for more in Finding::ALL {
            let findings = Findings::of(&[place, *more]);
            let all = offered(&findings, Urgency::SelfCare);
            assert_eq!(all.len(), MOVEMENTS.len());
            let ranks = all.iter().map(|one| {
                let suits = one.movement.first.is_some_and(|when| when.holds(&findings));
                (!one.is_open(), !one.fits, !suits)
            });
            let ranks: Vec<_> = ranks.collect();
            assert!(ranks.is_sorted(), "{place:?} {more:?}: {ranks:?}");
            seen.extend(ranks);
        }
    }
    // Else it would show nothing.
    for rank in [
        (false, false, false),
        (false, false, true),
        (false, true, true),
        (true, false, true),
    ] {
        assert!(seen.contains(&rank), "{rank:?}: {seen:?}");
    }
}
