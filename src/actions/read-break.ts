import type { PlacedMessage } from '../domain/delivery-port.ts';
import { nextOf } from '../domain/milestone-post.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { BreakPost } from '../domain/post-reading.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findGroupBreak, findOpenPause } from '../store/group-break-store.ts';
import { listMilestones } from '../store/milestone-store.ts';
import { findOutboxRecord } from '../store/outbox-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { breakMark } from './plan-break.ts';
import { readRoadmap } from './read-roadmap.ts';

/** What the channel is told of a break, as it stands now. */
export async function readBreak(
  { db }: Pick<Deps, 'db'>,
  parts: Pick<BreakPost, 'group' | 'roadmap' | 'marks'>,
  breakId: string,
  now: Temporal.Instant,
): Promise<BreakPost | undefined> {
  const found = await findGroupBreak(db, breakId);
  if (!found) return undefined;
  const { isTakenBack, ...rest } = found;
  const rows = await listMilestones(db, parts.group.id);
  const next = nextOf(rows, now, await findOpenPause(db, parts.group.id));
  return { kind: 'break-notice', ...parts, rest, isTakenBack, next };
}

export type ReadBreakEdit =
  | { readonly kind: 'ready'; readonly reading: BreakPost; readonly notice: PlacedMessage }
  /** There is nothing to correct. */
  | { readonly kind: 'dropped' };

/** A notice that stands in the channel, with what it is to say now; also of a group that is archived. */
export async function readBreakEdit(
  deps: Deps,
  { order, groupId }: OutboxRecord,
  now: Temporal.Instant,
): Promise<ReadBreakEdit> {
  const group = groupId === undefined ? undefined : await findStudyGroup(deps.db, groupId);
  if (!group || order.kind !== 'break-edit') return { kind: 'dropped' };
  const notice = await findOutboxRecord(deps.db, breakMark(group.id, order.breakId));
  const { channelId, messageId, marks = [] } = notice ?? {};
  const parts = { group, roadmap: readRoadmap(deps, group.language), marks };
  const reading = await readBreak(deps, parts, order.breakId, now);
  if (!reading || channelId === undefined || messageId === undefined) return { kind: 'dropped' };
  return { kind: 'ready', reading, notice: { channelId, messageId } };
}
