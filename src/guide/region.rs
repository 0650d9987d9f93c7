//! Whom to contact where. The person picks the region; it is never guessed, and no card waits
//! for it.

use crate::guide::content::regions::REGIONS;

/// A country or group of countries with its numbers.
#[derive(Debug)]
pub struct Region {
    /// Stable id, stored.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The emergency numbers.
    pub emergency: &'static [Line],
    /// Whom to contact the same day when life is not in danger.
    pub urgent: &'static [Line],
    /// Poison lines, for too much medicine.
    pub poison: &'static [Line],
    /// From and to which hour of the day the first of the poison lines answers; none: always.
    pub poison_hours: Option<(u32, u32)>,
    /// Whom to contact when pregnant.
    pub pregnant: &'static [Line],
}

impl Region {
    /// Whom to call about too much medicine at this hour of the day, 0 to 23: a line that has closed
    /// is not shown.
    pub fn poison_at(&self, hour: u32) -> &'static [Line] {
        match self.poison_hours {
            Some((from, to)) if !(from..to).contains(&hour) => &self.poison[1..],
            _ => self.poison,
        }
    }
}

/// A number or a place to turn to. The words always stand beside the number: 111 is the emergency
/// number of one country and the non-urgent line of another.
#[derive(Debug)]
pub struct Line {
    /// The number as it is written, or empty where there is none to show.
    pub number: &'static str,
    /// What it is.
    pub words: &'static str,
}

/// The region with this id.
pub fn region(id: &str) -> Option<&'static Region> {
    REGIONS.iter().find(|region| region.id == id)
}
