// Going from place to place: what happens to the focus, to what is being told, and to the bars that
// stay in view.
import { expect, noJournal, test } from './app.js';
import { diary, many } from './records.js';
import { word, wordLike } from './words.js';

test.beforeEach(({ app }) => app.clock('2026-11-22T12:00:00Z'));

test('the address that is shown already is gone to all the same', async ({ app, page }) => {
  await app.seed({ 'unknot/profile/me': JSON.stringify({ v: 1, rev: 1, answers: { age: 38, conditions: ['diabetes'] } }) });
  await app.open('#/check/a/age');
  await expect(app.heading('Is this still right?')).toBeVisible();
  await page.getByRole('button', { name: word('settings-change-of', { question: 'How old are you?' }) }).click();
  await expect(app.heading('How old are you?')).toBeFocused();
});

test('by keyboard: the focus goes on where the pressed button was', async ({ app, page }) => {
  await app.open();
  await app.start.press('Enter');
  await expect(app.heading(wordLike('now-since'))).toBeFocused();
  await app.eased.press('Enter');
  await expect(app.heading(wordLike('now-eased-after'))).toBeFocused();
  await app.button(word('controls-done')).press('Enter');
  await expect(app.heading(word('now-heading'))).toBeFocused();

  // Not on the button that erases: the key may still be down.
  await app.open('#/settings');
  await app.button(word('settings-erase-all')).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: word('settings-erase-sure') })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(app.button(word('controls-keep'))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.button(word('settings-erase-all'))).toBeFocused();
});

test.describe('what is told', () => {
  const notice = (page) => page.getByRole('status').filter({ hasText: wordLike('backup-made') });
  const save = (app) => app.saved(app.button(word('backup-save')));

  test('is in sight however far down the page is read', async ({ app, page }) => {
    await app.open('#/settings');
    await save(app);
    await expect(notice(page)).toBeInViewport();
    await app.button(word('settings-erase-all')).scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(page.getByText(word('settings-what'))).toBeInViewport();
    await expect(notice(page)).toBeInViewport({ ratio: 1 });

    // Closed by keyboard: the page stays where it is.
    const height = await page.evaluate(() => scrollY);
    await app.button(word('frame-close')).press('Enter');
    await expect(app.heading(word('routes-settings'))).toBeFocused();
    expect(Math.abs(await page.evaluate(() => scrollY) - height)).toBeLessThan(200);
  });

  test('is gone on the second page after it when it went well', async ({ app, page }) => {
    await app.open('#/settings');
    await save(app);
    await app.goTo(word('routes-diary'));
    await expect(notice(page)).toBeVisible();
    await app.goTo(word('routes-trends'));
    await expect(notice(page)).toBeHidden();
  });

  test('stays when it went wrong', async ({ app, page }) => {
    await page.addInitScript(noJournal);
    await page.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; });
    await app.open();
    await app.start.click();
    for (const place of [word('routes-diary'), word('routes-trends'), word('routes-guide')]) await app.goTo(place);
    await expect(page.getByText('Not saved: the browser\'s store is full.')).toBeInViewport();
  });
});

/** Whether the element that has the focus can be seen: at its corners nothing lies over it. */
const inSight = (page) => page.evaluate(() => {
  const here = document.activeElement.closest('label') ?? document.activeElement;
  const { left, right, top, bottom } = here.getBoundingClientRect();
  const free = (x, y) => here.contains(document.elementFromPoint(x, y)) || document.elementFromPoint(x, y)?.contains(here);
  return free((left + right) / 2, top + 1) && free((left + right) / 2, bottom - 1) ? 'in sight' : `hidden: ${here.outerHTML}`;
});

for (const [where, reach] of Object.entries({
  'a question': (app) => app.open('#/check'),
  'a question with the emergency card': async (app) => {
    await app.open('#/check');
    await app.tickSign();
    await expect(app.page.getByRole('region', { name: 'Get emergency help now' })).toBeVisible();
  },
  'a diary below an emergency': async (app) => {
    await app.seed({
      ...diary(),
      ...many(12),
      'unknot/checkup/e': JSON.stringify({
        v: 1, rev: 1, started: '2026-11-22T11:00:00+00:00', finished: '2026-11-22T11:02:00+00:00', answers: { danger: ['pee'] }, guide: 2, urgency: 'emergency', rules: ['cauda-equina'],
      }),
    });
    await app.open('#/diary');
    await expect(app.button(word('alarm-say-mistake'))).toBeVisible();
  },
  'a running spasm': async (app) => {
    await app.open();
    await app.begin();
  },
})) {
  test(`what has the focus is never below a bar: ${where}, forwards and back`, async ({ app, page }) => {
    await reach(app);
    await app.heading().first().focus();
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let n = 0; n < 30; n += 1) {
        await page.keyboard.press(key);
        if (await page.evaluate(() => document.activeElement === document.body)) break;
        expect(await inSight(page)).toBe('in sight');
      }
    }
  });
}

test('between the buttons of a question and the bar nothing shows through', async ({ app, page }) => {
  await app.open('#/check');
  for (const [width, letters] of [[320, '100%'], [390, '100%'], [390, '200%'], [1280, '100%']]) {
    await page.setViewportSize({ width, height: 844 });
    await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, letters);
    const gap = await page.evaluate(() => document.querySelector('nav').getBoundingClientRect().top - document.querySelector('.go-on').getBoundingClientRect().bottom);
    expect(gap, `${width} pixels, letters ${letters}`).toBeLessThanOrEqual(0);
  }
});
