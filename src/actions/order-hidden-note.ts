import type { PlacedCheckIn } from '../domain/check-in-outcome.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findMemberById } from '../store/member-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';

/** How long the author's note is tried, in days. */
const NOTE_DAYS = 7;

/** Tells an author privately that their check-in was hidden, once for each time. */
export async function orderHiddenNote(
  trx: Db,
  { checkIn, group }: PlacedCheckIn,
  revisionId: string,
  now: Temporal.Instant,
): Promise<void> {
  const author = await findMemberById(trx, checkIn.memberId);
  if (!author || author.leftAt !== undefined) return;
  const key = `${checkIn.periodId}.d.${revisionId}`;
  const entry = {
    key,
    marks: [key],
    order: { kind: 'hidden-note', checkInId: checkIn.id },
    serverId: group?.serverId,
    groupId: group?.id,
    memberId: author.id,
    userId: author.userId,
    dueAt: now,
    notAfter: now.add({ hours: NOTE_DAYS * 24 }),
  } as const;
  await insertOutboxEntry(trx, entry, now);
}
