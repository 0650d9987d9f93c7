//! Unknot: a private companion for people with back muscle spasms.
//!
//! Six folders, each using only what stands to its right: `ui → browser → store → diary → guide → words`.
//!
//! - [`words`]: what is it *called*? Every shown text by its name, out of files that translators know.
//! - [`guide`]: is it true of *anyone*? Questions, rules, causes, care and their sources.
//! - [`diary`]: did it happen to *this* person? Episodes, check-ups, the stored form, trends.
//! - [`store`]: is it *kept*, once, everywhere? What to write where, to retry, to merge, to erase.
//! - [`browser`]: can it fail because of the *world*? Clock, storage, files.
//! - [`ui`]: is it *seen or touched*? Routes, pages, parts.
//!
//! What needs a page is compiled for the browser alone, so that lints and tests of the rest are quick
//! and no dependency of a page can reach it.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod diary;
pub mod guide;
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(not(target_arch = "wasm32"))]
pub mod ui {
    //! What of it is plain Rust: the addresses, where things stand on a chart, which rows of a list move.
    pub mod charts {
        //! The scales alone.
        pub mod scale;
    }
    pub mod element {
        //! The order of rows alone.
        pub mod moves;
    }
    pub mod route;
}
pub mod words;
