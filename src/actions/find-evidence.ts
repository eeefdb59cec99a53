import type { Member } from '../domain/member.ts';
import type { Evidence } from '../domain/step-evidence.ts';
import { findEvidence as findStoredEvidence } from '../store/evidence-store.ts';
import type { Deps } from './deps.ts';
import { readRoadmap } from './read-roadmap.ts';

/** What a member kept as proof of a step. */
export async function findEvidence(
  deps: Deps,
  {
    member,
    stepId,
    language,
  }: { readonly member: Pick<Member, 'id'>; readonly stepId: string; readonly language: string },
): Promise<Evidence | undefined> {
  return findStoredEvidence(deps.db, member.id, readRoadmap(deps, language).id, stepId);
}
