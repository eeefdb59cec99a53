import { assemble } from '../../playground/page/server/cast.ts';
import type { Scene } from '../../playground/scenes/scene.ts';
import { type Playground, startPlayground } from '../../playground/start.ts';
import { discordLimits } from '../../playground/world/world.ts';
import { type Bot, startBot } from '../bot.ts';
import type { Config } from '../config.ts';
import { createLog } from '../discord/log.ts';
import type { HostProcess } from '../host-process.ts';
import type { MovableClock } from '../jobs/movable-clock.ts';
import { Temporal } from '../lib/temporal.ts';
import { createTimeTravel, type TimeTravel } from '../time-travel.ts';

export interface StageParts {
  readonly config: Config;
  readonly host: HostProcess;
  readonly clock: MovableClock;
  readonly databaseFile: string;
  /** See `BotParts`. */
  onContentRead(problems: readonly string[]): void;
}

/** The people of a scene wait longer for an answer than Discord does, in milliseconds: many evenings pass at once. */
const ANSWER_TIME = 20_000;

/** A scene with everything of its own: a Discord, its people, a database and, once it is played, the bot. */
export interface SceneOnStage {
  readonly scene: Scene;
  readonly playground: Playground;
  /** Undefined until the bot is connected. */
  readonly played: PlayedScene | undefined;
  /** Connects the bot and lets everything happen that leads up to now. False when it was stopped meanwhile. */
  play(): Promise<boolean>;
  close(): Promise<void>;
}

export interface PlayedScene {
  readonly bot: Bot;
  readonly time: TimeTravel;
}

/** Sets the clock to where the scene begins and opens a Discord with its people. */
export async function setScene(scene: Scene, parts: StageParts): Promise<SceneOnStage> {
  const { clock } = parts;
  const open = new AsyncDisposableStack();
  const now = Temporal.Now.instant().epochMilliseconds;
  clock.moveTo(Temporal.Instant.fromEpochMilliseconds(scene.beginsAt(now)));
  const playground = await startPlayground({ clock: { now: () => clock.now().epochMilliseconds } });
  open.defer(() => playground.close());
  assemble(playground, scene.cast);
  let played: PlayedScene | undefined;
  return {
    scene,
    playground,
    get played() {
      return played;
    },
    async play() {
      const bot = await connectBot(playground, { ...parts, host: { ...parts.host, open } });
      if (!bot) return false;
      const time = createTimeTravel(clock, bot.runner);
      played = { bot, time };
      playground.world.limits = { ...discordLimits, answerMs: ANSWER_TIME };
      await scene.prepare({ playground, travelTo: time.travelTo }, now);
      playground.world.limits = discordLimits;
      return true;
    },
    close: () => open.disposeAsync(),
  };
}

/** As fast as it can, for nobody is disturbed, and without copies of what is thrown away. */
function connectBot({ url, token }: Playground, { config, ...parts }: StageParts): Promise<Bot | undefined> {
  return startBot({
    ...parts,
    config: { ...config, serverId: undefined, backupFolder: undefined },
    log: createLog(config.logLevel, [token]),
    discord: { token, apiUrl: url },
    requestsPerSecond: Number.POSITIVE_INFINITY,
    isBackedUp: false,
  });
}
