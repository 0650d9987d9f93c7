//! The marks in a pattern. `build/words.rs` writes them, `fill` reads them.
//!
//! - An argument: `ARGUMENT`, its place as a digit.
//! - A choice: `SELECT`, the place of the argument that chooses, its variants, `SELECT_END`. A variant: its key, `KEY_END`,
//!   its pattern, `VARIANT_END`. The last one has no key: it is the default.

/// An argument.
pub const ARGUMENT: char = '\u{1}';
/// A choice begins.
pub const SELECT: char = '\u{2}';
/// A variant's key ends.
pub const KEY_END: char = '\u{3}';
/// A variant ends.
pub const VARIANT_END: char = '\u{4}';
/// A choice ends.
pub const SELECT_END: char = '\u{5}';
/// The base of the digit that is an argument's place.
pub const RADIX: u32 = 36;
