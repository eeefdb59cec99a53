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
  /** Asks for a round now. During one, another follows it; any number of times before that one begins is once. */
  wake(): void;
  /** How many rounds it has begun. */
  rounds(): number;
  /** Resolves when no round is under way or asked for, and nothing is left of the last one. */
  idle(): Promise<void>;
  /** When a job has something to do next, as far as they say. */
  nextDue(): Promise<Temporal.Instant | undefined>;
  /** Starts no further round and resolves when the one under way is over. */
  stop(): Promise<void>;
}

/** Runs every job at once and then on each tick. A round that is still under way is never overtaken by the next. */
export function startJobs({ clock, deps, jobs, reportError }: RunnerParts): Runner {
  let round: Promise<void> | undefined;
  let rounds = 0;
  let isAskedAgain = false;
  let isStopped = false;
  const runRound = () => {
    round ??= runAll().finally(() => {
      round = undefined;
      if (isAskedAgain && !isStopped) runRound();
    });
  };
  const runAll = async () => {
    isAskedAgain = false;
    rounds += 1;
    for (const job of jobs) {
      await runJob(job).catch((error: unknown) => reportError(error, job.name));
    }
  };
  // An async function turns an error thrown before the first await into a rejection, too.
  const runJob = async (job: Job) => job.run(clock.now(), deps);
  const idle = async () => {
    do {
      await round;
      for (const job of jobs) await job.settled?.(deps);
    } while (round);
  };
  const stopTicking = clock.tick(runRound);
  runRound();
  return {
    wake() {
      if (isStopped) return;
      if (round) isAskedAgain = true;
      else runRound();
    },
    rounds: () => rounds,
    idle,
    nextDue: async () => earliest(await Promise.all(jobs.map(async (job) => job.nextDue?.(clock.now(), deps)))),
    async stop() {
      stopTicking();
      isStopped = true;
      await idle();
    },
  };
}

/** Several runners as one: their jobs do not wait for each other. `woken` are those that a wake is for. */
export function joinRunners(runners: readonly Runner[], woken: readonly Runner[]): Runner {
  const all = <Value>(work: (runner: Runner) => Promise<Value>) => Promise.all(runners.map(work));
  const rounds = () => runners.reduce((sum, runner) => sum + runner.rounds(), 0);
  return {
    wake() {
      for (const runner of woken) runner.wake();
    },
    rounds,
    async idle() {
      let before: number;
      do {
        before = rounds();
        await all((runner) => runner.idle());
        // One may have woken another that was idle already, and that then left something under way.
      } while (rounds() !== before);
    },
    nextDue: async () => earliest(await all((runner) => runner.nextDue())),
    async stop() {
      await all((runner) => runner.stop());
    },
  };
}

function earliest(moments: readonly (Temporal.Instant | undefined)[]): Temporal.Instant | undefined {
  return moments.filter((moment) => moment !== undefined).toSorted(Temporal.Instant.compare)[0];
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
