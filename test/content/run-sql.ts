import type { PGlite } from '@electric-sql/pglite';

interface Statement {
  readonly sql: string;
  /** From `-- rows: 3` behind the statement. */
  rows?: number;
  /** From `-- fails: text` behind the statement: a part of the error message. */
  fails?: string;
}

const TOKEN = /'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|[\s\S]/g;

/** Runs statements one after the other as psql would. Returns what is not as their comments say. */
export async function runSql(database: PGlite, source: string): Promise<readonly string[]> {
  const { statements, problems } = splitSql(source);
  for (const statement of statements) {
    const problem = await runStatement(database, statement);
    if (problem) problems.push(`${statement.sql}\n→ ${problem}`);
  }
  return problems;
}

async function runStatement(database: PGlite, { sql, rows, fails }: Statement): Promise<string | undefined> {
  try {
    const result = (await database.exec(sql)).at(-1);
    if (fails !== undefined) return `should fail with "${fails}", but runs`;
    const count = result && result.fields.length > 0 ? result.rows.length : result?.affectedRows;
    return rows === undefined || rows === count ? undefined : `should give ${rows} rows, gives ${count}`;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (fails === undefined) return `fails: ${message}`;
    return message.includes(fails) ? undefined : `should fail with "${fails}", fails with "${message}"`;
  }
}

export function splitSql(source: string): { readonly statements: readonly Statement[]; readonly problems: string[] } {
  const statements: Statement[] = [];
  const problems: string[] = [];
  let sql = '';
  for (const [token] of source.matchAll(TOKEN)) {
    if (token.startsWith('--')) {
      problems.push(...readPromise(token, sql.trim() === '' ? statements.at(-1) : undefined));
    } else if (token === ';') {
      statements.push({ sql: `${sql.trim()};` });
      sql = '';
    } else sql += token;
  }
  if (sql.trim() !== '') problems.push(`${sql.trim()}\n→ does not end with ;`);
  return { statements, problems };
}

/** Puts what a comment promises to its statement. Other comments are for the reader. */
function readPromise(comment: string, statement: Statement | undefined): readonly string[] {
  if (!/^--\s*(rows?|fails?|prints?)\b/i.test(comment)) return [];
  const [, rows] = /^-- rows: (\d+)$/.exec(comment) ?? [];
  const [, fails] = /^-- fails: (\S.*)$/.exec(comment) ?? [];
  if (rows === undefined && fails === undefined) return [`${comment}\n→ is neither "-- rows: 3" nor "-- fails: text"`];
  if (!statement) return [`${comment}\n→ does not stand behind a whole statement`];
  if (rows !== undefined) statement.rows = Number(rows);
  if (fails !== undefined) statement.fails = fails;
  return [];
}
