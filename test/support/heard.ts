import type { ChildProcess } from 'node:child_process';

/** What a process said so far. */
export interface Heard {
  /** To the host. */
  output(): string;
  log(): string;
  /** Resolves as soon as this is true of what it said. Rejects when it ends before, or takes too long. */
  until(isThere: () => boolean, what: string | RegExp): Promise<void>;
}

/** In milliseconds. */
const PATIENCE = 60_000;

export function listenTo(child: ChildProcess): Heard {
  const heard = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.on('data', (chunk) => {
      heard[stream] += chunk;
      tell();
    });
  }
  let isOver = false;
  child.once('close', () => {
    isOver = true;
    tell();
  });
  return {
    output: () => heard.stdout,
    log: () => heard.stderr,
    until(isThere, what) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const giveUp = () => reject(new Error(`The bot never said ${what}. It said:\n${heard.stdout}\n${heard.stderr}`));
      const look = () => {
        if (isThere()) resolve();
        else if (isOver) giveUp();
      };
      const timer = setTimeout(giveUp, PATIENCE);
      listeners.add(look);
      look();
      return promise.finally(() => {
        clearTimeout(timer);
        listeners.delete(look);
      });
    },
  };
}

export function isSaid(heard: string, text: string | RegExp): boolean {
  return typeof text === 'string' ? heard.includes(text) : text.test(heard);
}
