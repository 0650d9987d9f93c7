//! Unpacks a file as it comes in.

use crate::coder::Range;
use crate::model::Model;

/// Before the code stand the count of bytes and their checksum.
pub const HEAD: usize = 8;
/// No bit takes more than 12 bits of the code, so this is enough of it for any byte.
const ENOUGH: usize = 16;
/// How many bytes are made at a time.
const STEP: usize = 4096;

/// Where it has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum State {
    /// There is more to be made of what came.
    Goes,
    /// It wants more of the packed file.
    Waits,
    /// All is made.
    Done,
    /// This is no packed file, or one that is cut off or damaged.
    Damaged,
}

/// What was made of the part of a file that came.
pub struct Unpacker {
    model: Model,
    range: Range,
    code: u32,
    /// How much of the packed file was used, and how many bytes were made of it.
    used: usize,
    made: usize,
    checksum: u32,
}

/// FNV-1a of 32 bits, byte by byte.
pub const CHECKSUM: u32 = 0x811c_9dc5;

/// The checksum with one more byte.
pub fn checked(sum: u32, byte: u8) -> u32 {
    (sum ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// The four bytes from there as a number.
fn number(bytes: &[u8], from: usize) -> u32 {
    bytes
        .iter()
        .skip(from)
        .take(4)
        .fold(0, |all, byte| all << 8 | *byte as u32)
}

impl Unpacker {
    /// All zeros: the first bytes make it ready.
    pub const EMPTY: Self = Self {
        model: Model::EMPTY,
        range: Range::EMPTY,
        code: 0,
        used: 0,
        made: 0,
        checksum: 0,
    };

    /// As `EMPTY` again.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn clear(&mut self) {
        self.model.clear();
        self.used = 0;
        self.made = 0;
    }

    /// How many bytes were made.
    pub fn made(&self) -> usize {
        self.made
    }

    /// Goes on with what came so far; `is_all` if no more comes. Makes some of the bytes.
    pub fn go_on(&mut self, came: &[u8], is_all: bool, out: &mut [u8]) -> State {
        if came.len() < HEAD + ENOUGH && !is_all {
            return State::Waits;
        }
        if came.len() < HEAD + 4 {
            return State::Damaged;
        }
        let size = number(came, 0) as usize;
        if size > out.len() {
            return State::Damaged;
        }
        if self.used == 0 {
            self.model.start();
            self.range = Range::WHOLE;
            self.checksum = CHECKSUM;
            self.code = number(came, HEAD);
            self.used = HEAD + 4;
        }
        let Self {
            model,
            range,
            code,
            used,
            made,
            checksum,
        } = self;
        let until = size.min(*made + STEP);
        while *made < until {
            if *used + ENOUGH > came.len() && !is_all {
                return State::Waits;
            }
            let Some((before, [next, ..])) = out.split_at_mut_checked(*made) else {
                return State::Damaged;
            };
            *next = model.byte(before, |odds| {
                let middle = range.divide(odds);
                let bit = (*code <= middle) as u32;
                range.take(middle, bit);
                while range.settled().is_some() {
                    *code = *code << 8 | came.get(*used).copied().unwrap_or(0) as u32;
                    *used += 1;
                }
                bit
            });
            // A whole file ends where its code does.
            if *used > came.len() {
                return State::Damaged;
            }
            *checksum = checked(*checksum, *next);
            *made += 1;
        }
        if *made < size {
            State::Goes
        } else if *checksum == number(came, 4) {
            State::Done
        } else {
            State::Damaged
        }
    }
}
