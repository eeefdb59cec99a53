import { type Selectable, sql } from 'kysely';
import type { Member, Pace } from '../domain/member.ts';
import { fromStoredInstant, toStoredInstant } from '../lib/stored-instant.ts';
import type { Db, MemberTable, PaceChangeTable } from './database.ts';

/** The member of this person in this server, also one who has left. Asked at every press, so written out as SQL. */
export async function findMember(db: Db, serverId: string, userId: string): Promise<Member | undefined> {
  const { rows } = await sql<MemberRow>`
    SELECT member.*, pace_change.valid_from, pace_change.hours, pace_change.zone
    FROM member JOIN pace_change ON pace_change.member_id = member.id
    WHERE member.server_id = ${serverId} AND member.user_id = ${userId}
    ORDER BY pace_change.valid_from DESC
    LIMIT 1`.execute(db);
  const [row] = rows;
  return row && toMember(row);
}

export async function findMemberById(db: Db, memberId: string): Promise<Member | undefined> {
  const row = await membersWithPace(db).where('member.id', '=', memberId).executeTakeFirst();
  return row && toMember(row);
}

/** Every membership of this person, in every server, without those they have left. */
export async function listMemberships(db: Db, userId: string): Promise<Member[]> {
  const rows = await membersWithPace(db)
    .where('member.user_id', '=', userId)
    .where('member.left_at', 'is', null)
    .orderBy('member.joined_at')
    .execute();
  return rows.map(toMember);
}

/** Somebody who joins for the first time, with their first pace. */
export async function insertMember(db: Db, member: Member): Promise<void> {
  await db
    .insertInto('member')
    .values({
      id: member.id,
      server_id: member.serverId,
      user_id: member.userId,
      joined_at: toStoredInstant(member.joinedAt),
      left_at: null,
      seen_at: toStoredInstant(member.seenAt),
      track_id: member.trackId ?? null,
      language: member.language ?? null,
      progress_visibility: member.progressVisibility,
      reminders: member.reminders,
    })
    .execute();
  await insertPace(db, member.id, member.pace);
}

export type MemberChange = Partial<
  Pick<Member, 'trackId' | 'language' | 'progressVisibility' | 'reminders' | 'leftAt' | 'seenAt'>
>;

/** Sets what is named in `change`, and only that. */
export async function updateMember(db: Db, memberId: string, change: MemberChange): Promise<void> {
  const values = {
    ...('trackId' in change ? { track_id: change.trackId ?? null } : {}),
    ...('language' in change ? { language: change.language ?? null } : {}),
    ...('leftAt' in change ? { left_at: change.leftAt ? toStoredInstant(change.leftAt) : null } : {}),
    ...(change.seenAt ? { seen_at: toStoredInstant(change.seenAt) } : {}),
    ...(change.progressVisibility ? { progress_visibility: change.progressVisibility } : {}),
    ...(change.reminders ? { reminders: change.reminders } : {}),
  };
  if (Object.keys(values).length === 0) return;
  await db.updateTable('member').set(values).where('id', '=', memberId).execute();
}

/** This person takes no private messages: in no server are they reminded any more. */
export async function switchRemindersOff(trx: Db, userId: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('member')
    .set({ reminders: 'off' })
    .where('user_id', '=', userId)
    .where('reminders', '<>', 'off')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A new pace from its `validFrom` on. Earlier ones stay as they were; one at the very same instant is replaced. */
export async function insertPace(db: Db, memberId: string, pace: Pace): Promise<void> {
  const values = { hours: pace.hours, zone: pace.zone };
  await db
    .insertInto('pace_change')
    .values({ member_id: memberId, valid_from: toStoredInstant(pace.validFrom), ...values })
    .onConflict((conflict) => conflict.columns(['member_id', 'valid_from']).doUpdateSet(values))
    .execute();
}

/** Every pace a member ever had, oldest first. */
export async function listPaces(db: Db, memberId: string): Promise<Pace[]> {
  const rows = await db
    .selectFrom('pace_change')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('valid_from')
    .execute();
  return rows.map(toPace);
}

/** Server in which commands of the private chat act, where there are several. */
export async function findPrivateChatChoice(db: Db, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('private_chat_choice')
    .select('server_id')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.server_id;
}

export async function savePrivateChatChoice(db: Db, userId: string, serverId: string): Promise<void> {
  await db
    .insertInto('private_chat_choice')
    .values({ user_id: userId, server_id: serverId })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ server_id: serverId }))
    .execute();
}

type MemberRow = Selectable<MemberTable> & Pick<Selectable<PaceChangeTable>, 'valid_from' | 'hours' | 'zone'>;

/** Members with the pace that is in force: the newest, for a change takes effect when it is made. */
function membersWithPace(db: Db) {
  return db
    .selectFrom('member')
    .innerJoin('pace_change', (join) =>
      join.onRef('pace_change.member_id', '=', 'member.id').on('pace_change.valid_from', '=', (query) =>
        query
          .selectFrom('pace_change as newest')
          .select((expression) => expression.fn.max('newest.valid_from').as('newest'))
          .whereRef('newest.member_id', '=', 'member.id'),
      ),
    )
    .selectAll('member')
    .select(['pace_change.valid_from', 'pace_change.hours', 'pace_change.zone']);
}

function toMember(row: MemberRow): Member {
  return {
    id: row.id,
    serverId: row.server_id,
    userId: row.user_id,
    joinedAt: fromStoredInstant(row.joined_at),
    leftAt: row.left_at === null ? undefined : fromStoredInstant(row.left_at),
    seenAt: fromStoredInstant(row.seen_at),
    trackId: row.track_id ?? undefined,
    language: row.language ?? undefined,
    progressVisibility: row.progress_visibility,
    reminders: row.reminders,
    pace: toPace(row),
  };
}

function toPace(row: Pick<Selectable<PaceChangeTable>, 'valid_from' | 'hours' | 'zone'>): Pace {
  return { validFrom: fromStoredInstant(row.valid_from), hours: row.hours, zone: row.zone };
}
