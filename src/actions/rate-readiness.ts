import {
  type CheckStanding,
  type RatingOutcome,
  type Readiness,
  type ReadinessLevel,
  type ReadinessRating,
  summariseReadiness,
} from '../domain/readiness.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { Temporal } from '../lib/temporal.ts';
import { insertRating, listRatings } from '../store/readiness-store.ts';
import type { Deps } from './deps.ts';
import { readinessRoadmap } from './read-readiness.ts';

interface Rating {
  readonly memberId: string;
  readonly checkId: string;
  readonly language: string;
  readonly now: Temporal.Instant;
}

export type RatingReading = { readonly outcome: RatingOutcome } & { readonly roadmap: Roadmap };

/** Sets how well a member can do something. Evidence that they gave before stays with it. */
export function rateReadiness(
  deps: Deps,
  { level, ...rating }: Rating & { readonly level: ReadinessLevel },
): Promise<RatingReading> {
  return change(deps, rating, (newest) => ({ level, evidence: newest?.evidence }));
}

/** Sets the evidence for a rating; an empty text takes it away. */
export function giveEvidence(
  deps: Deps,
  { evidence, ...rating }: Rating & { readonly evidence: string },
): Promise<RatingReading> {
  const given = evidence.trim() || undefined;
  return change(deps, rating, (newest) => newest && { level: newest.level, evidence: given });
}

type Said = Pick<ReadinessRating, 'level' | 'evidence'>;

/** Adds to the history what `say` makes of the newest rating, unless it is so already. The write lock comes first. */
async function change(
  deps: Deps,
  { memberId, checkId, language, now }: Rating,
  say: (newest: ReadinessRating | undefined) => Said | undefined,
): Promise<RatingReading> {
  const roadmap = readinessRoadmap(deps, language);
  const owner = { memberId, roadmapId: roadmap.id };
  const outcome = await deps.db.transaction().execute(async (trx): Promise<RatingOutcome> => {
    const ratings = await listRatings(trx, owner);
    const readiness = summariseReadiness(roadmap, ratings);
    const standing = findCheck(readiness, checkId);
    if (!standing) return { kind: 'unknown-check', readiness };
    const { newest } = standing;
    const said = say(newest);
    if (!said) return { kind: 'not-rated', standing, readiness };
    if (newest && newest.level === said.level && newest.evidence === said.evidence) {
      return { kind: 'unchanged', standing, readiness };
    }
    const rating = { id: deps.newId(), checkId, ...said, at: after(newest, now) };
    await insertRating(trx, owner, rating);
    const changed = summariseReadiness(roadmap, [...ratings, rating]);
    const becameReady = changed.isReady && !readiness.isReady;
    return { kind: 'rated', standing: findCheck(changed, checkId) ?? standing, readiness: changed, becameReady };
  });
  return { roadmap, outcome };
}

function findCheck(readiness: Readiness, checkId: string): CheckStanding | undefined {
  return readiness.checks.find(({ check }) => check.id === checkId);
}

/** The history is read by time, so a rating is later than the one before, also where the clock went back. */
function after(before: ReadinessRating | undefined, now: Temporal.Instant): Temporal.Instant {
  if (!before) return now;
  const next = before.at.add({ milliseconds: 1 });
  return Temporal.Instant.compare(now, next) < 0 ? next : now;
}
