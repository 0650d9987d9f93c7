//! What a context has seen of one bit, in a byte: how many zeros (its upper half) and how many ones. Counts
//! are small, and what contradicts the latest bit is soon forgotten.

/// The most that is counted.
const MOST: u8 = 15;

/// For each history which it becomes by a 0 and by a 1, and how likely a 1 is after it. "Nothing yet" is 0.
pub struct Histories {
    /// Which one follows, by the history and the bit.
    pub next: [[u8; 2]; 256],
    /// How likely a 1 is after each one, of 2²², before any was looked at.
    pub odds: [i32; 256],
}

/// What is left of a count when the other bit comes.
fn discounted(count: u8) -> u8 {
    if count == 0 {
        0
    } else {
        count.ilog2() as u8 + 1
    }
}

fn grown(count: u8) -> u8 {
    if count < MOST { count + 1 } else { MOST }
}

impl Histories {
    /// The tables.
    pub fn new() -> Self {
        let mut next = [[0; 2]; 256];
        let mut odds = [0; 256];
        for i in 0..256 {
            let (zeros, ones) = (i as u8 >> 4, i as u8 & 15);
            next[i] = [
                grown(zeros) << 4 | discounted(ones),
                discounted(zeros) << 4 | grown(ones),
            ];
            odds[i] = ((ones as i32 * 10 + 4) << 22) / ((zeros as i32 + ones as i32) * 10 + 8);
        }
        Self { next, odds }
    }
}
