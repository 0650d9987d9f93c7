// Build step: a strict content security policy, as the first thing the browser reads of dist/index.html.
// Refuses a page that the policy would break.
import { fail, read, sri, write } from './files.mjs';

const CHARSET = '<meta charset="utf-8">';

/** Fails on markup that the policy would block, or that would break below a sub-path. */
function refuse(page) {
  const markup = page.replace(/<!--[^]*?-->/g, '').replace(/(<(script|style)[^>]*>)[^]*?(<\/\2>)/g, '$1$3');
  for (const [tag, name] of markup.matchAll(/<([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/gi)) {
    if (name.toLowerCase() === 'base') fail('the page has a <base>: links inside it, and in SVG, would leave the sub-path.');
    for (const [, attribute, double, single, bare] of tag.matchAll(/\s([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/gi)) {
      const value = double ?? single ?? bare;
      if (attribute.toLowerCase() === 'style') fail(`a style attribute, which the policy blocks: ${tag}`);
      if (/^on/i.test(attribute)) fail(`an inline event handler, which the policy blocks: ${tag}`);
      if (/^(src|href|srcset|action|poster)$/i.test(attribute) && /^\s*(\/|\\|[a-z][a-z0-9+.-]*:(?<!^tel:))/i.test(value)) {
        fail(`an address that is not relative to the page: ${tag}`);
      }
    }
  }
}

/** The hashes of every inline element of this kind. */
const hashes = (page, element) => [...page.replace(/<!--[^]*?-->/g, '').matchAll(new RegExp(`<${element}([^>]*)>([^]*?)</${element}>`, 'g'))]
  .filter(([, attributes]) => !/\ssrc=/.test(attributes))
  .map(([, , text]) => `'${sri(text)}'`)
  .join(' ');

/**
 * The manifest is fetched by `default-src`, and every other kind of file is named. `default-src 'none'` would
 * need `manifest-src`, and a WebKit without installable apps warns of that name at each load.
 */
const policy = (page) => [
  "default-src 'self'",
  `script-src 'self' 'wasm-unsafe-eval' ${hashes(page, 'script')}`,
  `style-src ${hashes(page, 'style')}`,
  ...['child', 'font', 'frame', 'media', 'object'].map((kind) => `${kind}-src 'none'`),
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const page = read('index.html');
if (page.includes('Content-Security-Policy')) fail('dist/ is finished already. To build it again: make build');
if (page.split(CHARSET).length !== 2) fail(`looked once for ${CHARSET} in dist/index.html, after which the policy goes.`);
refuse(page);
write('index.html', page.replace(CHARSET, () => `${CHARSET}\n  <meta http-equiv="Content-Security-Policy" content="${policy(page)}">`));
