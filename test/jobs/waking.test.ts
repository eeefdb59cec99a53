import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Clock } from '../../src/domain/clock.ts';
import type { Job, JobDeps } from '../../src/jobs/job.ts';
import { createMovableClock } from '../../src/jobs/movable-clock.ts';
import { joinRunners, startJobs } from '../../src/jobs/runner.ts';
import type { Temporal } from '../../src/lib/temporal.ts';
import { createTimeTravel } from '../../src/time-travel.ts';
import { instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';

const noon = instant('2026-03-02T12:00Z');
/** A machine on which no time goes by. */
const still: Clock = { now: () => noon, tick: () => () => {}, wait: async () => {} };

async function aRunner(job: Omit<Job, 'name'>, clock: Clock = still) {
  const deps = (await freshDeps()) as JobDeps;
  return startJobs({
    clock,
    deps,
    jobs: [{ name: 'job', ...job }],
    reportError: (error) => expect.unreachable(`${error}`),
  });
}

test('a wake runs the jobs at once', async () => {
  const runs: number[] = [];
  const runner = await aRunner({ run: async () => void runs.push(1) });
  await runner.idle();
  runner.wake();
  await runner.idle();
  expect(runs).toHaveLength(2);
});

test('any number of wakes during a round make one more round follow', async () => {
  const gates: PromiseWithResolvers<void>[] = [];
  const runner = await aRunner({
    run() {
      const gate = Promise.withResolvers<void>();
      gates.push(gate);
      return gate.promise;
    },
  });
  for (let count = 0; count < 5; count += 1) runner.wake();
  gates[0]?.resolve();
  await expect.poll(() => gates.length).toBe(2);
  gates[1]?.resolve();
  await runner.idle();
  expect(gates).toHaveLength(2);
});

test('a wake after stopping runs nothing', async () => {
  const runs: number[] = [];
  const runner = await aRunner({ run: async () => void runs.push(1) });
  await runner.stop();
  runner.wake();
  await turn();
  expect(runs).toHaveLength(1);
});

test('it is idle when also that is over which a run left under way', async () => {
  const left = Promise.withResolvers<void>();
  const order: string[] = [];
  const runner = await aRunner({ run: async () => {}, settled: () => left.promise });
  const idle = runner.idle().then(() => order.push('idle'));
  await turn();
  order.push('still busy');
  left.resolve();
  await idle;
  expect(order).toEqual(['still busy', 'idle']);
});

test('runners that wake each other are idle together', async () => {
  let wakes = 3;
  const runs: number[] = [];
  const second = await aRunner({ run: async () => void runs.push(1) });
  const first = await aRunner({
    async run() {
      await turn();
      if (wakes-- > 0) joined.wake();
    },
  });
  const joined = joinRunners([first, second], [first, second]);
  await joined.idle();
  expect(runs.length).toBeGreaterThanOrEqual(2);
  const rounds = joined.rounds();
  await turn();
  expect(joined.rounds()).toBe(rounds);
});

test('they are idle only when what one left to another is over, too', async () => {
  const left = Promise.withResolvers<void>();
  let isLeft = false;
  const worker = await aRunner({ run: async () => {}, settled: async () => (isLeft ? left.promise : undefined) });
  await worker.idle();
  const giver = await aRunner({
    async run() {
      await turn(); // The worker was found idle meanwhile.
      isLeft = true;
      worker.wake();
      await turn(); // And its round is over before this one.
    },
  });
  const order: string[] = [];
  const idle = joinRunners([giver, worker], [])
    .idle()
    .then(() => order.push('idle'));
  for (let count = 0; count < 9; count += 1) await turn();
  order.push('still busy');
  left.resolve();
  await idle;
  expect(order).toEqual(['still busy', 'idle']);
});

test('what is due next is the earliest of all jobs', async () => {
  const later = await aRunner({ run: async () => {}, nextDue: async () => noon.add({ hours: 2 }) });
  const sooner = await aRunner({ run: async () => {}, nextDue: async () => noon.add({ hours: 1 }) });
  const never = await aRunner({ run: async () => {} });
  expect(await joinRunners([later, never, sooner], []).nextDue()).toEqual(noon.add({ hours: 1 }));
});

test('a clock that is moved shows the new time, ticks, and goes on from there', () => {
  let real = noon;
  const ticks: number[] = [];
  const clock = createMovableClock({ ...still, now: () => real });
  const stop = clock.tick(() => void ticks.push(1));
  clock.moveTo(instant('2027-01-01T00:00Z'));
  real = real.add({ minutes: 5 });
  expect(`${clock.now()} ${ticks.length}`).toBe('2027-01-01T00:05:00Z 1');
  stop();
  clock.moveTo(noon);
  expect(ticks).toHaveLength(1);
});

test('a journey stops wherever something is due, and waits until it is done', async () => {
  const clock = createMovableClock(still);
  const dues = [1, 3, 3, 30].map((days) => noon.add({ hours: 24 * days }));
  const done: string[] = [];
  const isDue = (moment: Temporal.Instant, now: Temporal.Instant) => moment.until(now).sign >= 0;
  const runner = await aRunner(
    {
      async run(now) {
        await turn();
        for (let due = dues[0]; due && isDue(due, now); due = dues[0]) done.push(`${dues.shift()} at ${now}`);
      },
      nextDue: async () => dues[0],
    },
    clock,
  );
  const travel = createTimeTravel(clock, runner);
  await travel.travelTo(noon.add({ hours: 24 * 10 }).epochMilliseconds);
  expect(done).toEqual([
    '2026-03-03T12:00:00Z at 2026-03-03T12:00:00Z',
    '2026-03-05T12:00:00Z at 2026-03-05T12:00:00Z',
    '2026-03-05T12:00:00Z at 2026-03-05T12:00:00Z',
  ]);
  expect(travel.now()).toBe(instant('2026-03-12T12:00Z').epochMilliseconds);
  expect(await travel.nextDue()).toBe(instant('2026-04-01T12:00Z').epochMilliseconds);
});

test('a journey passes what stays due', async () => {
  const clock = createMovableClock(still);
  const runner = await aRunner({ run: async () => {}, nextDue: async () => noon }, clock);
  const travel = createTimeTravel(clock, runner);
  await travel.travelTo(noon.add({ hours: 1 }).epochMilliseconds);
  expect(travel.now()).toBe(noon.add({ hours: 1 }).epochMilliseconds);
});
