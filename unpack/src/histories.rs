//! What a context has seen of one bit, in a byte: how many zeros and ones, and which came last where both
//! did. Counts are small, and what contradicts the latest bit is soon forgotten.

/// How large the larger count may be, by the smaller one.
const BOUNDS: [u8; 6] = [40, 24, 12, 8, 6, 5];

/// A history: zeros, ones, the last bit.
type History = (u8, u8, u8);

/// All histories, those of few bits first, and for each which it becomes by a 0 and by a 1. The first one is
/// "nothing yet".
pub struct Histories {
    /// Which one follows, by the history and the bit.
    pub next: [[u8; 2]; 256],
    /// How likely a 1 is after each one, of 2²², before any was looked at.
    pub odds: [i32; 256],
}

const fn is_one(zeros: u8, ones: u8) -> bool {
    let (less, more) = if zeros < ones { (zeros, ones) } else { (ones, zeros) };
    less < 6 && more <= BOUNDS[less as usize]
}

/// What is left of a count when the other bit comes.
const fn discounted(count: u8) -> u8 {
    if count <= 2 { count } else { count.ilog2() as u8 + 1 }
}

/// After one more of a bit that was seen `same` times, where the other was seen `other` times.
const fn grown(same: u8, other: u8) -> (u8, u8) {
    let (mut same, mut other) = (same + 1, discounted(other));
    while !is_one(same, other) {
        if other < 6 && same > BOUNDS[other as usize] {
            same -= 1;
        } else {
            other -= 1;
        }
    }
    (same, other)
}

impl Histories {
    /// The tables, made when the program is compiled.
    pub const fn new() -> Self {
        let mut all: [History; 256] = [(0, 0, 0); 256];
        let (mut count, mut total) = (0, 0);
        while total <= 48 {
            let mut ones = 0;
            while ones <= total {
                let zeros = total - ones;
                if is_one(zeros, ones) {
                    if zeros > 0 && ones > 0 {
                        all[count] = (zeros, ones, 0);
                        count += 1;
                    }
                    all[count] = (zeros, ones, (ones > 0) as u8);
                    count += 1;
                }
                ones += 1;
            }
            total += 1;
        }
        let mut next = [[0; 2]; 256];
        let mut odds = [0; 256];
        let mut i = 0;
        while i < 256 {
            let (zeros, ones, _) = all[i];
            let (fewer, more) = (grown(zeros, ones), grown(ones, zeros));
            next[i] = [find(&all, (fewer.0, fewer.1, 0)), find(&all, (more.1, more.0, 1))];
            odds[i] = ((ones as i32 * 10 + 4) << 22) / ((zeros as i32 + ones as i32) * 10 + 8);
            i += 1;
        }
        Self { next, odds }
    }
}

const fn find(all: &[History; 256], wanted: History) -> u8 {
    let mut i = 0;
    while all[i].0 != wanted.0 || all[i].1 != wanted.1 || all[i].2 != wanted.2 {
        i += 1;
    }
    i as u8
}
