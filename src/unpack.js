// Fetches the program and unpacks it while it comes in. The folder `unpack` of this project says how it is
// packed, and is what unpacks it: a few kilobytes of WebAssembly at the front of the same file.
//
// It takes a moment. So it is done once: what was unpacked is kept beside the other files of the page, and
// the next start takes it from there.

const damaged = () => new Error('the program is cut off or damaged');
/** What `go_on` of `unpack/src/door.rs` says. */
const [GOES, WAITS, DONE] = [0, 1, 2];

/**
 * The bytes that a file was made of, which comes as a stream: the length of what unpacks, that itself, and what is
 * packed. A server that compresses well by itself may send the program as it is. Throws when it is cut off or damaged.
 */
export async function unpack(stream) {
  const reader = stream.getReader();
  let start = new Uint8Array(0);
  let isAll = false;
  const more = async () => {
    const { value, done } = await reader.read();
    isAll = done;
    return value ?? new Uint8Array(0);
  };
  /** Reads on until it has so much of the start. */
  const until = async (length) => {
    while (start.length < length && !isAll) {
      const piece = await more();
      const longer = new Uint8Array(start.length + piece.length);
      longer.set(start);
      longer.set(piece, start.length);
      start = longer;
    }
    if (start.length < length) throw damaged();
  };
  await until(4);
  if (String.fromCharCode(...start.subarray(0, 4)) === '\0asm') {
    await until(Infinity).catch(() => undefined);
    if (!WebAssembly.validate(start)) throw damaged();
    return start;
  }
  const end = 4 + new DataView(start.buffer).getUint32(0);
  // No such thing is that large, and a damaged length must not let it wait for more than comes.
  if (end > 100_000) throw damaged();
  await until(end);
  const { instance } = await WebAssembly.instantiate(start.subarray(4, end));
  const { memory, packed, plain, made, go_on: goOn } = instance.exports;
  const view = new Uint8Array(memory.buffer);
  let came = 0;
  const put = (piece) => {
    view.set(piece, packed() + came);
    came += piece.length;
  };
  put(start.subarray(end));
  for (;;) {
    const state = goOn(came, isAll);
    if (state === DONE) return view.slice(plain(), plain() + made());
    if (state === WAITS) put(await more());
    else if (state !== GOES) throw damaged();
  }
}

// The page's script is the worker's too, so that nothing more is fetched. There, this is all it does.
if (typeof document === 'undefined') {
  const stream = new ReadableStream({
    start: (pieces) => {
      globalThis.onmessage = ({ data }) => (data ? pieces.enqueue(data) : pieces.close());
    },
  });
  unpack(stream).then((program) => postMessage(program, [program.buffer]), (error) => setTimeout(() => {
    throw error;
  }));
}

/** Unpacks a stream that is on its way, beside the page, so that taps on it are answered meanwhile. */
async function unpackBeside(coming) {
  const worker = new Worker(import.meta.url, { type: 'module' });
  const unpacked = new Promise((done, failed) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => {
      event.preventDefault();
      failed(event);
    };
  });
  const send = async () => {
    const reader = (await coming).getReader();
    for (;;) {
      const { value, done } = await reader.read();
      worker.postMessage(value);
      if (done) return unpacked;
    }
  };
  try {
    return await Promise.race([unpacked, send()]);
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
  // What is kept may be damaged, by a browser that was stopped or a disk that was full: then it is fetched anew.
  const compiled = before && await WebAssembly.compileStreaming(before).catch(() => undefined);
  if (compiled) return compiled;
  const fetched = async () => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.body;
  };
  // Here, where there are no workers of this kind. The browser still has the file.
  const bytes = await unpackBeside(fetched()).catch(async () => unpack(await fetched()));
  const made = () => new Response(bytes, { headers: { 'content-type': 'application/wasm' } });
  kept?.put(url, made()).catch(() => undefined);
  return made();
}
