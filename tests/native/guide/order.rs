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

#[test]
fn texts_are_sorted_as_the_standard_library_sorts_them() {
    let mut keys: Vec<String> = (0..5000u64)
        .map(|n| format!("unknot/episode/{:x}", n.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
        .chain(["", "é", "unknot", "unknot/", "unknot/day/2026-11-22"].map(String::from))
        .collect();
    let mut expected = keys.clone();
    expected.sort();
    order::texts(&mut keys);
    assert_eq!(keys, expected);
}
