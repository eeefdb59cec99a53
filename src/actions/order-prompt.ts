import { noticeEntry } from '../domain/moderator-notice.ts';
import { isOpenState } from '../domain/outbox.ts';
import { isAtRest, periodId } from '../domain/period.ts';
import { promptEntry, starterEntry, starterKey } from '../domain/period-order.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { listGroupBreaks } from '../store/group-break-store.ts';
import { findOutboxRecord, insertOutboxEntry, renewOutboxEntry } from '../store/outbox-store.ts';
import { giveUpPrompt, setPromptState } from '../store/period-state-store.ts';
import { findPeriod } from '../store/period-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { findRest } from './find-rest.ts';

/** Has the groups of these periods asked for check-ins, in one transaction, or writes down why they are not. */
export async function orderPrompts(
  { db }: Pick<Deps, 'db'>,
  periodIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const id of periodIds) await orderPrompt(trx, id, now);
  });
}

async function orderPrompt(trx: Db, id: string, now: Temporal.Instant): Promise<void> {
  // Asked anew: another process may have been quicker.
  const period = await findPeriod(trx, id);
  if (period?.promptState !== 'due' || period.groupId === undefined) return;
  const group = await findStudyGroup(trx, period.groupId);
  // What is late is skipped when its period is over.
  if (!group || group.archivedAt || Temporal.Instant.compare(now, period.closesAt) >= 0) return giveUpPrompt(trx, id);
  const breaks = await listGroupBreaks(trx, group.id);
  const { lastDay } = period;
  if (isAtRest({ firstDay: lastDay, lastDay }, breaks)) return void (await setPromptState(trx, id, 'break', now));
  const restsSince = await findRest(trx, group.id, now);
  if (restsSince !== undefined) return rest(trx, group, period, restsSince, now);
  await ask(trx, group, period, now);
  await setPromptState(trx, id, 'ordered', now);
}

/** The thread hangs on the prompt, unless somebody was quicker: then the prompt is a message that leads to them. */
async function ask(trx: Db, group: StudyGroup, period: StoredPeriod, now: Temporal.Instant): Promise<void> {
  const starter = await findOutboxRecord(trx, starterKey(period.id));
  const { promptAt: dueAt } = period;
  if (!starter) await insertOutboxEntry(trx, starterEntry(group, period, { isPrompt: true, dueAt }), now);
  else if (period.thread || isOpenState(starter.state)) await insertOutboxEntry(trx, promptEntry(group, period), now);
  else await renewOutboxEntry(trx, starterEntry(group, period, { isPrompt: true, dueAt }), now);
}

/** Nobody has checked in for a while. The moderators are asked once, however long it lasts. */
async function rest(
  trx: Db,
  group: StudyGroup,
  period: StoredPeriod,
  since: number,
  now: Temporal.Instant,
): Promise<void> {
  await setPromptState(trx, period.id, 'resting', now);
  const notice = { kind: 'resting', periodId: periodId(group.id, since) } as const;
  const told = { groupId: group.id, serverId: group.serverId };
  await insertOutboxEntry(trx, noticeEntry(told, `rest.${since}`, notice, now), now);
}
