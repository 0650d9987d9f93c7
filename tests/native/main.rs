//! The native tests: one binary.

mod assess;
mod charts;
mod content;
mod diary;
mod docs;
mod guide;
mod hazards;
mod keys;
mod layers;
mod rows;
mod shell;
mod words;
