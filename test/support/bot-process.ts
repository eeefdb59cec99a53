import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Playground } from '../../playground/start.ts';

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
  /** What is started instead of `src/main.ts`, with a channel to send messages to it. */
  readonly entry?: string;
}

const root = new URL('../../', import.meta.url).pathname;
const PATIENCE = 15_000;

/** Starts the bot. It is killed when the test ends, and its folder removed. */
export function spawnBot(settings: Readonly<Record<string, string>>, options: BotOptions = {}): BotProcess {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'));
  const databaseFile = options.databaseFile ?? join(folder, 'cairn.sqlite');
  const child = spawn(process.execPath, [...(options.arguments ?? []), options.entry ?? 'src/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, DATABASE_FILE: databaseFile, ...settings, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', options.entry === undefined ? 'ignore' : 'ipc'],
  });
  const heard = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (heard.stdout += chunk));
  child.stderr?.on('data', (chunk) => (heard.stderr += chunk));
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
    output: () => heard.stdout,
    log: () => heard.stderr,
    says: (text) => waitFor(child, () => matches(`${heard.stdout}${heard.stderr}`, text), text, heard),
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return exited;
    },
  };
}

/** Starts the bot on a playground's Discord and waits until it is connected. */
export async function startBot(playground: Playground, options: BotOptions = {}): Promise<BotProcess> {
  const bot = spawnBot({ DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.url }, options);
  await bot.says('is connected');
  return bot;
}

function matches(heard: string, text: string | RegExp): boolean {
  return typeof text === 'string' ? heard.includes(text) : text.test(heard);
}

async function waitFor(
  child: ChildProcess,
  isThere: () => boolean,
  text: string | RegExp,
  heard: { readonly stdout: string; readonly stderr: string },
): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!isThere()) {
    const isOver = child.exitCode !== null || Date.now() > deadline;
    if (isOver) throw new Error(`The bot never said ${text}. It said:\n${heard.stdout}\n${heard.stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
