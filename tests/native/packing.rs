//! The program is packed and unpacked as it was, and a damaged file is refused, whatever it holds.

use proptest::prelude::*;
use unpack::{pack, unpack};

const MOST: usize = 4000;

/// Bytes that are like a program: few values, and the same ones again.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..MOST),
        prop::collection::vec(
            prop::sample::select(b"\0asm\x01\x0a\x20\x41\x10\x0b".to_vec()),
            0..MOST
        ),
        (prop::collection::vec(any::<u8>(), 1..40), 1..100usize)
            .prop_map(|(part, times)| part.repeat(times)),
    ]
}

/// A module with all its sections, in front of whatever follows.
fn program(rest: &[u8]) -> Vec<u8> {
    [
        b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x04\x01\x02\0\x0b",
        rest,
    ]
    .concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_unpacked_is_what_was_packed(bytes in bytes(), piece in 1..5000usize) {
        let bytes = program(&bytes);
        let file = pack(&bytes);
        prop_assert_eq!(unpack(&file, piece, bytes.len()), Some(bytes));
    }

    #[test]
    fn a_damaged_file_is_refused(bytes in bytes(), at in any::<prop::sample::Index>(), bit in 0..8u8) {
        let bytes = program(&bytes);
        let mut file = pack(&bytes);
        // The last bytes hold more than what is needed to tell where the code ends.
        let at = at.index(file.len() - 4);
        file[at] ^= 1 << bit;
        prop_assert_eq!(unpack(&file, 512, 2 * MOST), None);
    }

    #[test]
    fn a_file_that_is_cut_off_is_refused(bytes in bytes(), at in any::<prop::sample::Index>()) {
        let bytes = program(&bytes);
        let file = pack(&bytes);
        let cut = &file[..at.index(file.len())];
        prop_assert_eq!(unpack(cut, 512, 2 * MOST), None);
    }

    #[test]
    fn any_other_file_is_refused(file in prop::collection::vec(any::<u8>(), 0..2000), size in 0..2 * MOST as u32) {
        prop_assert_eq!(unpack(&file, 100, MOST), None);
        // One that claims a size that is possible, too.
        let file = [&size.to_be_bytes(), &file[..]].concat();
        prop_assert_eq!(unpack(&file, 100, MOST), None);
    }
}

#[test]
fn a_program_is_packed_well() {
    // The same function twenty times: the second one on takes almost nothing.
    let function: Vec<u8> = (0..60u8)
        .flat_map(|n| [0x20, n & 7, 0x41, n, 0x6a, 0x21, n & 3])
        .collect();
    let bytes = program(&function.repeat(20));
    let file = pack(&bytes);
    assert!(file.len() < 260, "{} bytes", file.len());
}
