import { type MilestoneId, milestoneCode } from '../domain/milestone.ts';
import { Temporal } from '../lib/temporal.ts';
import { findMilestone, saveMilestone } from '../store/milestone-store.ts';
import { changeGroup, type GroupChangeInput, type GroupGone } from './change-group.ts';
import { changeMilestone, findChangeableMilestone } from './changeable-milestone.ts';
import type { Deps } from './deps.ts';

export interface SkipInput extends GroupChangeInput {
  readonly id: MilestoneId;
}

export type SkipOutcome =
  | { readonly kind: 'skipped'; readonly changeId: string }
  | { readonly kind: 'already' }
  /** It is not to come: its post is out or perhaps is, it was missed, or it lay before Cairn. */
  | { readonly kind: 'not-to-come' }
  | GroupGone;

/** Nothing is posted on its date, and what is held up since then is not posted any more. */
export async function skipMilestone(deps: Deps, input: SkipInput): Promise<SkipOutcome> {
  return changeGroup<SkipOutcome>(deps, input, async ({ trx, group, changeId }) => {
    const row = await findChangeableMilestone(trx, group.id, input.id);
    if (row?.fate === 'skipped') return { outcome: { kind: 'already' } };
    if (row?.fate !== 'planned') return { outcome: { kind: 'not-to-come' } };
    await changeMilestone(trx, { ...row, fate: 'skipped' });
    const change = { kind: 'skipped', code: milestoneCode(row), fate: row.fate } as const;
    return { outcome: { kind: 'skipped', changeId }, change };
  });
}

export type RestoreOutcome =
  | { readonly kind: 'restored'; readonly changeId: string; readonly dueAt: Temporal.Instant }
  | { readonly kind: 'not-skipped' }
  /** It can be announced now, or moved to a day to come. */
  | { readonly kind: 'past' }
  | GroupGone;

/** Announces on its date what was to be skipped. */
export async function restoreMilestone(deps: Deps, input: SkipInput): Promise<RestoreOutcome> {
  return changeGroup<RestoreOutcome>(deps, input, async ({ trx, group, changeId }) => {
    const row = await findMilestone(trx, group.id, input.id);
    if (row?.fate !== 'skipped') return { outcome: { kind: 'not-skipped' } };
    if (Temporal.Instant.compare(row.dueAt, input.now) <= 0) return { outcome: { kind: 'past' } };
    await saveMilestone(trx, { ...row, fate: 'planned' });
    const outcome = { kind: 'restored', changeId, dueAt: row.dueAt } as const;
    return { outcome, change: { kind: 'restored', code: milestoneCode(row) } };
  });
}
