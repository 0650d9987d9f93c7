//! The one sort of the app.

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
