import type { Draft } from '../domain/draft.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findDraft as findStoredDraft } from '../store/draft-store.ts';
import type { Deps } from './deps.ts';

export interface FindDraftInput {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly now: Temporal.Instant;
}

/** The caller's own draft, or undefined: unknown, somebody else's, of another kind and expired look the same. */
export async function findDraft(deps: Deps, input: FindDraftInput): Promise<Draft | undefined> {
  return findStoredDraft(deps.db, input);
}
