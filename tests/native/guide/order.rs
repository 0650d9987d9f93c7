//! The one sort of the app.

use proptest::prelude::*;
use unknot::guide::order;

#[test]
fn equals_keep_their_order() {
    let mut words = vec!["pear", "fig", "plum", "kiwi", "nut", "apple"];
    order::by_key(&mut words, |word| word.len());
    assert_eq!(words, ["fig", "nut", "pear", "plum", "kiwi", "apple"]);
    assert_eq!(
        order::sorted(&[7, -2, 7, i64::MIN, -2]),
        [(i64::MIN, 3), (-2, 1), (-2, 4), (7, 0), (7, 2)]
    );
    assert_eq!(order::sorted(&[]), []);
}

/// Moved one by one to their places, ten thousand would take fifty million moves; compared with all others, as many
/// comparisons.
#[test]
fn many_in_any_order_take_few_comparisons() {
    use std::cell::Cell;
    let compared = Cell::new(0_usize);
    let count = |items: &mut Vec<(u32, u32)>| {
        compared.set(0);
        order::last_of_each(items, |one, other| {
            compared.set(compared.get() + 1);
            one.0.cmp(&other.0)
        });
        compared.get()
    };
    const MANY: u32 = 10_000;
    let backward = || (0..MANY).rev().map(|n| (n, 0));
    let shuffled = || (0..MANY).map(|n| (n * 7_919 % MANY, 1));
    let sorted: Vec<(u32, u32)> = (0..MANY).map(|n| (n, 1)).collect();
    let mut both: Vec<(u32, u32)> = backward().chain(shuffled()).collect();
    // n log n for 20,000, and once more through all of them.
    assert!(count(&mut both) < 20_000 * 17);
    assert_eq!(both, sorted, "of equals the last one");
    assert!(count(&mut backward().collect()) < 4 * MANY as usize);
    assert!(count(&mut both) < 2 * MANY as usize);
}

proptest! {
    #[test]
    fn items_come_as_their_keys_compare(items in prop::collection::vec((0..9_i32, any::<u8>()), 0..40)) {
        let (mut ours, mut sorted) = (items.clone(), items);
        sorted.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
        order::by_key(&mut ours, |(key, _)| std::cmp::Reverse(*key));
        prop_assert_eq!(ours, sorted);
    }
}
