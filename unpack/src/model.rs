//! Predicts each bit of a file from the bytes before it. Ten contexts say what followed them before: others for
//! an opcode than for what belongs to one, and than outside of code. The longest match says what follows there, and
//! a mixer weighs them by who was right. (The method is that of Matt Mahoney's lpaq, see
//! <https://mattmahoney.net/dc/>, with contexts that know how a WebAssembly file is made.)
//!
//! All arithmetic is of whole numbers and wraps, so it comes to the same on every device.

use crate::histories::Histories;
use crate::place::{OPCODE, OPERAND, Place};

const CONTEXTS: usize = 10;
/// What is mixed: what each context says, what the match says, and a constant.
const INPUTS: usize = CONTEXTS + 2;
const MATCH: usize = CONTEXTS;
const ALWAYS: usize = CONTEXTS + 1;

/// Of the weights, where those begin that are chosen by the bits of this byte, those by how much is known, and
/// those by the last two opcodes.
const BY_BITS: usize = 1536;
const BY_KNOWN: usize = BY_BITS + 768;
const BY_PAIR: usize = 4096;
const SETS: usize = 8192;

/// Rows of sixteen bytes, four to a line of the processor's cache: a mark of whose it is, and a history for
/// each beginning of half a byte.
const ROWS: usize = 1 << 20;
/// Where five bytes stood before.
const PLACES: usize = 1 << 18;

/// The probability of a 1, of 4096, from the logistic domain (-2048 to 2047), at every 128th.
const CURVE: [i16; 34] = [
    1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348,
    3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094, 4094,
];

fn squash(x: i32) -> i32 {
    let (step, part) = (((x >> 7) + 16) as usize & 31, x & 127);
    (CURVE[step] as i32 * (128 - part) + CURVE[step + 1] as i32 * part + 64) >> 7
}

/// Both in one number: quick, for what is hashed in the end.
fn join(a: u32, b: u32) -> u32 {
    (a.rotate_left(5) ^ b).wrapping_mul(0x9e37_79b1)
}

fn hash(a: u32, b: u32) -> u32 {
    let mut h = (a ^ b.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x2c1b_3c6d);
    h ^= h >> 15;
    h = h.wrapping_mul(0x85eb_ca6b);
    h ^ (h >> 13)
}

/// The byte there; 0 before the first one.
fn at(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(0)
}

/// How often this row was looked at, by what its first bit has seen.
fn known(row: [u8; 16]) -> u8 {
    (row[1] >> 4) + (row[1] & 15)
}

/// What was learned from the bytes so far.
pub struct Model {
    rows: [[u8; 16]; ROWS],
    places: [u32; PLACES],
    weights: [[i32; INPUTS]; SETS],
    /// The last step: what the mixer says, corrected by how often it was right at such a place.
    corrected: [[u16; 34]; 1024],
    next: [[u8; 2]; 256],
    /// How likely a 1 is after each history, for each context.
    odds: [[i32; 256]; CONTEXTS],
    /// How likely it is that a match goes on, by how long it is and the bit that it would be.
    trust: [i32; 32],
    squashed: [i16; 4096],
    stretched: [i16; 4096],
    contexts: [u32; CONTEXTS],
    place: Place,
    /// The last eight bytes, the latest first.
    last: [u32; 8],
    /// In texts, the word that this byte is in and the one before.
    word: u32,
    word_before: u32,
    /// Where the same bytes stood before, and how many they are.
    matching: usize,
    matched: usize,
}

/// What counts for all bits of a byte.
struct Here {
    /// Its sets of weights, or where those begin that hang on the bits too.
    set: usize,
    set_of_pair: usize,
    set_of_bits: usize,
    set_of_known: usize,
    place: u32,
    /// How long the match is, below 16, and the byte that it expects behind a 1; 0 for none.
    long: usize,
    expected: usize,
    /// How fast the weights learn, in sixteenths: the more was seen, the slower.
    rate: i32,
}

impl Model {
    /// All zeros: `start` makes it ready.
    pub const EMPTY: Self = Self {
        rows: [[0; 16]; ROWS],
        places: [0; PLACES],
        weights: [[0; INPUTS]; SETS],
        corrected: [[0; 34]; 1024],
        next: [[0; 2]; 256],
        odds: [[0; 256]; CONTEXTS],
        trust: [0; 32],
        squashed: [0; 4096],
        stretched: [0; 4096],
        contexts: [0; CONTEXTS],
        place: Place::START,
        last: [0; 8],
        word: 0,
        word_before: 0,
        matching: 0,
        matched: 0,
    };

    /// As `EMPTY` again.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn clear(&mut self) {
        self.rows.fill([0; 16]);
        self.places.fill(0);
        self.contexts = [0; CONTEXTS];
        self.place = Place::START;
        self.last = [0; 8];
        self.word = 0;
        self.word_before = 0;
        self.matching = 0;
        self.matched = 0;
    }

    /// Before the first byte.
    pub fn start(&mut self) {
        let histories = Histories::new();
        self.next = histories.next;
        self.odds = [histories.odds; CONTEXTS];
        self.weights = [[750; INPUTS]; SETS];
        self.trust = [32_768; 32];
        let mut from = 0;
        for x in -2048..2048 {
            let p = squash(x);
            self.squashed[(x + 2048) as usize & 4095] = p as i16;
            while from <= p {
                self.stretched[from as usize & 4095] = x as i16;
                from += 1;
            }
        }
        self.stretched[4095] = 2047;
        let mut curve = [0; 34];
        for (to, from) in curve.iter_mut().zip(CURVE) {
            *to = from as u16 * 16;
        }
        self.corrected = [curve; 1024];
    }

    /// Predicts the byte after these, bit by bit. `bit` is given how likely it is that it is 1, of 65,536, and
    /// says what it is.
    pub fn byte(&mut self, before: &[u8], mut bit: impl FnMut(u32) -> u32) -> u8 {
        let here = self.look(before);
        // The bits of the byte so far behind a 1, and those of its half.
        let mut bits = 1;
        for half in 0..2 {
            let rows = self.find_rows(if half == 0 { 0 } else { bits });
            let mut of_half = 1;
            for left in (4 * (1 - half)..4 * (2 - half)).rev() {
                let next = self.bit(&here, &rows, bits, of_half, left, &mut bit) as usize & 1;
                bits = bits << 1 | next;
                of_half = of_half << 1 | next;
            }
        }
        let byte = bits as u8;
        self.learn(before, byte);
        byte
    }

    /// Predicts one bit, asks what it is, and remembers it.
    #[inline(always)]
    fn bit(
        &mut self,
        here: &Here,
        rows: &[usize; CONTEXTS],
        bits: usize,
        of_half: usize,
        left: usize,
        bit: &mut impl FnMut(u32) -> u32,
    ) -> u32 {
        let mut inputs = [0; INPUTS];
        let mut histories = [0; CONTEXTS];
        let mut known = 0;
        for i in 0..CONTEXTS {
            let history = self.rows[rows[i] & (ROWS - 1)][of_half & 15] as usize;
            histories[i] = history;
            if history > 0 {
                known += 1;
                inputs[i] = self.stretched[(self.odds[i][history] >> 10) as usize & 4095] as i32;
            }
        }
        // The match says something as long as it was right about this byte.
        let is_match = here.expected >> (left + 1) == bits;
        let trust = &mut self.trust[(here.long * 2 + (here.expected >> left & 1)) & 31];
        if is_match {
            inputs[MATCH] = self.stretched[(*trust >> 4) as usize & 4095] as i32;
        }
        inputs[ALWAYS] = 256;
        let sets = [
            here.set,
            here.set_of_pair,
            here.set_of_bits + bits,
            here.set_of_known + known * 32 + here.long * 2 + is_match as usize,
        ]
        .map(|set| set & (SETS - 1));
        let [a, b, c, d] = sets.map(|set| &self.weights[set]);
        let mut sum = 0i32;
        for i in 0..INPUTS {
            let weight = (a[i].wrapping_add(b[i])).wrapping_add(c[i].wrapping_add(d[i]));
            sum = sum.wrapping_add(inputs[i].wrapping_mul(weight) >> 2);
        }
        let mixed = (sum >> 12).clamp(-2047, 2047) + 2048;
        let said = self.squashed[mixed as usize & 4095] as i32;
        let (step, part) = ((mixed >> 7) as usize & 31, mixed & 127);
        let place = here
            .place
            .wrapping_add((bits as u32).wrapping_mul(0x9e37_79b1))
            >> 22;
        let corrected = &mut self.corrected[place as usize & 1023];
        let odds = (16 * said
            + ((corrected[step] as i32 * (128 - part) + corrected[step + 1] as i32 * part) >> 7))
            >> 1;

        let one = bit(odds.clamp(24, 65_511) as u32);

        // What is known now is remembered for next time.
        let truth = if one == 1 { 65_535 } else { 0 };
        let nearer = &mut corrected[step + (part >> 6) as usize];
        *nearer = (*nearer as i32 + ((truth - *nearer as i32) >> 6)) as u16;
        if is_match {
            *trust += (truth - *trust) >> 7;
        }
        let error = ((one as i32) << 12) - said;
        if error.abs() > 32 {
            let mut steps = [0; INPUTS];
            for i in 0..INPUTS {
                steps[i] = inputs[i]
                    .wrapping_mul(error.wrapping_mul(here.rate))
                    .wrapping_add(0x4_0000)
                    >> 19;
            }
            for set in sets {
                for (weight, step) in self.weights[set].iter_mut().zip(steps) {
                    *weight = weight.wrapping_add(step);
                }
            }
        }
        for i in 0..CONTEXTS {
            let history = &mut self.rows[rows[i] & (ROWS - 1)][of_half & 15];
            *history = self.next[histories[i]][one as usize & 1];
            let odds = &mut self.odds[i][histories[i]];
            *odds += (((one as i32) << 22) - *odds) >> 9;
        }
        one
    }

    /// The rows of each context for one half of the byte. The second half's are near the first one's.
    fn find_rows(&mut self, bits: usize) -> [usize; CONTEXTS] {
        // All are asked for at once, before any answer is looked at: memory is slow.
        let salt = (bits as u32).wrapping_mul(0x9e37_79b1);
        let mut rows = [0; CONTEXTS];
        let mut marks = [0; CONTEXTS];
        for i in 0..CONTEXTS {
            rows[i] = (self.contexts[i] >> 12 ^ salt >> 24) as usize & (ROWS - 1);
            marks[i] = self.rows[rows[i]][0];
        }
        for i in 0..CONTEXTS {
            let mark = (self.contexts[i] ^ salt >> 16) as u8;
            if marks[i] != mark {
                rows[i] = self.other_row(rows[i], mark);
            }
        }
        rows
    }

    /// The row of this mark beside that one; else the one of which least is known gives way.
    #[inline(never)]
    fn other_row(&mut self, first: usize, mark: u8) -> usize {
        let mut least = first;
        for k in 1..3 {
            let at = (first ^ k) & (ROWS - 1);
            if self.rows[at][0] == mark {
                return at;
            }
            if known(self.rows[at]) < known(self.rows[least & (ROWS - 1)]) {
                least = at;
            }
        }
        self.rows[least & (ROWS - 1)] = [0; 16];
        self.rows[least & (ROWS - 1)][0] = mark;
        least
    }

    /// What the next byte may hang on.
    fn look(&mut self, before: &[u8]) -> Here {
        let [b1, b2, b3, b4, .., b8] = self.last;
        let n = before.len() as u32;
        let two = b1 | b2 << 8;
        let three = two | b3 << 16;
        let place = &self.place;
        let [op1, op2, op3, op4, op5, op6, op7, op8, op9, op10] = place.opcodes;
        let key = place.key();
        let here = join(key, place.number);
        let after1 = join(here, op1);
        let after2 = join(after1, op2);
        let after3 = join(after2, op3);
        let after4 = join(after3, op4);
        let after6 = join(join(after4, op5), op6);
        let after8 = join(join(after6, op7), op8);
        self.contexts = match place.kind() {
            OPCODE => [
                after1,
                after2,
                after4,
                after6,
                after8,
                join(join(after8, op9), op10),
                join(after3, place.before()),
                join(after3, place.called),
                two,
                join(join(three, b4), key),
            ],
            OPERAND => [
                after2,
                after6,
                join(here, place.before()),
                join(after3, place.before()),
                join(after8, place.before()),
                join(after1, place.near()),
                join(join(after3, place.locals[0]), place.locals[1]),
                join(here, place.function),
                two,
                join(join(three, b4), key),
            ],
            _ => [
                key,
                join(b1, key),
                two,
                three,
                self.word,
                join(join(self.word, self.word_before), b1),
                n & 3,
                join(b4, n & 3),
                join(b1 | b8 << 8, n & 3),
                b4 | b3 << 8 | b2 << 16,
            ],
        };
        let here = Here {
            set: place.set(n) as usize,
            set_of_pair: BY_PAIR + (hash(place.pair(b1), 1) >> 20) as usize,
            set_of_bits: BY_BITS + place.kind() * 256,
            set_of_known: BY_KNOWN + place.kind() * 512,
            place: hash(place.key(), 1),
            rate: 11 + 1_200_000 / (n as i32 + 100_000),
            long: if self.matched < 16 {
                self.matched >> 1
            } else {
                15.min(8 + (self.matched >> 4))
            },
            expected: if self.matched > 0 {
                at(before, self.matching) as usize | 256
            } else {
                0
            },
        };
        for (i, context) in self.contexts.iter_mut().enumerate() {
            *context = hash(*context, i as u32 + 1);
        }
        here
    }

    /// Remembers the whole byte.
    fn learn(&mut self, before: &[u8], byte: u8) {
        let n = before.len();
        self.place.read(n as u32, byte as u32);
        if self.matched > 0 && at(before, self.matching) == byte {
            self.matched += 1;
            self.matching += 1;
        } else {
            self.matched = 0;
        }
        let [b1, b2, b3, b4, b5, b6, b7, _] = self.last;
        self.last = [byte as u32, b1, b2, b3, b4, b5, b6, b7];
        let key =
            (hash(byte as u32 | b1 << 8 | b2 << 16 | b3 << 24, b4) >> 14) as usize & (PLACES - 1);
        let place = self.places[key] as usize;
        if self.matched == 0 && place > 0 {
            let mut same = 1;
            while same < 32 && same < place && at(before, place - 1 - same) == at(before, n - same)
            {
                same += 1;
            }
            self.matching = place;
            self.matched = if same < 4 || at(before, place - 1) != byte {
                0
            } else {
                same
            };
        }
        self.places[key] = n as u32 + 1;
        if byte.is_ascii_alphabetic() || byte >= 128 {
            self.word = join(self.word, byte as u32 | 32);
        } else if self.word > 0 {
            self.word_before = self.word;
            self.word = 0;
        }
    }
}
