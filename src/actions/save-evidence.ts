import type { Member } from '../domain/member.ts';
import { type EvidenceOutcome, type GivenEvidence, readEvidence } from '../domain/step-evidence.ts';
import type { Temporal } from '../lib/temporal.ts';
import { deleteEvidence, saveEvidence as storeEvidence } from '../store/evidence-store.ts';
import type { Deps } from './deps.ts';
import { readPage } from './read-page.ts';

export interface SaveEvidenceInput {
  readonly member: Pick<Member, 'id'>;
  readonly stepId: string;
  readonly given: GivenEvidence;
  readonly language: string;
  readonly now: Temporal.Instant;
}

/** Keeps the link and the note of a step in place of those before. Two empty fields take away what was kept. */
export async function saveEvidence(deps: Deps, input: SaveEvidenceInput): Promise<EvidenceOutcome> {
  const { member, stepId, given, language, now } = input;
  const reading = readPage(deps, language, 'step', stepId);
  if (reading.kind === 'unknown') return { kind: 'unknown-step', reading };
  const evidence = readEvidence(given);
  if (evidence.kind === 'refused') return evidence;
  const { roadmap, page } = reading;
  if (evidence.kind === 'empty') {
    await deleteEvidence(deps.db, member.id, roadmap.id, page.id);
    return { kind: 'removed', roadmap, stepId: page.id };
  }
  await storeEvidence(deps.db, member.id, roadmap.id, page.id, evidence.evidence, now);
  return { kind: 'saved', roadmap, stepId: page.id, evidence: evidence.evidence };
}
