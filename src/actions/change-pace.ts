import type { Member, Pace } from '../domain/member.ts';
import { isAfter } from '../lib/is-after.ts';
import type { Temporal } from '../lib/temporal.ts';
import { insertPace, listPaces } from '../store/member-store.ts';
import { hastenLook } from '../store/reminder-look-store.ts';
import type { Deps } from './deps.ts';

export interface ChangePaceInput {
  readonly member: Pick<Member, 'id'>;
  /** Hours a week, 1 to 60. Left out: as before. */
  readonly hours?: number;
  /** IANA name. Left out: as before. */
  readonly zone?: string;
  readonly now: Temporal.Instant;
}

export type ChangePaceOutcome =
  | { readonly kind: 'changed'; readonly before: Pace; readonly after: Pace }
  /** It was so already: nothing was written. */
  | { readonly kind: 'unchanged'; readonly before: Pace };

/** A new pace from now on. What was planned until now stays as it was. */
export async function changePace(
  deps: Deps,
  { member, now, hours, zone }: ChangePaceInput,
): Promise<ChangePaceOutcome> {
  return deps.db.transaction().execute(async (trx): Promise<ChangePaceOutcome> => {
    const before = (await listPaces(trx, member.id)).at(-1);
    if (!before) throw new Error(`Member ${member.id} has no pace`);
    const wanted = { hours: hours ?? before.hours, zone: zone ?? before.zone };
    if (wanted.hours === before.hours && wanted.zone === before.zone) return { kind: 'unchanged', before };
    const after = { ...wanted, validFrom: laterOf(now, before.validFrom) };
    await insertPace(trx, member.id, after);
    await hastenLook(trx, member.id, now); // Hours of the day are those of the zone.
    return { kind: 'changed', before, after };
  });
}

/** The newest pace is the one in force, also where the clock of the machine was set back. */
function laterOf(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return isAfter(one, other) ? one : other;
}
