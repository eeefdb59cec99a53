import { besidePosts, openStates } from '../domain/outbox.ts';
import { toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from './database.ts';

/** Corrections are wanted whatever comes: a member's words stay in their hands, and they hear who took them away. */
const kept = ['card-edit', 'post-edit', 'finding', 'hidden-note'] as const;

/**
 * What is about this member is no longer wanted; what was sent stays sent. With a group: all that concerns it. Without:
 * all but orders about roles, for one that takes a role away after an earlier group is still wanted.
 */
export async function dropEntriesAbout(
  trx: Db,
  { memberId, groupId }: { readonly memberId: string; readonly groupId?: string },
  now: Temporal.Instant,
): Promise<void> {
  const dropping = droppingAbout(trx, memberId, now);
  const concerned =
    groupId === undefined ? dropping.where('operation', '<>', 'role') : dropping.where('group_id', '=', groupId);
  await concerned.execute();
}

/** What a member was about to be given or to lose in a group is no longer wanted. All else about them there is. */
export async function dropRoleOrders(
  trx: Db,
  { memberId, groupId }: { readonly memberId: string; readonly groupId: string },
  now: Temporal.Instant,
): Promise<void> {
  await droppingAbout(trx, memberId, now).where('operation', '=', 'role').where('group_id', '=', groupId).execute();
}

function droppingAbout(trx: Db, memberId: string, now: Temporal.Instant) {
  return trx
    .updateTable('outbox')
    .set({ state: 'dropped', settled_at: toStoredInstant(now) })
    .where('member_id', '=', memberId)
    .where('operation', 'not in', kept)
    .where('state', 'in', openStates);
}

/** Why an entry was dropped whose group was archived. */
const ARCHIVED = 'archived';

/**
 * Drops what a group still wanted to post, because it is archived. Roles and events are given and taken all the same:
 * somebody who left just before must not keep theirs. So are corrections made: a member's words stay in their hands. What
 * is perhaps there stays `uncertain`: taken up again it might come twice.
 */
export async function dropGroupEntries(trx: Db, groupId: string, now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ state: 'dropped', problem: ARCHIVED, settled_at: toStoredInstant(now) })
    .where('group_id', '=', groupId)
    .where('operation', 'not in', besidePosts)
    .where('state', 'in', ['waiting', 'blocked'])
    .execute();
}

/** Takes up again what was dropped when the group was archived. */
export async function restoreGroupEntries(trx: Db, groupId: string): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ state: 'waiting', problem: null, settled_at: null })
    .where('group_id', '=', groupId)
    .where('state', '=', 'dropped')
    .where('problem', '=', ARCHIVED)
    .execute();
}

/** Is no longer wanted, unless it is out already, perhaps, or on its way this very moment. */
export async function dropOutboxEntry(trx: Db, key: string, now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ state: 'dropped', settled_at: toStoredInstant(now) })
    .where('key', '=', key)
    .where('state', 'in', ['waiting', 'blocked'])
    .where('attempts', '=', 0)
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', toStoredInstant(now))]))
    .execute();
}
