import type { ExpressionBuilder, Selectable } from 'kysely';
import type { Draft } from '../domain/draft.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db, DraftTable, Tables } from './database.ts';

export async function insertDraft(db: Db, draft: Draft): Promise<void> {
  await db
    .insertInto('draft')
    .values({
      id: draft.id,
      user_id: draft.userId,
      kind: draft.kind,
      json: JSON.stringify(draft.content),
      created_at: toStoredInstant(draft.createdAt),
      expires_at: toStoredInstant(draft.expiresAt),
    })
    .execute();
}

interface WantedDraft {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly now: Temporal.Instant;
}

/** Whether a draft is the one that is asked for, of that person and kind, and has not expired. */
function isWanted({ id, userId, kind, now }: WantedDraft) {
  return (draft: ExpressionBuilder<Tables, 'draft'>) =>
    draft.and([
      draft('id', '=', id),
      draft('user_id', '=', userId),
      draft('kind', '=', kind),
      draft('expires_at', '>', toStoredInstant(now)),
    ]);
}

/** Undefined where there is none, it belongs to somebody else, is of another kind, or has expired. */
export async function findDraft(db: Db, wanted: WantedDraft): Promise<Draft | undefined> {
  const row = await db.selectFrom('draft').selectAll().where(isWanted(wanted)).executeTakeFirst();
  return row && toDraft(row);
}

/** The same, and it is gone: one statement, so that of two at once only one gets it. */
export async function claimDraft(db: Db, wanted: WantedDraft): Promise<Draft | undefined> {
  const row = await db.deleteFrom('draft').where(isWanted(wanted)).returningAll().executeTakeFirst();
  return row && toDraft(row);
}

/** Puts new content into a draft of the same person and kind. False where there is none any more. */
export async function updateDraft(
  db: Db,
  wanted: { readonly id: string; readonly userId: string; readonly kind: string },
  content: unknown,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('draft')
    .set({ json: JSON.stringify(content) })
    .where('id', '=', wanted.id)
    .where('user_id', '=', wanted.userId)
    .where('kind', '=', wanted.kind)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Returns how many were removed. */
export async function deleteExpiredDrafts(db: Db, now: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('draft')
    .where('expires_at', '<=', toStoredInstant(now))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

function toDraft(row: Selectable<DraftTable>): Draft {
  return {
    id: row.id,
    userId: row.user_id,
    kind: row.kind,
    content: JSON.parse(row.json),
    createdAt: fromStoredInstant(row.created_at),
    expiresAt: fromStoredInstant(row.expires_at),
  };
}
