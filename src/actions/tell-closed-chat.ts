import type { MissedNews } from '../domain/check-in-setting.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findPrivateChat, noteToldOfClosedChat } from '../store/check-in-setting-store.ts';
import type { Deps } from './deps.ts';
import { findPlacedCheckIn } from './find-check-in.ts';

/**
 * What a person is to be told now because they could not be written to. Once for each time that it happened, also of
 * several presses at once. Asked at every press, so it writes only when there is something to tell.
 */
export async function tellClosedChat(
  { db }: Pick<Deps, 'db'>,
  { userId, now }: { readonly userId: string; readonly now: Temporal.Instant },
): Promise<MissedNews | undefined> {
  if ((await findPrivateChat(db, userId)).missed.length === 0) return undefined;
  return db.transaction().execute(async (trx) => {
    const { missed } = await findPrivateChat(trx, userId);
    await noteToldOfClosedChat(trx, userId, now);
    const hidden: StoredPeriod[] = [];
    for (const one of missed) {
      const placed = one.kind === 'hidden-note' ? await findPlacedCheckIn(trx, one.checkInId) : undefined;
      if (placed?.checkIn.hiddenAt && !placed.checkIn.takenBackAt) hidden.push(placed.period);
    }
    const kinds = missed.flatMap(({ kind }) => (kind === 'hidden-note' ? [] : kind));
    const endsReminders = missed.some((one) => one.endsReminders);
    return kinds.length > 0 || hidden.length > 0 || endsReminders ? { kinds, endsReminders, hidden } : undefined;
  });
}
