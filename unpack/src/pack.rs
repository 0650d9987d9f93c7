//! The other direction, and unpacking on this machine: for the build and the tests.

use std::sync::{Mutex, PoisonError};

use crate::coder::Range;
use crate::model::Model;
use crate::unpacker::{CHECKSUM, State, Unpacker, checked};

// Too large for a stack.
static MODEL: Mutex<Model> = Mutex::new(Model::EMPTY);
static UNPACKER: Mutex<Unpacker> = Mutex::new(Unpacker::EMPTY);

/// The packed file: count of bytes, checksum, code.
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    let checksum = bytes.iter().fold(CHECKSUM, |sum, byte| checked(sum, *byte));
    let mut file = [(bytes.len() as u32).to_be_bytes(), checksum.to_be_bytes()].concat();
    let mut range = Range::WHOLE;
    let mut model = MODEL.lock().unwrap_or_else(PoisonError::into_inner);
    model.clear();
    model.start();
    for (n, byte) in bytes.iter().enumerate() {
        let mut left = 8;
        model.byte(&bytes[..n], |odds| {
            left -= 1;
            let bit = *byte as u32 >> left & 1;
            range.take(range.divide(odds), bit);
            while let Some(byte) = range.settled() {
                file.push(byte);
            }
            bit
        });
    }
    file.extend(range.end());
    file
}

/// The bytes that a file was made of, which comes in pieces of this size; `None` if it is cut off or damaged, or of
/// more than `most` bytes.
pub fn unpack(file: &[u8], piece: usize, most: usize) -> Option<Vec<u8>> {
    let mut unpacker = UNPACKER.lock().unwrap_or_else(PoisonError::into_inner);
    unpacker.clear();
    let mut out = vec![0; most];
    let mut came = 0;
    loop {
        match unpacker.go_on(&file[..came], came == file.len(), &mut out) {
            State::Goes => {}
            State::Waits => came = file.len().min(came + piece.max(1)),
            State::Done => {
                out.truncate(unpacker.made());
                return Some(out);
            }
            State::Damaged => return None,
        }
    }
}
