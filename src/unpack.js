// Unpacks the program. Hosts of static pages send files with gzip at best; this makes it a third smaller
// than that. Every bit of the file is predicted from the bytes before it, and arithmetic coding stores
// only by how much the predictions were wrong. (The method is that of Matt Mahoney's lpaq, see
// https://mattmahoney.net/dc/, with predictions that know how a WebAssembly file is made.)
//
// It takes a second or two. So it is done once: what was unpacked is kept beside the other files of the
// page, and the next start takes it from there.
//
// `.ci/finish.mjs` packs with the very same model, and fails unless what is unpacked is what was packed.

/** Predictions that are mixed, each by another context. */
const CONTEXTS = 10;
/** Inputs of a mixer: of each context what it says and how sure it is, the longest match so far, and a constant. */
const INPUTS = 2 * CONTEXTS + 2;
const [MATCH, ALWAYS] = [INPUTS - 2, INPUTS - 1];
/** Of the weights, where those begin that are chosen by what stands before, and those chosen by the byte so far. */
const BY_PLACE = 0;
const BY_BITS = 1600;
/** Each context has 2 to this power rows, a row for each half of a byte. */
const ROW_BITS = 16;

/** From the logistic domain (-2048 to 2047) to a probability of 4096, by its value at every 128th. */
const CURVE = [1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094];
const squash = (x) => {
  const [step, rest] = [(x >> 7) + 16, x & 127];
  return (CURVE[step] * (128 - rest) + CURVE[Math.min(step + 1, 32)] * rest + 64) >> 7;
};

const hash = (a, b) => {
  let h = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x2c1b3c6d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return h ^ (h >>> 13);
};

// What stands where in a WebAssembly file.
const [HEADER, SECTION, SECTION_SIZE, CONTENT, FUNCTIONS, FUNCTION_SIZE, LOCAL_GROUPS, LOCAL_COUNT, LOCAL_TYPE, OPCODE, OPERAND] = Array(11).keys();
const CODE_SECTION = 10;
const [LOCAL_GET, LOCAL_TEE, CALL, I32_CONST] = [0x20, 0x22, 0x10, 0x41];
// How the operands of an opcode are written: 1 or 2 numbers, or in a way of their own.
const [TABLE, F32, F64, PREFIXED] = [5, 7, 8, 9];
const OPERANDS = new Uint8Array(256);
for (const opcode of [2, 3, 4, 0x0c, 0x0d, CALL, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0x41, 0x42, 0xd0, 0xd2]) OPERANDS[opcode] = 1;
OPERANDS.fill(2, 0x28, 0x3f);
OPERANDS[0x11] = 2;
OPERANDS[0x0e] = TABLE;
OPERANDS[0x43] = F32;
OPERANDS[0x44] = F64;
OPERANDS[0xfc] = PREFIXED;

/**
 * Goes over the bytes of a WebAssembly file and predicts each bit. `next` is given the probability that
 * it is 1, of 65,536, and says what it is. Gives the bytes.
 */
export function predict(size, next) {
  const out = new Uint8Array(size);
  const squashed = new Int16Array(4096).map((_, x) => squash(x - 2048));
  const stretched = new Int16Array(4096).fill(2047);
  for (let x = -2047, from = 0; x <= 2047; x += 1) {
    for (; from <= squashed[x + 2048]; from += 1) stretched[from] = x;
  }
  const rates = new Int32Array(128).map((_, n) => 16384 / (n + n + 3));

  // Of each row the first word is a mark of whose it is; the others hold, for each beginning of half a
  // byte, how likely a 1 comes next (22 bits) and how often that was looked at (10 bits).
  const table = new Int32Array(CONTEXTS << (ROW_BITS + 4));
  const contexts = new Int32Array(CONTEXTS);
  const rows = new Int32Array(CONTEXTS);
  const inputs = new Int32Array(INPUTS);
  inputs[ALWAYS] = 256;
  // How much it counts how far a prediction is from even: the more often it was looked at, the more.
  const sure = new Int32Array(1024).map((_, n) => (512 * n) / (n + 4));
  const weights = new Int32Array((BY_BITS + 768) * INPUTS).map((_, n) => (n % INPUTS < CONTEXTS || n % INPUTS >= MATCH ? 16_000 : 4_000));
  /** What a mixer says, from -2047 to 2047, by the weights from here. */
  const mix = (from) => {
    let sum = 0;
    for (let i = 0; i < INPUTS; i += 1) sum = (sum + (Math.imul(inputs[i], weights[from + i]) >> 13)) | 0;
    return Math.max(-2047, Math.min(2047, sum >> 3));
  };
  /** Moves its weights towards what would have been right. */
  const learn = (from, said, bit) => {
    const error = ((bit << 12) - squashed[said + 2048]) * 14;
    for (let i = 0; i < INPUTS; i += 1) weights[from + i] += (Math.imul(inputs[i], error) + 0x2000) >> 14;
  };
  // The last step: what the mixers say, corrected by how often it was right.
  const curve = (count) => new Uint16Array(count * 33).map((_, n) => squashed[Math.min(4095, (n % 33) * 128)] * 16);
  const byPlace = curve(1024);
  const byBytes = curve(65_536);
  // Where the last five bytes stood before, and how long the bytes since have been the same.
  const places = new Int32Array(1 << 18);
  const trust = new Uint16Array(32).fill(32_768);
  let [match, matched] = [0, 0];

  // The parser.
  let [mode, header, value, shift, sectionLeft, section, groups, functionEnd] = [HEADER, 8, 0, 0, 0, 0, 0, 0];
  let [opcode, kind, nth, rest, index] = [0, 0, 0, 0, 0];
  let [op1, op2, op3, op4, op5] = [0, 0, 0, 0, 0];
  let [local1, local2, local3, called, constant] = [0, 0, 0, 0, 0];
  const latest = new Int32Array(512);
  const begin = () => {
    mode = OPCODE;
    op1 = op2 = op3 = op4 = op5 = 0;
    local1 = local2 = local3 = 255;
  };

  // The last eight bytes, and in texts the word that they are in and the one before.
  let [b1, b2, b3, b4, b5, b6, b7, b8, word, wordBefore] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

  for (let n = 0; n < size; n += 1) {
    const isCode = mode >= OPCODE;
    const isLater = index > 0 ? 1 : 0;
    const place = mode === OPERAND ? 1024 | (opcode << 2) | ((nth & 1) << 1) | isLater : mode === OPCODE ? 512 : (mode * 16 + Math.min(index, 3) + section * 64) & 511;
    const two = b1 | (b2 << 8);
    const three = two | (b3 << 16);
    let set;
    if (isCode) {
      const here = hash(place, value);
      const after1 = hash(here, op1);
      const after2 = hash(after1, op2);
      const after4 = hash(hash(after2, op3), op4);
      contexts[0] = hash(here, 1);
      contexts[1] = after1;
      contexts[2] = after2;
      contexts[3] = after4;
      contexts[4] = hash(after4, op5);
      contexts[5] = hash(after1, latest[mode === OPERAND ? opcode * 2 + (nth & 1) : op1 * 2] + 5000);
      contexts[6] = hash(two, 2);
      contexts[7] = hash(three, 3);
      contexts[8] = hash(hash(after1, called), constant + 9000);
      contexts[9] = hash(hash(hash(after2, local1), local2), local3);
      set = mode === OPERAND ? opcode * 4 + (nth & 1) * 2 + isLater : 1024 + op1;
    } else {
      const b12 = n > 11 ? out[n - 12] : 0;
      const b16 = n > 15 ? out[n - 16] : 0;
      contexts[0] = hash(b1, (place << 8) | 1);
      contexts[1] = hash(two, 2);
      contexts[2] = hash(three, 3);
      contexts[3] = hash(word, 31);
      contexts[4] = hash(hash(word, wordBefore), 32);
      contexts[5] = hash(b4 | (b8 << 8), 24 + (n & 3));
      contexts[6] = hash(b2 | (b3 << 8), 33);
      contexts[7] = hash(b4 | (b3 << 8) | (b2 << 16), 34);
      contexts[8] = hash(b8 | (b12 << 8) | (b16 << 16), 40 + (n & 3));
      contexts[9] = hash(place, 37);
      set = 1300 + Math.min(section, 15) * 4 + (n & 3);
    }
    const byWhat = (BY_PLACE + set) * INPUTS;
    const firstOfBits = BY_BITS + (mode === OPCODE ? 256 : isCode ? 512 : 0);
    const long = matched < 16 ? matched >> 1 : Math.min(15, 8 + (matched >> 4));
    const expected = matched > 0 ? out[match] | 256 : 0;

    // The bits of the byte so far behind a 1, and those of its half.
    let bits = 1;
    let half = 1;
    for (let left = 7; left >= 0; left -= 1) {
      if ((left & 3) === 3) {
        for (let i = 0; i < CONTEXTS; i += 1) {
          const h = left === 7 ? contexts[i] : hash(contexts[i], bits);
          const row = ((i << ROW_BITS) + (h >>> (32 - ROW_BITS))) << 4;
          const mark = (h & 0xffffff) | 1;
          if (table[row] !== mark) {
            table[row] = mark;
            for (let j = 1; j < 16; j += 1) table[row + j] = -0x80000000;
          }
          rows[i] = row;
        }
        half = 1;
      }
      const guess = expected && expected >> (left + 1) === bits ? long * 2 + ((expected >> left) & 1) : -1;
      for (let i = 0; i < CONTEXTS; i += 1) {
        const slot = table[rows[i] + half];
        const seen = slot & 1023;
        inputs[i] = seen ? stretched[slot >>> 20] : 0;
        inputs[CONTEXTS + i] = Math.imul((slot >>> 20) - 2048, sure[seen]) >> 10;
      }
      inputs[MATCH] = guess >= 0 ? stretched[trust[guess] >> 4] : 0;
      const byBit = (firstOfBits + bits) * INPUTS;
      const [one, other] = [mix(byWhat), mix(byBit)];
      const mixed = ((one + other) >> 1) + 2048;
      const step = mixed >> 7;
      const part = mixed & 127;
      const at = (bits | (b1 << 8)) * 33 + step;
      const or = (hash(place, bits) >>> 22) * 33 + step;
      const corrected = ((byBytes[at] * (128 - part) + byBytes[at + 1] * part) >> 7) + ((byPlace[or] * (128 - part) + byPlace[or + 1] * part) >> 7);
      const bit = next(Math.max(24, Math.min(65_511, (32 * squashed[mixed] + corrected) >> 2)));

      // What is known now is remembered for next time.
      const truth = bit ? 65_535 : 0;
      const nearer = part >> 6;
      byBytes[at + nearer] += (truth - byBytes[at + nearer]) >> 6;
      byPlace[or + nearer] += (truth - byPlace[or + nearer]) >> 6;
      if (guess >= 0) trust[guess] += (truth - trust[guess]) >> 6;
      learn(byWhat, one, bit);
      learn(byBit, other, bit);
      for (let i = 0; i < CONTEXTS; i += 1) {
        const slot = table[rows[i] + half];
        const seen = slot & 1023;
        table[rows[i] + half] = slot + (Math.imul(((bit << 22) - (slot >>> 10)) >> 3, rates[seen]) & -1024) + (seen < 127 ? 1 : 0);
      }
      bits = (bits << 1) | bit;
      half = (half << 1) | bit;
    }
    const byte = bits & 255;
    out[n] = byte;

    // Where the next byte stands.
    let ends = false;
    if (mode === HEADER) {
      header -= 1;
      if (header === 0) mode = SECTION;
    } else if (mode >= CONTENT && (sectionLeft -= 1) === 0) {
      mode = SECTION;
      value = shift = index = 0;
    } else if (mode === SECTION) {
      section = byte;
      mode = SECTION_SIZE;
      value = shift = index = 0;
    } else if (mode === LOCAL_TYPE) {
      groups -= 1;
      if (groups) mode = LOCAL_COUNT;
      else begin();
    } else if (mode === OPCODE) {
      opcode = byte;
      kind = OPERANDS[byte];
      nth = value = shift = index = 0;
      rest = kind === F32 ? 4 : 8;
      mode = OPERAND;
      ends = !kind;
    } else if (mode === OPERAND && (kind === F32 || kind === F64)) {
      index += 1;
      rest -= 1;
      ends = rest === 0;
    } else if (mode !== CONTENT) {
      // A number, seven bits a byte.
      value |= (byte & 127) << shift;
      shift += 7;
      index += 1;
      if (byte < 128) {
        const number = value;
        value = shift = index = 0;
        if (mode === SECTION_SIZE) {
          sectionLeft = number;
          mode = section === CODE_SECTION ? FUNCTIONS : CONTENT;
          if (!sectionLeft) mode = SECTION;
        } else if (mode === FUNCTIONS) mode = FUNCTION_SIZE;
        else if (mode === FUNCTION_SIZE) {
          functionEnd = n + 1 + number;
          mode = LOCAL_GROUPS;
        } else if (mode === LOCAL_GROUPS) {
          groups = number;
          if (groups) mode = LOCAL_COUNT;
          else begin();
        } else if (mode === LOCAL_COUNT) mode = LOCAL_TYPE;
        else if (kind <= 2) {
          latest[opcode * 2 + (nth & 1)] = number;
          if (opcode >= LOCAL_GET && opcode <= LOCAL_TEE) {
            local3 = local2;
            local2 = local1;
            local1 = number;
          }
          else if (opcode === CALL) called = number;
          else if (opcode === I32_CONST) constant = number;
          nth += 1;
          ends = nth === kind;
        } else {
          if (nth === 0) rest = kind === TABLE ? number + 2 : number < 8 ? 1 : [8, 10, 12, 14].includes(number) ? 3 : 2;
          nth = 1;
          rest -= 1;
          ends = rest === 0;
        }
      }
    }
    if (ends) {
      op5 = op4;
      op4 = op3;
      op3 = op2;
      op2 = op1;
      op1 = opcode;
      mode = n + 1 === functionEnd ? FUNCTION_SIZE : OPCODE;
      value = shift = index = 0;
    }

    if (matched > 0 && out[match] === byte) {
      matched += 1;
      match += 1;
    } else matched = 0;
    b8 = b7;
    b7 = b6;
    b6 = b5;
    b5 = b4;
    b4 = b3;
    b3 = b2;
    b2 = b1;
    b1 = byte;
    const key = hash(hash(b1 | (b2 << 8) | (b3 << 16) | (b4 << 24), b5), 77) >>> 14;
    if (matched === 0 && places[key] > 0) {
      match = places[key];
      let same = 0;
      while (same < 32 && same < match && out[match - 1 - same] === out[n - same]) same += 1;
      matched = same < 4 ? 0 : same;
    }
    places[key] = n + 1;
    if ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte >= 128) word = hash(word, byte | 32);
    else if (word) {
      wordBefore = word;
      word = 0;
    }
  }
  return out;
}

/** Where the range from `low` to `high` is divided by a probability of 65,536 that the bit is 1. */
export const divide = (low, high, odds) => {
  const range = (high - low) >>> 0;
  return (low + Math.imul(range >>> 16, odds) + (Math.imul(range & 0xffff, odds) >>> 16)) >>> 0;
};

/** FNV-1a of 32 bits. */
export const checksum = (bytes) => bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;

/** The bytes that this file was made of: it holds their count, their checksum and the code. Throws when it is cut off or damaged. */
export function unpack(file) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const size = file.length < 12 ? Infinity : view.getUint32(0);
  // No program is that large, and a damaged count must not ask for all the memory.
  if (size > 10_000_000) throw new Error('the program is cut off or damaged');
  let [low, high, code, at] = [0, 0xffffffff, view.getUint32(8), 12];
  const out = predict(size, (odds) => {
    const middle = divide(low, high, odds);
    const bit = code <= middle ? 1 : 0;
    if (bit) high = middle;
    else low = middle + 1;
    while (((low ^ high) & 0xff000000) === 0) {
      low = (low << 8) >>> 0;
      high = ((high << 8) | 255) >>> 0;
      code = ((code << 8) | file[at]) >>> 0;
      at += 1;
    }
    return bit;
  });
  if (checksum(out) !== view.getUint32(4)) throw new Error('the program is cut off or damaged');
  return out;
}

// The page's script is the worker's too, so that nothing more is fetched. There, this is all it does.
if (typeof document === 'undefined') {
  globalThis.onmessage = ({ data }) => {
    const program = unpack(data);
    postMessage(program, [program.buffer]);
  };
}

/** Unpacks beside the page, so that taps on it are answered meanwhile; here, where there are no workers of this kind. */
async function unpackBeside(file) {
  const worker = new Worker(import.meta.url, { type: 'module' });
  try {
    return await new Promise((done, failed) => {
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = (event) => {
        event.preventDefault();
        failed(event);
      };
      worker.postMessage(file);
    });
  } catch {
    return unpack(file);
  } finally {
    worker.terminate();
  }
}

/**
 * The program at this address, of which the name says what is in it: as it was kept by an earlier start,
 * or fetched, unpacked and kept. It is no loss where nothing can be kept.
 */
export async function program(address) {
  const url = new URL(address, import.meta.url).href;
  // The worker of the page clears this away with its older versions: see public/sw.js.
  const kept = await globalThis.caches?.open(`unknot ${new URL('./', import.meta.url).pathname} program`).catch(() => undefined);
  const before = await kept?.match(url).catch(() => undefined);
  if (before) return before;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const file = new Uint8Array(await answer.arrayBuffer());
  // A server that compresses well by itself may send it as it is.
  const isPlain = String.fromCharCode(...file.subarray(0, 4)) === '\0asm';
  const bytes = isPlain ? file : await unpackBeside(file);
  if (isPlain && !WebAssembly.validate(file)) throw new Error('the program is cut off or damaged');
  const made = () => new Response(bytes, { headers: { 'content-type': 'application/wasm' } });
  kept?.put(url, made()).catch(() => undefined);
  return made();
}
