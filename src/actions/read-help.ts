import type { PeriodErrand } from '../domain/period-order.ts';
import { placeBesideThread } from '../domain/period-place.ts';
import type { HelpPost } from '../domain/period-reading.ts';
import type { ReadPost } from '../domain/post-reading.ts';
import { findStep } from '../domain/roadmap.ts';
import { findMemberById } from '../store/member-store.ts';
import type { Deps } from './deps.ts';
import { type FoundBlocker, findBlocker } from './find-blocker.ts';
import { findThreadPlace } from './find-thread-place.ts';
import { readRoadmap } from './read-roadmap.ts';

/** Names whoever is stuck and whoever can help to each other, where the blocker stands, or in the newest thread. */
export async function readHelp(deps: Deps, errand: PeriodErrand<'help'>): Promise<ReadPost> {
  const { order, group } = errand;
  const blocker = await findBlocker(deps.db, order.blockerId);
  const reading = blocker && (await helpPost(deps, errand, blocker));
  if (!reading) return { kind: 'dropped' };
  const { period } = blocker;
  const facts = deps.discord.findChannel(group.serverId, group.channelId);
  const found = period?.thread
    ? await findThreadPlace(deps, group, period)
    : placeBesideThread({ group, facts }, { thread: undefined });
  return found.kind === 'place' ? { ...found, kind: 'ready', reading } : found;
}

/** What it is to say now. Undefined where there is nobody to name any more. */
export async function readHelpAgain(deps: Deps, errand: PeriodErrand<'help'>): Promise<HelpPost | undefined> {
  const blocker = await findBlocker(deps.db, errand.order.blockerId);
  return blocker && helpPost(deps, errand, blocker);
}

async function helpPost(
  deps: Deps,
  { record, order, group }: PeriodErrand<'help'>,
  { memberId, words, stepId }: FoundBlocker,
): Promise<HelpPost | undefined> {
  const asker = await findMemberById(deps.db, memberId);
  const helper = await findMemberById(deps.db, order.helperId);
  if (!asker || !helper || asker.leftAt || helper.leftAt) return undefined;
  const roadmap = readRoadmap(deps, group.language);
  const people = { askerId: asker.userId, helperId: helper.userId };
  const about = words ?? (stepId && findStep(roadmap, stepId)?.title);
  return { kind: 'help', group, roadmap, marks: record.marks, ...people, about };
}
