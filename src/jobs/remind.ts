import { findNextReminderLook, listMembersToRemind, remindMembers } from '../actions/remind-members.ts';
import type { Job } from './job.ts';

/** How many members are looked at in one transaction: answers wait for a few milliseconds at most. */
const AT_ONCE = 4;

/** Between two of them, in milliseconds. Tens of thousands of members take their time then, as the sending does. */
const BREATH = 4;

/** How many are looked at before what they are to be told leaves. */
const IN_A_ROW = 500;

export default {
  name: 'remind',
  async run(now, deps) {
    const failures: unknown[] = [];
    let memberIds = await listMembersToRemind(deps, now, IN_A_ROW);
    while (memberIds.length > 0 && failures.length === 0) {
      for (let from = 0; from < memberIds.length; from += AT_ONCE) {
        const some = memberIds.slice(from, from + AT_ONCE);
        await remindMembers(deps, some, now).catch(async () => {
          // One of them is broken, and the others must not wait for it.
          for (const memberId of some) {
            await remindMembers(deps, [memberId], now).catch((error) => failures.push(error));
          }
        });
        await deps.delivery.clock.wait(BREATH); // Answers come first.
      }
      deps.wake();
      memberIds = await listMembersToRemind(deps, now, IN_A_ROW);
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} members could not be reminded.`);
  },
  nextDue: (_now, deps) => findNextReminderLook(deps),
} satisfies Job;
