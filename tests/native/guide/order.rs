//! The one sort of the app.

use proptest::prelude::*;
use unknot::guide::order;

#[test]
fn equals_keep_their_order() {
    let mut words = vec!["pear", "fig", "plum", "kiwi", "nut", "apple"];
    order::by_key(&mut words, |word| word.len() as i64);
    assert_eq!(words, ["fig", "nut", "pear", "plum", "kiwi", "apple"]);
    assert_eq!(
        order::sorted(vec![7, -2, 7, i64::MIN, -2]),
        [(i64::MIN, 3), (-2, 1), (-2, 4), (7, 0), (7, 2)]
    );
    assert_eq!(order::sorted(Vec::new()), []);
}

proptest! {
    #[test]
    fn texts_come_as_they_compare(mut texts in prop::collection::vec("[ab\u{0}é]{0,17}", 0..40)) {
        let mut sorted = texts.clone();
        sorted.sort();
        order::texts(&mut texts);
        prop_assert_eq!(texts, sorted);
    }
}
