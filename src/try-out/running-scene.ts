import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../../playground/page/server/cast.ts';
import type { Scene } from '../../playground/scenes/scene.ts';
import { type Playground, startPlayground } from '../../playground/start.ts';
import { type Bot, startBot } from '../bot.ts';
import type { Config } from '../config.ts';
import { createLog } from '../discord/log.ts';
import type { HostProcess } from '../host-process.ts';
import type { MovableClock } from '../jobs/movable-clock.ts';
import { Temporal } from '../lib/temporal.ts';
import { createTimeTravel, type TimeTravel } from '../time-travel.ts';

export interface SceneParts {
  readonly config: Config;
  readonly host: HostProcess;
  readonly clock: MovableClock;
  readonly databaseFile: string;
}

/** A scene that is played: a Discord of its own and the bot on it. */
export interface RunningScene {
  readonly scene: Scene;
  readonly playground: Playground;
  readonly bot: Bot;
  readonly time: TimeTravel;
  close(): Promise<void>;
}

/** Sets the clock to where the scene begins, starts everything anew and lets it happen. Undefined when it was stopped. */
export async function startScene(scene: Scene, parts: SceneParts, now: number): Promise<RunningScene | undefined> {
  const { clock, databaseFile, config } = parts;
  const open = new AsyncDisposableStack();
  const host = { ...parts.host, open };
  clock.moveTo(Temporal.Instant.fromEpochMilliseconds(scene.beginsAt(now)));
  const playground = await startPlayground({ clock: { now: () => clock.now().epochMilliseconds } });
  open.defer(() => playground.close());
  assemble(playground, scene.cast);
  const { url: apiUrl, token } = playground;
  const log = createLog(config.logLevel, [token]);
  const bot = await startBot({
    config,
    databaseFile,
    clock,
    log,
    discord: { token, apiUrl },
    host,
    requestsPerSecond: Number.POSITIVE_INFINITY,
  });
  if (!bot) return undefined;
  const time = createTimeTravel(clock, bot.runner);
  await scene.prepare({ playground, travelTo: time.travelTo }, now);
  return { scene, playground, bot, time, close: () => open.disposeAsync() };
}
