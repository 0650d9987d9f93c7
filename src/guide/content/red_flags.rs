//! Words: red_flags.

use crate::guide::triage::Rule;

/// The table.
pub static RULES: &[Rule] = &[];
