/**
 * How a period went for a member. `open`: it is running, or in its grace. `neutral`: the bot could not post its prompt.
 * A check-in counts as kept whatever else there was.
 */
export const periodOutcomes = ['kept', 'no-check-in', 'open', 'break', 'paused', 'neutral'] as const;
export type PeriodOutcome = (typeof periodOutcomes)[number];

/** Where a streak stands between two periods. */
export interface StreakState {
  /** How many periods were kept: the number that a member sees. */
  readonly kept: number;
  /** Quarters of spare weeks. */
  readonly quarters: number;
}

/** What a period did to the streak: a period without a check-in may have taken a spare week. */
export type PeriodFate = PeriodOutcome | 'spare-week';

export interface StreakLine<P> extends StreakState {
  readonly period: P;
  readonly fate: PeriodFate;
}

export interface Streak<P> extends StreakState {
  /** Every period that was looked at, oldest first, each with how the streak stood after it. */
  readonly lines: readonly StreakLine<P>[];
}

export const NO_STREAK: StreakState = { kept: 0, quarters: 0 };

/** Every kept period earns one. */
export const QUARTERS_OF_SPARE_WEEK = 4;

/** Two spare weeks at most. */
export const MOST_QUARTERS = 2 * QUARTERS_OF_SPARE_WEEK;

/** A streak of one says nothing yet. */
const SHOWN_FROM = 2;

/** Whether a streak is shown: undefined stands for one whose member turned streaks off. */
export function isShown(streak: StreakState | undefined): streak is StreakState {
  return streak !== undefined && streak.kept >= SHOWN_FROM;
}

/**
 * A pure function of how the periods went, oldest first. `from` is where the streak stood before them: folding a
 * history in pieces gives what folding it whole gives.
 */
export function explainStreak<P>(
  results: Iterable<{ readonly period: P; readonly outcome: PeriodOutcome }>,
  from: StreakState = NO_STREAK,
): Streak<P> {
  let state = from;
  const lines: StreakLine<P>[] = [];
  for (const { period, outcome } of results) {
    const { fate, ...after } = afterPeriod(state, outcome);
    state = after;
    lines.push({ period, fate, ...after });
  }
  return { ...state, lines };
}

/**
 * All lines, oldest first, in one list for each count: all but the last end with the period that ended it. The number is
 * made of the last one alone, which may be empty.
 */
export function countsOf<P>({ lines }: Streak<P>): readonly (readonly StreakLine<P>[])[] {
  const counts: StreakLine<P>[][] = [[]];
  for (const [index, line] of lines.entries()) {
    counts.at(-1)?.push(line);
    if (line.fate === 'no-check-in' && (lines[index - 1] ?? NO_STREAK).kept > 0) counts.push([]);
  }
  return counts;
}

function afterPeriod(state: StreakState, outcome: PeriodOutcome): StreakState & { readonly fate: PeriodFate } {
  const { kept, quarters } = state;
  switch (outcome) {
    case 'kept':
      return { fate: 'kept', kept: kept + 1, quarters: Math.min(quarters + 1, MOST_QUARTERS) };
    case 'no-check-in':
      return quarters < QUARTERS_OF_SPARE_WEEK
        ? { fate: 'no-check-in', ...NO_STREAK }
        : { fate: 'spare-week', kept, quarters: quarters - QUARTERS_OF_SPARE_WEEK };
    case 'open':
    case 'break':
    case 'paused':
    case 'neutral':
      return { fate: outcome, ...state };
  }
}
