import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf, explainStreak, type PeriodOutcome, periodOutcomes } from '../../src/domain/streak.ts';

/** One letter a period: kept, missed, open, break, paused, neutral. */
const letters: Readonly<Record<string, PeriodOutcome>> = {
  k: 'kept',
  m: 'no-check-in',
  o: 'open',
  b: 'break',
  p: 'paused',
  n: 'neutral',
};

const read = (history: string) =>
  [...history].map((letter, index) => ({ period: index + 1, outcome: letters[letter] ?? 'kept' }));
const streakOf = (history: string) => explainStreak(read(history));

test.each([
  { rule: 'nobody has a streak before the first check-in', history: '', kept: 0, quarters: 0 },
  { rule: 'every kept period counts and earns a quarter', history: 'kkk', kept: 3, quarters: 3 },
  { rule: 'two whole spare weeks are the most', history: 'kkkkkkkkkk', kept: 10, quarters: 8 },
  { rule: 'a period without a check-in takes one whole spare week', history: 'kkkkkm', kept: 5, quarters: 1 },
  { rule: 'exactly one spare week is enough', history: 'kkkkm', kept: 4, quarters: 0 },
  { rule: 'with three quarters the streak ends and the quarters go', history: 'kkkm', kept: 0, quarters: 0 },
  { rule: 'after an end quarters start at nothing', history: 'kkkmk', kept: 1, quarters: 1 },
  { rule: 'two spare weeks cover two periods', history: 'kkkkkkkkmm', kept: 8, quarters: 0 },
  { rule: 'a third period in a row ends it', history: 'kkkkkkkkmmm', kept: 0, quarters: 0 },
  { rule: 'what a spare week covered is not counted', history: 'kkkkmk', kept: 5, quarters: 1 },
  { rule: 'a spare week is earned anew', history: 'kkkkmkkkkm', kept: 8, quarters: 0 },
  { rule: 'a break takes nothing and earns nothing', history: 'kkbk', kept: 3, quarters: 3 },
  { rule: 'a pause takes nothing and earns nothing', history: 'kppppppk', kept: 2, quarters: 2 },
  { rule: 'a period whose prompt could not be posted takes nothing', history: 'kknk', kept: 3, quarters: 3 },
  { rule: 'a running period and one in its grace end nothing', history: 'kkoo', kept: 2, quarters: 2 },
  { rule: 'periods before the first check-in cost nothing', history: 'mmmkk', kept: 2, quarters: 2 },
])('$rule: $history', ({ history, kept, quarters }) => {
  expect(streakOf(history)).toMatchObject({ kept, quarters });
});

test('the explanation says of each period what it did', () => {
  const { lines } = streakOf('mkkkkmbpnko');
  expect(lines.map(({ period, fate, kept, quarters }) => `${period} ${fate} ${kept} ${quarters}`)).toEqual([
    '1 no-check-in 0 0',
    '2 kept 1 1',
    '3 kept 2 2',
    '4 kept 3 3',
    '5 kept 4 4',
    '6 spare-week 4 0',
    '7 break 4 0',
    '8 paused 4 0',
    '9 neutral 4 0',
    '10 kept 5 1',
    '11 open 5 1',
  ]);
});

test('each count ends with the period that ended it, and the number is made of the last one alone', () => {
  const countsIn = (history: string) => countsOf(streakOf(history)).map((lines) => lines.map(({ period }) => period));
  expect(countsIn('mkkmkkp')).toEqual([
    [1, 2, 3, 4],
    [5, 6, 7],
  ]);
  expect(countsIn('kkmm')).toEqual([[1, 2, 3], [4]]);
  expect(countsIn('kkm')).toEqual([[1, 2, 3], []]);
  expect(countsIn('mm')).toEqual([[1, 2]]);
  expect(countsIn('')).toEqual([[]]);
});

const history = fc.array(fc.constantFrom(...periodOutcomes), { maxLength: 120 });
const results = (outcomes: readonly PeriodOutcome[]) => outcomes.map((outcome, period) => ({ period, outcome }));
const numberOf = (outcomes: readonly PeriodOutcome[]) => explainStreak(results(outcomes)).kept;

/** A history with one of its periods, and the history in which that one went otherwise. */
const changed = (to: PeriodOutcome, from: readonly PeriodOutcome[] = periodOutcomes) =>
  fc
    .tuple(history, fc.nat(), fc.constantFrom(...from))
    .filter(([outcomes]) => outcomes.length > 0)
    .map(([outcomes, at, was]) => ({
      before: outcomes.with(at % outcomes.length, was),
      after: outcomes.with(at % outcomes.length, to),
    }));

test('adding a check-in never shortens a streak', () => {
  fc.assert(fc.property(changed('kept'), ({ before, after }) => numberOf(after) >= numberOf(before)));
});

test.each(['break', 'paused', 'neutral', 'open'] as const)('a period that becomes %s never shortens a streak', (to) => {
  fc.assert(fc.property(changed(to, ['no-check-in']), ({ before, after }) => numberOf(after) >= numberOf(before)));
});

test('neither breaks, pauses nor open periods end a streak, however many there are', () => {
  const resting = fc.array(fc.constantFrom<PeriodOutcome>('break', 'paused', 'neutral', 'open'), { maxLength: 50 });
  fc.assert(fc.property(history, resting, (outcomes, rest) => numberOf([...outcomes, ...rest]) === numberOf(outcomes)));
});

test('the explanation adds up to the number', () => {
  fc.assert(
    fc.property(history, (outcomes) => {
      const streak = explainStreak(results(outcomes));
      const own = countsOf(streak).at(-1) ?? [];
      expect(countsOf(streak).flat()).toEqual(streak.lines);
      expect(own.filter(({ fate }) => fate === 'kept')).toHaveLength(streak.kept);
      expect(streak.lines).toHaveLength(outcomes.length);
      let quarters = 0;
      for (const { fate, quarters: after } of own) {
        if (fate === 'kept') quarters = Math.min(quarters + 1, 8);
        if (fate === 'spare-week') quarters -= 4;
        expect(quarters).toBeGreaterThanOrEqual(0);
        expect(after).toBe(quarters);
      }
      expect(streak.quarters).toBe(quarters);
    }),
  );
});

test('folding a history in two pieces gives what folding it whole gives', () => {
  fc.assert(
    fc.property(history, history, (early, late) => {
      const { lines: _, ...whole } = explainStreak(results([...early, ...late]));
      const { lines: __, ...pieces } = explainStreak(results(late), explainStreak(results(early)));
      expect(pieces).toEqual(whole);
    }),
  );
});
