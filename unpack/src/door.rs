//! The way in for JavaScript, which puts the packed file into this memory and takes the bytes out of it. Of
//! all the project, only these lines are unsafe: an exported name, and what is kept between two calls.
#![allow(unsafe_code)]

use crate::unpacker::{State, Unpacker};

/// More than any program has.
const PACKED: usize = 4 << 20;
const PLAIN: usize = 8 << 20;

struct Memory {
    packed: [u8; PACKED],
    plain: [u8; PLAIN],
    unpacker: Unpacker,
}
static mut MEMORY: Memory = Memory {
    packed: [0; PACKED],
    plain: [0; PLAIN],
    unpacker: Unpacker::EMPTY,
};

/// There is one thread, and no call begins within another.
fn memory() -> &'static mut Memory {
    let memory = &raw mut MEMORY;
    unsafe { &mut *memory }
}

/// Where the packed file goes.
#[unsafe(no_mangle)]
extern "C" fn packed() -> *mut u8 {
    memory().packed.as_mut_ptr()
}

/// Where the bytes are.
#[unsafe(no_mangle)]
extern "C" fn plain() -> *const u8 {
    memory().plain.as_ptr()
}

/// How many bytes were made.
#[unsafe(no_mangle)]
extern "C" fn made() -> usize {
    memory().unpacker.made()
}

/// Goes on, when so much of the packed file is there: 0 if it can go on at once, 1 if it waits for more, 2 if all
/// is made, 3 if the file is damaged.
#[unsafe(no_mangle)]
extern "C" fn go_on(came: usize, is_all: bool) -> State {
    let Memory {
        packed,
        plain,
        unpacker,
    } = memory();
    match packed.get(..came) {
        Some(came) => unpacker.go_on(came, is_all, plain),
        None => State::Damaged,
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
