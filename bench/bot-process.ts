import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Playground } from '../playground/start.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The two bots that are compared, each started from TypeScript by the same Node. */
export const botFiles = { cairn: 'src/main.ts', bare: 'bench/bare-bot.ts' } as const;
export type BotName = keyof typeof botFiles;
export const botNames = Object.keys(botFiles) as BotName[];

export interface RunningBot extends AsyncDisposable {
  readonly pid: number;
  /** Milliseconds from the start of the process until it said that it is connected. */
  readonly readyMs: number;
}

export interface BotOptions {
  readonly nodeOptions?: readonly string[];
  /** The folder of Node's compile cache. Without one nothing is cached. */
  readonly compileCache?: string | undefined;
  /** Given where two starts shall find the same database. */
  readonly databaseFile?: string;
}

const root = new URL('../', import.meta.url).pathname;

/** Starts a bot as production does and waits until it is connected. Rejects with its output when it ends before. */
export async function startBot(name: BotName, playground: Playground, options: BotOptions = {}): Promise<RunningBot> {
  const folder = temporaryFolder();
  const started = performance.now();
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), botFiles[name]], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.url,
      DATABASE_FILE: options.databaseFile ?? join(folder.path, 'cairn.sqlite'),
      ...(options.compileCache ? { NODE_COMPILE_CACHE: options.compileCache } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'close');
  const readyMs = await new Promise<number>((resolve, reject) => {
    let heard = '';
    const listen = (chunk: Buffer) => {
      heard += chunk;
      if (heard.includes('is connected')) resolve(performance.now() - started);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', () => reject(new Error(`${botFiles[name]} ended before it was connected:\n${heard}`)));
  });
  return {
    pid: child.pid ?? 0,
    readyMs,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
      folder[Symbol.dispose]();
    },
  };
}
