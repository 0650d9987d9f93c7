//! A zip archive of files as they are, none of them packed: a few lines instead of a dependency. After
//! PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.

/// Bit 11: the names are UTF-8.
const UTF_8: u16 = 1 << 11;
/// The first of January 1980, at midnight: the same files make the same archive.
const DATE: u16 = 0x21;

/// An archive that is written file by file.
#[derive(Default)]
pub struct Zip {
    /// What stands of its files at its end.
    directory: Vec<u8>,
    files: u16,
    length: usize,
}

impl Zip {
    /// A file, as it stands in the archive behind those before it.
    pub fn file(&mut self, name: &str, content: &str) -> Vec<u8> {
        let mut about = Vec::new();
        for number in [20, UTF_8, 0, 0, DATE] {
            put(&mut about, number);
        }
        put_long(&mut about, crc_32(content.as_bytes()));
        put_long(&mut about, content.len() as u32);
        put_long(&mut about, content.len() as u32);
        put(&mut about, name.len() as u16);
        put(&mut about, 0);

        self.directory.extend(b"PK\x01\x02\x14\0");
        self.directory.extend(&about);
        for number in [0, 0, 0, 0, 0] {
            put(&mut self.directory, number);
        }
        put_long(&mut self.directory, self.length as u32);
        self.directory.extend(name.as_bytes());

        let mut file = b"PK\x03\x04".to_vec();
        file.extend(about);
        file.extend(name.as_bytes());
        file.extend(content.as_bytes());
        self.files += 1;
        self.length += file.len();
        file
    }

    /// What stands behind the last file.
    pub fn end(self) -> Vec<u8> {
        let mut end = self.directory;
        let directory = end.len() as u32;
        end.extend(b"PK\x05\x06\0\0\0\0");
        put(&mut end, self.files);
        put(&mut end, self.files);
        put_long(&mut end, directory);
        put_long(&mut end, self.length as u32);
        put(&mut end, 0);
        end
    }
}

fn put(to: &mut Vec<u8>, number: u16) {
    to.extend(number.to_le_bytes());
}

fn put_long(to: &mut Vec<u8>, number: u32) {
    to.extend(number.to_le_bytes());
}

/// The checksum of ISO 3309, as zip has it, with what each byte makes of it reckoned first: bit by bit
/// it took half of the time that the tables of a large diary take.
pub fn crc_32(bytes: &[u8]) -> u32 {
    let mut of_byte = [0_u32; 256];
    for (byte, sum) in of_byte.iter_mut().enumerate() {
        *sum = byte as u32;
        for _ in 0..8 {
            *sum = (*sum >> 1) ^ (0xedb8_8320 & (*sum & 1).wrapping_neg());
        }
    }
    let mut sum = u32::MAX;
    for byte in bytes {
        sum = (sum >> 8) ^ of_byte[usize::from(sum as u8 ^ byte)];
    }
    !sum
}
