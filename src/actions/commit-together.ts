import type { Db } from '../store/database.ts';

/** Does some work in a transaction that it shares with whatever else is waiting. Rejects where its own work throws. */
export type CommitTogether = <Value>(work: (trx: Db) => Promise<Value>) => Promise<Value>;

interface Waiting {
  readonly work: (trx: Db) => Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Each commit waits for the disk, and answers wait for it meanwhile. Dozens of small ones in a second become a few:
 * whatever comes while `gather` waits is committed as one.
 */
export function createCommitTogether(db: Db, gather: () => Promise<void>): CommitTogether {
  let waiting: Waiting[] = [];
  const commit = async () => {
    await gather();
    const all = waiting;
    waiting = [];
    await commitAll(db, all);
  };
  return <Value>(work: (trx: Db) => Promise<Value>) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    waiting.push({ work, resolve, reject });
    if (waiting.length === 1) void commit();
    return promise as Promise<Value>;
  };
}

/** Where one of them throws nothing is written, and each is tried by itself. */
async function commitAll(db: Db, all: readonly Waiting[]): Promise<void> {
  try {
    const values = await db.transaction().execute(async (trx) => {
      const done: unknown[] = [];
      for (const { work } of all) done.push(await work(trx));
      return done;
    });
    for (const [index, { resolve }] of all.entries()) resolve(values[index]);
  } catch {
    for (const { work, resolve, reject } of all) await db.transaction().execute(work).then(resolve, reject);
  }
}
