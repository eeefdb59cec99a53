import type { JobDeps } from './job.ts';

/** How many are done in one transaction: answers wait for a few milliseconds at most. */
const AT_ONCE = 5;

/** Between two of them, in milliseconds. Thousands take their time then, and still get ahead of the sending. */
const BREATH = 25;

/**
 * Does something that a job has to do for many, such as all groups, a few at a time.
 * @throws AggregateError when all the others are done, where some are broken.
 */
export async function inSmallSteps(
  deps: JobDeps,
  ids: readonly string[],
  work: (some: readonly string[]) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    await work(some).catch(async () => {
      // One of them is broken, and the others must not wait for it.
      for (const one of some) await work([one]).catch((error) => failures.push(error));
    });
    deps.wake();
    if (from + AT_ONCE < ids.length) await deps.delivery.clock.wait(BREATH); // Answers come first.
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${ids.length} were not done.`);
}
