//! What can fail because of the *world*: the clock, both stores, files.

pub mod clock;
pub mod files;
pub mod journal;
pub mod storage;
