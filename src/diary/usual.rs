//! How long this person's episodes usually last: the middle, and how far they spread around it.
//! Nothing where there are too few to say.

use chrono::TimeDelta;

use crate::diary::Diary;
use crate::diary::episode::Episode;
use crate::diary::trends::FEWEST_FOR_USUAL;
use crate::guide::order;

/// The lengths of a person's ended episodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual {
    /// A quarter of them lasted no longer than this.
    pub low: TimeDelta,
    /// Half of them did: the median.
    pub middle: TimeDelta,
    /// Three quarters of them did.
    pub high: TimeDelta,
    /// The longest.
    pub longest: TimeDelta,
    /// How many they are.
    pub count: usize,
}

impl Usual {
    /// Of all ended episodes of a diary; none where they are fewer than [`FEWEST_FOR_USUAL`].
    pub fn of(diary: &Diary) -> Option<Usual> {
        Usual::among(diary.episodes().filter_map(Episode::lasted).collect())
    }

    /// Of these lengths, in any order.
    pub fn among(mut lengths: Vec<TimeDelta>) -> Option<Usual> {
        if lengths.len() < FEWEST_FOR_USUAL {
            return None;
        }
        order::by_key(&mut lengths, TimeDelta::num_seconds);
        // Between two of them in proportion, as the median is half-way.
        let quarter = |quarters: usize| {
            let place = quarters * (lengths.len() - 1);
            let (below, part) = (lengths[place / 4], (place % 4) as i32);
            let above = lengths[(place / 4 + 1).min(lengths.len() - 1)];
            below + (above - below) * part / 4
        };
        Some(Usual {
            low: quarter(1),
            middle: quarter(2),
            high: quarter(3),
            longest: quarter(4),
            count: lengths.len(),
        })
    }
}
