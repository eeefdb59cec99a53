import { expect, test } from 'vitest';
import { codeOf } from './blocks.ts';
import { readContentFiles } from './content-files.ts';
import { gluesSql, secretsIn } from './safe-examples.ts';

const allCode = readContentFiles().flatMap(({ file, texts }) =>
  texts.flatMap(({ place, text }) => codeOf(text).map((code) => ({ where: `${file} ${place}`, code }))),
);

test('no example writes down a secret or stores a plain password', () => {
  expect(allCode.length).toBeGreaterThan(500);
  const found = allCode.flatMap(({ where, code }) => secretsIn(code).map((secret) => `${where}: ${secret}`));
  expect(found).toEqual([]);
});

test('no example puts SQL together from text and values', () => {
  expect(allCode.filter(({ code }) => gluesSql(code)).map(({ where, code }) => `${where}: ${code}`)).toEqual([]);
});

test.each([
  'export DB_PASSWORD=hunter2',
  'POSTGRES_PASSWORD: sunshine7',
  '{"email": "ana@example.org", "password": "sunshine7"}',
  'const apiKey = "9f2c71"',
  'postgresql://ana:sunshine7@localhost/study',
  'git push https://ghp_0123456789abcdef0123',
  'CREATE TABLE member (password text NOT NULL);',
])('%s counts as a secret', (code) => {
  expect(secretsIn(code)).not.toEqual([]);
});

test.each([
  'POSTGRES_PASSWORD: ${' + 'DB_PASSWORD:?}',
  'postgresql://ana:PASSWORD@localhost/study',
  "WHERE token_hash = sha256('abc')",
  'accessToken:\n  type: http',
  'API_KEY=only-for-practice',
])('%s counts as a placeholder', (code) => {
  expect(secretsIn(code)).toEqual([]);
});

test.each([
  '"SELECT * FROM item WHERE name = \'" + name + "\'"',
  'f"SELECT * FROM item WHERE id = {id}"',
  '`SELECT * FROM item WHERE id = $' + '{id}`',
  '"DELETE FROM item WHERE id = %s" % id',
  'fmt.Sprintf("UPDATE item SET name = %s", name)',
  "EXECUTE 'DELETE FROM item WHERE id = ' || wanted;",
])('%s counts as glued SQL', (code) => {
  expect(gluesSql(code)).toBe(true);
});

test('a statement with placeholders does not count as glued SQL', () => {
  expect(gluesSql('db.query("SELECT * FROM item WHERE id = $1", [id])')).toBe(false);
});
