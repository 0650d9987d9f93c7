//! What can fail because of the *world*: the clock, both stores, files, voice, screen and sound.

pub mod channel;
pub mod clock;
pub mod driver;
pub mod durable;
pub mod files;
pub mod kept;
pub mod local;
pub mod marker;
pub mod notice;
pub mod opened;
pub mod optional;
pub mod persist;
pub mod sound;
pub mod speech;
pub mod wake;
