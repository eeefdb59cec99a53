import { DRAFT_HOURS } from '../domain/draft.ts';
import type { Temporal } from '../lib/temporal.ts';
import { insertDraft } from '../store/draft-store.ts';
import type { Deps } from './deps.ts';

export interface SaveDraftInput {
  /** Left out: a new one. */
  readonly id?: string;
  readonly userId: string;
  readonly kind: string;
  readonly content: unknown;
  readonly now: Temporal.Instant;
}

/** Keeps what a person was in the middle of. Returns the id that travels in a custom id. */
export async function saveDraft(deps: Deps, input: SaveDraftInput): Promise<string> {
  const { id = deps.newId(), userId, kind, content, now } = input;
  await insertDraft(deps.db, {
    id,
    userId,
    kind,
    content,
    createdAt: now,
    expiresAt: now.add({ hours: DRAFT_HOURS }),
  });
  return id;
}
