import { randomUUID } from 'node:crypto';
import { type Client, Events } from 'discord.js';
import type { Deps } from './actions/deps.ts';
import { noteServers } from './actions/note-server-removal.ts';
import { findRegisteredServer, rememberRegisteredServer } from './actions/remember-registration.ts';
import type { Config } from './config.ts';
import { formatProblem } from './content/content-problem.ts';
import { createLiveContent, type LiveContent, watchContent } from './content/live-content.ts';
import { createClient } from './discord/client.ts';
import { connect } from './discord/connect.ts';
import { createDeliveryPort } from './discord/delivery-port.ts';
import { createDeliveryRest } from './discord/delivery-rest.ts';
import { createDiscordPort } from './discord/discord-port.ts';
import type { Logger } from './discord/log.ts';
import { registerCommands } from './discord/registration.ts';
import { loadCommands, type Registry } from './discord/registry.ts';
import type { Router } from './discord/router.ts';
import type { Clock } from './domain/clock.ts';
import type { HostProcess } from './host-process.ts';
import { createPacer } from './jobs/pacer.ts';
import type { Runner } from './jobs/runner.ts';
import { spokenLanguages } from './language/languages.ts';
import { backUp } from './store/backup.ts';
import { backupFolderOf } from './store/backup-folder.ts';
import { type Db, openDatabase } from './store/database.ts';
import { endHeartbeat } from './store/heartbeat.ts';
import { migrateToLatest, readMigrationState } from './store/migrate.ts';
import { type CopyPlace, wireJobs } from './wire-jobs.ts';
import { finishAnswers, wireRouter } from './wire-router.ts';
import { watchServers } from './wire-servers.ts';

const root = new URL('../', import.meta.url);

/** How many requests a second leave unasked, of the 50 that Discord allows: the others are for what people wait for. */
const REQUESTS_PER_SECOND = 48;

/** After a moment without, more are begun at once, in milliseconds of them. */
const CATCH_UP = 1000;

/** At the door they stand one behind the other: in no second more than 50 go out, and what was late catches up. */
const DOOR = { faster: 49 / REQUESTS_PER_SECOND, slack: 20 };

/** Discord asks for private chats to be opened slowly. */
const PRIVATE_CHATS_PER_SECOND = 1;

export interface BotParts {
  readonly config: Config;
  readonly databaseFile: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly discord: { readonly token: string; readonly apiUrl: string };
  readonly host: HostProcess;
  /** Of what is sent unasked. Left out: what Discord allows. */
  readonly requestsPerSecond?: number;
  /** Told after each edit of the content what is wrong with it (file, line, column, what was expected); nothing: it is used. */
  onContentRead?(problems: readonly string[]): void;
  /** False where nothing is worth a copy each day. */
  readonly isBackedUp?: boolean;
}

/** A bot that is connected. */
export interface Bot {
  readonly client: Client<true>;
  readonly runner: Runner;
  readonly deps: Deps;
}

/** Starts the bot on any Discord and any clock. Undefined when it was stopped before it was connected. */
export async function startBot(parts: BotParts): Promise<Bot | undefined> {
  const { config, databaseFile, clock, log, discord, host, isBackedUp = true } = parts;
  const { open } = host;
  const content = createLiveContent(config.contentDir, spokenLanguages());
  const db = openDatabase(databaseFile);
  open.defer(() => db.destroy());
  const folder = backupFolderOf(databaseFile, config.backupFolder);
  const copies = { databaseFile, folder, keep: config.retention.backups };
  await migrate(db, copies, clock);

  let connected: Client<true> | undefined;
  let runner: Runner | undefined;
  const deps: Deps = {
    db,
    content,
    newId: randomUUID,
    discord: createDiscordPort(() => connected),
    retention: config.retention,
    wake: () => runner?.wake(),
  };
  const registry = await loadCommands(new URL('commands/', root));
  const router = wireRouter(deps, registry, clock, log);
  const client = await connect({
    token: discord.token,
    clock,
    log,
    signal: host.stopping,
    createClient: () => watchServers(listen(createClient(discord.apiUrl), router, host, log), deps, clock, log),
  });
  if (!client) return undefined;
  connected = client;
  await noteServers(deps, [...client.guilds.cache.keys()]);
  open.defer(() => client.destroy());
  open.defer(() => finishAnswers(client, router, clock));

  await registerAll(client, config, deps, registry);
  keepContentFresh(content, parts);
  open.defer(() => endHeartbeat(databaseFile));
  const stopping = host.stopping;
  const jobs = wireJobs({ deps, clock, log, copies, isBackedUp, stopping, ...wireDelivery(client, parts) });
  runner = jobs;
  open.defer(() => jobs.stop());
  return { client, runner: jobs, deps };
}

function wireDelivery(client: Client<true>, { clock, discord, requestsPerSecond = REQUESTS_PER_SECOND }: BotParts) {
  const pacer = createPacer(clock, requestsPerSecond, CATCH_UP);
  const door = createPacer(clock, requestsPerSecond * DOOR.faster, DOOR.slack);
  const chats = createPacer(clock, Math.min(PRIVATE_CHATS_PER_SECOND, requestsPerSecond));
  const port = createDeliveryPort({
    rest: createDeliveryRest({ ...discord, leave: () => door.turn() }),
    pace: () => pacer.turn(),
    pacePrivately: () => chats.turn(),
    botId: () => client.user.id,
  });
  return { pacer, port };
}

/** Brings the database up to date. One that is in use is copied first. */
async function migrate(db: Db, copies: CopyPlace, clock: Clock): Promise<void> {
  const folder = new URL('migrations/', root);
  const { isInUse, pending } = await readMigrationState(db, folder);
  if (isInUse && pending.length > 0) {
    await backUp({ ...copies, kind: 'before-migration', now: clock.now().toString() });
  }
  await migrateToLatest(db, folder);
}

function listen(client: Client, router: Router, host: HostProcess, log: Logger): Client {
  client.on(Events.InteractionCreate, (interaction) => void router.route(interaction));
  client.on(Events.Error, (error) => log.error({ err: error }, 'The connection to Discord reported an error.'));
  client.on(Events.Invalidated, () => void host.stop(log, 'Discord ended the session for good.', 1));
  return client;
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
function keepContentFresh(content: LiveContent, { config, log, host, onContentRead }: BotParts): void {
  const reload = () => {
    const outcome = content.reload();
    const problems = outcome.kind === 'kept' ? outcome.problems.map(formatProblem) : [];
    if (outcome.kind === 'kept') log.error({ problems }, 'The content does not fit. The old one stays.');
    else log.info('The content was read anew.');
    onContentRead?.(problems);
  };
  process.on('SIGHUP', reload);
  host.open.defer(() => void process.off('SIGHUP', reload));
  if (!config.isProduction) host.open.defer(watchContent(config.contentDir, reload));
}
