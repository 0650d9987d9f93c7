//! The native tests: one binary.

mod content;
mod guide;
