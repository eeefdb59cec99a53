import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../src/config.ts';

// Shaped like a token, and none.
const token = `${'a'.repeat(26)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;

function problemsIn(env: Record<string, string>): string {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

test('with nothing set the bot is tried out: no token, no file, everything else by default', () => {
  expect(parseConfig({})).toEqual({
    token: undefined,
    apiUrl: 'https://discord.com/api',
    serverId: undefined,
    databaseFile: undefined,
    backupFolder: undefined,
    retention: { memberMonths: 24, serverDays: 90, backups: 7 },
    contentDir: 'content',
    logLevel: 'info',
    isProduction: false,
  });
});

test('with a token the database has a place by default', () => {
  expect(parseConfig({ DISCORD_TOKEN: token })).toMatchObject({ token, databaseFile: 'data/cairn.sqlite' });
});

test('what the host sets is what holds', () => {
  const config = parseConfig({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: 'http://127.0.0.1:8080/api',
    DISCORD_GUILD_ID: '123456789012345678',
    DATABASE_FILE: '/data/study.sqlite',
    BACKUP_FOLDER: '/backups',
    BACKUPS_KEPT: '30',
    FORGET_MEMBERS_AFTER_MONTHS: '12',
    FORGET_SERVERS_AFTER_DAYS: '30',
    CONTENT_DIR: '/content',
    LOG_LEVEL: 'debug',
    NODE_ENV: 'production',
    HOME: '/root',
  });
  expect(config).toEqual({
    token,
    apiUrl: 'http://127.0.0.1:8080/api',
    serverId: '123456789012345678',
    databaseFile: '/data/study.sqlite',
    backupFolder: '/backups',
    retention: { memberMonths: 12, serverDays: 30, backups: 30 },
    contentDir: '/content',
    logLevel: 'debug',
    isProduction: true,
  });
});

test('every problem is reported at once with its cure', () => {
  const problems = problemsIn({
    DISCORD_TOKEN: 'Bot abc',
    DISCORD_API_URL: 'discord.com',
    DISCORD_GUILD_ID: 'My server',
    LOG_LEVEL: 'loud',
  });
  expect(problems).toMatchInlineSnapshot(`
    "The settings cannot be used:
    - DISCORD_TOKEN does not look like a bot token. Copy it again from https://discord.com/developers/applications (your application, Bot, Reset Token), without "Bot ", quotes or spaces.
    - DISCORD_API_URL must be a web address. Leave it out to use Discord (https://discord.com/api).
    - DISCORD_GUILD_ID must be the id of a server, 17 to 20 digits. Leave it out to register everywhere.
    - LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.
    The file .env.example explains every setting."
  `);
});

test.each([
  { name: 'in front', wrong: `Bot ${token}` },
  { name: 'quotes', wrong: `"${token}"` },
  { name: 'spaces', wrong: ` ${token}` },
  { name: 'two parts only', wrong: token.slice(0, 33) },
])('a token that was copied wrongly ($name) is refused and not repeated', ({ wrong }) => {
  const problems = problemsIn({ DISCORD_TOKEN: wrong });
  expect(problems).toContain('- DISCORD_TOKEN does not look like a bot token. Copy it again from');
  expect(problems).not.toContain(token.slice(0, 20));
});

test('in production a token must be given', () => {
  expect(problemsIn({ NODE_ENV: 'production' })).toContain(
    '- DISCORD_TOKEN is missing. Get one at https://discord.com/',
  );
  expect(problemsIn({ NODE_ENV: 'production', DISCORD_TOKEN: '' })).toContain('- DISCORD_TOKEN is missing.');
  expect(problemsIn({ NODE_ENV: 'production', DISCORD_TOKEN: token })).toBe('');
  expect(problemsIn({ NODE_ENV: 'development' })).toBe('');
});

test('an empty value counts as left out', () => {
  const names = [
    'DISCORD_TOKEN',
    'DISCORD_API_URL',
    'DISCORD_GUILD_ID',
    'DATABASE_FILE',
    'CONTENT_DIR',
    'LOG_LEVEL',
    'NODE_ENV',
  ];
  const blank = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('', ' ', '\t', undefined));
  fc.assert(
    fc.property(blank, (env) => {
      expect(parseConfig(env)).toEqual(parseConfig({}));
    }),
  );
});

test.each(['https://discord.com/api/', 'https://discord.com/api//', 'https://discord.com/api'])(
  '%s leads to the same address without a slash at its end',
  (url) => {
    expect(parseConfig({ DISCORD_API_URL: url }).apiUrl).toBe('https://discord.com/api');
  },
);

test.each(['ftp://discord.com/api', 'javascript:alert(1)', '/api'])('%s is no address of Discord', (url) => {
  expect(problemsIn({ DISCORD_API_URL: url })).toContain('- DISCORD_API_URL must be a web address.');
});

test.each(['1234567890123456', '123456789012345678901', '12345678901234567a', '<#123456789012345678>'])(
  '%s is no id of a server',
  (id) => {
    expect(problemsIn({ DISCORD_GUILD_ID: id })).toContain('- DISCORD_GUILD_ID must be the id of a server');
  },
);

test.each(['0', '-1', '1.5', 'seven', '2000'])('%s backups are refused with what is meant', (kept) => {
  expect(problemsIn({ BACKUPS_KEPT: kept })).toContain('BACKUPS_KEPT must be a whole number from 1 to 1000');
});

test('a token that is missing in production is reported together with a wrong log level', () => {
  // zod skips superRefine after an enum failed.
  expect(() => parseConfig({ NODE_ENV: 'production', LOG_LEVEL: 'loud' })).toThrow('DISCORD_TOKEN is missing');
});
