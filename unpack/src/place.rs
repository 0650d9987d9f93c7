//! What stands where in a WebAssembly file: a reader that goes over it byte by byte. It believes whatever it
//! reads: of another file it says nonsense, and the same nonsense to who packs and to who unpacks.

/// What the next byte belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
#[repr(u8)]
enum Part {
    Header,
    Section,
    SectionSize,
    Content,
    Functions,
    FunctionSize,
    LocalGroups,
    LocalCount,
    LocalType,
    Opcode,
    Operand,
}
use Part::*;

/// The kind of a place where an opcode stands.
pub const OPCODE: usize = 1;
/// That of what belongs to an opcode.
pub const OPERAND: usize = 2;

const CODE_SECTION: u32 = 10;
const CALL: u32 = 0x10;
const LOCAL_GET: u32 = 0x20;
const LOCAL_TEE: u32 = 0x22;
/// The first and the last one that reads or writes memory.
const LOAD: u32 = 0x28;
const STORE: u32 = 0x3e;

/// How the operands of an opcode are written: 1 or 2 numbers, or in a way of their own.
const fn operands(opcode: u32) -> u32 {
    match opcode {
        2..=4 | 0x0c | 0x0d | CALL | LOCAL_GET..=0x26 | 0x3f..=0x42 | 0xd0 | 0xd2 => 1,
        0x11 | LOAD..=STORE => 2,
        0x0e => TABLE,
        0x43 => F32,
        0x44 => F64,
        0xfc => PREFIXED,
        _ => 0,
    }
}
const TABLE: u32 = 5;
const F32: u32 = 7;
const F64: u32 = 8;
const PREFIXED: u32 = 9;

/// Where the reader is, and what of the code before may say how it goes on.
pub struct Place {
    part: Part,
    /// What was read of the number here, and how many bits and bytes that was.
    pub number: u32,
    shift: u32,
    index: u32,
    header_read: u32,
    section: u32,
    section_left: u32,
    groups_left: u32,
    function_end: u32,
    opcode: u32,
    kind: u32,
    nth: u32,
    operands_left: u32,
    /// The last ten opcodes of this function, the latest first.
    pub opcodes: [u32; 10],
    /// The last two local variables that it named.
    pub locals: [u32; 2],
    /// The last one that it wrote.
    written: u32,
    /// For each local variable the last offset from it in this function.
    offsets: [u32; 64],
    /// The last function called.
    pub called: u32,
    /// The number of this function.
    pub function: u32,
    /// What each operand of each opcode was the last time.
    latest: [u32; 512],
}

impl Place {
    /// Before the first byte.
    pub const START: Self = Self {
        part: Header,
        number: 0,
        shift: 0,
        index: 0,
        header_read: 0,
        section: 0,
        section_left: 0,
        groups_left: 0,
        function_end: 0,
        opcode: 0,
        kind: 0,
        nth: 0,
        operands_left: 0,
        opcodes: [0; 10],
        locals: [0; 2],
        written: 0,
        offsets: [0; 64],
        called: 0,
        function: 0,
        latest: [0; 512],
    };

    /// `OPCODE`, `OPERAND`, or 0 outside of code.
    pub fn kind(&self) -> usize {
        (self.part >= Opcode) as usize + (self.part == Operand) as usize
    }

    /// The place as a number below 2,048.
    pub fn key(&self) -> u32 {
        match self.part {
            Operand => 1024 | self.operand() << 1 | self.is_later(),
            Opcode => 512,
            part => (part as u32 * 16 + self.index.min(3) + self.section * 64) & 511,
        }
    }

    /// The same more roughly, below 1,536; outside of code by the last bits of the position.
    pub fn set(&self, position: u32) -> u32 {
        match self.part {
            Operand => self.operand() << 1 | self.is_later(),
            Opcode => 1024 + self.opcodes[0],
            _ => 1300 + self.section.min(15) * 4 + (position & 3),
        }
    }

    /// What stood here the last time: in this operand, or in the first of the last opcode.
    pub fn before(&self) -> u32 {
        let of = if self.part == Operand {
            self.operand()
        } else {
            self.opcodes[0] << 1
        };
        self.latest[of as usize & 511]
    }

    /// What this operand may be near to: of a local variable the last one that was written, of a place in memory
    /// the last offset from the same variable, else what stood here the last time.
    pub fn near(&self) -> u32 {
        match self.opcode {
            LOCAL_GET..=LOCAL_TEE => self.written,
            LOAD..=STORE => self.offsets[self.locals[0] as usize & 63],
            _ => self.before(),
        }
    }

    /// The last two opcodes, or an operand and the last one, or outside of code the last byte, as one number.
    pub fn pair(&self, last_byte: u32) -> u32 {
        let [one, two, ..] = self.opcodes;
        match self.part {
            Operand => 1 << 18 | one << 9 | self.operand(),
            Opcode => 1 << 17 | one << 8 | two,
            _ => last_byte,
        }
    }

    fn operand(&self) -> u32 {
        self.opcode << 1 | self.nth & 1
    }

    fn is_later(&self) -> u32 {
        (self.index > 0) as u32
    }

    fn go(&mut self, part: Part) {
        self.part = part;
        self.number = 0;
        self.shift = 0;
        self.index = 0;
    }

    fn begin_code(&mut self) {
        self.go(Opcode);
        self.function = self.function.wrapping_add(1);
        self.opcodes = [0; 10];
        self.locals = [255; 2];
        self.written = 255;
        self.offsets = [0; 64];
    }

    /// Reads the byte at this position.
    pub fn read(&mut self, position: u32, byte: u32) {
        if self.part >= Content {
            self.section_left = self.section_left.wrapping_sub(1);
            if self.section_left == 0 {
                return self.go(Section);
            }
        }
        match self.part {
            Header => {
                self.header_read += 1;
                if self.header_read == 8 {
                    self.go(Section);
                }
            }
            Section => {
                self.section = byte;
                self.go(SectionSize);
            }
            Content => {}
            LocalType => self.next_group(self.groups_left.wrapping_sub(1)),
            Opcode => {
                self.opcode = byte;
                self.kind = operands(byte);
                self.nth = 0;
                self.operands_left = if self.kind == F32 { 4 } else { 8 };
                self.go(Operand);
                if self.kind == 0 {
                    self.end_opcode(position);
                }
            }
            Operand if self.kind == F32 || self.kind == F64 => {
                self.index += 1;
                self.operand_read(position);
            }
            _ => {
                // A number, seven bits a byte.
                self.number |= (byte & 127).wrapping_shl(self.shift);
                self.shift = self.shift.wrapping_add(7);
                self.index = self.index.wrapping_add(1);
                if byte < 128 {
                    let number = self.number;
                    self.number = 0;
                    self.shift = 0;
                    self.index = 0;
                    self.number_read(position, number);
                }
            }
        }
    }

    fn next_group(&mut self, left: u32) {
        self.groups_left = left;
        if left > 0 {
            self.go(LocalCount)
        } else {
            self.begin_code()
        }
    }

    fn number_read(&mut self, position: u32, number: u32) {
        match self.part {
            SectionSize => {
                self.section_left = number;
                self.part = if number == 0 {
                    Section
                } else if self.section == CODE_SECTION {
                    Functions
                } else {
                    Content
                };
            }
            Functions => self.part = FunctionSize,
            FunctionSize => {
                self.function_end = position.wrapping_add(1).wrapping_add(number);
                self.part = LocalGroups;
            }
            LocalGroups => self.next_group(number),
            LocalCount => self.part = LocalType,
            _ if self.kind <= 2 => {
                self.latest[self.operand() as usize & 511] = number;
                match self.opcode {
                    LOCAL_GET..=LOCAL_TEE => {
                        self.locals = [number, self.locals[0]];
                        if self.opcode > LOCAL_GET {
                            self.written = number;
                        }
                    }
                    LOAD..=STORE if self.nth == 1 => {
                        self.offsets[self.locals[0] as usize & 63] = number;
                    }
                    CALL => self.called = number,
                    _ => {}
                }
                self.nth += 1;
                if self.nth == self.kind {
                    self.end_opcode(position);
                }
            }
            _ => {
                if self.nth == 0 {
                    self.operands_left = match number {
                        _ if self.kind == TABLE => number.wrapping_add(2),
                        0..8 => 1,
                        8 | 10 | 12 | 14 => 3,
                        _ => 2,
                    };
                }
                self.nth = 1;
                self.operand_read(position);
            }
        }
    }

    fn operand_read(&mut self, position: u32) {
        self.operands_left = self.operands_left.wrapping_sub(1);
        if self.operands_left == 0 {
            self.end_opcode(position);
        }
    }

    fn end_opcode(&mut self, position: u32) {
        self.opcodes.copy_within(..9, 1);
        self.opcodes[0] = self.opcode;
        let is_end = position.wrapping_add(1) == self.function_end;
        self.go(if is_end { FunctionSize } else { Opcode });
    }
}
