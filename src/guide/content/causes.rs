//! Words: causes.

use crate::guide::causes::Cause;

/// The table.
pub static CAUSES: &[Cause] = &[];
