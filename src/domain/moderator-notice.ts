import type { Temporal } from '../lib/temporal.ts';
import type { DeliveryProblem, ModeratorNotice, OutboxEntry, OutboxRecord } from './outbox.ts';
import { isPeriodOrder, type PeriodOrder } from './period-order.ts';

/** How long a notice that cannot be delivered is tried, in days. */
const NOTICE_DAYS = 30;

/** A notice for the moderators of a group. The same cause twice is told once: it is part of the key. */
export function noticeEntry(
  group: { readonly groupId: string; readonly serverId: string | undefined },
  cause: string,
  notice: ModeratorNotice,
  now: Temporal.Instant,
): OutboxEntry {
  const key = `${group.groupId}.n.${cause}`;
  return {
    key,
    marks: [key],
    order: { kind: 'notice', notice },
    serverId: group.serverId,
    groupId: group.groupId,
    memberId: undefined,
    userId: undefined,
    dueAt: now,
    notAfter: now.add({ hours: NOTICE_DAYS * 24 }),
  };
}

/** What the moderators are told of an entry that ended like this. Undefined for what they need not hear of. */
export function noticeAbout(
  record: OutboxRecord,
  end: 'uncertain' | 'failed' | 'missed',
): { readonly cause: string; readonly notice: ModeratorNotice } | undefined {
  const { key, groupId, order } = record;
  if (!isPost(order.kind) || groupId === undefined || (isPeriodOrder(order) && isNoNews(order.kind, end)))
    return undefined;
  const cause = causeOf(record, end);
  if (end === 'missed' && order.kind === 'milestones') {
    const { state, problem } = record;
    const kept = state === 'blocked' && problem !== undefined ? { problem: problem as DeliveryProblem } : {};
    return { cause, notice: { kind: 'missed', codes: order.codes, ...kept } };
  }
  return { cause, notice: { kind: end === 'missed' ? 'failed' : end, key } };
}

/** What moderators are told once: of the same post again only after one of them decided that it is to be sent. */
export function causeOf({ key, decisions }: Pick<OutboxRecord, 'key' | 'decisions'>, what: string): string {
  return `${what}.${withoutGroup(key)}${decisions === 0 ? '' : `.${decisions}`}`;
}

/** Whether the order makes a message in the group's channel: its moderators wait for that one to appear. */
export function isPost(kind: OutboxRecord['order']['kind']): boolean {
  return postKinds.includes(kind);
}

export const postKinds: readonly OutboxRecord['order']['kind'][] = [
  'milestones',
  'break-notice',
  'welcome',
  'starter',
  'prompt',
  'card',
  'recap',
];

/** What is of no use any more is left out in silence, and a single check-in is no news: the check of the group lists it. */
function isNoNews(kind: PeriodOrder['kind'], end: 'uncertain' | 'failed' | 'missed'): boolean {
  return end === 'missed' || (end === 'failed' && kind === 'card');
}

/** "m.p3" of a key such as "0f3a….m.p3". */
export function withoutGroup(key: string): string {
  return key.slice(key.indexOf('.') + 1);
}
