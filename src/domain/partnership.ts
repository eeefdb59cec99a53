import type { Temporal } from '../lib/temporal.ts';
import type { PlacedCheckIn } from './check-in-outcome.ts';
import type { Member } from './member.ts';
import type { OutboxEntry } from './outbox.ts';
import type { StudyGroup } from './study-group.ts';

/** Two members who see each other's check-ins, as one of them has it. */
export interface Partnership {
  readonly pairId: string;
  readonly memberId: string;
  /** Undefined: their data was deleted. */
  readonly partnerId: string | undefined;
  /** Whether this one asked the other. */
  readonly hasAsked: boolean;
  readonly askedAt: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant | undefined;
  /** Ended, declined or withdrawn. */
  readonly endedAt: Temporal.Instant | undefined;
}

/** Whether the two are partners now. */
export function isPaired({ acceptedAt, endedAt, partnerId }: Partnership): boolean {
  return acceptedAt !== undefined && endedAt === undefined && partnerId !== undefined;
}

/** With whom, as Discord knows them. */
export interface PartnershipWith extends Partnership {
  readonly userId: string;
}

/** Whom a member learns with, and who has asked whom. */
export interface PartnerReading {
  /** Undefined: partners are found in a group, and they are in none. */
  readonly group: StudyGroup | undefined;
  readonly partner: { readonly pair: PartnershipWith; readonly checkIns: readonly PlacedCheckIn[] } | undefined;
  /** Whom they have asked. */
  readonly asked: PartnershipWith | undefined;
  /** Who has asked them. */
  readonly asking: readonly PartnershipWith[];
}

/** How long a request or an answer is tried to be delivered, in days. */
const NOTE_DAYS = 7;

/** Tells `to` privately that somebody asks them, or that they said yes. A decline is told to nobody. */
export function pairNoteEntry(
  pairId: string,
  note: 'asked' | 'accepted',
  to: Pick<Member, 'id' | 'serverId' | 'userId'>,
  now: Temporal.Instant,
): OutboxEntry {
  const key = `${pairId}.${note === 'asked' ? 'q' : 'a'}`;
  return {
    key,
    marks: [key],
    order: { kind: 'pair-note', pairId, note },
    serverId: to.serverId,
    groupId: undefined,
    memberId: to.id,
    userId: to.userId,
    dueAt: now,
    notAfter: now.add({ hours: NOTE_DAYS * 24 }),
  };
}

/** The pair that the mark of such a note names. */
export function pairIdOfMark(mark: string): string {
  return mark.split('.')[0] ?? '';
}
