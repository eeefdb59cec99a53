import { DiscordAPIError } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog, createRedactor } from '../../src/discord/log.ts';

// Put together here, so that no scanner takes them for real ones.
const secret = 'a-secret-of-the-playground';
const botToken = [`M${'T'.repeat(23)}`, 'GabcDE', 'x'.repeat(38)].join('.');
const interactionToken = `aW50ZXJhY3Rpb246${'Q'.repeat(60)}`;

/** The lines that a log writes while `write` runs. */
function linesOf(write: (log: ReturnType<typeof createLog>) => void, level = 'info'): string {
  const lines: string[] = [];
  write(createLog(level, [secret], { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

const apiError = (url: string) =>
  new DiscordAPIError({ code: 10062, message: 'Unknown interaction' }, 10062, 404, 'POST', url, {
    body: { content: 'hi', token: interactionToken },
  });

describe('no token reaches the log', () => {
  test.each([
    { where: 'in the sentence', write: (log) => log.info(`Login with ${botToken} and ${secret}`) },
    { where: 'in a field', write: (log) => log.info({ token: interactionToken, botToken, secret }, 'x') },
    {
      where: 'deep in a field',
      write: (log) => log.info({ a: { b: [{ c: { token: interactionToken } }, { d: botToken }] } }),
    },
    { where: 'as the name of a field', write: (log) => log.info({ [botToken]: 1, [secret]: 2 }) },
    { where: 'in a header', write: (log) => log.info({ headers: { authorization: `Bot ${interactionToken}` } }) },
    {
      where: 'in the address of an interaction',
      write: (log) =>
        log.info(`POST https://discord.com/api/v10/interactions/1234/${interactionToken}/callback failed`),
    },
    {
      where: 'in the address of a webhook, before a question mark',
      write: (log) => log.info({ url: `/webhooks/1234/${interactionToken}?wait=true` }),
    },
    {
      where: 'in the address of the first answer',
      write: (log) => log.info({ url: `/webhooks/1234/${interactionToken}/messages/@original` }),
    },
    { where: 'in an error', write: (log) => log.error(new Error(`Refused ${botToken}`)) },
    {
      where: 'in an error of Discord',
      write: (log) => log.error({ err: apiError(`https://discord.com/api/webhooks/1/${interactionToken}`) }),
    },
    {
      where: 'in the cause of a cause of an error',
      write: (log) => {
        const cause = new Error(`third ${secret}`, { cause: apiError(`/interactions/1/${interactionToken}/callback`) });
        log.error(
          { err: new Error('first', { cause: new Error(`second ${botToken}`, { cause }) }) },
          'An answer failed.',
        );
      },
    },
    {
      where: 'in an error among several',
      write: (log) =>
        log.error({ err: new AggregateError([new Error(botToken), apiError(`/webhooks/1/${interactionToken}`)]) }),
    },
    {
      where: 'in what every line of a child carries',
      write: (log) => log.child({ session: { token: interactionToken } }).info(secret),
    },
    {
      where: 'in JSON text with escapes',
      write: (log) => log.info({ body: JSON.stringify({ bot: `"${botToken}"`, secret }) }),
    },
    {
      where: 'in the address in JSON text',
      write: (log) => log.info({ body: JSON.stringify({ url: `/webhooks/1234/${interactionToken}` }) }),
    },
    {
      where: 'twice in a line',
      write: (log) => log.info({ one: botToken, two: botToken }, `${secret} ${secret} ${botToken}`),
    },
  ] satisfies { where: string; write: (log: ReturnType<typeof createLog>) => void }[])('$where', ({ write }) => {
    const text = linesOf(write);
    expect(text).toContain('[hidden]');
    for (const token of [secret, botToken, interactionToken]) expect(text).not.toContain(token);
    for (const line of text.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  });

  test('wherever the secret stands in a text', () => {
    const redact = createRedactor([secret]);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant(secret), fc.constant(botToken))), (parts) => {
        expect(redact(parts.join(' '))).not.toContain(secret);
        expect(redact(parts.join(' '))).not.toContain(botToken);
      }),
    );
  });
});

test('the rest of a line stays readable', () => {
  const text = linesOf((log) =>
    log.error(
      { err: apiError(`/webhooks/1234/${interactionToken}/messages/@original`), reference: 'abc' },
      'An answer failed.',
    ),
  );
  const line = JSON.parse(text);
  expect(line).toMatchObject({ reference: 'abc', msg: 'An answer failed.' });
  expect(line.err).toMatchObject({ message: 'Unknown interaction', url: '/webhooks/1234/[hidden]/messages/@original' });
  expect(line.err.stack).toContain('log.test.ts');
});

test.each([
  'The webhook 1234 answered.',
  'Bot connected to Study Server',
  'commands/step.ts holds the command "/done"',
  '2026-03-02T18:00:00.000Z',
  '"tokens":"3"',
])('what is no token stays as it is: %s', (text) => {
  expect(createRedactor([secret])(text)).toBe(text);
});

test('an empty secret hides nothing', () => {
  expect(createRedactor([''])('Cairn is connected')).toBe('Cairn is connected');
});

test('the level decides what is written', () => {
  expect(linesOf((log) => log.info('quiet'), 'warn')).toBe('');
  expect(linesOf((log) => log.warn('loud'), 'warn')).toContain('loud');
});

test('an interaction token in JSON text inside a field is hidden', () => {
  const line = JSON.stringify({ body: JSON.stringify({ token: 'aW50ZXJhY3Rpb246QQQQQQQQQQQQ' }) });
  expect(createRedactor([])(line)).not.toContain('aW50ZXJhY3Rpb246');
});

test('a token field with a quote in it leaves the line readable JSON', () => {
  expect(() => JSON.parse(createRedactor([])(JSON.stringify({ token: 'abc"def' })))).not.toThrow();
});

test('a secret that contains another secret is hidden whole', () => {
  expect(createRedactor(['abc', 'abcdef'])('abcdef')).not.toContain('def');
});
