//! What can fail because of the *world*: the clock, the store, files.

pub mod clock;
pub mod files;
pub mod storage;
