import { expect } from 'vitest';
import type { MessageView } from '../../playground/people/reading.ts';
import type { Member, ReminderStrength } from '../../src/domain/member.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { day } from './plans.ts';
import { Rhythm } from './rhythm.ts';
import type { Person, Screen } from './student.ts';

export const names = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hal', 'Ivy', 'Jo', 'Kim', 'Lou'] as const;
type Name = (typeof names)[number];

/** What somebody said about a week, as the test itself keeps it. */
interface Said {
  readonly at?: Temporal.Instant;
  readonly hours?: number;
  readonly isPrivate?: boolean;
  readonly blocker?: string;
  readonly finishes?: boolean;
  readonly isTakenBack?: boolean;
  readonly isHidden?: boolean;
}

export const monday = (week: number) => day('2026-03-02').add({ days: 7 * (week - 1) });

/** A moment of a week, counted from its Monday, on the group's clock. */
function moment(week: number, days: number, hour: number, minute = 30): Temporal.Instant {
  const at = monday(week).add({ days });
  return at.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: { hour, minute } }).toInstant();
}

const nameOf = (week: number) => monday(week).toLocaleString('en-GB', { day: 'numeric', month: 'long' });

/** The line of a recap, added up from what was said. Undefined where nobody said anything that others may read. */
function lineOf(week: number, all: ReadonlyMap<Name, Said>): string | undefined {
  const told = [...all.values()].filter(({ isPrivate }) => !isPrivate);
  const said = told.filter(({ isTakenBack }) => !isTakenBack);
  if (said.every(({ isHidden }) => isHidden)) return undefined;
  const hours = said.flatMap(({ hours: own }) => own ?? []);
  const finished = told.filter(({ finishes }) => finishes).length;
  const sums = [
    said.length === 1 ? '1 check-in' : `${said.length} check-ins`,
    ...(hours.length < 3 ? [] : [`${hours.reduce((sum, one) => sum + one, 0)} hours`]),
    ...(finished === 0 ? [] : [finished === 1 ? '1 step finished' : `${finished} steps finished`]),
  ];
  const line = sums.length < 3 ? sums.join(' and ') : `${sums.slice(0, -1).join(', ')}, and ${sums.at(-1)}`;
  return `**Spring cohort**, Week of ${nameOf(week)}: ${line}.`;
}

const remindersIn = { off: 0, light: 1, standard: 2, active: 3 };

/** The weeks of which somebody is reminded, one for each reminder: with the prompt, before the end, in the grace. */
function remindedOf(
  strength: ReminderStrength,
  saidAt: (week: number) => Temporal.Instant | undefined,
  isAtRest: (week: number) => boolean,
): string[] {
  const weeks = Array.from({ length: 8 }, (_, index) => index + 1).filter((week) => !isAtRest(week));
  return weeks.flatMap((week) => {
    const all = [moment(week, 6, 18, 0), moment(week, 6, 21, 0), moment(week, 8, 21, 0)];
    const due = all.slice(0, remindersIn[strength]);
    const said = saidAt(week);
    return due.filter((at) => !said || Temporal.Instant.compare(at, said) < 0).map(() => `Week of ${nameOf(week)}`);
  });
}

/** Twelve people on the playground's Discord, who act as people do: with commands, buttons and forms. */
export async function aGroupOfTwelve() {
  const rhythm = await Rhythm.begin();
  const members = new Map<Name, Member>();
  for (const name of names) members.set(name, await rhythm.member(name));
  const kept = new Map<number, Map<Name, Said>>();
  const weekOf = (week: number) => kept.get(week) ?? kept.set(week, new Map()).get(week) ?? new Map<Name, Said>();
  const note = (name: Name, week: number, said: Said) => {
    const all = weekOf(week);
    all.set(name, { ...all.get(name), ...said });
  };
  const person = (name: Name | 'Grace'): Person => rhythm.playground.person(name).in('study');
  const memberOf = (name: Name) => members.get(name) as Member;
  // Who was away for weeks is greeted first.
  const greeted = async (name: Name, answer: Screen): Promise<Screen> =>
    answer.text.startsWith('## Welcome back') ? person(name).press('Go on') : answer;
  const command = async (name: Name, typed: string) => greeted(name, await person(name).slash(typed));
  const fill = async (name: Name, week: number, said: Said) => {
    const who = person(name);
    const { hours, isPrivate = false, blocker = '', finishes = false } = said;
    const step = who.form?.fields.at(-1)?.options.at(0)?.label ?? '';
    const boxes = [...(finishes ? [step] : []), ...(blocker ? ['help'] : []), ...(isPrivate ? ['private'] : [])];
    const answer = await who.fill({ did: `Week ${week}`, hours: String(hours ?? ''), obstacle: blocker, boxes });
    expect(answer.text).toMatch(/is in\.|says this now\./);
    note(name, week, { at: rhythm.time.now(), ...said });
    await rhythm.time.bot.idle();
  };
  return {
    ...{ rhythm, memberOf, person, command, note },
    press: async (name: Name, button: string, on?: MessageView) => greeted(name, await person(name).press(button, on)),
    async wantReminders(name: Name, strength: ReminderStrength) {
      await command(name, 'settings');
      await person(name).choose('Reminders', strength);
    },
    travel: (week: number, days: number, hour: number) => rhythm.time.travelTo(moment(week, days, hour)),
    /** By the command, for the week that runs. */
    async checkIn(name: Name, week: number, said: Said = {}) {
      await command(name, 'checkin');
      await fill(name, week, said);
    },
    /** By the button below the prompt of a week. */
    async checkInLate(name: Name, week: number, said: Said = {}) {
      const prompt = rhythm.posts.find(({ content }) => content.includes(`check in for **Week of ${nameOf(week)}**`));
      await person(name).press('Check in', prompt);
      await fill(name, week, said);
    },
    async cardOf(name: Name, week: number): Promise<MessageView> {
      const { card } = await rhythm.said(memberOf(name), week);
      const found = rhythm.threads.flatMap(({ messages }) => messages).find(({ id }) => id === card?.messageId);
      if (!found) throw new Error(`${name} has no card for week ${week}.`);
      return found;
    },
    recapOf(week: number): MessageView | undefined {
      return rhythm.posts.find(({ content }) => content.startsWith(`**Spring cohort**, Week of ${nameOf(week)}: `));
    },
    expected: () => Array.from({ length: 8 }, (_, index) => lineOf(index + 1, weekOf(index + 1))).filter(Boolean),
    recaps: () => rhythm.posts.map(({ content }) => content).filter((line) => /: \d+ check-in/.test(line)),
    /** The weeks of which somebody was reminded privately, one for each message. */
    remindersOf: (name: Name): string[] =>
      person(name)
        .privately.read()
        .filter(({ labels }) => labels.includes('No more reminders'))
        .map(({ content }) => content.match(/Week of \d+ \p{L}+/u)?.[0] ?? content),
    expectedReminders: (name: Name, strength: ReminderStrength, atRest: readonly number[]): string[] =>
      remindedOf(
        strength,
        (week) => kept.get(week)?.get(name)?.at,
        (week) => atRest.includes(week),
      ),
  };
}
