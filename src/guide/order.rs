//! Putting things in order. The whole app sorts through this one function: the standard library's
//! sort is made anew for every type, 4 kB of code each, on a phone.

use std::cmp::Ordering;

/// Sorts by a number, smallest first. What is equal keeps its order.
pub fn by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> i64) {
    let keys: Vec<i64> = items.iter().map(key).collect();
    let order = places(keys.len(), &|one, other| keys[one].cmp(&keys[other]));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|n| taken[n].take()));
}

/// Numbers, smallest first, each with the place where it was. What is equal keeps its order.
pub fn sorted(numbers: Vec<i64>) -> Vec<(i64, usize)> {
    let order = places(numbers.len(), &|one, other| {
        numbers[one].cmp(&numbers[other])
    });
    order.into_iter().map(|n| (numbers[n], n)).collect()
}

/// Sorts texts by their letters' numbers.
pub fn texts(texts: &mut Vec<String>) {
    let order = places(texts.len(), &|one, other| texts[one].cmp(&texts[other]));
    let mut taken = std::mem::take(texts);
    texts.extend(order.into_iter().map(|n| std::mem::take(&mut taken[n])));
}

/// The places of so many things, in their order. Equals stay in theirs.
fn places(count: usize, compared: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_unstable_by(|&one, &other| compared(one, other).then(one.cmp(&other)));
    order
}
