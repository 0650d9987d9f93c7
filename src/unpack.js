// Unpacks the program. Hosts of static pages send files with gzip at best, and LZMA makes this one
// a fifth smaller than that. The format is that of `.lzma` files (LZMA 1 with its size in the header).
// `.ci/finish.mjs` packs the program, adds this to the page's script, and fails unless what is
// unpacked here is what was packed.

const MATCH = 0;
const REP = MATCH + 192;
const REP_0 = REP + 12;
const REP_1 = REP_0 + 12;
const REP_2 = REP_1 + 12;
const REP_0_LONG = REP_2 + 12;
const SLOT = REP_0_LONG + 192;
const SPECIAL = SLOT + 256;
const ALIGN = SPECIAL + 115;
const LENGTH = ALIGN + 16;
const REP_LENGTH = LENGTH + 514;
const LITERAL = REP_LENGTH + 514;

const cut = () => {
  throw new Error('the program is cut off or damaged');
};

/** The bytes that this file was made of. Throws when it is cut off or damaged. */
export function unpack(file) {
  if (file.length < 18) cut();
  const view = new DataView(file.buffer, file.byteOffset);
  const size = view.getUint32(5, true);
  const literalContext = file[0] % 9;
  const literalPlace = Math.floor(file[0] / 9) % 5;
  const place = (1 << Math.floor(file[0] / 45)) - 1;
  const out = new Uint8Array(size);
  const odds = new Uint16Array(LITERAL + (768 << (literalContext + literalPlace))).fill(1024);
  let next = 18;
  let range = 0xffffffff;
  let code = view.getUint32(14);

  const widen = () => {
    if (range >= 0x1000000) return;
    if (next >= file.length) cut();
    range = (range << 8) >>> 0;
    code = ((code << 8) | file[next]) >>> 0;
    next += 1;
  };
  const bit = (n) => {
    widen();
    const bound = (range >>> 11) * odds[n];
    if (code < bound) {
      range = bound;
      odds[n] += (2048 - odds[n]) >> 5;
      return 0;
    }
    range -= bound;
    code -= bound;
    odds[n] -= odds[n] >> 5;
    return 1;
  };
  const evenBits = (count) => {
    let value = 0;
    for (let n = 0; n < count; n += 1) {
      widen();
      range >>>= 1;
      value <<= 1;
      if (code >= range) {
        code -= range;
        value |= 1;
      }
    }
    return value;
  };
  const tree = (first, count) => {
    let node = 1;
    for (let n = 0; n < count; n += 1) node = node * 2 + bit(first + node);
    return node - (1 << count);
  };
  const mirrored = (first, count) => {
    let [node, value] = [1, 0];
    for (let n = 0; n < count; n += 1) {
      const one = bit(first + node);
      node = node * 2 + one;
      value |= one << n;
    }
    return value;
  };
  const length = (first, where) => {
    if (!bit(first)) return tree(first + 2 + where * 8, 3);
    if (!bit(first + 1)) return 8 + tree(first + 130 + where * 8, 3);
    return 16 + tree(first + 258, 8);
  };
  const distance = (long) => {
    const slot = tree(SLOT + Math.min(long, 3) * 64, 6);
    if (slot < 4) return slot;
    const count = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << count;
    if (slot < 14) return base + mirrored(SPECIAL + base - slot, count);
    return base + (evenBits(count - 4) << 4) + mirrored(ALIGN, 4);
  };

  let at = 0;
  let state = 0;
  let back = [0, 0, 0, 0];
  while (at < size) {
    const where = at & place;
    if (!bit(MATCH + state * 16 + where)) {
      const before = at ? out[at - 1] : 0;
      const context = ((at & ((1 << literalPlace) - 1)) << literalContext) + (before >> (8 - literalContext));
      const first = LITERAL + 768 * context;
      let node = 1;
      if (state >= 7) {
        let match = out[at - back[0] - 1];
        let same = true;
        while (same && node < 256) {
          const wanted = (match >> 7) & 1;
          match <<= 1;
          const one = bit(first + ((1 + wanted) << 8) + node);
          node = node * 2 + one;
          same = wanted === one;
        }
      }
      while (node < 256) node = node * 2 + bit(first + node);
      out[at] = node;
      at += 1;
      state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
      continue;
    }
    let long;
    if (!bit(REP + state)) {
      long = length(LENGTH, where);
      back = [distance(long), back[0], back[1], back[2]];
      state = state < 7 ? 7 : 10;
    } else {
      let short = false;
      if (!bit(REP_0 + state)) short = !bit(REP_0_LONG + state * 16 + where);
      else if (!bit(REP_1 + state)) back = [back[1], back[0], back[2], back[3]];
      else if (!bit(REP_2 + state)) back = [back[2], back[0], back[1], back[3]];
      else back = [back[3], back[0], back[1], back[2]];
      long = short ? -1 : length(REP_LENGTH, where);
      if (short) state = state < 7 ? 9 : 11;
      else state = state < 7 ? 8 : 11;
    }
    if (back[0] >= at) cut();
    for (let end = Math.min(size, at + long + 2); at < end; at += 1) out[at] = out[at - back[0] - 1];
  }
  return out;
}

// The page's script is the worker's too, so that nothing more is fetched. There, this is all it does.
if (typeof document === 'undefined') {
  globalThis.onmessage = ({ data }) => {
    const program = unpack(data);
    postMessage(program, [program.buffer]);
  };
}

/**
 * Fetches the program, and unpacks it beside the page, so that taps on it are answered meanwhile.
 * Where there are no workers of this kind it is unpacked here.
 */
export async function program(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const file = new Uint8Array(await answer.arrayBuffer());
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
