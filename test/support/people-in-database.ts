import { sql } from 'kysely';
import type { Member } from '../../src/domain/member.ts';
import type { Db } from '../../src/store/database.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { insertPublicMessage } from '../../src/store/public-message-store.ts';
import { instant } from './builders.ts';

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
