import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Playground } from '../../playground/start.ts';
import { type BotOptions, type BotProcess, processSettings } from './bot-process.ts';
import { type Question, STOPPED } from './bot-questions.ts';
import { type Heard, isSaid, listenTo } from './heard.ts';

/** A bot in a process that was there before it and stays when it stops, unless it is killed. */
export interface HostedBot extends BotProcess {
  readonly isRunning: boolean;
  /** Resolves when it did what it was asked. Rejects when it ends before. */
  ask(question: Question): Promise<number | null>;
}

export interface HostedBotOptions extends Omit<BotOptions, 'arguments'> {
  /** How far its clock is from the real time, in milliseconds. */
  readonly offset?: number;
  /** Left out: what Discord allows. */
  readonly requestsPerSecond?: number;
}

interface Host {
  readonly process: ChildProcess;
  readonly heard: Heard;
  readonly exited: Promise<number | null>;
  ask(question: Question): Promise<number | null>;
}

/** Processes without a bot, for the next ones. */
const free: Host[] = [];

/**
 * Starts the real bot on a playground's Discord. It is stopped when the test ends, and its folder removed. What tests the
 * process itself, its start, its end or what it tells the host, takes the `startBot` of `bot-process.ts`.
 */
export async function startBot(playground: Playground, options: HostedBotOptions = {}): Promise<HostedBot> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'));
  const databaseFile = options.databaseFile ?? join(folder, 'cairn.sqlite');
  const host = free.pop() ?? spawnHost();
  const bot = hostedBot(host, databaseFile);
  onTestFinished(async () => {
    await bot.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const { offset = 0, requestsPerSecond, env } = options;
  const settings = { DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.url, DATABASE_FILE: databaseFile };
  await host.ask({ kind: 'start', env: { ...settings, ...env }, offset, requestsPerSecond });
  return bot;
}

function hostedBot(host: Host, databaseFile: string): HostedBot {
  const before = { output: host.heard.output().length, log: host.heard.log().length };
  const ended = Promise.withResolvers<number | null>();
  void host.exited.then(ended.resolve);
  let stopping: Promise<number | null> | undefined;
  const output = () => host.heard.output().slice(before.output);
  const log = () => host.heard.log().slice(before.log).split(STOPPED)[0] ?? '';
  const isAlive = () => host.process.exitCode === null && host.process.signalCode === null;
  const hasStopped = () => host.heard.log().includes(STOPPED, before.log);
  const leave = async () => {
    await Promise.race([host.exited, host.ask({ kind: 'stop' }).catch(() => undefined)]);
    if (!isAlive()) return host.exited;
    await host.heard.until(hasStopped, STOPPED);
    free.push(host);
    ended.resolve(0);
    return 0;
  };
  return {
    process: host.process,
    databaseFile,
    exited: ended.promise,
    get isRunning() {
      return !stopping && isAlive();
    },
    output,
    log,
    says: (text) => host.heard.until(() => isSaid(`${output()}${log()}`, text), text),
    ask: host.ask,
    stop(signal = 'SIGTERM') {
      if (signal === 'SIGKILL' && !stopping) host.process.kill(signal);
      else stopping ??= isAlive() ? leave() : host.exited;
      return stopping ?? host.exited;
    },
  };
}

function spawnHost(): Host {
  const child = spawn(process.execPath, ['test/support/bot-host.ts'], {
    cwd: new URL('../../', import.meta.url).pathname,
    env: processSettings,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced', // JSON knows no infinity.
  });
  const waiting = new Map<number, PromiseWithResolvers<number | null>>();
  let last = 0;
  child.on('message', ({ id, value }: { readonly id: number; readonly value: number | null }) => {
    waiting.get(id)?.resolve(value);
    waiting.delete(id);
  });
  const heard = listenTo(child);
  const exited = once(child, 'close').then(([code]) => code as number | null);
  void exited.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`The bot ended while it was asked:\n${heard.log()}`));
  });
  const ask = (question: Question) => {
    last += 1;
    const answer = Promise.withResolvers<number | null>();
    answer.promise.catch(() => undefined); // A bot that was killed on purpose leaves questions behind.
    waiting.set(last, answer);
    child.send({ id: last, question }, (error) => error && answer.reject(error));
    return answer.promise;
  };
  return { process: child, heard, exited, ask };
}
