import type { Temporal } from '../lib/temporal.ts';
import type { HelpRequest } from './help.ts';
import type { Member } from './member.ts';
import type { OutboxEntry } from './outbox.ts';

/** How long somebody is looked for who can help, in days. */
const LOOKING_DAYS = 3;

/** Asks one member privately whether they can help. */
export function helpWishEntry(
  { id }: HelpRequest,
  helper: Pick<Member, 'id' | 'serverId' | 'userId'>,
  now: Temporal.Instant,
): OutboxEntry {
  return {
    key: `${id}.w.${helper.id}`,
    marks: [id], // It stands on the button that answers.
    order: { kind: 'help-wish', requestId: id },
    serverId: helper.serverId,
    groupId: undefined,
    memberId: helper.id,
    userId: helper.userId,
    dueAt: now,
    notAfter: now.add({ hours: LOOKING_DAYS * 24 }),
  };
}

/** Asks the group in the thread of a period. */
export function helpCallEntry(
  { id }: HelpRequest,
  periodId: string,
  group: { readonly id: string; readonly serverId: string; readonly author: Pick<Member, 'id'> },
  now: Temporal.Instant,
): OutboxEntry {
  return {
    key: `${group.id}.q.${id}`,
    marks: [id],
    order: { kind: 'help-call', requestId: id, periodId },
    serverId: group.serverId,
    groupId: group.id,
    memberId: group.author.id,
    userId: undefined,
    dueAt: now,
    notAfter: now.add({ hours: LOOKING_DAYS * 24 }),
  };
}
