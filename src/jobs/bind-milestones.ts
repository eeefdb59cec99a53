import { bindMilestones, findNextBinding, listGroupsToBind } from '../actions/bind-milestones.ts';
import type { Job } from './job.ts';

/** How many groups are bound in one transaction: answers wait for a few milliseconds at most. */
const AT_ONCE = 5;

/** Between two of them, in milliseconds. Thousands of groups take their time then, and still get ahead of the sending. */
const BREATH = 25;

export default {
  name: 'bind-milestones',
  async run(now, deps) {
    const groups = await listGroupsToBind(deps, now);
    const failures: unknown[] = [];
    for (let from = 0; from < groups.length; from += AT_ONCE) {
      const some = groups.slice(from, from + AT_ONCE);
      await bindMilestones(deps, some, now).catch(async () => {
        // One of them is broken, and the others must not wait for it.
        for (const group of some) await bindMilestones(deps, [group], now).catch((error) => failures.push(error));
      });
      deps.wake();
      if (from + AT_ONCE < groups.length) await deps.delivery.clock.wait(BREATH); // Answers come first.
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} groups could not be bound.`);
  },
  nextDue: (_now, deps) => findNextBinding(deps),
} satisfies Job;
