import type { Evidence } from '../domain/step-evidence.ts';
import { toStoredInstant } from '../lib/stored-instant.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from './database.ts';

/** What a member kept as proof of a step. */
export async function findEvidence(
  db: Db,
  memberId: string,
  roadmapId: string,
  stepId: string,
): Promise<Evidence | undefined> {
  const row = await db
    .selectFrom('step_evidence')
    .select(['link', 'note'])
    .where('member_id', '=', memberId)
    .where('roadmap_id', '=', roadmapId)
    .where('step_id', '=', stepId)
    .executeTakeFirst();
  return row && { link: row.link ?? undefined, note: row.note ?? undefined };
}

export async function saveEvidence(
  db: Db,
  memberId: string,
  roadmapId: string,
  stepId: string,
  { link, note }: Evidence,
  now: Temporal.Instant,
): Promise<void> {
  const values = { link: link ?? null, note: note ?? null, recorded_at: toStoredInstant(now) };
  await db
    .insertInto('step_evidence')
    .values({ member_id: memberId, roadmap_id: roadmapId, step_id: stepId, ...values })
    .onConflict((conflict) => conflict.columns(['member_id', 'roadmap_id', 'step_id']).doUpdateSet(values))
    .execute();
}

export async function deleteEvidence(db: Db, memberId: string, roadmapId: string, stepId: string): Promise<void> {
  await db
    .deleteFrom('step_evidence')
    .where('member_id', '=', memberId)
    .where('roadmap_id', '=', roadmapId)
    .where('step_id', '=', stepId)
    .execute();
}
