//! Unknot: a private companion for people with back muscle spasms.
//!
//! Four folders, each using only what stands to its right: `ui → browser → diary → guide`.
//!
//! - [`guide`]: is it true of *anyone*? Questions, rules, causes, care, words and their sources.
//! - [`diary`]: did it happen to *this* person? Episodes, check-ups, the stored form, trends.
//! - [`browser`]: can it fail because of the *world*? Clock, storage, files.
//! - [`ui`]: is it *seen or touched*? Routes, pages, parts.

pub mod browser;
pub mod diary;
pub mod guide;
pub mod ui;
