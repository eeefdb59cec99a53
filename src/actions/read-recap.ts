import type { PeriodErrand } from '../domain/period-order.ts';
import { placeBesideThread } from '../domain/period-place.ts';
import type { RecapPost } from '../domain/period-reading.ts';
import type { ReadPost } from '../domain/post-reading.ts';
import { mayTellAgain } from '../domain/recap.ts';
import { findPeriod } from '../store/period-store.ts';
import { listCheckInsOfRecap } from '../store/recap-store.ts';
import { addUpPeriod } from './add-up-period.ts';
import type { Deps } from './deps.ts';
import { readRoadmap } from './read-roadmap.ts';

/** Adds a period up at the moment at which its recap is sent: what was corrected just before is in it. */
export async function readRecap(deps: Deps, { record, order, group }: PeriodErrand<'recap'>): Promise<ReadPost> {
  const reading = await addUp(deps, { record, order, group });
  if (!reading?.recap) return { kind: 'dropped' };
  const { period } = reading;
  const facts = deps.discord.findChannel(group.serverId, group.channelId);
  const found = placeBesideThread({ group, facts }, period);
  if (found.kind === 'blocked') return found;
  return { ...found, kind: 'ready', reading: withThread(reading, found.place.channelId) };
}

/** What a recap that stands there is to say now. Undefined where nothing is left that could ever be told again. */
export async function readRecapAgain(deps: Deps, errand: PeriodErrand<'recap'>): Promise<RecapPost | undefined> {
  const reading = await addUp(deps, errand);
  if (!reading) return undefined;
  const isOver = !reading.recap && !mayTellAgain(await listCheckInsOfRecap(deps.db, reading.period.id));
  return isOver ? undefined : withThread(reading, errand.record.channelId);
}

async function addUp(deps: Deps, { record, order, group }: PeriodErrand<'recap'>): Promise<RecapPost | undefined> {
  const period = await findPeriod(deps.db, order.periodId);
  if (!period) return undefined;
  const roadmap = readRoadmap(deps, group.language);
  const recap = await deps.db.transaction().execute((trx) => addUpPeriod(trx, period, roadmap));
  const shown = { ...group, pingRoleId: undefined };
  return { kind: 'recap', group: shown, roadmap, marks: record.marks, period, recap, thread: period.thread };
}

/** It links to the thread unless it stands there itself. */
function withThread(reading: RecapPost, channelId: string | undefined): RecapPost {
  return reading.thread?.threadId === channelId ? { ...reading, thread: undefined } : reading;
}
