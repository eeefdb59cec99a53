import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { median } from './statistics.ts';
import { ms, printTable, verdict } from './table.ts';

const ROUNDS = 5;
const root = new URL('../', import.meta.url).pathname;

/** `npm start` without a token, as a newcomer types it: until the page opens, and until the bot in it can be used. */
export async function measurePage(): Promise<void> {
  const opened: number[] = [];
  const usable: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = await startOnce();
    opened.push(times.opened);
    usable.push(times.usable);
  }
  const atMost = { figure: median(usable), atMost: 3_000, unit: 'ms' };
  printTable(
    `npm start without a token (medians of ${ROUNDS})`,
    ['', 'time', 'target', ''],
    [
      ['the page opens and says that Cairn is on its way', ms(median(opened)), ...verdict()],
      ['the course is there, and a command is answered', ms(median(usable)), ...verdict(atMost)],
    ],
  );
}

/** Milliseconds since the command was typed. */
async function startOnce(): Promise<{ readonly opened: number; readonly usable: number }> {
  const started = performance.now();
  const passed = () => performance.now() - started;
  // A process group of its own: npm does not pass every signal on.
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, DISCORD_TOKEN: '', DATABASE_FILE: '', NODE_ENV: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'close');
  try {
    const url = await addressIn(child.stdout);
    await fetch(url);
    const opened = passed();
    while (!(await isUsable(url))) await pause(50);
    await askForHelp(url);
    return { opened, usable: passed() };
  } finally {
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    await ended;
  }
}

async function addressIn(output: Readable): Promise<string> {
  let said = '';
  for await (const chunk of output.iterator({ destroyOnReturn: false })) {
    said += chunk;
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`It ended before its page opened. It said: ${said}`);
}

interface Shown {
  readonly me: { readonly id: string };
  readonly bot: { readonly isConnected: boolean };
  readonly servers: readonly { readonly channels: readonly { readonly id: string }[] }[];
}

async function look(url: string): Promise<Shown> {
  return (await fetch(`${url}api/overview`)).json() as Promise<Shown>;
}

async function isUsable(url: string): Promise<boolean> {
  return (await look(url)).bot.isConnected;
}

async function askForHelp(url: string): Promise<void> {
  const { me, servers } = await look(url);
  const body = JSON.stringify({ person: me.id, channel: servers[0]?.channels[0]?.id, command: 'help', options: {} });
  const headers = { 'content-type': 'application/json' };
  const answer = await (await fetch(`${url}api/command`, { method: 'POST', headers, body })).json();
  if (JSON.stringify(answer) !== '{"form":null}') throw new Error(`/help was not answered: ${JSON.stringify(answer)}`);
}
