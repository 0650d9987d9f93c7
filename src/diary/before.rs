//! What helped this person before, for the order of the offers. It is counted as in Trends (`trends::helps`), from [`FEWEST`]
//! times on.

use std::cmp::Reverse;

use crate::diary::Diary;
use crate::diary::moment::Moment;
use crate::diary::trends::helps::{Tried, helped_by};
use crate::diary::trends::numbers::FEWEST_FOR_SHARE;
use crate::diary::trends::range::DayRange;

/// The fewest times from which an order is made.
pub const FEWEST: usize = FEWEST_FOR_SHARE;

/// What came of everything that was tried often enough.
#[derive(Debug, Default)]
pub struct Before(Vec<Tried>);

impl Before {
    /// Counts the whole diary.
    pub fn of(diary: &Diary, now: &Moment) -> Before {
        let mut tried = helped_by(diary, DayRange::all(diary, now));
        tried.retain(|one| one.counted() >= FEWEST);
        Before(tried)
    }

    /// How often a treatment or a movement eased it, of how often that can be told.
    pub fn eased(&self, id: &str) -> Option<(usize, usize)> {
        let one = self.0.iter().find(|one| one.kind == id)?;
        Some((one.eased, one.counted()))
    }

    /// Its rank among others: what eased it more often than not, by how often, in thousandths; all else, 0. The
    /// highest comes first.
    pub fn rank(&self, id: &str) -> Reverse<usize> {
        Reverse(match self.eased(id) {
            Some((eased, counted)) if eased * 2 > counted => eased * 1000 / counted,
            _ => 0,
        })
    }

    /// "eased it 4 of 5 times", if that can be said.
    pub fn words(&self, id: &str) -> Option<String> {
        let (eased, counted) = self.eased(id)?;
        Some(format!("eased it {eased} of {counted} times"))
    }
}
