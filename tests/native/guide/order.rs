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

proptest! {
    #[test]
    fn items_come_as_their_keys_compare(items in prop::collection::vec((0..9_i32, any::<u8>()), 0..40)) {
        let (mut ours, mut sorted) = (items.clone(), items);
        sorted.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
        order::by_key(&mut ours, |(key, _)| std::cmp::Reverse(*key));
        prop_assert_eq!(ours, sorted);
    }
}
