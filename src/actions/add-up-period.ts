import { makeRecap, type Recap } from '../domain/recap.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import type { Db } from '../store/database.ts';
import { listCheckInsOfRecap, listFinishedSteps } from '../store/recap-store.ts';

/** Undefined for an empty one. */
export async function addUpPeriod(trx: Db, period: StoredPeriod, roadmap: Roadmap): Promise<Recap | undefined> {
  return makeRecap(await listCheckInsOfRecap(trx, period.id), await listFinishedSteps(trx, period, roadmap.id));
}
