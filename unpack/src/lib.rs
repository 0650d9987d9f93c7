//! The program as it is fetched. Hosts of static pages send files with gzip at best; this makes it almost 40 % smaller
//! than that: each bit of the file is predicted from the bytes before it (`model.rs`), and arithmetic coding
//! stores only by how much the predictions were wrong (`coder.rs`).
//!
//! Built for WebAssembly it is what unpacks, on the phone: a few kilobytes that stand before the packed file
//! (`door.rs`; `src/unpack.js` calls them). Built for this machine it packs, by the very same model.

#![cfg_attr(target_arch = "wasm32", no_std)]

mod coder;
#[cfg(target_arch = "wasm32")]
mod door;
mod histories;
mod model;
#[cfg(not(target_arch = "wasm32"))]
mod pack;
mod place;
mod unpacker;

#[cfg(not(target_arch = "wasm32"))]
pub use pack::{pack, unpack};
