// Settings: what Unknot says of itself, and choices that stay. Backup and erasing: backup.spec.js.
import { expect, test } from './app.js';
import { readSettings } from './records.js';
import { word, wordLike } from './words.js';

test('what Unknot never claims is said in these words', async ({ app, page }) => {
  await app.open('#/settings');
  await expect(page.getByText('Unknot is education and a diary. It is not assessed or certified as a medical device, and no clinician has reviewed it yet. It can be wrong: if you are worried, get help whatever it says.')).toBeVisible();
  await expect(page.getByText(wordLike('settings-version'))).toBeVisible();
});

test('no page claims to be safe, accurate or validated, or to find an illness', async ({ app, page }) => {
  for (const route of ['#/', '#/check', '#/diary', '#/trends', '#/relief', '#/settings']) {
    await app.open(route);
    await expect(page.getByRole('main')).not.toContainText(/\b(is|are|was) (safe|accurate|validated|proven)\b|clinically|\bdetects?\b|\bdiagnos/i);
  }
});

test('no region is chosen for the person; one that they choose stays', async ({ app, page }) => {
  await app.open('#/settings');
  await expect(app.region).toHaveValue('');
  await app.region.selectOption('New Zealand');
  await app.reload();
  await expect(app.region.getByRole('option', { name: 'New Zealand' })).toHaveJSProperty('selected', true);
  await app.goTo(word('routes-guide'));
  await app.tickSign();
  await expect(page.getByRole('link', { name: '111' })).toHaveAttribute('href', 'tel:111');

  expect(readSettings(await app.stored())).toEqual({ region: 'nz', 'region-zone': 'nz Europe/London' });
  await app.goTo(word('routes-settings'));
  await app.region.selectOption('Not chosen');
  await app.reload();
  await expect(app.region).toHaveValue('');
  expect(readSettings(await app.stored())).toEqual({});
});

test.describe('colours', () => {
  // The darkness of what is really painted, 0 to 255.
  const paper = (page) => page.evaluate(() => {
    const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
    return (red + green + blue) / 3;
  });
  const isDark = (page, dark) => expect.poll(async () => (await paper(page)) < 128).toBe(dark);

  for (const colorScheme of ['light', 'dark']) {
    test.describe(`on a phone that is ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('follow the phone until they are chosen, and then stay as chosen', async ({ app, page }) => {
        await app.open('#/settings');
        await isDark(page, colorScheme === 'dark');
        for (const [name, dark] of [['Dark', true], ['Light', false], [word('settings-colours-system'), colorScheme === 'dark']]) {
          await page.getByRole('radio', { name }).check();
          await isDark(page, dark);
          await app.reload();
          await expect(page.getByRole('radio', { name })).toBeChecked();
          await isDark(page, dark);
        }
      });
    });
  }
});

test('how much is stored is said, and grows with the diary', async ({ app, page }) => {
  await app.open('#/settings');
  await expect(page.getByText(word('backup-stored-little', { characters: 0 }))).toBeVisible();
  await app.goTo(word('routes-now'));
  await app.begin();
  const size = Object.entries(await app.stored()).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  await app.goTo(word('routes-settings'));
  await expect(page.getByText(word('backup-stored-little', { characters: size }))).toBeVisible();
});

test('Settings can be reached from every page', async ({ app, page }) => {
  for (const route of ['#/', '#/check', '#/diary', '#/episode', '#/trends', '#/relief', '#/learn', '#/no-such-page']) {
    await app.open(route);
    await page.getByRole('banner').getByRole('link', { name: word('routes-settings') }).click();
    await expect(app.heading(word('routes-settings'))).toBeFocused();
  }
});

test('the address of a file that is saved is not taken back: some browsers fetch it later', async ({ app, page }) => {
  await page.addInitScript(() => {
    window.takenBack = 0;
    URL.revokeObjectURL = () => { window.takenBack += 1; };
  });
  await app.open('#/settings');
  await app.saved(app.button(word('backup-save')));
  expect(await page.evaluate(() => window.takenBack)).toBe(0);
});

test('a number of one\'s own stands first on every card, and can be taken back', async ({ app, page }) => {
  await app.open('#/settings');
  const field = page.getByLabel('A number of your own to call, if you like');
  await field.fill('+44 20 7946 0000');
  await app.reload();
  await expect(field).toHaveValue('+44 20 7946 0000');
  await app.open('#/check');
  await app.tickSign();
  const card = page.getByRole('region', { name: 'Get emergency help now' });
  const first = card.getByRole('listitem').first();
  await expect(first).toContainText('Your own number');
  await expect(first.getByRole('link')).toHaveAttribute('href', 'tel:+442079460000');
  await app.goTo(word('routes-settings'));
  await field.fill('');
  await app.goTo(word('routes-trends'));
  await expect(card).toBeVisible();
  await expect(card).not.toContainText('Your own number');
});

test('whether the browser keeps the store is said, and it can be asked to', async ({ app, page }) => {
  await page.addInitScript(() => {
    let kept = false;
    navigator.storage.persisted = async () => kept;
    navigator.storage.persist = async () => { kept = true; return kept; };
  });
  await app.open('#/settings');
  await expect(page.getByText(word('backup-may-be-cleared'))).toBeVisible();
  await app.button(word('backup-ask-to-keep')).click();
  await expect(page.getByText(word('backup-is-kept'))).toBeVisible();
  await expect(app.button(word('backup-ask-to-keep'))).toBeHidden();
});

test('the browser\'s "no" is said, and it is not asked in the middle of a spasm', async ({ app, page }) => {
  await page.addInitScript(() => {
    navigator.storage.persisted = async () => false;
    navigator.storage.persist = async () => false;
  });
  await app.open();
  await app.begin();
  await app.goTo(word('routes-settings'));
  await expect(page.getByText(word('backup-may-be-cleared'))).toBeVisible();
  await expect(app.button(word('backup-ask-to-keep'))).toBeHidden();
  await app.goTo(word('routes-now'));
  await app.eased.click();
  await app.goTo(word('routes-settings'));
  await app.button(word('backup-ask-to-keep')).click();
  await expect(page.getByText(word('backup-keep-refused'))).toBeVisible();
  await expect(app.button(word('backup-ask-to-keep'))).toBeVisible();
});

for (const [where, vendor, isInstalled, isTold] of [
  ['in Safari', 'Apple Computer, Inc.', false, true],
  ['in Safari, on the home screen', 'Apple Computer, Inc.', true, false],
  ['in Chrome', 'Google Inc.', false, false],
]) {
  test(`that a page is cleared after seven days is ${isTold ? '' : 'not '}said ${where}`, async ({ app, page }) => {
    await page.addInitScript(([made, installed]) => {
      Object.defineProperty(Navigator.prototype, 'vendor', { get: () => made });
      const { matchMedia } = window;
      window.matchMedia = (query) => (query.includes('standalone') ? { matches: installed } : matchMedia.call(window, query));
    }, [vendor, isInstalled]);
    await app.open('#/settings');
    await expect(app.button(word('backup-save'))).toBeVisible();
    await expect(page.getByText(word('backup-seven-days'))).toBeVisible({ visible: isTold });
    await expect(page.getByText(word('backup-seven-days.help'))).toBeVisible({ visible: isTold });
  });
}

test('a poison line that has closed is not shown, and what to do instead is', async ({ app, page }) => {
  await app.clock('2026-11-22T21:59:30Z');
  await app.open('#/settings');
  await app.region.selectOption('Ireland');
  await app.open('#/check');
  await app.tickDetail(/^Medicine/, /^More painkiller than/);
  const card = page.getByRole('region', { name: 'Get emergency help now' });
  const line = card.getByRole('listitem').filter({ hasText: '01 809 2166' });
  await expect(line).toBeVisible();
  await app.clock(1);
  await expect(line).toHaveCount(0);
  await expect(card).toContainText('GP out-of-hours or an emergency department');
});
