import type { Milestone } from '../domain/milestone.ts';
import { milestoneCode } from '../domain/milestone.ts';
import { bundleMilestones } from '../domain/milestone-bundle.ts';
import { isAhead } from '../domain/milestone-order.ts';
import { noticeEntry } from '../domain/moderator-notice.ts';
import type { Restoration } from '../domain/must-look.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { listHeldUpPosts, unbindPost } from '../store/held-up-post-store.ts';
import {
  findNextDueMilestone,
  listDueMilestones,
  listGroupsWithDueMilestones,
  listMilestones,
  saveMilestone,
} from '../store/milestone-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { findRestoration } from '../store/restoration-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { planEvents } from './plan-events.ts';

/** Groups whose milestones are due and not bound to a post yet, the earliest first. */
export function listGroupsToBind({ db }: Pick<Deps, 'db'>, now: Temporal.Instant): Promise<string[]> {
  return listGroupsWithDueMilestones(db, now);
}

/** When the next milestone is due. */
export function findNextBinding({ db }: Pick<Deps, 'db'>): Promise<Temporal.Instant | undefined> {
  return findNextDueMilestone(db);
}

/**
 * Binds what is due in these groups to one post for each, in one transaction: after it, either the posts are in the
 * outbox and the milestones say so, or nothing has changed. What is too late for a post is reported.
 */
export async function bindMilestones(
  { db }: Pick<Deps, 'db'>,
  groupIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const restoration = await findRestoration(trx);
    for (const groupId of groupIds) await bindGroup(trx, groupId, restoration, now);
  });
}

async function bindGroup(
  trx: Db,
  groupId: string,
  restoration: Restoration | undefined,
  now: Temporal.Instant,
): Promise<void> {
  const group = await findStudyGroup(trx, groupId);
  // Asked anew: another process may have been quicker, or a moderator.
  const due = await listDueMilestones(trx, groupId, now);
  if (!group || due.length === 0) return;
  if (await takeBackLatePosts(trx, groupId, now)) return bindGroup(trx, groupId, restoration, now);
  const { posts, missed } = bundleMilestones(group, due, now, restoration?.at);
  for (const { entry, milestones } of posts) {
    await insertOutboxEntry(trx, entry, now);
    for (const milestone of milestones) await saveMilestone(trx, { ...milestone, fate: 'posted', postKey: entry.key });
  }
  for (const milestone of missed) await saveMilestone(trx, { ...milestone, fate: 'missed' });
  if (group.showsEvents) await planEvents(trx, group, now);
  if (missed.length > 0) await reportMissed(trx, { groupId, serverId: group.serverId }, missed, now);
}

/** What is held up joins what is due now: when it can leave at last, it leaves as one post. True when there was some. */
async function takeBackLatePosts(trx: Db, groupId: string, now: Temporal.Instant): Promise<boolean> {
  const heldUp = await listHeldUpPosts(trx, groupId);
  if (heldUp.length === 0) return false;
  const rows = await listMilestones(trx, groupId);
  // What a moderator announced early, or with a note, stays what they made it.
  const late = heldUp.filter(({ key, order }) => {
    const announced = rows.filter(({ postKey }) => postKey === key);
    const hasNote = order.kind === 'milestones' && order.note !== undefined;
    return announced.length > 0 && !hasNote && announced.every((row) => !isAhead(row, now));
  });
  for (const { key } of late) await unbindPost(trx, key);
  return late.length > 0;
}

async function reportMissed(
  trx: Db,
  group: { readonly groupId: string; readonly serverId: string },
  missed: readonly Milestone[],
  now: Temporal.Instant,
): Promise<void> {
  const codes = missed.map(milestoneCode);
  // One that was moved and missed once more is told again.
  const cause = `missed.${codes[0]}.${missed[0]?.dueAt.epochMilliseconds}`;
  await insertOutboxEntry(trx, noticeEntry(group, cause, { kind: 'missed', codes }, now), now);
}
