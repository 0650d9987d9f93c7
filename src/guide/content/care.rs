//! Words: care.

use crate::guide::care::Care;

/// The table.
pub static CARE: &[Care] = &[];

/// The label of each kind of evidence, in the order of [`crate::guide::care::Evidence`].
pub static EVIDENCE_LABELS: [&str; 5] = [
    "good evidence",
    "some evidence",
    "little or no evidence",
    "no evidence found",
    "guidelines advise against routine use",
];
