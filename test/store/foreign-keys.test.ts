import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';

test('whatever refers to another row has an index, so that deleting that row reads no whole table', async () => {
  const db = await freshDatabase();
  const { rows } = await sql<{ table: string; column: string; isIndexed: number }>`
    SELECT t.name AS "table", f."from" AS "column", EXISTS (
      SELECT 1 FROM pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c WHERE c.seqno = 0 AND c.name = f."from"
    ) AS isIndexed
    FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f WHERE t.type = 'table'`.execute(db);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ isIndexed }) => isIndexed === 0)).toEqual([]);
});
