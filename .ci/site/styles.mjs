// Build step: the inline styles of dist/index.html become one, small, and for the browsers below.
// lightningcss writes light-dark() as two sets of custom properties that every one of them knows.
import { transform } from 'lightningcss';
import { fail, read, write } from './files.mjs';

const version = (major, minor = 0) => (major << 16) | (minor << 8);
// The oldest browsers that run the program: those with WebAssembly's reference types.
const TARGETS = { chrome: version(96), firefox: version(79), safari: version(15), ios_saf: version(15) };

const page = read('index.html');
const styles = [...page.matchAll(/<style>([^]*?)<\/style>\s*/g)];
if (styles.length < 2) fail(`found ${styles.length} inline styles in dist/index.html. Does index.html still name the files of style/?`);

const { code, warnings } = transform({
  filename: 'style',
  code: Buffer.from(styles.map(([, css]) => css).join('\n')),
  minify: true,
  targets: TARGETS,
});
for (const { message, loc } of warnings) fail(`style, line ${loc.line} of all: ${message}`);

const [[first], ...others] = styles;
write('index.html', others.reduce((html, [style]) => html.replace(style, ''), page)
  // By a function: a replacement text would give "$" a meaning.
  .replace(first, () => `<style>${code}</style>\n`));
