import type { Selectable } from 'kysely';
import type { Pause } from '../domain/member.ts';
import { toStoredInstant } from '../lib/stored-instant.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db, PauseTable } from './database.ts';

export interface NewPause extends Pause {
  readonly memberId: string;
  readonly recordedAt: Temporal.Instant;
}

export async function insertPause(db: Db, pause: NewPause): Promise<void> {
  await db
    .insertInto('pause')
    .values({
      id: pause.id,
      member_id: pause.memberId,
      first_day: pause.firstDay.toString(),
      last_day: pause.lastDay.toString(),
      recorded_at: toStoredInstant(pause.recordedAt),
      cancelled_at: null,
    })
    .execute();
}

/** The pauses of a member that were not taken back, oldest first. */
export async function listPauses(db: Db, memberId: string): Promise<Pause[]> {
  const rows = await db
    .selectFrom('pause')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('cancelled_at', 'is', null)
    .orderBy('first_day')
    .orderBy('last_day')
    .execute();
  return rows.map(toPause);
}

/** Takes a pause of this member's back. True when this very call did it. */
export async function cancelPause(db: Db, memberId: string, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pause')
    .set({ cancelled_at: toStoredInstant(at) })
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function toPause({ id, first_day, last_day }: Selectable<PauseTable>): Pause {
  return { id, firstDay: Temporal.PlainDate.from(first_day), lastDay: Temporal.PlainDate.from(last_day) };
}
