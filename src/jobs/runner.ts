import { schedule } from 'node-cron';
import type { Clock } from '../domain/clock.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Job, JobDeps } from './job.ts';

export interface RunnerParts {
  readonly clock: Clock;
  readonly deps: JobDeps;
  readonly jobs: readonly Job[];
  reportError(error: unknown, job: string): void;
}

export interface Runner {
  /** Starts no further round and resolves when the one under way is over. */
  stop(): Promise<void>;
}

/** Runs every job at once and then on each tick. A round that is still under way is never overtaken by the next. */
export function startJobs({ clock, deps, jobs, reportError }: RunnerParts): Runner {
  let round: Promise<void> | undefined;
  const runRound = () => {
    round ??= runAll().finally(() => {
      round = undefined;
    });
  };
  const runAll = async () => {
    for (const job of jobs) {
      await runJob(job).catch((error: unknown) => reportError(error, job.name));
    }
  };
  // An async function turns an error thrown before the first await into a rejection, too.
  const runJob = async (job: Job) => job.run(clock.now(), deps);
  const stopTicking = clock.tick(runRound);
  runRound();
  return {
    async stop() {
      stopTicking();
      await round;
    },
  };
}

/** The time of this machine. node-cron only ticks, at the start of each minute; it never decides what is due. */
export function createSystemClock(): Clock {
  return {
    now: () => Temporal.Now.instant(),
    tick(onTick) {
      const task = schedule('* * * * *', onTick);
      return () => void task.destroy();
    },
    wait(milliseconds, signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, milliseconds);
      if (signal?.aborted) resolve();
      signal?.addEventListener('abort', () => resolve(), { once: true });
      return promise.finally(() => clearTimeout(timer));
    },
  };
}
