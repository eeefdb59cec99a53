import type { PeriodErrand } from '../domain/period-order.ts';
import { placeBesideThread } from '../domain/period-place.ts';
import type { ReadPost } from '../domain/post-reading.ts';
import { findPeriod } from '../store/period-store.ts';
import { addUpPeriod } from './add-up-period.ts';
import type { Deps } from './deps.ts';
import { readRoadmap } from './read-roadmap.ts';

/** Adds a period up at the moment at which its recap is sent: what was corrected just before is in it. */
export async function readRecap(deps: Deps, { record, order, group }: PeriodErrand<'recap'>): Promise<ReadPost> {
  const period = await findPeriod(deps.db, order.periodId);
  const roadmap = readRoadmap(deps, group.language);
  const recap = period && (await deps.db.transaction().execute((trx) => addUpPeriod(trx, period, roadmap)));
  if (!period || !recap) return { kind: 'dropped' };
  const facts = deps.discord.findChannel(group.serverId, group.channelId);
  const found = placeBesideThread({ group, facts }, period);
  if (found.kind === 'blocked') return found;
  const thread = found.place.kind === 'thread' ? undefined : period.thread;
  const shown = { ...group, pingRoleId: undefined };
  return {
    ...found,
    kind: 'ready',
    reading: { kind: 'recap', group: shown, roadmap, marks: record.marks, period, recap, thread },
  };
}
