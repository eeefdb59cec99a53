import { isOpenState, type OutboxRecord } from '../domain/outbox.ts';
import type { ReadEdit } from '../domain/post-reading.ts';
import { findOutboxRecord } from '../store/outbox-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { readCardEdit } from './read-card-edit.ts';
import { readHelpAgain } from './read-help.ts';
import { readRecapAgain } from './read-recap.ts';

/** Also in a group that is archived: a member's words stay in their hands. */
export async function readEdit(deps: Deps, record: OutboxRecord): Promise<ReadEdit> {
  return record.order.kind === 'post-edit' ? readPostEdit(deps, record.order.key) : readCardEdit(deps, record);
}

async function readPostEdit(deps: Deps, key: string): Promise<ReadEdit> {
  const post = await findOutboxRecord(deps.db, key);
  const group = post?.groupId === undefined ? undefined : await findStudyGroup(deps.db, post.groupId);
  if (!post || !group) return { kind: 'dropped' };
  const { channelId, messageId, order } = post;
  if (isOpenState(post.state)) return { kind: 'waiting' };
  if (channelId === undefined || messageId === undefined) return { kind: 'dropped' };
  const message = { channelId, messageId };
  const reading =
    order.kind === 'recap'
      ? await readRecapAgain(deps, { record: post, order, group })
      : order.kind === 'help'
        ? await readHelpAgain(deps, { record: post, order, group })
        : undefined;
  return reading ? { kind: 'ready', message, reading } : { kind: 'removed', message };
}
