import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askPage } from '../playground/page/support/page.ts';
import { type BotOptions, type BotProcess, spawnBot } from '../support/bot-process.ts';
import { freshFolder } from '../support/folder.ts';

/** `npm start` without a token, asked as the page in the browser would ask. */
async function tryOut(options: BotOptions = {}) {
  const bot = spawnBot({}, { ...options, env: { DATABASE_FILE: '', TMPDIR: freshFolder().path, ...options.env } });
  await bot.says('is connected');
  const page = askPage(addressOf(bot));
  const overview = async (person?: string) =>
    (await page.get(`/api/overview${person === undefined ? '' : `?person=${person}`}`)).body;
  const idOf = async (name: string): Promise<string> =>
    (await overview()).people.find((one: { readonly name: string }) => one.name === name).id;
  const channelOf = (shown: Awaited<ReturnType<typeof overview>>, name: string): string =>
    shown.servers[0].channels.find((one: { readonly name: string }) => one.name === name).id;
  const messages = async (person: string) => {
    const channel = channelOf(await overview(person), 'study');
    return (await page.get(`/api/messages?person=${person}&channel=${channel}`)).body.messages;
  };
  return {
    bot,
    page,
    overview,
    idOf,
    messages,
    /** The id of the newest message in the channels and threads of the first server. */
    async newestAnywhere() {
      const { me, servers } = await overview();
      const ids = servers[0].channels.map(async ({ id }: { readonly id: string }) => {
        const { body } = await page.get(`/api/messages?person=${me.id}&channel=${id}`);
        return BigInt(body.messages.at(-1)?.json.id ?? 0);
      });
      return (await Promise.all<bigint>(ids)).reduce((newest, id) => (id > newest ? id : newest));
    },
    async slash(name: string, command: string, options: Readonly<Record<string, string>> = {}) {
      const person = await idOf(name);
      const channel = channelOf(await overview(person), 'study');
      const answer = await page.post('/api/command', { person, channel, command, options });
      expect(answer.body).toEqual({ form: null });
      return (await messages(person)).at(-1);
    },
  };
}

function addressOf(bot: BotProcess): string {
  const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(bot.output()) ?? [];
  if (url === undefined) throw new Error(`No address in: ${bot.output()}`);
  return url;
}

interface ShownPost {
  readonly json: {
    readonly timestamp: string;
    readonly embeds: readonly { readonly title?: string; readonly image?: unknown }[];
  };
}

/** The posts with a picture of the trail: the card with Join, and the milestones. */
function trailPosts(messages: readonly ShownPost[]) {
  return messages.flatMap(({ json: { embeds, timestamp } }) =>
    embeds.flatMap(({ title, image }) => (image ? { title, at: Date.parse(timestamp) } : [])),
  );
}

const wordsIn = (message: unknown) => JSON.stringify(message);

test('a course under way opens, with its posts, its people, and the group’s clock', async () => {
  const { bot, overview, messages, idOf, slash } = await tryOut();
  const shown = await overview();
  expect(shown).toMatchObject({
    me: { name: 'Robin', isModerator: false },
    bot: { isConnected: true },
    isNew: true,
    clock: { zone: 'Europe/Berlin', speed: 0 },
    scenes: { current: 'course-under-way' },
    violations: 0,
  });
  // It ends at the time that it is.
  expect(Math.abs(shown.clock.now - Date.now())).toBeLessThan(60_000);
  expect(shown.clock.nextDue).toBeGreaterThan(Date.now());

  const read = await messages(shown.me.id);
  expect(trailPosts(read).map(({ title }) => title)).toEqual([
    expect.stringContaining('Night owls'),
    expect.stringContaining('Month 1 of 8'),
    expect.stringContaining('Month 2 of 8'),
    expect.stringContaining('Month 3 of 8'),
  ]);
  expect(wordsIn(await slash('Ada', 'progress'))).toContain('4 of 15 steps done');
  expect(wordsIn(await slash('Sam', 'progress'))).toContain('Welcome back');
  expect(wordsIn(await slash('Robin', 'progress'))).toContain('Join Cairn');
  expect(await idOf('Noor')).toMatch(/^\d+$/);
  expect(bot.log()).toBe('');
  expect(await bot.stop()).toBe(0);
});

test('to the end of the course, and nothing that somebody does meanwhile breaks', async () => {
  const { bot, page, overview, messages, newestAnywhere, idOf, slash } = await tryOut();
  await page.post('/api/time/speed', { speed: 86_400 });
  expect(wordsIn(await slash('Ada', 'plan'))).toContain('Your plan');
  expect(wordsIn(await slash('Yuki', 'done', { step: 'auth' }))).toContain('Authentication and roles: done');
  await page.post('/api/time/speed', { speed: 0 });
  for (let press = 0; press < 5; press += 1) {
    const before = await newestAnywhere();
    await page.post('/api/time/forward', { by: 'next' });
    expect(await newestAnywhere()).toBeGreaterThan(before);
  }
  for (let week = 0; week < 27; week += 1) await page.post('/api/time/forward', { by: 'week' });

  const posts = trailPosts(await messages(await idOf('Robin')));
  expect(posts.at(-1)?.title).toBe('The end of the trail');
  const { zone } = (await overview()).clock;
  const hourOf = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  // Summer time begins or ends on the way, whenever it is now.
  expect(new Set(posts.slice(1).map(({ at }) => hourOf.format(at)))).toEqual(new Set(['18:00']));
  expect(wordsIn(await slash('Ada', 'help'))).toContain('Welcome back');
  expect(await overview()).toMatchObject({ violations: 0 });
  expect(bot.log()).toBe('');
});

test('starting over begins with nothing: another Discord, another database, the clock of today', async () => {
  const { bot, page, overview, messages, slash } = await tryOut();
  await page.post('/api/time/forward', { by: 'week' });
  await page.post('/api/scene', { scene: 'empty-server' });
  const shown = await overview();
  expect(shown).toMatchObject({ scenes: { current: 'empty-server' }, clock: { zone: null, nextDue: null } });
  expect(Math.abs(shown.clock.now - Date.now())).toBeLessThan(60_000);
  expect(await messages(shown.me.id)).toEqual([]);
  expect(wordsIn(await slash('Robin', 'join'))).toContain('There is no study group here yet');
  await page.post('/api/scene', { scene: 'course-under-way' });
  expect(await messages((await overview()).me.id)).not.toEqual([]);
  expect(wordsIn(await slash('Robin', 'progress'))).toContain('Join Cairn');
  expect(bot.log()).toBe('');
});

test('a saved edit of the content shows at the next command, and the message names its file', async () => {
  const folder = join(freshFolder().path, 'content');
  cpSync('content', folder, { recursive: true });
  const { slash, overview } = await tryOut({ env: { CONTENT_DIR: folder } });
  const file = join(folder, 'backend/en/steps/http.yaml');
  expect(await slash('Ada', 'step', { step: 'http' })).toMatchObject({ caption: file });
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^why: >-\n/m, '$&  The author said so just now.\n'));
  // The folder must be quiet for a moment before an edit counts.
  const shown = async () => wordsIn(await slash('Ada', 'step', { step: 'http' }));
  await expect.poll(shown, { timeout: 10_000 }).toContain('The author said so just now.');
  expect(await slash('Ada', 'step', { step: 'http' })).toMatchObject({ caption: file });

  writeFileSync(file, text.replace(/^( +)hours: .*$/m, '$1hours: many'));
  const problems = async () => (await overview()).contentProblems;
  await expect
    .poll(problems, { timeout: 10_000 })
    .toEqual([expect.stringMatching(/steps\/http\.yaml:\d+:\d+ .*hours/)]);
  expect(await shown()).toContain('The author said so just now.');
  writeFileSync(file, text);
  await expect.poll(problems, { timeout: 10_000 }).toEqual([]);
});

test('a database is kept where the host wants it, and one that is there already is left alone', async () => {
  const file = join(freshFolder().path, 'kept.sqlite');
  const { bot } = await tryOut({ env: { DATABASE_FILE: file } });
  expect(bot.output()).toContain(`its data stays in ${file}`);
  expect(await bot.stop()).toBe(0);
  expect(existsSync(file)).toBe(true);
  const { mtimeMs } = statSync(file);

  const again = spawnBot({}, { env: { DATABASE_FILE: file } });
  expect(await again.exited).toBe(1);
  expect(again.log()).toContain(`DATABASE_FILE names ${file}, which is there already`);
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});

test('a port that the host wants and that is taken is said; the usual one gives way', async () => {
  const first = await tryOut();
  const port = new URL(first.page.url).port;
  const second = spawnBot({}, { env: { DATABASE_FILE: '', PLAYGROUND_PORT: port } });
  expect(await second.exited).toBe(1);
  expect(second.log()).toContain(`PLAYGROUND_PORT is ${port}, but another program uses that port.`);
  const third = await tryOut();
  expect(third.page.url).not.toBe(first.page.url);
});
