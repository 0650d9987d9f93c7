// Lighthouse's report of one visit by a slow phone, in a browser of its own.
import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import run from 'lighthouse';
import { launchOptions } from '../../.ci/browser.mjs';

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

export async function lighthouse(url, onlyCategories) {
  const port = await freePort();
  const options = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...options.args, `--remote-debugging-port=${port}`] });
  try {
    const { lhr } = await run(url, { port, logLevel: 'error', onlyCategories });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return lhr;
  } finally {
    await browser.close();
  }
}
