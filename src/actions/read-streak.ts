import type { Member } from '../domain/member.ts';
import { groundsUntil, type PeriodResult, periodResults, settledResults } from '../domain/member-periods.ts';
import { explainStreak, type Streak, type StreakState } from '../domain/streak.ts';
import type { StreakFold } from '../domain/streak-fold.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findStreakFold, saveStreakFold } from '../store/streak-store.ts';
import type { Deps } from './deps.ts';
import { type MemberBackground, readMemberBackground, withPeriods } from './read-member-history.ts';

export interface ReadStreakInput {
  readonly member: Pick<Member, 'id' | 'joinedAt'>;
  readonly now: Temporal.Instant;
}

/**
 * Where a member's streak stands. Only what came since it was last reckoned is looked at, so it takes as long after a
 * year as after a month; a break or a pause in hindsight, or a group that was taken up again, makes it reckon from the
 * beginning.
 */
export async function readStreak(deps: Deps, input: ReadStreakInput): Promise<StreakState> {
  return deps.db.transaction().execute((trx) => readStreakIn(trx, input));
}

/** The same inside a transaction that is open already. */
export async function readStreakIn(trx: Db, { member, now }: ReadStreakInput): Promise<StreakState> {
  const background = await readMemberBackground(trx, member, now);
  const found = await findStreakFold(trx, member.id);
  const fold = found && groundsUntil(background, found.through) === found.grounds ? found : undefined;
  const history = await withPeriods(trx, background, fold?.through);
  const results = periodResults(history, { after: fold?.through, now });
  const settled = settledResults(results, now);
  const { lines: _, ...state } = explainStreak(settled, fold);
  const through = settled.at(-1)?.period.closesAt;
  if (through) await saveStreakFold(trx, member.id, foldOf(state, through, background));
  const { kept, quarters } = explainStreak(results.slice(settled.length), state);
  return { kept, quarters };
}

/** The whole history of a member's streak, period by period. */
export async function explainMemberStreak(
  deps: Deps,
  { member, now }: ReadStreakInput,
): Promise<Streak<PeriodResult['period']>> {
  return deps.db.transaction().execute(async (trx) => {
    const history = await withPeriods(trx, await readMemberBackground(trx, member, now));
    return explainStreak(periodResults(history, { after: undefined, now }));
  });
}

function foldOf(state: StreakState, through: Temporal.Instant, background: MemberBackground): StreakFold {
  return { ...state, through, grounds: groundsUntil(background, through) };
}
