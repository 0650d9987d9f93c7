//! A zip archive of files as they are, none of them packed: 60 lines instead of a dependency. After
//! PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.

/// Bit 11: the names are UTF-8.
const UTF_8: u16 = 1 << 11;
/// The first of January 1980, at midnight: the same files make the same archive.
const DATE: u16 = 0x21;

/// An archive of these files, by name and content.
pub fn zip(files: &[(&str, String)]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let mut about = Vec::new();
        for number in [20, UTF_8, 0, 0, DATE] {
            put(&mut about, number);
        }
        put_long(&mut about, crc_32(content.as_bytes()));
        put_long(&mut about, content.len() as u32);
        put_long(&mut about, content.len() as u32);
        put(&mut about, name.len() as u16);
        put(&mut about, 0);

        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&about);
        for number in [0, 0, 0, 0, 0] {
            put(&mut directory, number);
        }
        put_long(&mut directory, archive.len() as u32);
        directory.extend(name.as_bytes());

        archive.extend(b"PK\x03\x04");
        archive.extend(about);
        archive.extend(name.as_bytes());
        archive.extend(content.as_bytes());
    }
    let begin = archive.len() as u32;
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    put(&mut archive, files.len() as u16);
    put(&mut archive, files.len() as u16);
    put_long(&mut archive, directory.len() as u32);
    put_long(&mut archive, begin);
    put(&mut archive, 0);
    archive
}

fn put(to: &mut Vec<u8>, number: u16) {
    to.extend(number.to_le_bytes());
}

fn put_long(to: &mut Vec<u8>, number: u32) {
    to.extend(number.to_le_bytes());
}

/// The checksum of ISO 3309, as zip has it. Bit by bit: a table would be quicker, and is not worth its
/// bytes.
pub fn crc_32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}
