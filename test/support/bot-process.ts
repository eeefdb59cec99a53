import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import { isSaid, listenTo } from './heard.ts';

/** The real bot, in a process of its own. */
export interface BotProcess {
  readonly process: ChildProcess;
  readonly databaseFile: string;
  /** What it said to the host so far. */
  readonly output: () => string;
  /** What it logged so far. */
  readonly log: () => string;
  /** Resolves when the output or the log holds the text. */
  says(text: string | RegExp): Promise<void>;
  /** Sends a signal and resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  readonly exited: Promise<number | null>;
}

export interface BotOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly databaseFile?: string;
  readonly arguments?: readonly string[];
}

const root = new URL('../../', import.meta.url).pathname;

/** What every process of a test gets. Node keeps what it compiled, for each of them has the same modules to load. */
export const processSettings = { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE };

/** Starts the bot in a new process. It is killed when the test ends, and its folder removed. */
export function spawnBot(settings: Readonly<Record<string, string>>, options: BotOptions = {}): BotProcess {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'));
  const databaseFile = options.databaseFile ?? join(folder, 'cairn.sqlite');
  const child = spawn(process.execPath, [...(options.arguments ?? []), 'src/main.ts'], {
    cwd: root,
    env: { ...processSettings, DATABASE_FILE: databaseFile, ...settings, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { output, log, until } = listenTo(child);
  const exited = once(child, 'close').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    process: child,
    databaseFile,
    exited,
    output,
    log,
    says: (text) => until(() => isSaid(`${output()}${log()}`, text), text),
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return exited;
    },
  };
}

/**
 * Starts the bot on a playground's Discord in a new process, as a host does, and waits until it is connected. Takes more
 * than a second: what does not test the process itself takes the `startBot` of `hosted-bot.ts`.
 */
export async function startBot(playground: Playground, options: BotOptions = {}): Promise<BotProcess> {
  const bot = spawnBot({ DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.url }, options);
  await bot.says('is connected');
  return bot;
}
