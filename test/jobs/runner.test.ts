import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Clock } from '../../src/domain/clock.ts';
import type { Job, JobDeps } from '../../src/jobs/job.ts';
import { createSystemClock, startJobs } from '../../src/jobs/runner.ts';
import type { Temporal } from '../../src/lib/temporal.ts';
import { instant } from '../support/builders.ts';
import { freshDeps } from '../support/database.ts';

/** A clock whose minutes pass when the test says so. */
class HandClock implements Clock {
  readonly #listeners = new Set<() => void>();
  #now = instant('2026-03-02T12:00Z');

  get listeners(): number {
    return this.#listeners.size;
  }

  now(): Temporal.Instant {
    return this.#now;
  }

  tick(onTick: () => void): () => void {
    this.#listeners.add(onTick);
    return () => void this.#listeners.delete(onTick);
  }

  async wait(): Promise<void> {}

  /** Lets a minute pass, and whatever it set off that waits for nothing. */
  async passMinute(): Promise<void> {
    this.#now = this.#now.add({ minutes: 1 });
    for (const onTick of this.#listeners) onTick();
    await turn();
  }
}

/** A job that is under way until it is told to end. */
function aSlowJob() {
  const gates: PromiseWithResolvers<void>[] = [];
  const run = () => {
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    return gate.promise;
  };
  return { job: { name: 'slow', run } satisfies Job, started: () => gates.length, end: () => gates.at(-1)?.resolve() };
}

/** For jobs that deliver nothing. */
const delivery = undefined as unknown as JobDeps['delivery'];
const backups = { newestDaily: () => undefined, makeDaily: async () => {} };

async function start(...jobs: readonly Job[]) {
  const clock = new HandClock();
  const errors: string[] = [];
  const deps: JobDeps = { ...(await freshDeps()), beat: async () => {}, backups, delivery };
  const reportError = (error: unknown, job: string) => void errors.push(`${job}: ${error}`);
  const runner = startJobs({ clock, deps, jobs, reportError });
  await turn();
  return { clock, deps, errors, runner };
}

const recording = (name: string, record: string[]): Job => ({
  name,
  async run(now) {
    record.push(`${name} ${now}`);
  },
});

test('every job runs at the start and at each tick, in order, with the time of that moment', async () => {
  const record: string[] = [];
  const { clock } = await start(recording('first', record), recording('second', record));
  expect(record).toEqual(['first 2026-03-02T12:00:00Z', 'second 2026-03-02T12:00:00Z']);

  await clock.passMinute();
  await clock.passMinute();
  expect(record.slice(2)).toEqual([
    'first 2026-03-02T12:01:00Z',
    'second 2026-03-02T12:01:00Z',
    'first 2026-03-02T12:02:00Z',
    'second 2026-03-02T12:02:00Z',
  ]);
});

test('a job is handed what it may use', async () => {
  let handed: JobDeps | undefined;
  const { deps } = await start({
    name: 'curious',
    async run(_now, given) {
      handed = given;
    },
  });
  expect(handed).toBe(deps);
});

test('a slow round is not overtaken, and the next tick after it starts a new one', async () => {
  const record: string[] = [];
  const slow = aSlowJob();
  const { clock } = await start(slow.job, recording('next', record));

  await clock.passMinute();
  await clock.passMinute();
  expect(slow.started()).toBe(1);
  expect(record).toEqual([]);

  slow.end();
  await turn();
  expect(record).toEqual(['next 2026-03-02T12:02:00Z']);
  await clock.passMinute();
  expect(slow.started()).toBe(2);
});

test('a job that fails stops neither the others nor its own next round', async () => {
  const record: string[] = [];
  const failing: Job = {
    name: 'failing',
    async run(now) {
      throw new Error(`broken at ${now}`);
    },
  };
  const { clock, errors } = await start(failing, recording('other', record));
  await clock.passMinute();

  expect(record).toEqual(['other 2026-03-02T12:00:00Z', 'other 2026-03-02T12:01:00Z']);
  expect(errors).toEqual([
    'failing: Error: broken at 2026-03-02T12:00:00Z',
    'failing: Error: broken at 2026-03-02T12:01:00Z',
  ]);
});

test('stopping waits for the round under way, to its last job', async () => {
  const record: string[] = [];
  const slow = aSlowJob();
  const { runner } = await start(slow.job, recording('next', record));
  const stopped = runner.stop().then(() => record.push('stopped'));
  await turn();
  expect(record).toEqual([]);

  slow.end();
  await stopped;
  expect(record).toEqual(['next 2026-03-02T12:00:00Z', 'stopped']);
});

test('after stopping no tick starts a round', async () => {
  const record: string[] = [];
  const { clock, runner } = await start(recording('first', record));
  await runner.stop();
  await clock.passMinute();

  expect(clock.listeners).toBe(0);
  expect(record).toHaveLength(1);
});

test('stopping between two rounds is done at once, also twice', async () => {
  const { runner } = await start();
  await expect(Promise.all([runner.stop(), runner.stop()])).resolves.toEqual([undefined, undefined]);
});

test('the clock of this machine tells the time', () => {
  const before = Date.now();
  const told = createSystemClock().now().epochMilliseconds;
  expect(told).toBeGreaterThanOrEqual(before);
  expect(told).toBeLessThanOrEqual(Date.now());
});

test('waiting takes as long as it was asked to', async () => {
  const before = performance.now();
  await createSystemClock().wait(50);
  expect(performance.now() - before).toBeGreaterThan(45);
});

test('waiting ends at once when it is called off', async () => {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const before = performance.now();
  const waiting = createSystemClock().wait(10_000, controller.signal);
  controller.abort();
  await waiting;
  expect(performance.now() - before).toBeLessThan(5000);
});

test('a job that throws before its first await is reported and stops no other', async () => {
  const [ran, errors, lost]: [string[], unknown[], unknown[]] = [[], [], []];
  const onLost = (error: unknown) => void lost.push(error);
  process.on('unhandledRejection', onLost); // In main.ts this ends the process.
  onTestFinished(() => void process.off('unhandledRejection', onLost));
  startJobs({
    clock: { now: () => instant('2026-03-02T12:00Z'), tick: () => () => {}, wait: async () => {} },
    deps: { ...(await freshDeps()), beat: async () => {}, backups, delivery },
    jobs: [
      {
        name: 'broken',
        run: () => {
          throw new Error('broken');
        },
      },
      { name: 'other', run: async () => void ran.push('other') },
    ],
    reportError: (error) => void errors.push(error),
  });
  await pause(20);
  expect({ ran, errors: errors.length, lost: lost.length }).toEqual({ ran: ['other'], errors: 1, lost: 0 });
});

test('waiting with a signal that is already aborted ends at once', async () => {
  const waiting = createSystemClock().wait(3000, AbortSignal.abort());
  expect(await Promise.race([waiting.then(() => 'ended'), pause(500).then(() => 'still waiting')])).toBe('ended');
});
