//! Arithmetic coding: what was predicted well takes almost nothing.

/// The range from `low` to `high` is divided by the probability of each bit, and the part of the bit goes on.
#[derive(Clone, Copy)]
pub struct Range {
    low: u32,
    high: u32,
}

impl Range {
    /// Nothing yet, all zeros.
    pub const EMPTY: Self = Self { low: 0, high: 0 };
    /// Before the first bit.
    pub const WHOLE: Self = Self {
        low: 0,
        high: u32::MAX,
    };

    /// Where the part of a 1 ends, which has that probability, of 65,536.
    pub fn divide(&self, odds: u32) -> u32 {
        let range = (self.high - self.low) as u64;
        self.low + ((range * odds as u64) >> 16) as u32
    }

    /// Goes on in the part of this bit.
    pub fn take(&mut self, middle: u32, bit: u32) {
        if bit == 1 {
            self.high = middle
        } else {
            self.low = middle + 1
        }
    }

    /// The next byte of the code, once it is certain.
    pub fn settled(&mut self) -> Option<u8> {
        let first = self.low >> 24;
        (first == self.high >> 24).then(|| {
            self.low <<= 8;
            self.high = self.high << 8 | 255;
            first as u8
        })
    }

    /// What ends the code.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn end(&self) -> [u8; 4] {
        self.low.to_be_bytes()
    }
}
