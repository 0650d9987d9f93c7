// Serves a folder on this machine as GitHub Pages would: gzip, types, ETag, ten minutes of cache,
// below any path. As a program: node .ci/serve.mjs [--port 8080] [--base /] [--dir dist] [--check]
// With --check it only looks whether it could.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The bytes as they are sent: pictures as they are, everything else by gzip. */
export const encoded = (path, bytes) => (extname(path) === '.png' ? bytes : gzipSync(bytes));

/**
 * Starts a server. `requests` grows by one { path, status, bytes } for each answer; `bytes` are
 * those of the body as sent. `answerOnce` answers the next request for a file, by its name below `dir`, with
 * { headers, body } and status 200.
 */
export async function serve({ dir = DIST, port = 0, base = '/' } = {}) {
  const root = resolve(dir) + sep;
  const requests = [];
  const once = new Map(); // name → { headers, body }
  const sent = new Map(); // path → { mtimeMs, body, etag }

  /** The file's body and tag, or undefined if there is no such file. */
  async function load(path) {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    if (sent.get(path)?.mtimeMs !== found.mtimeMs) {
      const bytes = await readFile(path);
      const etag = `W/"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
      sent.set(path, { mtimeMs: found.mtimeMs, body: encoded(path, bytes), etag });
    }
    return sent.get(path);
  }

  async function answer({ method, url, headers }) {
    if (method !== 'GET' && method !== 'HEAD') return { status: 405 };
    const asked = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    // Pages sends the folder's name without its slash on to the folder.
    if (`${asked}/` === base) return { status: 301, headers: { Location: base } };
    const name = asked.slice(base.length);
    if (once.has(name)) {
      const answer = once.get(name);
      once.delete(name);
      return { status: 200, ...answer };
    }
    let path = asked.startsWith(base) ? join(root, asked.slice(base.length)) : undefined;
    if (path?.endsWith(sep)) path = join(path, 'index.html');
    let file = path?.startsWith(root) ? await load(path) : undefined;
    let status = 200;
    if (!file) {
      status = 404;
      path = join(root, '404.html');
      file = await load(path);
      if (!file) return { status, headers: { 'Content-Type': TYPES['.txt'] }, body: Buffer.from('Not found\n') };
    }
    const common = { 'Cache-Control': 'max-age=600', ETag: file.etag, Vary: 'Accept-Encoding' };
    if (status === 200 && headers['if-none-match'] === file.etag) return { status: 304, headers: common };
    return {
      status,
      headers: {
        ...common,
        'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
        ...(extname(path) !== '.png' && { 'Content-Encoding': 'gzip' }),
      },
      body: file.body,
    };
  }

  const server = createServer(async (request, response) => {
    const { status, headers = {}, body } = await answer(request).catch(() => ({ status: 400 }));
    const bytes = request.method === 'HEAD' ? 0 : (body?.length ?? 0);
    requests.push({ path: request.url, status, bytes });
    response.writeHead(status, body ? { ...headers, 'Content-Length': body.length } : headers);
    response.end(bytes ? body : undefined);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    requests,
    answerOnce: (name, answer) => once.set(name, answer),
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      base: { type: 'string', default: '/' },
      dir: { type: 'string', default: DIST },
      check: { type: 'boolean', default: false },
    },
  });
  try {
    const { url, close } = await serve({ ...values, port: Number(values.port) });
    if (values.check) await close();
    else console.log(`Unknot is at ${url}   (stop: Ctrl+C)`);
  } catch (error) {
    if (error.code === 'EADDRINUSE') console.error(`Port ${values.port} is in use. Stop what uses it, or take another one: make serve PORT=${Number(values.port) + 1}`);
    else console.error(`Could not serve on port ${values.port}: ${error.message}`);
    process.exitCode = 1;
  }
}
