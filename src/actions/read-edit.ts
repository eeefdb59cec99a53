import { isOpenState, type OutboxRecord } from '../domain/outbox.ts';
import type { PostReading, ReadEdit } from '../domain/post-reading.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findOutboxRecord } from '../store/outbox-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { readBreak } from './read-break.ts';
import { readCardEdit } from './read-card-edit.ts';
import { readHelpAgain } from './read-help.ts';
import { readRecapAgain } from './read-recap.ts';
import { readRoadmap } from './read-roadmap.ts';

/** Also in a group that is archived: a member's words stay in their hands. */
export async function readEdit(deps: Deps, record: OutboxRecord, now: Temporal.Instant): Promise<ReadEdit> {
  return record.order.kind === 'post-edit' ? readPostEdit(deps, record.order.key, now) : readCardEdit(deps, record);
}

async function readPostEdit(deps: Deps, key: string, now: Temporal.Instant): Promise<ReadEdit> {
  const post = await findOutboxRecord(deps.db, key);
  const group = post?.groupId === undefined ? undefined : await findStudyGroup(deps.db, post.groupId);
  if (!post || !group) return { kind: 'dropped' };
  const { channelId, messageId } = post;
  if (isOpenState(post.state)) return { kind: 'waiting' };
  if (channelId === undefined || messageId === undefined) return { kind: 'dropped' };
  const message = { channelId, messageId };
  const reading = await readAgain(deps, post, group, now);
  return reading ? { kind: 'ready', message, reading } : { kind: 'removed', message };
}

/** What a post that stands there is to say now. Undefined where nothing is left to say. */
async function readAgain(
  deps: Deps,
  record: OutboxRecord,
  group: StudyGroup,
  now: Temporal.Instant,
): Promise<PostReading | undefined> {
  const { order, marks } = record;
  switch (order.kind) {
    case 'recap':
      return readRecapAgain(deps, { record, order, group });
    case 'help':
      return readHelpAgain(deps, { record, order, group });
    case 'break-notice':
      return readBreak(deps, { group, roadmap: readRoadmap(deps, group.language), marks }, order.breakId, now);
    default:
      return undefined;
  }
}
