//! Words: article.

use crate::guide::article::Section;

/// The table.
pub static SECTIONS: &[Section] = &[];
