import type { PeriodErrand } from '../domain/period-order.ts';
import { placeBesideThread } from '../domain/period-place.ts';
import type { ReadPost } from '../domain/post-reading.ts';
import { findPeriod } from '../store/period-store.ts';
import type { Deps } from './deps.ts';
import { readThreadlessPost } from './find-thread-place.ts';
import { pingableGroup } from './pingable-group.ts';
import { readRoadmap } from './read-roadmap.ts';

/** Asks for check-ins beside a thread that is there already. */
export async function readPrompt(deps: Deps, { record, order, group }: PeriodErrand<'prompt'>): Promise<ReadPost> {
  const period = await findPeriod(deps.db, order.periodId);
  if (!period) return { kind: 'dropped' };
  if (!period.thread) return readThreadlessPost(deps, period.id);
  const facts = deps.discord.findChannel(group.serverId, group.channelId);
  const found = placeBesideThread({ group, facts }, period);
  if (found.kind === 'blocked') return found;
  const thread = found.place.kind === 'thread' ? undefined : period.thread;
  const shown = pingableGroup(deps, group, facts);
  const roadmap = readRoadmap(deps, group.language);
  return {
    ...found,
    kind: 'ready',
    reading: { kind: 'prompt', group: shown, roadmap, marks: record.marks, period, thread },
  };
}
