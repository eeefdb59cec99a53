import { type AddressInfo, createServer } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import type { Block } from './blocks.ts';
import { readContentFiles } from './content-files.ts';
import { runShell } from './run-shell.ts';
import { runSql } from './run-sql.ts';
import { readMessage, sendHttp } from './send-http.ts';

const files = readContentFiles();
const allBlocks = files.flatMap(({ file, blocks }) => blocks.map((block) => ({ file, ...block })));

const filesWith = (info: string) =>
  files
    .map(({ file, blocks }) => ({ file, blocks: blocks.filter((block) => block.info === info) }))
    .filter(({ blocks }) => blocks.length > 0);

/** All blocks of a file as one text, from top to bottom. */
const inOneText = (blocks: readonly Block[]) => blocks.map((block) => block.code).join('\n');

/** Blocks that a parser refuses, each with what the parser says. */
function refused(info: string, parse: (code: string) => unknown): readonly string[] {
  return allBlocks
    .filter((block) => block.info === info)
    .flatMap(({ file, place, code }) => {
      try {
        parse(code);
        return [];
      } catch (error) {
        return [`${file} ${place}: ${error instanceof Error ? error.message : error}`];
      }
    });
}

test('only kinds of code that we can judge stand in the pages, and some of each', () => {
  const known = ['http', 'json', 'sh', 'sql', 'text', 'yaml'];
  const unknown = allBlocks.filter((block) => !known.includes(block.info));
  expect(unknown.map(({ file, place, info }) => `${file} ${place}: "${info}"`)).toEqual([]);
  expect([...new Set(allBlocks.map((block) => block.info))].sort()).toEqual(known);
});

describe('SQL', () => {
  let empty: Blob;
  beforeAll(async () => {
    const database = await PGlite.create();
    empty = await database.dumpDataDir('none');
    await database.close();
  }, 60_000);

  /** A PostgreSQL of its own, as empty as after its installation: roles and settings too. */
  async function inFreshDatabase<Result>(use: (database: PGlite) => Promise<Result>): Promise<Result> {
    const database = await PGlite.create({ loadDataDir: empty });
    try {
      return await use(database);
    } finally {
      await database.close();
    }
  }
  const run = (sql: string) => inFreshDatabase((database) => runSql(database, sql));

  test.each(filesWith('sql'))('the statements of $file do in PostgreSQL what the page says', async ({ blocks }) => {
    expect(await run(inOneText(blocks))).toEqual([]);
  });

  test('a statement that does not do what its comment says is noticed', async () => {
    const problems = await run(`
      CREATE TABLE item (id int PRIMARY KEY);
      INSERT INTO item VALUES (1), (2);
      -- rows: 3
      SELECT * FROM item;
      -- rows: 1
      UPDATE item SET id = 9 WHERE id = 2 RETURNING ';';
      -- rows: 1
      INSERT INTO item VALUES (7);
      -- fails: duplicate key
      INSERT INTO item VALUES (1);
      -- fails: must be owner
      SELECT nothing;
      SELECT 1 -- rows: 1
    `);
    expect(problems.map((problem) => problem.split('→ ')[1])).toEqual([
      'does not stand behind a whole statement',
      'does not end with ;',
      'should give 3 rows, gives 2',
      'should give 1 rows, gives 2',
      'should fail with "duplicate key", but runs',
      expect.stringMatching(/should fail with "must be owner", fails with "duplicate key/),
      'fails: column "nothing" does not exist',
    ]);
  });

  test('one file leaves nothing behind for the next', async () => {
    const leave = 'CREATE ROLE club; CREATE TABLE item (id int); ALTER SYSTEM SET work_mem = 65;';
    expect(await run(leave)).toEqual([]);
    expect(await run(leave)).toEqual([]);
  });

  test('the plans that the SQL step promises are the plans that PostgreSQL makes', async () => {
    const sql = filesWith('sql').find(({ file }) => file === 'backend/en/steps/sql.yaml');
    const statements = inOneText(sql?.blocks ?? []).split(/(?=\bEXPLAIN\b)/);
    const plans = await inFreshDatabase(async (database) => {
      const found: string[] = [];
      for (const part of statements) {
        // What stands behind a plan's own statement is what leads to the next plan.
        const [first = '', ...rest] = part.split(/(?<=;)/);
        if (part.startsWith('EXPLAIN')) found.push(JSON.stringify((await database.exec(first))[0]?.rows));
        await runSql(database, part.startsWith('EXPLAIN') ? rest.join('') : part);
      }
      return found;
    });
    expect(plans).toEqual([expect.stringContaining('Seq Scan'), expect.stringContaining('Index Scan')]);
  });
});

describe('shell', () => {
  test.each(filesWith('sh'))('the lines of $file run, and print what the page says', async ({ blocks }) => {
    expect(await runShell(inOneText(blocks))).toEqual([]);
  });

  test('a text that the line before does not print is noticed', async () => {
    const problems = await runShell(
      'echo one\necho two\n# prints: one\nfor n in 3 4; do\n  echo $n\ndone\n# prints: 3\n# prints: 5',
    );
    expect(problems).toEqual([
      expect.stringContaining('should print "one", prints'),
      expect.stringContaining('should print "5", prints'),
    ]);
  });

  test('a line that fails, an unset variable and half a command are noticed', async () => {
    expect(await runShell('true\nls nowhere\necho on')).toEqual([expect.stringContaining('nowhere')]);
    expect(await runShell('echo "$NOT_SET"\necho on')).toEqual([expect.stringContaining('NOT_SET')]);
    expect(await runShell('exit 0\necho on')).toEqual([expect.stringContaining('before its end')]);
    expect(await runShell('for n in 1 2; do\n  echo $n')).toEqual([expect.stringContaining('not a whole command')]);
    expect(await runShell('echo a\n# print: a')).toEqual([expect.stringContaining('is not "# prints: text"')]);
  });

  test('the folder is empty, home is beside it, and Git knows who commits', async () => {
    const lines = ['ls -A | wc -l', '# prints: 0', 'dirname "$PWD" | grep -x "$HOME"', 'git init -q .'];
    const commit = ['git commit -q --allow-empty -m "Begin"', 'git branch --show-current', '# prints: main'];
    expect(await runShell([...lines, ...commit].join('\n'))).toEqual([]);
  });

  test('no line reaches a server', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const tries = [
      `curl -s http://${host}`,
      `curl -s https://${host}`,
      `git ls-remote http://${host}/tea`,
      `git ls-remote git://${host}/tea`,
      `node --input-type=module -e 'await fetch("http://${host}")'`,
    ];
    const problems = await runShell(tries.map((line) => `${line} || echo refused\n# prints: refused`).join('\n'));
    await new Promise((resolve) => server.close(resolve));
    expect(problems).toEqual([]);
    expect(connections).toBe(0);
  });
});

describe('HTTP', () => {
  const messages = allBlocks.filter((block) => block.info === 'http');

  test.each(messages)('the message in $file $place is read as it is written', async ({ code }) => {
    expect(await sendHttp(code)).toEqual([]);
  });

  test.each(messages)('the body and the dates in $file $place are what its header says', ({ code }) => {
    const { start, head, body } = readMessage(code);
    const headers = new Map(head.map((line) => [line.split(': ')[0]?.toLowerCase(), line.replace(/^[^:]*: /, '')]));
    const dates = [...headers.values()].filter((value) => value.endsWith(' GMT'));
    expect(dates.map((date) => new Date(date).toUTCString())).toEqual(dates);
    const type = headers.get('content-type') ?? '';
    const value = type.endsWith('json') ? JSON.parse(body) : undefined;
    if (type.startsWith('application/problem')) expect(start).toContain(` ${value.status} `);
    expect(type === '').toBe(body === '');
  });

  test('a length that disagrees with the body is noticed, in requests and in responses', async () => {
    const answer = (length: number) => `HTTP/1.1 200 OK\nContent-Length: ${length}\n\n{"id": 2}`;
    const question = (length: number) => `POST /items HTTP/1.1\nHost: a\nContent-Length: ${length}\n\n{"id": 2}`;
    expect(await sendHttp(answer(9))).toEqual([]);
    expect(await sendHttp(question(9))).toEqual([]);
    for (const message of [answer(8), answer(10), question(8), question(10)]) {
      expect(await sendHttp(message), message).not.toEqual([]);
    }
  });

  test('what is no HTTP message is noticed', async () => {
    const wrong = [
      'GET /items', // no version
      'GET /items HTTP/1.1\nAccept: text/html', // no Host
      'GET /my items HTTP/1.1\nHost: a',
      'GET /items HTTP/1.1\nHost: a\nno header',
      'POST /items HTTP/1.1\nHost: a\n\n{"id": 2}', // a body without a length
      'HTTP/1.1 OK',
      'HTTP/1.1 200 OK\nBad Name: 1',
      'HTTP/1.1 204 No Content\n\n{"id": 2}', // a body where none may be
      'HTTP/1.1 404 Not Found\nContent-Length: many',
    ];
    for (const message of wrong) expect(await sendHttp(message), message).not.toEqual([]);
  });
});

test('every JSON block is JSON', () => {
  expect(refused('json', JSON.parse)).toEqual([]);
});

test('every YAML block is YAML, without a doubled key or a warning', () => {
  const read = (code: string) => {
    const { errors, warnings } = parseDocument(code, { strict: true, uniqueKeys: true });
    const [problem] = [...errors, ...warnings];
    if (problem) throw problem;
  };
  expect(refused('yaml', read)).toEqual([]);
  expect(() => read('a: 1\na: 2')).toThrow('unique');
});
