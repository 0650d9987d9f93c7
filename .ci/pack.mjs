// Packs the program, for `src/unpack.js` to unpack: the same predictions, and the coder in the other
// direction.
import { checksum, divide, predict } from '../src/unpack.js';

/** The packed file: count of bytes, checksum, code. */
export function pack(bytes) {
  const code = [];
  let [low, high, n] = [0, 0xffffffff, 0];
  predict(bytes.length, (odds) => {
    const bit = (bytes[n >> 3] >> (7 - (n & 7))) & 1;
    n += 1;
    const middle = divide(low, high, odds);
    if (bit) high = middle;
    else low = middle + 1;
    while (((low ^ high) & 0xff000000) === 0) {
      code.push(low >>> 24);
      low = (low << 8) >>> 0;
      high = ((high << 8) | 255) >>> 0;
    }
    return bit;
  });
  const file = new Uint8Array(12 + code.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, bytes.length);
  view.setUint32(4, checksum(bytes));
  file.set(code, 8);
  view.setUint32(8 + code.length, low);
  return file;
}
