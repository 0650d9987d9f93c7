//! Packs what comes in on standard input, for standard output: a step of the build.

use std::io::{self, Read, Write};

fn main() -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    io::stdout().write_all(&unpack::pack(&bytes))
}
