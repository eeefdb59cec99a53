import { type Milestone, type MilestoneId, milestoneCode } from '../domain/milestone.ts';
import { passedOver } from '../domain/milestone-order.ts';
import { localDate } from '../domain/plan-days.ts';
import { instantAt } from '../domain/wall-time.ts';
import { Temporal } from '../lib/temporal.ts';
import { listMilestones } from '../store/milestone-store.ts';
import { changeGroup, type GroupChangeInput, type GroupGone } from './change-group.ts';
import { changeMilestone, findChangeableMilestone } from './changeable-milestone.ts';
import type { Deps } from './deps.ts';

export interface MoveInput extends GroupChangeInput {
  readonly id: MilestoneId;
  /** On the group's calendar. */
  readonly to: Temporal.PlainDate;
  /** Whether it may come before or after others, other than now. Whoever moves it is asked first. */
  readonly mayReorder: boolean;
}

export type MoveOutcome =
  | {
      readonly kind: 'moved';
      readonly changeId: string;
      readonly from: Temporal.Instant;
      readonly to: Temporal.Instant;
    }
  /** It is on that day already. */
  | { readonly kind: 'unchanged'; readonly to: Temporal.Instant }
  /** Its post is out, or perhaps is. */
  | { readonly kind: 'posted-already' }
  /** The group's hour of that day is over. */
  | { readonly kind: 'past' }
  | { readonly kind: 'passes-others'; readonly others: readonly Milestone[] }
  | GroupGone;

/** Gives a milestone another day, also one that was skipped, missed, held up or lay before Cairn: then it will be announced. */
export async function moveMilestone(deps: Deps, input: MoveInput): Promise<MoveOutcome> {
  const { id, to, now } = input;
  return changeGroup<MoveOutcome>(deps, input, async ({ trx, group, changeId }) => {
    const { zone, postTime } = group.schedule;
    const dueAt = instantAt(to, postTime, zone);
    const row = await findChangeableMilestone(trx, group.id, id);
    if (!row || row.fate === 'posted') return { outcome: { kind: 'posted-already' } };
    if (row.fate === 'planned' && row.dueAt.equals(dueAt)) return { outcome: { kind: 'unchanged', to: dueAt } };
    if (Temporal.Instant.compare(dueAt, now) <= 0) return { outcome: { kind: 'past' } };
    const others = passedOver(await listMilestones(trx, group.id), id, dueAt);
    if (others.length > 0 && !input.mayReorder) return { outcome: { kind: 'passes-others', others } };
    await changeMilestone(trx, { ...row, fate: 'planned', dueAt, moved: { to, at: now } });
    const from = localDate(row.dueAt, zone).toString();
    const before = row.moved && { to: row.moved.to.toString(), at: row.moved.at.toString() };
    return {
      outcome: { kind: 'moved', changeId, from: row.dueAt, to: dueAt },
      change: { kind: 'moved', code: milestoneCode(id), from, to: to.toString(), before, fate: row.fate },
    };
  });
}
