//! Which rows of a keyed list stay where they are.

use proptest::prelude::*;
use unknot::ui::element::moves::staying;

/// Moves the rows that do not stay as the page does, from the end: each before the one that follows it.
/// Gives the rows that were moved.
fn apply(before: &[Option<usize>], stays: &[bool]) -> (Vec<usize>, Vec<usize>) {
    // What is in the page: the old rows that are kept, in their old order, by their new places.
    let mut page: Vec<usize> = (0..before.len()).filter(|n| before[*n].is_some()).collect();
    page.sort_by_key(|n| before[*n]);
    let mut moved = Vec::new();
    let mut next = None;
    for n in (0..before.len()).rev() {
        if !stays[n] {
            page.retain(|one| *one != n);
            let end = next.and_then(|next| page.iter().position(|one| *one == next));
            page.insert(end.unwrap_or(page.len()), n);
            moved.push(n);
        }
        next = Some(n);
    }
    (page, moved)
}

/// The length of the longest increasing run, by trying.
fn longest(before: &[usize]) -> usize {
    let mut best: Vec<usize> = Vec::new();
    for (n, was) in before.iter().enumerate() {
        let longer = (0..n).filter(|m| before[*m] < *was).map(|m| best[m]).max();
        best.push(longer.unwrap_or(0) + 1);
    }
    best.into_iter().max().unwrap_or(0)
}

#[test]
fn a_new_first_row_moves_no_other() {
    let before = [None, Some(0), Some(1), Some(2)];
    assert_eq!(staying(&before, None), [false, true, true, true]);
}

#[test]
fn the_last_row_that_comes_first_is_the_only_one_to_move_unless_it_has_the_focus() {
    let before = [Some(2), Some(0), Some(1)];
    assert_eq!(staying(&before, None), [false, true, true]);
    assert_eq!(staying(&before, Some(0)), [true, false, false]);
}

#[test]
fn nothing_is_nothing() {
    assert_eq!(staying(&[], None), [false; 0]);
    assert_eq!(staying(&[None, None], None), [false, false]);
}

proptest! {
    #[test]
    fn every_order_is_reached_by_as_few_moves_as_can_be(
        rows in prop::collection::vec(any::<bool>(), 0..12).prop_flat_map(|old| {
            let kept: Vec<Option<usize>> =
                old.iter().enumerate().map(|(n, stays)| stays.then_some(n)).collect();
            Just(kept).prop_shuffle()
        }),
        focus in any::<prop::sample::Index>(),
        is_focused in any::<bool>(),
    ) {
        let kept: Vec<usize> = (0..rows.len()).filter(|n| rows[*n].is_some()).collect();
        let focused = (is_focused && !kept.is_empty()).then(|| kept[focus.index(kept.len())]);
        let stays = staying(&rows, focused);
        let (page, moved) = apply(&rows, &stays);
        prop_assert_eq!(page, (0..rows.len()).collect::<Vec<_>>());
        let olds: Vec<usize> = rows.iter().flatten().copied().collect();
        match focused {
            Some(focused) => prop_assert!(!moved.contains(&focused)),
            None => prop_assert_eq!(moved.len(), rows.len() - longest(&olds)),
        }
        for n in moved {
            prop_assert!(!stays[n]);
        }
    }
}
