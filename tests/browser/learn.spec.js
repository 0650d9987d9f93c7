// The article that the app walks through: every statement of it, what is known, and who wrote it.
import { expect, test } from './app.js';

const VERDICTS = /^(supported|mixed|not supported|advised against|no source read)$/;

test('all 38 statements stand there in order, each with a verdict in words and its source', async ({ app, page }) => {
  await app.open('#/learn');
  const statements = page.getByRole('listitem').filter({ hasText: /^S\d+, the article says/ });
  await expect(statements).toContainText(Array.from({ length: 38 }, (_, n) => new RegExp(`^S${n + 1}, the article says`)));
  await expect(statements).toHaveCount(38);

  const verdict = page.getByText(VERDICTS);
  await expect(statements.filter({ has: verdict })).toHaveCount(38);
  const words = await verdict.allTextContents();
  expect(words).toHaveLength(38);
  for (const word of ['supported', 'mixed', 'not supported', 'no source read']) expect(words).toContain(word);

  // What nobody was found to say may have no source; nothing else is without one.
  const source = page.getByRole('group').filter({ hasText: /^Source/ });
  const unread = page.getByText('no source read', { exact: true });
  await expect(statements.filter({ hasNot: unread }).filter({ has: source })).toHaveCount(38 - (await unread.count()));
  const read = await source.getByRole('listitem', { includeHidden: true }).allTextContents();
  expect(read.length).toBeGreaterThanOrEqual(38 - (await unread.count()));
  for (const title of read) expect(title).toMatch(/\w{3,}/);
  await expect(source.first().getByRole('listitem').first()).toBeHidden();
  await source.first().getByText('Source', { exact: true }).click();
  await expect(source.first().getByRole('listitem').first()).toBeVisible();
});

test('the article\'s own sections, and what it leaves out', async ({ app, page }) => {
  await app.open('#/learn');
  for (const heading of [
    'Introduction',
    'What are back muscle spasms?',
    'How long do back muscle spasms last?',
    'Back muscle spasm treatments',
    'Effectively Relieve Back Muscle Spasms from Home',
    'What the article leaves out',
  ]) await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
});

test('who wrote the article is said before its first statement', async ({ app, page }) => {
  await app.open('#/learn');
  const author = page.getByText('The article was written by Spinal Backrack, the company that sells the spinal device in it.');
  await expect(author).toBeVisible();
  const [above, below] = await Promise.all([author, page.getByText('S1, the article says')].map((one) => one.boundingBox()));
  expect(above.y).toBeLessThan(below.y);
});

test('its device is named with what is known of it, in Learn and in Relief', async ({ app, page }) => {
  await app.open('#/learn');
  await expect(page.getByRole('listitem').filter({ hasText: /^S33,/ })).toContainText('No guideline or trial that we read names this device.');
  await app.open('#/relief');
  const device = page.getByRole('listitem').filter({ has: page.getByText('The article\'s spinal device (Spinal Backrack)', { exact: true }) });
  await expect(device).toContainText('no evidence found');
  await device.getByText('The article\'s spinal device (Spinal Backrack)', { exact: true }).click();
  await expect(device).toContainText('belts, corsets, braces and traction, guidelines advise against routine use');
});

test('it is found from Settings and from Relief', async ({ app, page }) => {
  for (const from of ['#/settings', '#/relief']) {
    await app.open(from);
    await page.getByRole('main').getByRole('link', { name: /article/i }).click();
    await expect(app.heading('The article, and what is known')).toBeFocused();
  }
});
