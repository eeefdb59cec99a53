import type { Temporal } from '../lib/temporal.ts';
import { findOutboxRecord, insertOutboxEntry, listOutboxRecords } from '../store/outbox-store.ts';
import type { Deps } from './deps.ts';

export interface WelcomeGroupInput {
  readonly groupId: string;
  readonly serverId: string;
  /** Which of the group's welcome cards, from 1: the same one is posted once, however often it is asked for. */
  readonly count: number;
  readonly now: Temporal.Instant;
}

export type WelcomeOutcome = { readonly kind: 'ordered' } | { readonly kind: 'already' };

/** Has the card with **Join** posted into the group's channel. */
export async function welcomeGroup(deps: Deps, input: WelcomeGroupInput): Promise<WelcomeOutcome> {
  const { groupId, serverId, count, now } = input;
  const key = welcomeKey(groupId, count);
  const isNew = await deps.db.transaction().execute(async (trx) => {
    if (await findOutboxRecord(trx, key)) return false;
    const nobody = { memberId: undefined, userId: undefined };
    const entry = { key, marks: [key], order: { kind: 'welcome' }, serverId, groupId, ...nobody } as const;
    await insertOutboxEntry(trx, { ...entry, dueAt: now, notAfter: undefined }, now);
    return true;
  });
  if (!isNew) return { kind: 'already' };
  deps.wake();
  return { kind: 'ordered' };
}

/** The number of the next welcome card of a group. */
export async function nextWelcome(deps: Deps, groupId: string): Promise<number> {
  const records = await listOutboxRecords(deps.db, groupId, 'welcome');
  return records.filter(({ order }) => order.kind === 'welcome').length + 1;
}

function welcomeKey(groupId: string, count: number): string {
  return `${groupId}.w.${count}`;
}
