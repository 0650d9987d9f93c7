//! Sorting. The standard library's sort is compiled anew for every type, and came to 22 kB (gzip) of this program.
//! Here it is compiled once, for places in a list; the items then move to their places. Lists of texts are sorted by
//! `sort`.

use std::cmp::Ordering;

/// Sorts by a key, the smallest first. Items with equal keys keep their order. `std::cmp::Reverse` of a key turns it
/// round.
pub fn by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = order_of(keys.len(), &|a, b| keys[a].cmp(&keys[b]));
    put_in(items, order);
}

/// Moves each item once, to its place in the order.
fn put_in<T>(items: &mut Vec<T>, order: Option<Vec<usize>>) {
    let Some(order) = order else { return };
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|place| taken[place].take()));
}

/// Sorts, the smallest first, and drops of equal items all but the last.
pub fn last_of_each<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order_of(items.len(), &|a, b| compare(&items[a], &items[b]));
    put_in(items, order);
    items.dedup_by(|later, earlier| {
        let is_same = compare(later, earlier).is_eq();
        if is_same {
            std::mem::swap(later, earlier);
        }
        is_same
    });
}

/// Numbers, the smallest first, each with its place before. Equal ones keep their order.
pub fn sorted(numbers: &[i64]) -> Vec<(i64, usize)> {
    let order = order_of(numbers.len(), &|a, b| numbers[a].cmp(&numbers[b]));
    let order = order.unwrap_or_else(|| (0..numbers.len()).collect());
    order
        .into_iter()
        .map(|place| (numbers[place], place))
        .collect()
}

/// The places in the order of what stands there. `None` where it is in order.
fn order_of(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Option<Vec<usize>> {
    let is_sorted = (1..count).all(|place| compare(place - 1, place).is_le());
    let mut order: Vec<usize> = (0..count).collect();
    if !is_sorted {
        order.sort_by(|a, b| compare(*a, *b));
    }
    (!is_sorted).then_some(order)
}
