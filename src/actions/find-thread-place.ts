import { isOpenState } from '../domain/outbox.ts';
import { starterKey } from '../domain/period-order.ts';
import { type PeriodPlace, placeInThread } from '../domain/period-place.ts';
import type { ReadPost } from '../domain/post-reading.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { findOutboxRecord } from '../store/outbox-store.ts';
import type { Deps } from './deps.ts';

/** Where in Discord a message for the thread of a period goes, or why it does not. */
export async function findThreadPlace(
  deps: Pick<Deps, 'db' | 'discord'>,
  group: Pick<StudyGroup, 'serverId' | 'channelId'>,
  { id, thread }: Pick<StoredPeriod, 'id' | 'thread'>,
): Promise<PeriodPlace | Exclude<ReadPost, { readonly kind: 'ready' }>> {
  if (!thread) return readThreadlessPost(deps, id);
  const facts = deps.discord.findChannel(group.serverId, thread.channelId);
  // What the group has left behind, and is gone, does not come back.
  if (!facts?.kind && thread.channelId !== group.channelId) return { kind: 'failed', problem: 'unknown-thread' };
  return placeInThread(thread.threadId, facts);
}

/** What becomes of a message for a thread that is not there: it comes still, or does not any more. */
export async function readThreadlessPost(
  { db }: Pick<Deps, 'db'>,
  periodId: string,
): Promise<Exclude<ReadPost, { readonly kind: 'ready' }>> {
  const starter = await findOutboxRecord(db, starterKey(periodId));
  return starter && isOpenState(starter.state) ? { kind: 'waiting' } : { kind: 'failed', problem: 'unknown-thread' };
}
