//! Which rows of a keyed list stay where they are when its order changes.

/// For each row its place before, or `None` for a new one. Most rows stand where they stood, or behind the one before
/// them: there each is looked for first.
pub fn places(
    before: usize,
    now: usize,
    is_same: &dyn Fn(usize, usize) -> bool,
) -> Vec<Option<usize>> {
    let mut taken = vec![false; before];
    let mut next = 0;
    let mut places = Vec::new();
    for new in 0..now {
        let mut candidates = (next..before).chain(0..next.min(before));
        let place = candidates.find(|old| !taken[*old] && is_same(*old, new));
        if let Some(place) = place {
            taken[place] = true;
            next = place + 1;
        }
        places.push(place);
    }
    places
}

/// The rows that need not move. `before` has for each row, in the new order, its place in the old order, or
/// `None` for a new row. The rest are put in place around them.
///
/// As many as possible stay (the longest increasing subsequence of the old places). The row at `focused` is
/// always among them: an element that is moved loses the focus.
pub fn staying(before: &[Option<usize>], focused: Option<usize>) -> Vec<bool> {
    let anchor = focused.and_then(|at| before[at].map(|was| (at, was)));
    let fits = |at: usize, was: usize| {
        anchor.is_none_or(|(focus_at, focus_was)| at.cmp(&focus_at) == was.cmp(&focus_was))
    };
    // `ends[n]` is the row with the lowest old place that ends an increasing run of n + 1 rows.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut comes_after = vec![None; before.len()];
    for (at, was) in before.iter().enumerate() {
        let Some(was) = was.filter(|was| fits(at, *was)) else {
            continue;
        };
        let length = ends.partition_point(|(_, end)| *end < was);
        comes_after[at] = length.checked_sub(1).map(|shorter| ends[shorter].0);
        match ends.get_mut(length) {
            Some(end) => *end = (at, was),
            None => ends.push((at, was)),
        }
    }
    let mut stays = vec![false; before.len()];
    let mut next = ends.last().map(|(at, _)| *at);
    while let Some(at) = next {
        stays[at] = true;
        next = comes_after[at];
    }
    stays
}
