//! Words: regions.

use crate::guide::region::Region;

/// The table.
pub static REGIONS: &[Region] = &[];
