import { sql } from 'kysely';
import type { Member } from '../../src/domain/member.ts';
import { saveCheckInSetting, savePrivateChat } from '../../src/store/check-in-setting-store.ts';
import { saveCheckIn } from '../../src/store/check-in-store.ts';
import type { Db } from '../../src/store/database.ts';
import { insertGroupChange } from '../../src/store/group-change-store.ts';
import { insertHelpOffer, insertHelpRequest } from '../../src/store/help-store.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { insertMembership } from '../../src/store/membership-store.ts';
import { insertOutboxEntry } from '../../src/store/outbox-store.ts';
import { insertPeriod } from '../../src/store/period-store.ts';
import { insertPublicMessage } from '../../src/store/public-message-store.ts';
import { wantLook } from '../../src/store/reminder-look-store.ts';
import { saveStreakFold } from '../../src/store/streak-store.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import { instant } from './builders.ts';
import { aCheckIn, aStoredPeriod } from './check-ins.ts';
import { aGroup } from './groups.ts';

/** A member with at least one row in every table that holds something about a person, whatever migrations there are. */
export async function insertMemberEverywhere(db: Db, member: Member): Promise<void> {
  const { id, userId, serverId } = member;
  await insertMember(db, member);
  const at = '2026-03-02T12:00:00.000Z';
  const rows: Readonly<Record<string, readonly (string | number | null)[]>> = {
    pause: [`pause-${id}`, id, '2026-03-03', '2026-03-04', at, null],
    plan_change: [`plan-${id}`, id, 'later-end', '2026-03-03', 7, null, at, null],
    private_chat_choice: [userId, serverId],
    progress_event: [`event-${id}`, id, 'backend', at, '[{"itemId":"git","from":"open","to":"done"}]', null],
    progress_item: [id, 'backend', 'git', 'done', at, `event-${id}`],
    step_evidence: [id, 'backend', 'git', 'https://example.com/proof', 'Mine.', at],
    readiness_rating: [`rating-${id}`, id, 'backend', 'build-api', 'alone', 'I built one.', at],
    draft: [`draft-${id}`, userId, 'form:readiness:evidence', '{"given":"half a sentence"}', at, at],
  };
  for (const [table, values] of Object.entries(rows)) {
    await sql`INSERT OR IGNORE INTO ${sql.table(table)} VALUES (${sql.join(values)})`.execute(db);
  }
  const undo = [`undo-${id}`, id, 'backend', at, '[]', `event-${id}`];
  await sql`INSERT INTO progress_event VALUES (${sql.join(undo)})`.execute(db);
  await insertPublicMessage(db, {
    messageId: `message-${id}`,
    channelId: `channel-${serverId}`,
    serverId,
    userId,
    sharedAt: instant('2026-03-02T12:00Z'),
  });
  await insertGroupOf(db, member);
  await insertCheckInOf(db, member);
}

/** A week of their own in which the member checked in, a partner, and help asked for and offered. */
async function insertCheckInOf(db: Db, { id, userId }: Member): Promise<void> {
  const periodId = `${id}.c.1`;
  await insertPeriod(db, aStoredPeriod({ groupId: undefined, memberId: id }));
  const checkIn = aCheckIn({ id: `check-in-${id}`, memberId: id, periodId });
  const at = checkIn.firstAt;
  await saveCheckIn(db, checkIn, { id: `revision-${id}`, change: 'written', at });
  await saveStreakFold(db, id, { through: at, kept: 1, quarters: 1, grounds: '' });
  await saveCheckInSetting(db, id, { snooze: { periodId, until: at }, offeredAt: at });
  await wantLook(db, id, at);
  await savePrivateChat(db, userId, { channelId: `chat-${userId}`, closedAt: at, toldAt: at, missed: [] });
  const { group_id: groupId } = await db
    .selectFrom('membership')
    .select('group_id')
    .where('member_id', '=', id)
    .executeTakeFirstOrThrow();
  const request = { id: `help-${id}`, memberId: id, groupId, stepId: 'git', words: 'Stuck.', askedAt: at };
  await insertHelpRequest(db, { ...request, settledAt: undefined });
  await insertHelpOffer(db, { blockerId: 'help-of-another', memberId: id, offeredAt: at });
  const pair = [`pair-${id}`, id, 1, '2026-03-02T12:00:00.000Z', null, null];
  await sql`INSERT INTO partnership VALUES (${sql.join(pair)})`.execute(db);
}

/** A group that the member set up and is in, which gave them its role. Nothing but rows about them names them. */
async function insertGroupOf(db: Db, { id: memberId, userId, serverId }: Member): Promise<void> {
  const { count } = await db
    .selectFrom('study_group')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const groupId = `group-${count + 1}`;
  const at = instant('2026-03-02T12:00Z');
  await insertStudyGroup(db, aGroup({ id: groupId, serverId, actorId: userId, memberRoleId: `role-${count + 1}` }));
  await insertGroupChange(db, { id: `change-${count + 1}`, groupId, actorId: userId, at, change: { kind: 'set-up' } });
  await insertMembership(db, { id: `membership-${memberId}`, memberId, groupId, joinedAt: at, leftAt: undefined });
  const key = `${groupId}.r.${memberId}.1`;
  const order = { kind: 'role', roleId: `role-${count + 1}`, has: true } as const;
  const about = { serverId, groupId, memberId, userId, dueAt: at, notAfter: undefined };
  await insertOutboxEntry(db, { key, marks: [key], order, ...about }, at);
  await db.updateTable('outbox').set({ state: 'sent' }).where('key', '=', key).execute();
}

export type Row = Readonly<Record<string, unknown>>;

/** Every row of every table that the schema knows, without what Kysely keeps for itself. */
export async function everyRow(db: Db): Promise<{ readonly table: string; readonly row: Row }[]> {
  const tables = await sql<{ name: string }>`
    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'kysely%' AND name NOT LIKE 'sqlite%'`.execute(
    db,
  );
  const found: { table: string; row: Row }[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<Row>`SELECT * FROM ${sql.table(name)}`.execute(db);
    found.push(...rows.map((row) => ({ table: name, row })));
  }
  return found;
}
