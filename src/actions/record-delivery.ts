import { blockedUntil } from '../domain/delivery.ts';
import type { DeliveryResult } from '../domain/delivery-result.ts';
import { causeOf, isPost, noticeAbout, noticeEntry, postKinds } from '../domain/moderator-notice.ts';
import type { DeliveryProblem, OutboxRecord } from '../domain/outbox.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { type EntryChange, freeEntries, releaseEntry } from '../store/outbox-lease-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { isToldSince } from '../store/outbox-trouble-store.ts';
import type { CommitTogether } from './commit-together.ts';
import { correctBreakNotice } from './correct-break-notice.ts';
import type { Deps } from './deps.ts';
import { noteNoticeReader } from './note-notice-reader.ts';
import { notePrivateChat } from './note-private-chat.ts';
import { redirectNotice } from './redirect-notice.ts';
import { settleLostPost } from './settle-lost-post.ts';
import { settlePeriodPost } from './settle-period-post.ts';
import { tellRoleWithheld } from './tell-role-withheld.ts';

/** Writes down what became of a claimed entry, and what its moderators are to be told, in one transaction. */
export async function recordDelivery(
  { commit, newId, wake }: { readonly commit: CommitTogether } & Pick<Deps, 'newId' | 'wake'>,
  record: OutboxRecord,
  leaseId: string,
  became: DeliveryResult,
  now: Temporal.Instant,
): Promise<void> {
  const result = cardKept(record, became);
  const hasMore = await commit(async (trx) => {
    const outcome = await redirectNotice(trx, record, result, now);
    const isOurs = await releaseEntry(trx, record, leaseId, changeOf(record, outcome, now), now);
    if (!isOurs) {
      const isDueAnew = await freeEntries(trx, leaseId, [record.key]);
      return (await settleLostPost(trx, record, result, now)) || isDueAnew;
    }
    await notePrivateChat(trx, record, result, now);
    await noteNoticeReader(trx, record, result);
    const isTold = await tellModerators(trx, record, result, now);
    const { order } = record;
    const isCorrected = order.kind === 'break-notice' && (await correctBreakNotice(trx, order.breakId, now));
    const isRedirected = outcome !== result;
    const isSettled = await settlePeriodPost(trx, { newId }, { record, result, now });
    return isSettled || isTold || isCorrected || isRedirected;
  });
  if (hasMore) wake();
}

/** A card is never given up while its check-in stands: it waits for a thread that takes it. */
function cardKept({ order, attempts }: OutboxRecord, result: DeliveryResult): DeliveryResult {
  const isThreadless = result.kind === 'failed' && result.problem === 'unknown-thread';
  return order.kind === 'card' && isThreadless ? { kind: 'blocked', problem: result.problem, attempts } : result;
}

function changeOf(record: OutboxRecord, result: DeliveryResult, now: Temporal.Instant): EntryChange {
  switch (result.kind) {
    case 'again':
      return { state: 'waiting', nextAttemptAt: result.at, attempts: result.attempts };
    case 'blocked': {
      const { problem, attempts } = result;
      return { state: 'blocked', nextAttemptAt: blockedUntil(record, now), attempts, problem };
    }
    case 'uncertain':
      return { state: 'uncertain', nextAttemptAt: blockedUntil(record, now), attempts: record.attempts };
    case 'sent': {
      const { channelId, messageId } = result;
      return { state: 'sent', ...(channelId ? { channelId } : {}), ...(messageId ? { messageId } : {}) };
    }
    case 'failed':
      return { state: 'failed', problem: result.problem };
    default:
      return { state: result.kind };
  }
}

/** True when there is something to tell. A notice is about posts alone, never about another notice. */
async function tellModerators(
  trx: Db,
  record: OutboxRecord,
  result: DeliveryResult,
  now: Temporal.Instant,
): Promise<boolean> {
  const { groupId, serverId, key } = record;
  if (groupId === undefined) return false;
  if (record.order.kind === 'role' && result.kind === 'failed' && result.problem === 'missing-permission') {
    const occasion = key.split('.').slice(-2).join('.'); // Without the member: the notice outlives their data.
    return tellRoleWithheld(trx, { groupId, serverId }, occasion, now);
  }
  if (!isPost(record.order.kind)) return false;
  const tell = async (told: ReturnType<typeof noticeAbout>) => {
    if (told) await insertOutboxEntry(trx, noticeEntry({ groupId, serverId }, told.cause, told.notice, now), now);
    return told !== undefined;
  };
  if (result.kind === 'failed' || result.kind === 'uncertain' || result.kind === 'missed') {
    return tell(noticeAbout(record, result.kind));
  }
  if (result.kind !== 'blocked' || isKnown(record, result.problem)) return false;
  if (await isToldSince(trx, groupId, result.problem, postKinds)) return false;
  return tell({ cause: causeOf(record, result.problem), notice: { kind: 'blocked', problem: result.problem, key } });
}

/**
 * Once for each cause. Whoever removed the bot from their server knows that nothing is posted there, and whoever locked
 * or deleted a thread that no single check-in comes into it.
 */
function isKnown(record: OutboxRecord, problem: DeliveryProblem): boolean {
  const isOfThread = problem === 'locked-thread' || problem === 'unknown-thread';
  if (problem === 'unknown-server' || (record.order.kind === 'card' && isOfThread)) return true;
  return record.state === 'blocked' && record.problem === problem;
}
