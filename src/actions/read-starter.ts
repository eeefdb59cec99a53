import type { PeriodErrand } from '../domain/period-order.ts';
import { placeOfStarter } from '../domain/period-place.ts';
import type { ReadPost } from '../domain/post-reading.ts';
import { findPeriod } from '../store/period-store.ts';
import type { Deps } from './deps.ts';
import { pingableGroup } from './pingable-group.ts';
import { readRoadmap } from './read-roadmap.ts';

/** The message on which the thread of a period hangs. It pings whoever the group's posts ping only if it asks. */
export async function readStarter(deps: Deps, { record, order, group }: PeriodErrand<'starter'>): Promise<ReadPost> {
  const period = await findPeriod(deps.db, order.periodId);
  if (!period) return { kind: 'dropped' };
  const facts = deps.discord.findChannel(group.serverId, group.channelId);
  const found = placeOfStarter({ group, facts });
  if (found.kind === 'blocked') return found;
  const { isPrompt } = order;
  const shown = isPrompt ? pingableGroup(deps, group, facts) : { ...group, pingRoleId: undefined };
  const roadmap = readRoadmap(deps, group.language);
  const reading = { kind: 'starter', group: shown, roadmap, marks: record.marks, period, isPrompt } as const;
  return { ...found, kind: 'ready', reading, opensThread: true };
}
