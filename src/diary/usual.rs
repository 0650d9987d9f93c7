//! How long this person's episodes usually last: the middle, and how far they spread around it.
//! Nothing where there are too few to say.

use chrono::TimeDelta;

use crate::diary::Diary;
use crate::diary::episode::Episode;
use crate::diary::trends::FEWEST_FOR_USUAL;
use crate::diary::trends::numbers::spread;

/// The lengths of a person's ended episodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual {
    /// A quarter of them lasted no longer than this.
    pub low: TimeDelta,
    /// Half of them did: the median.
    pub middle: TimeDelta,
    /// Three quarters of them did.
    pub high: TimeDelta,
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
    pub fn among(lengths: Vec<TimeDelta>) -> Option<Usual> {
        let mut seconds = Vec::new();
        for length in lengths {
            seconds.push(length.num_seconds());
        }
        let spread = spread(seconds, FEWEST_FOR_USUAL);
        let (quantiles, longest) = (spread.quantiles?, spread.most?);
        let length = |seconds: f64| TimeDelta::seconds(seconds as i64);
        Some(Usual {
            low: length(quantiles.quartiles.0),
            middle: length(quantiles.median),
            high: length(quantiles.quartiles.1),
            longest: TimeDelta::seconds(longest),
            count: spread.n,
        })
    }
}
