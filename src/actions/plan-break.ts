import type { Span } from '../domain/plan-days.ts';
import type { GroupBreak, StudyGroup } from '../domain/study-group.ts';
import { shortId } from '../domain/study-group.ts';
import { insertGroupBreak, listGroupBreaks } from '../store/group-break-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { ANNOUNCEMENT_DAYS } from './announce-milestone.ts';
import { changeGroup, type GroupChangeInput, type GroupGone } from './change-group.ts';
import type { Deps } from './deps.ts';

export interface PlanBreakInput extends GroupChangeInput {
  readonly span: Span;
}

export type PlanBreakOutcome =
  | { readonly kind: 'planned'; readonly changeId: string }
  /** The very same days are a break already. */
  | { readonly kind: 'already' }
  | GroupGone;

/** The group rests in these days, also in some that are over. Later dates move, and one notice tells the channel. */
export async function planBreak(deps: Deps, input: PlanBreakInput): Promise<PlanBreakOutcome> {
  const { span, now } = input;
  return changeGroup<PlanBreakOutcome>(deps, input, async ({ trx, group, changeId }) => {
    if (hasBreak(await listGroupBreaks(trx, group.id), span)) return { outcome: { kind: 'already' } };
    const rest: GroupBreak = { ...breakOf(group, span, now), id: deps.newId() };
    await insertGroupBreak(trx, rest);
    const key = breakMark(group.id, rest.id);
    const nobody = { memberId: undefined, userId: undefined };
    const due = { dueAt: now, notAfter: now.add({ hours: ANNOUNCEMENT_DAYS * 24 }) };
    const order = { kind: 'break-notice', breakId: rest.id } as const;
    await insertOutboxEntry(
      trx,
      { key, marks: [key], order, serverId: group.serverId, groupId: group.id, ...nobody, ...due },
      now,
    );
    const [firstDay, lastDay] = [span.firstDay.toString(), span.lastDay.toString()];
    return {
      outcome: { kind: 'planned', changeId },
      change: { kind: 'break-planned', breakId: rest.id, firstDay, lastDay },
    };
  });
}

/** A break as it would be, for a preview. */
export function breakOf(group: StudyGroup, span: Span, now: GroupBreak['recordedAt']): GroupBreak {
  return { id: '', groupId: group.id, kind: 'break', ...span, shifts: true, recordedAt: now };
}

export function hasBreak(breaks: readonly GroupBreak[], { firstDay, lastDay }: Span): boolean {
  return breaks.some((one) => one.kind === 'break' && one.firstDay.equals(firstDay) && one.lastDay?.equals(lastDay));
}

/** What the notice about a break is known by. */
export function breakMark(groupId: string, breakId: string): string {
  return `${groupId}.b.${shortId(() => breakId)}`;
}
