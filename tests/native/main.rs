//! The native tests: one binary.

mod content;
mod diary;
mod guide;
mod layers;
mod shell;
