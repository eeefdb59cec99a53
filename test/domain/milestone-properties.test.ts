import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milestoneCode } from '../../src/domain/milestone.ts';
import {
  type CalendarInput,
  type DatedMilestone,
  datesOf,
  type MilestoneMove,
} from '../../src/domain/milestone-calendar.ts';
import { replan } from '../../src/domain/milestone-plan.ts';
import type { GroupBreak } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { instant } from '../support/builders.ts';
import { day } from '../support/plans.ts';
import { aBreak, aCalendarInput, aSchedule, daysOf, milestoneOf, time } from '../support/study-groups.ts';

/** Clocks of every kind: half hours, other halves of the year, midnight changes, skipped days, rules given up or new. */
const zones = `Europe/Berlin Europe/London Europe/Dublin Europe/Moscow Europe/Istanbul Europe/Lisbon Europe/Kyiv
  America/New_York America/Los_Angeles America/St_Johns America/Sao_Paulo America/Santiago America/Asuncion
  America/Havana America/Caracas America/Mexico_City America/Phoenix America/Nuuk Africa/Casablanca Africa/Cairo
  Africa/Lagos Africa/Juba Asia/Kathmandu Asia/Kolkata Asia/Tehran Asia/Gaza Asia/Beirut Asia/Amman Asia/Pyongyang
  Asia/Tokyo Asia/Shanghai Australia/Lord_Howe Australia/Sydney Australia/Eucla Pacific/Apia Pacific/Chatham
  Pacific/Kiritimati Pacific/Kwajalein Pacific/Easter Antarctica/Troll UTC`.split(/\s+/);

const everyCode = 'w k p1 p2 p3 p4 p5 p6 p7 p8 e1 e2 e3 e4 h g'.split(' ');

/** A whole number of days after the start, before it where negative. */
type Days = number;
const days = (min: Days, max: Days) => fc.integer({ min, max });

const known = instant('1969-06-01T00:00Z');
const moved = known.add({ hours: 1 });
const later = moved.add({ hours: 1 });

interface Drawn {
  readonly input: CalendarInput;
  /** A break that is not in `input`, recorded after all that was moved. */
  readonly more: GroupBreak;
}

/** Any group with up to four breaks and three moves, and one break more. */
const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    zone: fc.constantFrom(...zones),
    start: days(0, 131 * 365),
    months: fc.constantFrom(8, 16),
    minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    startSetAt: fc.constantFrom(known, moved), // Before every break, or after those that were known.
    breaks: fc.array(fc.tuple(days(-40, 560), days(0, 60), fc.constantFrom(known, later)), { maxLength: 4 }),
    moves: fc.uniqueArray(fc.tuple(fc.constantFrom(...everyCode), days(-20, 600)), {
      maxLength: 3,
      selector: ([code]) => code,
    }),
    more: fc.tuple(days(-40, 560), days(0, 60), fc.constant(later)),
  })
  .map(({ zone, start, months, minute, startSetAt, breaks, moves, more }) => {
    const startDay = day('1970-01-01').add({ days: start });
    const rest = ([from, length, recordedAt]: [Days, Days, Temporal.Instant]) => {
      const firstDay = startDay.add({ days: from });
      return aBreak(`${firstDay}`, `${firstDay.add({ days: length })}`, { recordedAt });
    };
    const schedule = aSchedule({ zone, startDay, months, postTime: time('00:00').add({ minutes: minute }) });
    const input = aCalendarInput({
      schedule,
      startSetAt,
      breaks: breaks.map(rest),
      moves: moves.map(([code, to]) => ({ ...milestoneOf(code), to: startDay.add({ days: to }), at: moved })),
    });
    return { input, more: rest(more) };
  });

const withoutMoves = drawn.map(({ input, more }) => ({ input: { ...input, moves: [] }, more }));

const compare = Temporal.PlainDate.compare;
const includes = ({ firstDay, lastDay }: GroupBreak, date: Temporal.PlainDate) =>
  compare(firstDay, date) <= 0 && lastDay !== undefined && compare(date, lastDay) <= 0;

/** The milestones whose day is earlier in `after` than in `before`. */
function earlierOnes(before: readonly DatedMilestone[], after: readonly DatedMilestone[]): string[] {
  const old = daysOf(before);
  return after
    .map((one) => ({ code: milestoneCode(one), to: `${one.day}` }))
    .filter(({ code, to }) => to < (old[code] ?? ''))
    .map(({ code, to }) => `${code} ${old[code]} → ${to}`);
}

test('none is lost, none is doubled, and the days of different parts are strictly increasing', () => {
  fc.assert(
    fc.property(withoutMoves, ({ input }) => {
      const dates = datesOf(input);
      expect(dates.map(milestoneCode).toSorted()).toEqual(everyCode.toSorted());
      const { w, k, p1, p2, p3, p4, p5, p6, p7, p8, g, h, e1, e2, e3, e4 } = daysOf(dates);
      const inTurn = [w, k, p2, p3, p4, p5, p6, p7, p8, g];
      expect([...new Set(inTurn)].toSorted()).toEqual(inTurn);
      expect([p1, h, e1, e2, e3, e4]).toEqual([k, p5, p2, p5, p7, g]);
    }),
  );
});

test('they come in the order of their instants, whatever was moved', () => {
  fc.assert(
    fc.property(drawn, ({ input }) => {
      const instants = datesOf(input).map(({ dueAt }) => dueAt);
      expect(instants).toHaveLength(16);
      expect(instants.toSorted(Temporal.Instant.compare)).toEqual(instants);
    }),
  );
});

test('each is due at the asked hour of its day, the first time that comes, or the first moment after a gap', () => {
  fc.assert(
    fc.property(drawn, ({ input }) => {
      const { zone, postTime } = input.schedule;
      for (const one of datesOf(input)) {
        const asked = one.day.toPlainDateTime(postTime);
        const shown = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDateTime();
        // Every offset that holds nearby, and the instant that shows the asked hour with it.
        const around = [-36, 0, 36].map((hours) => one.dueAt.add({ hours }).toZonedDateTimeISO(zone).offsetNanoseconds);
        const showing = around
          .map((nanoseconds) => asked.toZonedDateTime('UTC').toInstant().subtract({ nanoseconds }))
          .filter((at) => shown(at).equals(asked))
          .toSorted(Temporal.Instant.compare);
        if (showing[0]) {
          expect(one.dueAt.toString()).toBe(showing[0].toString());
        } else {
          expect(Temporal.PlainDateTime.compare(shown(one.dueAt.subtract({ nanoseconds: 1 })), asked)).toBe(-1);
          expect(Temporal.PlainDateTime.compare(shown(one.dueAt), asked)).toBe(1);
        }
      }
    }),
  );
});

test('one more break never moves anything earlier', () => {
  fc.assert(
    fc.property(drawn, ({ input, more }) => {
      const after = datesOf({ ...input, breaks: [...input.breaks, more] });
      expect(earlierOnes(datesOf(input), after)).toEqual([]);
    }),
  );
});

test('a longer break never gives an earlier date', () => {
  fc.assert(
    fc.property(drawn, days(1, 60), fc.boolean(), ({ input, more }, longer, atItsStart) => {
      const long = atItsStart
        ? { ...more, firstDay: more.firstDay.subtract({ days: longer }) }
        : { ...more, lastDay: more.lastDay?.add({ days: longer }) };
      const before = datesOf({ ...input, breaks: [...input.breaks, more] });
      expect(earlierOnes(before, datesOf({ ...input, breaks: [...input.breaks, long] }))).toEqual([]);
    }),
  );
});

test('a break alone moves what lies on or after its first day by its length, and nothing else', () => {
  fc.assert(
    fc.property(withoutMoves, ({ input, more }) => {
      const length = more.lastDay ? more.firstDay.until(more.lastDay).days + 1 : 0;
      const before = datesOf({ ...input, breaks: [] });
      const expected = before.map(({ day: date }) =>
        compare(date, more.firstDay) < 0 ? date : date.add({ days: length }),
      );
      const after = datesOf({ ...input, breaks: [more] });
      expect(after.map((one) => `${one.day}`)).toEqual(expected.map(String));
    }),
  );
});

test('in which order breaks were recorded does not matter, and nothing is left within one', () => {
  fc.assert(
    fc.property(withoutMoves, ({ input, more }) => {
      const breaks = [...input.breaks, more];
      const dates = datesOf({ ...input, breaks });
      expect(datesOf({ ...input, breaks: breaks.toReversed() })).toEqual(dates);
      const within = dates.filter((one) => breaks.some((rest) => includes(rest, one.day)));
      // A week before a start that was chosen since may be one of rest.
      const onPurpose = input.startSetAt.equals(moved) ? ['w'] : [];
      expect(within.map(milestoneCode).filter((code) => !onPurpose.includes(code))).toEqual([]);
    }),
  );
});

test('moving one milestone moves no other', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom(...everyCode), days(-20, 600), ({ input }, code, to) => {
      const move = { ...milestoneOf(code), to: input.schedule.startDay.add({ days: to }), at: moved };
      const others = input.moves.filter((one) => milestoneCode(one) !== code);
      const before = daysOf(datesOf({ ...input, moves: others }));
      const after = daysOf(datesOf({ ...input, moves: [...others, move] }));
      expect({ ...after, [code]: '' }).toEqual({ ...before, [code]: '' });
      expect(daysOf(datesOf({ ...input, moves: [move], breaks: [] }))[code]).toBe(`${move.to}`);
    }),
  );
});

test('one that is moved to where it stands anyway goes with the others, whatever breaks come later', () => {
  fc.assert(
    fc.property(withoutMoves, fc.constantFrom(...everyCode), ({ input, more }, code) => {
      const breaks = input.breaks.filter((rest) => rest.recordedAt.equals(known));
      const to = day(daysOf(datesOf({ ...input, breaks }))[code] ?? '');
      const move: MilestoneMove = { ...milestoneOf(code), to, at: moved };
      const all = [...input.breaks, more];
      expect(datesOf({ ...input, breaks: all, moves: [move] })).toEqual(datesOf({ ...input, breaks: all }));
    }),
  );
});

test('in every zone the days are the same: only their instants differ', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom(...zones), ({ input }, zone) => {
      const there = { ...input, schedule: { ...input.schedule, zone } };
      expect(daysOf(datesOf(there))).toEqual(daysOf(datesOf(input)));
    }),
  );
});

test('a break that is taken back leaves no trace, whenever it was recorded', () => {
  fc.assert(
    fc.property(drawn, days(-60, 600), ({ input, more }, today) => {
      const now = input.schedule.startDay.add({ days: today }).toZonedDateTime('UTC').toInstant().add({ seconds: 1 });
      const plan = (breaks: readonly GroupBreak[], rows: Parameters<typeof replan>[0]) =>
        replan(rows, 'group1', datesOf({ ...input, breaks }), now);
      const before = plan(input.breaks, []);
      const during = plan([...input.breaks, more], before);
      expect(plan(input.breaks, during)).toEqual(before);
    }),
  );
});
