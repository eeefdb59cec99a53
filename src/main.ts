import './lean-heap.ts';

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, Events } from 'discord.js';
import type { Deps } from './actions/deps.ts';
import { forgetPublicMessage } from './actions/forget-public-message.ts';
import { noteServerRemoval, noteServers } from './actions/note-server-removal.ts';
import { rememberPublicMessage } from './actions/remember-public-message.ts';
import { findRegisteredServer, rememberRegisteredServer } from './actions/remember-registration.ts';
import { type Config, ConfigError, parseConfig } from './config.ts';
import { ContentError, formatProblem } from './content/content-problem.ts';
import { createLiveContent, type LiveContent, watchContent } from './content/live-content.ts';
import { connectedBanner, playgroundBanner } from './discord/banner.ts';
import { createClient } from './discord/client.ts';
import { ConnectError, connect } from './discord/connect.ts';
import { createDiscordPort } from './discord/discord-port.ts';
import { createLog, type Logger } from './discord/log.ts';
import { registerCommands } from './discord/registration.ts';
import { CommandFileError, loadCommands, type Registry } from './discord/registry.ts';
import { createRouter, type Router } from './discord/router.ts';
import type { Clock } from './domain/clock.ts';
import clearDrafts from './jobs/clear-drafts.ts';
import dailyBackup from './jobs/daily-backup.ts';
import forgetOldMembers from './jobs/forget-old-members.ts';
import heartbeat from './jobs/heartbeat.ts';
import { createSystemClock, startJobs } from './jobs/runner.ts';
import { spokenLanguages } from './language/languages.ts';
import { giveBackMemory } from './lean-heap.ts';
import { BackupError, type BackupJob, backUp, createBackups } from './store/backup.ts';
import { backupFolderOf } from './store/backup-folder.ts';
import { DatabaseError, type Db, openDatabase } from './store/database.ts';
import { beat, endHeartbeat } from './store/heartbeat.ts';
import { migrateToLatest, readMigrationState } from './store/migrate.ts';
import { wireAdmission, wireDrafts } from './wire-admission.ts';

const root = new URL('../', import.meta.url);

/** How long a stop waits for answers that are under way, in milliseconds. */
const PATIENCE = 10_000;

/** What went wrong at the start and the host can mend: shown as a sentence, without a stack. */
const startErrors = [ConfigError, ContentError, DatabaseError, BackupError, CommandFileError, ConnectError];

/** Everything that is open, closed in reverse order when the process stops. */
const open = new AsyncDisposableStack();
const stopping = new AbortController();

try {
  await start(parseConfig(process.env));
} catch (error) {
  const isMendable = startErrors.some((kind) => error instanceof kind);
  console.error(isMendable ? (error as Error).message : error);
  await open.disposeAsync();
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const clock = createSystemClock();
  const discord = await reachDiscord(config);
  const log = createLog(config.logLevel, [discord.token]);
  stopOnSignals(log);

  const content = createLiveContent(config.contentDir, spokenLanguages());
  const databaseFile = config.databaseFile ?? temporaryDatabase();
  const db = openDatabase(databaseFile);
  open.defer(() => db.destroy());
  const copies = {
    databaseFile,
    folder: backupFolderOf(databaseFile, config.backupFolder),
    keep: config.retention.backups,
  };
  await migrate(db, copies, clock);

  let connected: Client<true> | undefined;
  const port = createDiscordPort(() => connected);
  const deps: Deps = { db, content, newId: randomUUID, discord: port, retention: config.retention, wake: () => {} };
  const registry = await loadCommands(new URL('commands/', root));
  const router = wireRouter(deps, registry, clock, log);
  const client = await connect({
    token: discord.token,
    clock,
    log,
    signal: stopping.signal,
    createClient: () => watchServers(listen(createClient(discord.apiUrl), router, log), deps, clock, log),
  });
  if (!client) return;
  connected = client;
  await noteServers(deps, [...client.guilds.cache.keys()]);
  open.defer(() => client.destroy());
  open.defer(() => finishAnswers(client, router, clock));

  await registerAll(client, config, deps, registry);
  keepContentFresh(content, config, log);
  startTicking(deps, clock, log, copies);
  giveBackMemory();
  console.log(discord.banner(client));
}

interface ReachedDiscord {
  readonly token: string;
  readonly apiUrl: string;
  banner(client: Client<true>): string;
}

type CopyPlace = Pick<BackupJob, 'databaseFile' | 'folder' | 'keep'>;

/** Brings the database up to date. One that is in use is copied first. */
async function migrate(db: Db, copies: CopyPlace, clock: Clock): Promise<void> {
  const folder = new URL('migrations/', root);
  const { isInUse, pending } = await readMigrationState(db, folder);
  if (isInUse && pending.length > 0) {
    await backUp({ ...copies, kind: 'before-migration', now: clock.now().toString() });
  }
  await migrateToLatest(db, folder);
}

/** Discord itself with a token; without one a Discord of our own, on this machine. */
async function reachDiscord(config: Config): Promise<ReachedDiscord> {
  if (config.token !== undefined) return { token: config.token, apiUrl: config.apiUrl, banner: connectedBanner };
  const playground = await openPlayground();
  open.defer(() => playground.close());
  const { url, token } = playground;
  const isTemporary = config.databaseFile === undefined;
  return { token, apiUrl: url, banner: (client) => playgroundBanner(client, url, isTemporary) };
}

/** @throws ConfigError where the packages that it needs were not installed. */
async function openPlayground() {
  try {
    import.meta.resolve('discord-api-spec/zod');
    const { startPlayground } = await import('../playground/start.ts');
    return await startPlayground({});
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    const advice = 'Set DISCORD_TOKEN, or install the development packages with "npm ci" to try it without Discord.';
    throw new ConfigError(`There is no token, and the Discord of its own is not installed here. ${advice}`);
  }
}

function temporaryDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-'));
  open.defer(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'cairn.sqlite');
}

function wireRouter(deps: Deps, registry: Registry, clock: Clock, log: Logger): Router {
  return createRouter({
    registry,
    deps,
    clock,
    admission: wireAdmission(deps),
    drafts: wireDrafts(deps),
    published: {
      async remember({ userId, serverId, channelId, now }, messageId) {
        if (serverId === undefined || channelId === undefined) return;
        await rememberPublicMessage(deps, { messageId, channelId, serverId, userId, sharedAt: now });
      },
      forget: (messageId) => forgetPublicMessage(deps, messageId),
    },
    reportError: (error, reference) => log.error({ err: error, reference }, 'An answer failed.'),
    reportLost: (error, reference) => log.warn({ err: error, reference }, 'An answer came too late or twice.'),
  });
}

function listen(client: Client, router: Router, log: Logger): Client {
  client.on(Events.InteractionCreate, (interaction) => void router.route(interaction));
  client.on(Events.Error, (error) => log.error({ err: error }, 'The connection to Discord reported an error.'));
  client.on(Events.Invalidated, () => void stop(log, 'Discord ended the session for good.', 1));
  return client;
}

/** Discord tells apart a server that removed the bot and an outage: discord.js has another event for that. */
function watchServers(client: Client, deps: Deps, clock: Clock, log: Logger): Client {
  const report = (error: unknown) => log.error({ err: error }, 'A server that came or went was not noted.');
  client.on(Events.GuildDelete, ({ id }) => void noteServerRemoval(deps, id, clock.now()).catch(report));
  client.on(Events.GuildCreate, ({ id }) => void noteServers(deps, [id]).catch(report));
  return client;
}

async function finishAnswers(client: Client, router: Router, clock: Clock): Promise<void> {
  client.removeAllListeners(Events.InteractionCreate);
  const patience = new AbortController();
  await Promise.race([router.drain(), clock.wait(PATIENCE, patience.signal)]);
  patience.abort();
}

async function registerAll(client: Client<true>, config: Config, deps: Deps, registry: Registry): Promise<void> {
  await registerCommands({
    rest: client.rest,
    applicationId: client.application.id,
    serverId: config.serverId,
    registry,
    memory: {
      find: (applicationId) => findRegisteredServer(deps, applicationId),
      save: (applicationId, serverId) => rememberRegisteredServer(deps, applicationId, serverId),
    },
  });
}

/** While developing, a saved edit shows at once; in production the host says when, with SIGHUP. */
function keepContentFresh(content: LiveContent, config: Config, log: Logger): void {
  const reload = () => {
    const outcome = content.reload();
    if (outcome.kind === 'kept') {
      log.error({ problems: outcome.problems.map(formatProblem) }, 'The content does not fit. The old one stays.');
      return;
    }
    log.info('The content was read anew.');
  };
  process.on('SIGHUP', reload);
  if (!config.isProduction) open.defer(watchContent(config.contentDir, reload));
}

function startTicking(deps: Deps, clock: Clock, log: Logger, copies: CopyPlace): void {
  const { databaseFile } = copies;
  open.defer(() => endHeartbeat(databaseFile));
  const runner = startJobs({
    clock,
    deps: { ...deps, beat: () => beat(databaseFile, clock.now()), backups: createBackups(copies) },
    jobs: [clearDrafts, forgetOldMembers, dailyBackup, heartbeat],
    reportError: (error, job) => log.error({ err: error, job }, 'A job failed. It runs again in a minute.'),
  });
  open.defer(() => runner.stop());
}

function stopOnSignals(log: Logger): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(log, signal, 0));
  process.once('unhandledRejection', (error) => void stop(log, 'A promise was left alone.', 1, error));
  process.once('uncaughtException', (error) => void stop(log, 'An error was caught by nobody.', 1, error));
}

async function stop(log: Logger, reason: string, exitCode: number, error?: unknown): Promise<void> {
  if (exitCode === 0) log.info(`Stopping: ${reason}`);
  else log.fatal({ err: error }, `Stopping: ${reason}`);
  stopping.abort();
  await open.disposeAsync();
  process.exit(exitCode);
}
