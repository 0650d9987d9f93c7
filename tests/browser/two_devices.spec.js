// Two devices that restore each other's file, in either order: they end with the same diary, and nothing that
// was said on only one of them is lost.
import { appUp, expect, test as base } from './harness.js';
import { App } from './app.js';
import { episode, fullEpisode, readDay, readEpisode, readProfile, readSettings } from './records.js';
import { word } from './words.js';

const NOON = '2026-11-22T12:00:00Z';
const KEY = 'unknot/episode/b';

const test = base.extend({
  /** Two browsers that share nothing. */
  devices: async ({ browser, watch, site }, use) => {
    const devices = [];
    for (let n = 0; n < 2; n += 1) {
      const context = await browser.newContext({ baseURL: site.url, viewport: { width: 390, height: 844 }, locale: 'en-GB', timezoneId: 'Europe/London', serviceWorkers: 'block' });
      await watch(context);
      const app = new App(await context.newPage());
      await app.clock(NOON);
      devices.push(app);
    }
    await use(devices);
    for (const app of devices) await app.page.context().close();
  },
});

async function backup(app) {
  await app.goTo(word('routes-settings'));
  return (await app.saved(app.button(word('backup-save')))).bytes;
}

async function restore(app, bytes) {
  await app.goTo(word('routes-settings'));
  await app.chooseBackup(bytes);
  await app.button(word('restore-do')).click();
  await expect(app.page.getByRole('status').filter({ hasText: 'Restored.' })).toBeVisible();
  await app.reload();
}

/** The records of a store: what a backup holds. */
async function records(app) {
  const isRecord = ([key]) => /^unknot\/(episode|checkup|day|profile|programme|settings)\//.test(key);
  return Object.fromEntries(Object.entries(await app.stored()).filter(isRecord));
}

const ofEpisode = async (app, key = KEY) => readEpisode((await app.stored())[key]);
const day = async (app) => readDay((await app.stored())['unknot/day/2026-11-22']);

/** Answers one question about the person, in Settings. */
async function answer(app, question, fill) {
  await app.open('#/settings');
  await app.page.getByRole('link', { name: word('settings-change-of', { question }) }).click();
  // With the next frame the page is scrolled to its top: a click in between would miss.
  await expect(app.heading()).toBeFocused();
  await fill(app.page);
  await app.button('Next').click();
  await expect(app.heading(word('routes-settings'))).toBeVisible();
}

async function openDay(app) {
  await app.open('#/diary');
  await app.link('Note today').click();
  await expect(app.heading('Sun 22 November')).toBeVisible();
}

async function openEpisode(app) {
  await app.open('#/diary');
  await app.openEpisode(0);
}

/** What one device does, what the other does, and what both show afterwards. */
const cases = {
  'the profile: an age on one, an illness on the other': {
    one: (app) => answer(app, 'How old are you?', (page) => page.getByRole('textbox').fill('43')),
    other: (app) => answer(app, 'For medicines and heat: does any apply?', (page) => page.getByRole('checkbox', { name: 'Stomach ulcer' }).check()),
    both: async (app) => {
      const profile = readProfile((await app.stored())['unknot/profile/me']);
      expect(profile).toMatchObject({ age: 43, care: ['ulcer'] });
    },
  },
  'a day: pain and night on one, a note typed on the other': {
    one: async (app) => {
      await openDay(app);
      await app.key(/^How bad was the pain/, 6).check();
      await app.key(/^How was the night/, 3).check();
    },
    other: async (app) => {
      await openDay(app);
      await app.page.getByLabel('Notes of this day').pressSequentially('a long note');
    },
    both: async (app) => {
      const { pain, scales, words } = await day(app);
      expect({ pain, sleep: scales[0], words }).toEqual({ pain: 6, sleep: 3, words: 'a long note' });
    },
  },
  'an episode: it ended on one, a note and a trigger were added on the other': {
    seed: { [KEY]: episode({ start: '2026-11-22T10:00:00+00:00', end: undefined }) },
    one: async (app) => {
      await app.open();
      await app.eased.click();
      await expect(app.button(word('controls-done'))).toBeVisible();
    },
    other: async (app) => {
      await openEpisode(app);
      await app.unfold('What set it off?');
      await app.mark('What set it off?', 'Lifting').check();
      await app.notes.fill('written on the other');
      await app.saveForm();
    },
    both: async (app) => {
      const { end, notes, triggers } = await ofEpisode(app);
      expect({ end, notes, triggers }).toEqual({ end: expect.any(String), notes: 'written on the other', triggers: ['lifting'] });
    },
  },
  'the programme: a movement on one, a weekday on the other': {
    one: async (app) => {
      await app.open('#/relief/programme');
      await app.page.getByRole('group', { name: 'On which days?' }).getByRole('checkbox', { name: 'Mon' }).check();
    },
    other: async (app) => {
      await app.open('#/relief/programme');
      await app.page.getByRole('group', { name: 'On which days?' }).getByRole('checkbox', { name: 'Thu' }).check();
    },
    both: async (app) => {
      const [, , , , weekdays] = JSON.parse((await app.stored())['unknot/programme/me']);
      expect(weekdays).toBe(0b1001);
    },
  },
  'the trash: deleted on one, changed on the other before that': {
    seed: { [KEY]: fullEpisode() },
    other: async (app) => {
      await openEpisode(app);
      await app.notes.fill('before');
      await app.saveForm();
    },
    one: async (app) => {
      await app.clock(10);
      await openEpisode(app);
      await app.button('Delete this episode').click();
      await expect(app.heading(word('routes-diary'))).toBeVisible();
    },
    both: async (app) => {
      const { deleted, notes } = await ofEpisode(app);
      expect({ deleted, notes }).toEqual({ deleted: expect.any(String), notes: 'before' });
    },
  },
  'the trash: deleted on one, changed on the other after that': {
    seed: { [KEY]: fullEpisode() },
    one: async (app) => {
      await openEpisode(app);
      await app.button('Delete this episode').click();
      await expect(app.heading(word('routes-diary'))).toBeVisible();
    },
    other: async (app) => {
      await app.clock(10);
      await openEpisode(app);
      await app.notes.fill('after');
      await app.saveForm();
    },
    both: async (app) => {
      const { deleted, notes } = await ofEpisode(app);
      expect({ deleted, notes }).toEqual({ deleted: undefined, notes: 'after' });
    },
  },
  'items of one’s own: one each': {
    seed: { [KEY]: fullEpisode() },
    one: async (app) => {
      await openEpisode(app);
      await app.unfold('What set it off?');
      await app.own('What set it off?').fill('the old chair');
      await app.saveForm();
    },
    other: async (app) => {
      await openEpisode(app);
      await app.unfold('What set it off?');
      await app.own('What set it off?').fill('a long drive');
      await app.saveForm();
    },
    both: async (app) => {
      expect((await ofEpisode(app)).triggers).toEqual(['a long drive', 'the old chair']);
    },
  },
  'markers: one each': {
    one: async (app) => {
      await openDay(app);
      await app.page.getByLabel('An event of this day').fill('new chair');
      await app.button('Another one').click();
    },
    other: async (app) => {
      await openDay(app);
      await app.page.getByLabel('An event of this day').fill('began physiotherapy');
      await app.button('Another one').click();
    },
    both: async (app) => {
      expect((await day(app)).markers).toEqual(['began physiotherapy', 'new chair']);
    },
  },
  'preferences: a region on one, a number of one’s own on the other': {
    one: async (app) => {
      await app.open('#/settings');
      await app.region.selectOption('uk');
    },
    other: async (app) => {
      await app.open('#/settings');
      await app.page.getByLabel('A number of your own to call').fill('0123 456');
    },
    both: async (app) => {
      expect(readSettings(await app.stored())).toEqual({ region: 'uk', 'region-zone': 'uk Europe/London', number: '0123 456' });
    },
  },
};

for (const [name, { seed = {}, one, other, both }] of Object.entries(cases)) {
  for (const order of ['the one first', 'the other first']) {
    test(`${name}; restored by ${order}`, async ({ devices }) => {
      const [here, there] = devices;
      for (const app of devices) {
        await app.seed(seed);
        await app.open();
        await appUp(app.page);
      }
      await one(here);
      await other(there);
      const files = [await backup(here), await backup(there)];
      const restores = [() => restore(here, files[1]), () => restore(there, files[0])];
      if (order === 'the other first') restores.reverse();
      for (const act of restores) await act();
      for (const app of devices) await both(app);
      expect(await records(there)).toEqual(await records(here));
    });
  }
}
