import { isPublic } from '../domain/check-in.ts';
import type { PeriodErrand } from '../domain/period-order.ts';
import { placeBesideThread } from '../domain/period-place.ts';
import type { HelpPost } from '../domain/period-reading.ts';
import type { ReadPost } from '../domain/post-reading.ts';
import { findStep } from '../domain/roadmap.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import { findCheckIn } from '../store/check-in-store.ts';
import { findHelpRequest } from '../store/help-store.ts';
import { findMemberById } from '../store/member-store.ts';
import { findLastPeriod, findPeriod } from '../store/period-store.ts';
import type { Deps } from './deps.ts';
import { findThreadPlace } from './find-thread-place.ts';
import { readRoadmap } from './read-roadmap.ts';

/** Names whoever is stuck and whoever can help to each other, where the blocker stands, or in the newest thread. */
export async function readHelp(deps: Deps, errand: PeriodErrand<'help'>): Promise<ReadPost> {
  const { order, group } = errand;
  const reading = await readHelpAgain(deps, errand);
  if (!reading) return { kind: 'dropped' };
  const facts = deps.discord.findChannel(group.serverId, group.channelId);
  const period = (await findBlocker(deps, group, order.blockerId))?.period;
  const found = period?.thread
    ? await findThreadPlace(deps, group, period)
    : placeBesideThread({ group, facts }, { thread: undefined });
  return found.kind === 'place' ? { ...found, kind: 'ready', reading } : found;
}

/** What it says, or is to say now. Undefined where there is nobody to name any more. */
export async function readHelpAgain(
  deps: Deps,
  { record, order, group }: PeriodErrand<'help'>,
): Promise<HelpPost | undefined> {
  const blocker = await findBlocker(deps, group, order.blockerId);
  const asker = blocker && (await findMemberById(deps.db, blocker.memberId));
  const helper = await findMemberById(deps.db, order.helperId);
  if (!asker || !helper || asker.leftAt || helper.leftAt) return undefined;
  const roadmap = readRoadmap(deps, group.language);
  const people = { askerId: asker.userId, helperId: helper.userId };
  const about = blocker.words ?? (blocker.stepId && findStep(roadmap, blocker.stepId)?.title);
  return { kind: 'help', group, roadmap, marks: record.marks, ...people, about };
}

/** What is in whose way. */
interface FoundBlocker {
  readonly memberId: string;
  readonly words: string | undefined;
  readonly stepId?: string;
  /** Where they said so, else the newest. */
  readonly period: StoredPeriod | undefined;
}

/** A check-in that asks for help, or a request of its own. Undefined when it was taken back or settled meanwhile. */
async function findBlocker(
  { db }: Deps,
  group: { readonly id: string },
  blockerId: string,
): Promise<FoundBlocker | undefined> {
  const checkIn = await findCheckIn(db, blockerId);
  if (checkIn) {
    const { memberId, obstacle: words, periodId } = checkIn;
    return checkIn.asksForHelp && isPublic(checkIn)
      ? { memberId, words, period: await findPeriod(db, periodId) }
      : undefined;
  }
  const request = await findHelpRequest(db, blockerId);
  if (!request || request.settledAt) return undefined;
  const { memberId, words, stepId } = request;
  return { memberId, words, stepId, period: await findLastPeriod(db, group.id) };
}
