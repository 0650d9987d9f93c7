//! Words: course.

use crate::guide::course::Course;

/// The table.
pub static COURSES: &[Course] = &[];
