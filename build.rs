//! Makes `words/en/*.ftl` into Rust, which `src/words.rs` includes. A fault in them fails the build with its file and line.

use std::path::Path;
use std::{env, fs, process};

#[path = "build/words.rs"]
mod words;

fn main() {
    let folder = "words/en";
    println!("cargo::rerun-if-changed={folder}");
    println!("cargo::rerun-if-changed=build");
    let files = words::read(Path::new(folder));
    let messages = words::compile(&files).unwrap_or_else(|faults| {
        for fault in faults {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    });
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("words.rs"), words::rust(&messages)).expect("it is written");
}
