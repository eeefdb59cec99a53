import { z } from 'zod';

const DISCORD_API = 'https://discord.com/api';

/** What the host decided, checked. Read once at the start; nothing else looks at the environment. */
export interface Config {
  /** Undefined: try the bot on a Discord of its own on this machine. Never undefined in production. */
  readonly token: string | undefined;
  readonly apiUrl: string;
  /** Register the commands in this one server only. */
  readonly serverId: string | undefined;
  /** Undefined: a temporary folder, for trying out. Never undefined with a token. */
  readonly databaseFile: string | undefined;
  /** Undefined: beside the database. */
  readonly backupFolder: string | undefined;
  /** How long what nobody uses is kept; see `Retention` in the domain. */
  readonly retention: { readonly memberMonths: number; readonly serverDays: number; readonly backups: number };
  /** Where the page to try the bot in is served; undefined: the usual port, or any. */
  readonly pagePort: number | undefined;
  readonly contentDir: string;
  readonly logLevel: string;
  readonly isProduction: boolean;
}

/** One or more settings are wrong. The message names each and its cure. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

function wholeNumber(what: string, most: number) {
  const error = `must be a whole number from 1 to ${most}: ${what}`;
  return z.coerce.number({ error }).int({ error }).min(1, { error }).max(most, { error });
}

const settings = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\w-]+\.[\w-]+\.[\w-]+$/,
      'does not look like a bot token. Copy it again from https://discord.com/developers/applications (your application, Bot, Reset Token), without "Bot ", quotes or spaces',
    )
    .optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: `must be a web address. Leave it out to use Discord (${DISCORD_API})` })
    .default(DISCORD_API),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'must be the id of a server, 17 to 20 digits. Leave it out to register everywhere')
    .optional(),
  DATABASE_FILE: z.string().optional(),
  BACKUP_FOLDER: z.string().optional(),
  BACKUPS_KEPT: wholeNumber('how many backups of each kind are kept', 1000).default(7),
  FORGET_MEMBERS_AFTER_MONTHS: wholeNumber('months', 1200).default(24),
  FORGET_SERVERS_AFTER_DAYS: wholeNumber('days', 36_500).default(90),
  PLAYGROUND_PORT: wholeNumber('a port of this machine', 65_535).optional(),
  CONTENT_DIR: z.string().default('content'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  NODE_ENV: z.string().optional(),
});

/** Looked at apart from the others, so that it is reported together with them. */
function missingToken(env: Readonly<Record<string, string | undefined>>): string[] {
  if (env.NODE_ENV !== 'production' || env.DISCORD_TOKEN !== undefined) return [];
  return [
    'DISCORD_TOKEN is missing. Get one at https://discord.com/developers/applications (your application, Bot, Reset Token) and set it, for example in the file .env',
  ];
}

/**
 * Pure: main.ts passes the environment, tests pass an object. An empty value counts as left out.
 * @throws ConfigError which lists every problem at once.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = settings.safeParse(given);
  const wrong = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];
  const problems = [...missingToken(given), ...wrong];
  if (!parsed.success || problems.length > 0) throw new ConfigError(describe(problems));
  const { DISCORD_TOKEN: token, ...rest } = parsed.data;
  return {
    token,
    apiUrl: rest.DISCORD_API_URL.replace(/\/+$/, ''),
    serverId: rest.DISCORD_GUILD_ID,
    databaseFile: rest.DATABASE_FILE ?? (token === undefined ? undefined : 'data/cairn.sqlite'),
    backupFolder: rest.BACKUP_FOLDER,
    retention: {
      memberMonths: rest.FORGET_MEMBERS_AFTER_MONTHS,
      serverDays: rest.FORGET_SERVERS_AFTER_DAYS,
      backups: rest.BACKUPS_KEPT,
    },
    pagePort: rest.PLAYGROUND_PORT,
    contentDir: rest.CONTENT_DIR,
    logLevel: rest.LOG_LEVEL,
    isProduction: rest.NODE_ENV === 'production',
  };
}

function describe(problems: readonly string[]): string {
  const lines = problems.map((problem) => `- ${problem}.`);
  return `The settings cannot be used:\n${lines.join('\n')}\nThe file .env.example explains every setting.`;
}
