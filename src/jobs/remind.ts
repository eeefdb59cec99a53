import { findNextReminderLook, listMembersToRemind, remindMembers } from '../actions/remind-members.ts';
import type { Job } from './job.ts';

/** How many members are looked at in one transaction: answers wait for no more than a few milliseconds. */
const AT_ONCE = 10;

/** How many are looked at before what they are to be told leaves. */
const IN_A_ROW = 500;

export default {
  name: 'remind',
  async run(now, deps) {
    const failures: unknown[] = [];
    for (let memberIds = await listMembersToRemind(deps, now, IN_A_ROW); memberIds.length > 0; ) {
      for (let from = 0; from < memberIds.length; from += AT_ONCE) {
        const some = memberIds.slice(from, from + AT_ONCE);
        await remindMembers(deps, some, now).catch(async () => {
          // One of them is broken, and the others must not wait for it.
          for (const memberId of some) {
            await remindMembers(deps, [memberId], now).catch((error) => failures.push(error));
          }
        });
        await new Promise(setImmediate); // Answers come first.
      }
      deps.wake();
      memberIds = failures.length > 0 ? [] : await listMembersToRemind(deps, now, IN_A_ROW);
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} members could not be reminded.`);
  },
  nextDue: (_now, deps) => findNextReminderLook(deps),
} satisfies Job;
