import type { Temporal } from '../lib/temporal.ts';
import type { CheckIn } from './check-in.ts';
import type { OutboxEntry, OutboxOrder, OutboxRecord } from './outbox.ts';
import type { StoredPeriod } from './stored-period.ts';
import type { StudyGroup } from './study-group.ts';

/** Orders for what the channel and the thread of a period show. */
export type PeriodOrder = Extract<OutboxOrder, { readonly kind: (typeof kinds)[number] }>;

/** One of them that is to appear now, in a group that is not archived. */
export interface PeriodErrand<Kind extends PeriodOrder['kind'] = PeriodOrder['kind']> {
  readonly record: OutboxRecord;
  readonly order: Extract<PeriodOrder, { readonly kind: Kind }>;
  readonly group: StudyGroup;
}

const kinds = ['starter', 'prompt', 'card', 'recap', 'help', 'help-call'] as const;

/** How late something of a period is still of use, in days. A prompt is of none once its period is over. */
const LATEST_DAYS = 7;

type OrderedFor = Pick<StudyGroup, 'id' | 'serverId'>;

export function isPeriodOrder(order: OutboxOrder): order is PeriodOrder {
  return kinds.some((kind) => kind === order.kind);
}

export function starterKey(periodId: string): string {
  return `${periodId}.s`;
}

/** The message on which the thread of a period hangs, because somebody checked in or because it is the prompt. */
export function starterEntry(
  group: OrderedFor,
  period: StoredPeriod,
  because: { readonly isPrompt: boolean; readonly dueAt: Temporal.Instant },
): OutboxEntry {
  const { isPrompt, dueAt } = because;
  const notAfter = isPrompt ? period.closesAt : latest(period.graceEndsAt);
  const order = { kind: 'starter', periodId: period.id, isPrompt } as const;
  return { ...entryOf(group, starterKey(period.id), order), dueAt, notAfter };
}

/** Asks for check-ins where somebody was quicker than the prompt. */
export function promptEntry(group: OrderedFor, { id, promptAt, closesAt }: StoredPeriod): OutboxEntry {
  return { ...entryOf(group, `${id}.p`, { kind: 'prompt', periodId: id }), dueAt: promptAt, notAfter: closesAt };
}

export function recapEntry(group: OrderedFor, { id, recapAt }: StoredPeriod): OutboxEntry {
  const order = { kind: 'recap', periodId: id } as const;
  return { ...entryOf(group, `${id}.r`, order), dueAt: recapAt, notAfter: recapUntil({ recapAt }) };
}

/** Until when a recap is still of use. */
export function recapUntil({ recapAt }: Pick<StoredPeriod, 'recapAt'>): Temporal.Instant {
  return latest(recapAt);
}

/** Both are found by it when they have their data deleted: the message names them. */
export function helpEntry(
  group: OrderedFor,
  help: {
    readonly blockerId: string;
    /** Id of the member who can help. */
    readonly helperId: string;
    /** Id on Discord of whoever is stuck. */
    readonly askerUserId: string;
  },
  now: Temporal.Instant,
): OutboxEntry {
  const { blockerId, helperId, askerUserId } = help;
  const order = { kind: 'help', blockerId, helperId } as const;
  const about = { memberId: helperId, userId: askerUserId, dueAt: now, notAfter: latest(now) };
  return { ...entryOf(group, `${group.id}.h.${blockerId}.${helperId}`, order), ...about };
}

/**
 * It goes even if the group is archived or the author's data deleted, so it names neither. Where it cannot be taken
 * away for a week, the moderators are asked to do so.
 */
export function removalEntry(serverId: string, card: NonNullable<CheckIn['card']>, now: Temporal.Instant): OutboxEntry {
  const key = `removal.${card.messageId}`;
  const nobody = { groupId: undefined, memberId: undefined, userId: undefined };
  const order = { kind: 'removal', ...card } as const;
  return { key, marks: [key], order, serverId, dueAt: now, notAfter: latest(now), ...nobody };
}

function entryOf({ id, serverId }: OrderedFor, key: string, order: OutboxOrder) {
  return { key, marks: [key], order, serverId, groupId: id, memberId: undefined, userId: undefined };
}

function latest(moment: Temporal.Instant): Temporal.Instant {
  return moment.add({ hours: LATEST_DAYS * 24 });
}
