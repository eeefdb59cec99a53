import { EMPTY_UNTIL_REST, restsSince } from '../domain/recap.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { listGroupBreaks } from '../store/group-break-store.ts';
import { findPromptWake, listTellingPeriods } from '../store/prompt-rest-store.ts';

/** How many periods are looked at: more than count, for those in a break do not. */
const LOOKED_AT = 4 * EMPTY_UNTIL_REST;

/** The number of the period since which a group is not asked any more. Undefined while it is. */
export async function findRest(trx: Db, groupId: string, now: Temporal.Instant): Promise<number | undefined> {
  const periods = await listTellingPeriods(trx, groupId, LOOKED_AT);
  const wokenAt = await findPromptWake(trx, groupId);
  return restsSince(periods, { now, wokenAt, breaks: await listGroupBreaks(trx, groupId) });
}
