//! Words: questions.

use crate::guide::interview::Question;

/// The table.
pub static QUESTIONS: &[Question] = &[];
