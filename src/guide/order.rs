//! Putting things in order. The whole app sorts through this one function: the standard library's
//! sort is made anew for every type, 4 kB of code each, on a phone.

/// Sorts by a number, smallest first. What is equal keeps its order.
pub fn by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> i64) {
    once_for_each_type(items, &key);
}

fn once_for_each_type<T>(items: &mut Vec<T>, key: &dyn Fn(&T) -> i64) {
    let keys = items.iter().map(key).collect();
    let Some(order) = order_of(keys) else { return };
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, n)| taken[n].take()));
}

/// The order that these come in; none where they are in order.
fn order_of(keys: Vec<i64>) -> Option<Vec<(i64, usize)>> {
    (!keys.is_sorted()).then(|| sorted(keys))
}

/// Sorts texts, letter by letter: as numbers of seven letters each, the last ones first. What is equal then
/// keeps the order that the ones behind it have brought it into.
pub fn texts(texts: &mut Vec<String>) {
    let longest = texts.iter().map(String::len).max().unwrap_or(0);
    for at in (0..longest).step_by(7).rev() {
        by_key(texts, |text| {
            let letters = text.as_bytes();
            // Where a text has ended comes before every letter.
            let letter = |at| letters.get(at).map_or(0, |letter| i64::from(*letter) + 1);
            (at..at + 7).fold(0, |number, at| number * 257 + letter(at))
        });
    }
}

/// Numbers, smallest first, each with the place where it was. What is equal keeps its order.
pub fn sorted(numbers: Vec<i64>) -> Vec<(i64, usize)> {
    let mut order = Vec::new();
    for (n, number) in numbers.into_iter().enumerate() {
        order.push((number, n));
    }
    order.sort_unstable();
    order
}
