import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupRests } from '../../src/domain/group-rest.ts';
import { makePlan } from '../../src/domain/plan.ts';
import { restDays } from '../../src/domain/plan-days.ts';
import { instant } from '../support/builders.ts';
import { aPlanInput, day } from '../support/plans.ts';
import { aBreak } from '../support/study-groups.ts';

const zone = 'Europe/Berlin';
const today = day('2026-03-10');
const stay = { groupId: 'group1', joinedAt: instant('2026-01-05T12:00Z'), leftAt: undefined };
const open = (firstDay: string) => aBreak(firstDay, firstDay, { kind: 'pause', lastDay: undefined });

test.each([
  { what: 'a break counts whole', rest: aBreak('2026-02-02', '2026-02-15'), days: ['2026-02-02', '2026-02-15'] },
  { what: 'one ahead, too', rest: aBreak('2026-04-01', '2026-04-07'), days: ['2026-04-01', '2026-04-07'] },
  { what: 'only since they joined', rest: aBreak('2025-12-24', '2026-01-11'), days: ['2026-01-05', '2026-01-11'] },
  {
    what: 'only until they left',
    rest: aBreak('2026-02-02', '2026-02-15'),
    leftAt: '2026-02-03T23:30Z', // The 4th where they live.
    days: ['2026-02-02', '2026-02-04'],
  },
  { what: 'none before they joined', rest: aBreak('2025-12-24', '2026-01-04'), days: [] },
  { what: 'none after they left', rest: aBreak('2026-02-02', '2026-02-15'), leftAt: '2026-02-01T12:00Z', days: [] },
  { what: 'none of another group', rest: aBreak('2026-02-02', '2026-02-15', { groupId: 'group2' }), days: [] },
  {
    what: 'a pause that nobody has ended counts until today',
    rest: open('2026-03-02'),
    days: ['2026-03-02', '2026-03-10'],
  },
  { what: 'one that begins tomorrow not at all', rest: open('2026-03-11'), days: [] },
])('$what', ({ rest, leftAt, days }) => {
  const stays = [{ ...stay, leftAt: leftAt === undefined ? undefined : instant(leftAt) }];
  const rests = groupRests(stays, [rest], { zone, today });
  expect(rests.flatMap(({ firstDay, lastDay }) => [firstDay.toString(), lastDay.toString()])).toEqual(days);
  for (const { isOpen } of rests) expect(isOpen).toBe(rest.lastDay === undefined);
});

test('whoever has been in several groups rests with each only while they were in it', () => {
  const stays = [
    { ...stay, leftAt: instant('2026-02-10T12:00Z') },
    { groupId: 'group2', joinedAt: instant('2026-02-12T12:00Z'), leftAt: undefined },
  ];
  const breaks = [aBreak('2026-02-02', '2026-02-15'), aBreak('2026-02-09', '2026-02-13', { groupId: 'group2' })];
  const isRest = restDays(groupRests(stays, breaks, { zone, today }));
  const first = day('2026-02-01');
  const rested = Array.from({ length: 20 }, (_, index) => first.add({ days: index }));
  expect(rested.filter((one) => isRest(day('1970-01-01').until(one).days)).map(({ day: number }) => number)).toEqual([
    2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13,
  ]);
});

test('a break moves the plan of whoever was in the group by its days, and a pause on the same days adds nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), (after, length) => {
      const firstDay = day('2026-01-06').add({ days: after });
      const rest = aBreak('2026-01-06', '2026-01-06', { firstDay, lastDay: firstDay.add({ days: length - 1 }) });
      const rests = groupRests([stay], [rest], { zone, today });
      const planned = makePlan(aPlanInput({ rests })).planned;
      expect(makePlan(aPlanInput()).planned.until(planned).days).toBe(length);
      expect(makePlan(aPlanInput({ rests: [...rests, ...rests] })).planned.equals(planned)).toBe(true);
    }),
  );
});
