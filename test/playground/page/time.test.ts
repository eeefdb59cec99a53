import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { TimeTravel } from '../../../playground/page/server/time-travel.ts';
import { createTurns } from '../../../playground/page/server/turns.ts';
import { aClock, aPlayground, eventually } from '../support/bot.ts';
import { aPage } from './support/page.ts';

function aTravel(start: number, due: number | undefined = undefined): TimeTravel {
  const clock = aClock(start);
  const zone = async () => 'Asia/Kathmandu';
  return { now: clock.now, zone, nextDue: async () => due, travelTo: async (ms) => clock.advance(ms - clock.now()) };
}

const day = 86_400_000;

test('the clock goes forward by a day and by a week', async () => {
  const page = await aPage(await aPlayground(), { timeTravel: aTravel(day, 20 * day) });
  const forward = async (by: string) => (await page.post('/api/time/forward', { by })).body;
  expect(await forward('day')).toMatchObject({ now: 2 * day, speed: 0, nextDue: 20 * day, zone: 'Asia/Kathmandu' });
  expect(await forward('week')).toMatchObject({ now: 9 * day });
  expect((await page.get('/api/overview')).body.clock).toMatchObject({ now: 9 * day });
});

test('to the next post goes past whatever is due and posts nothing', async () => {
  const playground = await aPlayground();
  const dues = [10, 20, 30].map((count) => count * day);
  const still = aTravel(day);
  const page = await aPage(playground, {
    timeTravel: {
      ...still,
      nextDue: async () => dues.find((due) => due > still.now()),
      async travelTo(ms) {
        await still.travelTo(ms);
        if (ms === 20 * day) playground.people[0]?.write('Part 3 begins.');
      },
    },
  });
  const forward = async () => (await page.post('/api/time/forward', { by: 'next' })).body;
  expect(await forward()).toMatchObject({ now: 20 * day });
  // After the last one it ends where nothing is due any more.
  expect(await forward()).toMatchObject({ now: 30 * day });
  expect(await forward()).toMatchObject({ refused: 'Nothing is due.' });
});

test('what is due for ever without being done does not hold the clock for ever', async () => {
  const travel = aTravel(day, day);
  const page = await aPage(await aPlayground(), { timeTravel: travel });
  await page.post('/api/time/forward', { by: 'next' });
  expect(travel.now()).toBeGreaterThan(day);
});

test('it plays until it is paused, and tells who looks', async () => {
  const travel = aTravel(0);
  const playground = await aPlayground();
  const page = await aPage(playground, { timeTravel: travel });
  const stream = await page.listen(playground.people[0]?.id ?? '');
  await page.post('/api/time/speed', { speed: 86_400 });
  await eventually(() => travel.now() > day / 2);
  expect(stream.heard()).toContain('event: clock');
  await page.post('/api/time/speed', { speed: 0 });
  await sleep(300);
  const paused = travel.now();
  await sleep(600);
  expect(travel.now()).toBe(paused);
});

test('without a way to travel there is no clock, and nothing due is said in words', async () => {
  const still = await aPage(await aPlayground());
  expect((await still.get('/api/overview')).body).toMatchObject({ clock: null, scenes: null });
  expect((await still.post('/api/time/forward', { by: 'day' })).status).toBe(404);
  const idle = await aPage(await aPlayground(), { timeTravel: aTravel(0) });
  expect((await idle.post('/api/time/forward', { by: 'next' })).body.refused).toBe('Nothing is due.');
});

test('nobody travels while somebody waits for an answer, and acts wait for the end of a journey', async () => {
  const turns = createTurns();
  const done: string[] = [];
  const note = (what: string, ms: number) => async () => {
    await sleep(ms);
    done.push(what);
  };
  const failing = turns.act(async () => {
    await sleep(10);
    throw new Error('No answer');
  });
  await Promise.all([
    expect(failing).rejects.toThrow('No answer'),
    turns.act(note('act', 30)),
    turns.travel(note('journey', 30)),
    turns.act(note('later act', 0)),
  ]);
  expect(done).toEqual(['act', 'journey', 'later act']);
});
