//! Putting things in order. The whole app sorts through this one function: the standard library's
//! sort is made anew for every type, 4 kB of code each, on a phone.

/// Sorts by a number, smallest first. What is equal keeps its order.
pub fn by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> i64) {
    let mut order: Vec<(i64, usize)> = items
        .iter()
        .enumerate()
        .map(|(n, item)| (key(item), n))
        .collect();
    order.sort_unstable();
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, n)| taken[n].take()));
}
