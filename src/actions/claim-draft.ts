import type { Draft } from '../domain/draft.ts';
import { claimDraft as claimStoredDraft } from '../store/draft-store.ts';
import type { Deps } from './deps.ts';
import type { FindDraftInput } from './find-draft.ts';

/** Takes the caller's own draft away and returns it. Whoever asks second gets undefined, also at the same moment. */
export async function claimDraft(deps: Deps, input: FindDraftInput): Promise<Draft | undefined> {
  return claimStoredDraft(deps.db, input);
}
