import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makePlan, type Plan, type PlanChange, type PlanInput } from '../../src/domain/plan.ts';
import { localDate, noonOf, type Span } from '../../src/domain/plan-days.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { aPlanInput, day } from '../support/plans.ts';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'UTC',
];

const date = fc.integer({ min: 0, max: 1500 }).map((days) => day('2023-11-01').add({ days }));
const span = fc.tuple(date, fc.integer({ min: 0, max: 40 })).map(([firstDay, length]): Span => {
  return { firstDay, lastDay: firstDay.add({ days: length }) };
});
const hours = fc.integer({ min: 1, max: 60 });

const change = fc.oneof(
  fc.record({ id: fc.uuid(), firstDay: date, kind: fc.constant('later-end'), days: fc.integer({ min: 1, max: 200 }) }),
  fc.record({
    id: fc.uuid(),
    firstDay: date,
    kind: fc.constant('more-hours'),
    days: fc.integer({ min: 7, max: 84 }),
    hours: fc.integer({ min: 1, max: 20 }),
  }),
) as fc.Arbitrary<PlanChange>;

/** Somebody who joined up to some years ago, with whatever can have happened since. */
const input: fc.Arbitrary<PlanInput> = fc
  .record({
    joinedOn: date,
    since: fc.integer({ min: 0, max: 700 }),
    paces: fc.array(fc.tuple(fc.integer({ min: 1, max: 700 }), hours), { maxLength: 3 }),
    firstHours: hours,
    rests: fc.array(span, { maxLength: 4 }),
    changes: fc.array(change, { maxLength: 2 }),
    work: fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 12 })), { maxLength: 40 }),
    total: fc.integer({ min: 1, max: 700 }),
    doneShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ joinedOn, since, paces, firstHours, work, total, doneShare, ...rest }) => {
    const done = Math.floor(total * doneShare);
    const changed = paces
      .filter(([after]) => after <= since)
      .toSorted(([one], [other]) => one - other)
      .map(([after, weekly]) => ({ from: joinedOn.add({ days: after }), hours: weekly }));
    return aPlanInput({
      ...rest,
      joinedOn,
      today: joinedOn.add({ days: since }),
      paces: [{ from: joinedOn, hours: firstHours }, ...changed],
      work: work
        .filter(([after]) => after <= since)
        .map(([after, count]) => ({ day: joinedOn.add({ days: after }), hours: count })),
      hours: { done, total },
      hoursToPhaseEnd: (total - done) / 2,
    });
  });

const isNotAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) => one.until(other).days >= 0;

/** The three ends of a plan: as planned, and as things go. */
const endsOf = ({ planned, projected }: Plan) => [planned, projected.early, projected.late] as const;

function expectNoneLater(after: Plan, before: Plan): void {
  const later = endsOf(after).filter((end, index) => !isNotAfter(end, endsOf(before)[index] ?? end));
  expect(later.map(String)).toEqual([]);
}

test('more planned hours never finish later', () => {
  fc.assert(
    fc.property(input, hours, (before, more) => {
      const paces = before.paces.map((pace, index) =>
        index === before.paces.length - 1 ? { ...pace, hours: pace.hours + more } : pace,
      );
      expectNoneLater(makePlan({ ...before, paces }), makePlan(before));
    }),
  );
});

test('deciding today to do more from today on never finishes later', () => {
  fc.assert(
    fc.property(input, hours, (before, more) => {
      const now = (before.paces.at(-1)?.hours ?? 0) + more;
      const paces = [...before.paces, { from: before.today, hours: now }];
      expectNoneLater(makePlan({ ...before, paces }), makePlan(before));
    }),
  );
});

test('more hours for some weeks never finish later', () => {
  fc.assert(
    fc.property(input, hours, fc.integer({ min: 1, max: 84 }), (before, more, days) => {
      const one = { id: 'a', kind: 'more-hours', firstDay: before.today, hours: more, days } as const;
      expectNoneLater(makePlan({ ...before, changes: [...before.changes, one] }), makePlan(before));
    }),
  );
});

test('at one and the same moment, ticking never moves an end later', () => {
  fc.assert(
    fc.property(input, fc.double({ min: 0, max: 1, noNaN: true }), (before, share) => {
      const ticked = Math.ceil((before.hours.total - before.hours.done) * share);
      const after = {
        ...before,
        hours: { done: before.hours.done + ticked, total: before.hours.total },
        work: [...before.work, { day: before.today, hours: ticked }],
      };
      expectNoneLater(makePlan(after), makePlan(before));
    }),
  );
});

test('setting something aside never finishes later', () => {
  fc.assert(
    fc.property(input, fc.double({ min: 0, max: 1, noNaN: true }), (before, share) => {
      const open = Math.ceil((before.hours.total - before.hours.done) * share);
      const after = { ...before, hours: { ...before.hours, total: before.hours.total - open } };
      expectNoneLater(makePlan(after), makePlan(before));
    }),
  );
});

test('a pause wholly ahead, before the end and apart from other pauses and breaks, moves that end by exactly its length', () => {
  fc.assert(
    fc.property(input, fc.integer({ min: 1, max: 90 }), fc.nat(), (given, length, offset) => {
      const apart = given.rests.filter(({ lastDay }) => isNotAfter(lastDay, given.today));
      const before = { ...given, rests: apart };
      endsOf(makePlan(before)).forEach((end, index) => {
        const ahead = given.today.until(end).days;
        if (ahead < 1) return; // That end lies behind: no pause is ahead and before it.
        const firstDay = given.today.add({ days: 1 + (offset % ahead) });
        const pause = { firstDay, lastDay: firstDay.add({ days: length - 1 }) };
        const after = endsOf(makePlan({ ...before, rests: [...apart, pause] }))[index];
        expect(after?.toString()).toBe(end.add({ days: length }).toString());
      });
    }),
  );
});

test('a pause that is over and in which nothing was done moves the planned end later or leaves it', () => {
  fc.assert(
    fc.property(input, span, (before, pause) => {
      const after = makePlan({ ...before, rests: [...before.rests, pause] });
      expect(isNotAfter(makePlan(before).planned, after.planned)).toBe(true);
    }),
  );
});

test('a rest that is ahead makes nobody behind, or ahead', () => {
  fc.assert(
    fc.property(input, fc.integer({ min: 1, max: 700 }), fc.integer({ min: 0, max: 40 }), (before, after, length) => {
      const firstDay = before.today.add({ days: after });
      const rest = { firstDay, lastDay: firstDay.add({ days: length }) };
      expect(makePlan({ ...before, rests: [...before.rests, rest] }).standing).toEqual(makePlan(before).standing);
    }),
  );
});

test('the early end is never after the late one, and neither lies in the past', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { projected, phaseEnd } = makePlan(given);
      for (const range of [projected, phaseEnd]) {
        if (!range) continue;
        expect(isNotAfter(given.today, range.early)).toBe(true);
        expect(isNotAfter(range.early, range.late)).toBe(true);
      }
    }),
  );
});

test('the same days give the same plan in whatever year they lie: months and leap days do not matter', () => {
  fc.assert(
    fc.property(input, fc.integer({ min: -200, max: 200 }), (given, weeks) => {
      const move = <T extends Temporal.PlainDate>(one: T) => one.add({ weeks });
      const moved: PlanInput = {
        ...given,
        today: move(given.today),
        joinedOn: move(given.joinedOn),
        paces: given.paces.map((pace) => ({ ...pace, from: move(pace.from) })),
        rests: given.rests.map(({ firstDay, lastDay }) => ({ firstDay: move(firstDay), lastDay: move(lastDay) })),
        changes: given.changes.map((one) => ({ ...one, firstDay: move(one.firstDay) })),
        work: given.work.map((one) => ({ ...one, day: move(one.day) })),
      };
      expect(endsOf(makePlan(moved)).map(String)).toEqual(endsOf(makePlan(given)).map((end) => move(end).toString()));
    }),
  );
});

test('a clock change never makes a day of two, nor none of one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), date, fc.integer({ min: 0, max: 400 }), (zone, start, length) => {
      const end = start.add({ days: length });
      expect(localDate(noonOf(start, zone), zone).equals(start)).toBe(true);
      expect(localDate(noonOf(start, zone), zone).until(localDate(noonOf(end, zone), zone)).days).toBe(length);
    }),
  );
});

test('whoever joins at any moment of a day has the dates of that day, in every zone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), date, fc.integer({ min: 0, max: 1439 }), (zone, joined, minute) => {
      const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
      const at = joined.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
      const joinedOn = localDate(at, zone);
      const plan = makePlan(aPlanInput({ joinedOn }));
      expect(joinedOn.equals(joined)).toBe(true);
      expect(joined.until(plan.planned).days).toBe(364);
    }),
  );
});
