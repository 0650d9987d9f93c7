//! Where the pain spreads to: parts of a leg or an arm, and the side.

use serde::{Deserialize, Serialize};

use crate::diary::place::Side;

/// A part that pain spreads to: its stored name and its words, from the spine outwards.
pub static PARTS: [(&str, &str); 7] = [
    ("buttock", "Buttock"),
    ("thigh", "Thigh"),
    ("below-knee", "Below the knee"),
    ("foot", "Foot"),
    ("shoulder", "Shoulder"),
    ("arm", "Arm"),
    ("hand", "Hand"),
];

/// How many of [`PARTS`] belong to the leg: the first ones.
pub const OF_THE_LEG: usize = 4;

/// The sides that a limb can be on.
pub const SIDES: [Side; 2] = [Side::Left, Side::Right];

/// A set of parts and sides. Bit `2 n` is the left of the nth of [`PARTS`], the next one its right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Radiation(u16);

impl TryFrom<u16> for Radiation {
    type Error = &'static str;

    fn try_from(bits: u16) -> Result<Radiation, Self::Error> {
        Radiation::from_bits(bits).ok_or("no part of a limb has this bit")
    }
}

impl From<Radiation> for u16 {
    fn from(set: Radiation) -> u16 {
        set.0
    }
}

impl Radiation {
    const ALL: u16 = (1 << (2 * PARTS.len())) - 1;

    /// The set that a stored number stands for; none where it has other bits.
    pub fn from_bits(bits: u16) -> Option<Radiation> {
        (bits & !Radiation::ALL == 0).then_some(Radiation(bits))
    }

    /// The number that is stored.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// Whether it spreads to the nth of [`PARTS`] on this side.
    pub fn has(self, part: usize, side: Side) -> bool {
        self.0 & bit(part, side) != 0
    }

    /// Puts a part in, or takes it out.
    pub fn toggle(&mut self, part: usize, side: Side) {
        self.0 ^= bit(part, side);
    }

    /// Whether it spreads nowhere.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each by itself: "Foot, left".
    pub fn each(&self) -> Vec<String> {
        let mut each = Vec::new();
        for (n, (_, words)) in PARTS.iter().enumerate() {
            for side in SIDES {
                if self.has(n, side) {
                    each.push(format!("{words}, {}", side.id()));
                }
            }
        }
        each
    }

    /// "Buttock, left · Foot, left and right".
    pub fn words(self) -> String {
        let mut parts = Vec::new();
        for (n, (_, words)) in PARTS.iter().enumerate() {
            let mut sides = SIDES.to_vec();
            sides.retain(|side| self.has(n, *side));
            let sides: Vec<&str> = sides.iter().map(|side| side.id()).collect();
            if !sides.is_empty() {
                parts.push(format!("{words}, {}", sides.join(" and ")));
            }
        }
        parts.join(" · ")
    }
}

fn bit(part: usize, side: Side) -> u16 {
    1 << (2 * part + usize::from(side == Side::Right))
}
