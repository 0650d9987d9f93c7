//! Statistics of the diary: pure functions of the diary, a range and `now`. They give numbers only, and none where there are
//! too few. No drawing, and no words.

use crate::diary::Diary;
use crate::diary::moment::Moment;

pub mod counts;
pub mod helps;
pub mod numbers;
pub mod over_time;
pub mod range;
pub mod sets_off;

use numbers::binomial_cdf;
use range::DayRange;

/// The fewest ended episodes from which a usual length is given.
pub const FEWEST_FOR_USUAL: usize = 5;

/// Episodes of two months, where the later one has more than chance makes of the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoreOften {
    /// How many started in the last 30 days.
    pub now: usize,
    /// How many in the 30 days before.
    pub before: usize,
}

/// Whether episodes start more often than last month: if they were equally likely in both months, so
/// many would fall into the later one in at most 2.5 % of cases (the exact test of two Poisson rates;
/// Przyborowski & Wilenski 1940). None while the diary does not reach back through both.
pub fn more_often(diary: &Diary, now: &Moment) -> Option<MoreOften> {
    let month = DayRange::last_days(30, now);
    let earlier = month.before();
    let (mut later, mut before) = (0, 0);
    for episode in diary.episodes() {
        later += usize::from(month.place_of(&episode.start).is_some());
        before += usize::from(earlier.place_of(&episode.start).is_some());
    }
    (later > before
        && binomial_cdf(before, later + before) <= 0.025
        && DayRange::all(diary, now).first <= earlier.first)
        .then_some(MoreOften { now: later, before })
}
