//! What can fail because of the *world*: the clock, both stores, files, voice, screen and sound.

pub mod clock;
pub mod files;
pub mod journal;
pub mod notice;
pub mod opened;
pub mod optional;
pub mod sound;
pub mod speech;
pub mod storage;
pub mod wake;
