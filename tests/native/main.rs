//! The native tests: one binary.

mod assess;
mod charts;
mod content;
mod diary;
mod guide;
mod layers;
mod packing;
mod rows;
mod shell;
