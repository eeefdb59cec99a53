import type { Selectable } from 'kysely';
import type { ReadinessRating } from '../domain/readiness.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Db, ReadinessRatingTable } from './database.ts';

/** Whose ratings, of which roadmap. */
export interface RatingOwner {
  readonly memberId: string;
  readonly roadmapId: string;
}

/** Adds a rating to the history; those before stay as they are. */
export async function insertRating(db: Db, owner: RatingOwner, rating: ReadinessRating): Promise<void> {
  await db
    .insertInto('readiness_rating')
    .values({
      id: rating.id,
      member_id: owner.memberId,
      roadmap_id: owner.roadmapId,
      check_id: rating.checkId,
      level: rating.level,
      evidence: rating.evidence ?? null,
      at: toStoredInstant(rating.at),
    })
    .execute();
}

/**
 * Everything a member ever said about their readiness, oldest first. Two of the same millisecond keep the order in which
 * they were written: the times of one check only rise, see `rateReadiness`.
 */
export async function listRatings(db: Db, { memberId, roadmapId }: RatingOwner): Promise<ReadinessRating[]> {
  const rows = await db
    .selectFrom('readiness_rating')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('roadmap_id', '=', roadmapId)
    .orderBy('at')
    .execute();
  return rows.map(toRating);
}

function toRating(row: Selectable<ReadinessRatingTable>): ReadinessRating {
  return {
    id: row.id,
    checkId: row.check_id,
    level: row.level,
    evidence: row.evidence ?? undefined,
    at: fromStoredInstant(row.at),
  };
}
