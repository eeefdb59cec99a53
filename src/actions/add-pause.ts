import type { Member, Pause } from '../domain/member.ts';
import { findSamePause } from '../domain/pause.ts';
import type { Span } from '../domain/plan-days.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { insertPause, listPauses } from '../store/pause-store.ts';
import type { Deps } from './deps.ts';

export interface AddPauseInput {
  readonly member: Pick<Member, 'id'>;
  readonly span: Span;
  readonly now: Temporal.Instant;
}

export type AddPauseOutcome =
  | { readonly kind: 'added'; readonly pause: Pause }
  /** The very same days are a pause already: nothing was written. */
  | { readonly kind: 'already'; readonly pause: Pause };

/** Keeps a pause, also one that is over. The write lock is taken first, so of two at once the second finds the first. */
export async function addPause(deps: Deps, input: AddPauseInput): Promise<AddPauseOutcome> {
  return deps.db.transaction().execute((trx) => addPauseIn(trx, deps.newId, input));
}

/** The same inside a transaction that is open already. */
export async function addPauseIn(
  trx: Db,
  newId: () => string,
  { member, span, now }: AddPauseInput,
): Promise<AddPauseOutcome> {
  const same = findSamePause(await listPauses(trx, member.id), span);
  if (same) return { kind: 'already', pause: same };
  const pause = { id: newId(), firstDay: span.firstDay, lastDay: span.lastDay };
  await insertPause(trx, { ...pause, memberId: member.id, recordedAt: now });
  return { kind: 'added', pause };
}
