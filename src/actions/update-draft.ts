import { updateDraft as updateStoredDraft } from '../store/draft-store.ts';
import type { Deps } from './deps.ts';

export interface UpdateDraftInput {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly content: unknown;
}

/** Puts new content into the caller's own draft. False where it is gone: then it must be made anew. */
export async function updateDraft(deps: Deps, { content, ...wanted }: UpdateDraftInput): Promise<boolean> {
  return updateStoredDraft(deps.db, wanted, content);
}
