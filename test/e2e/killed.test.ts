import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startBot } from '../support/bot-process.ts';
import { freshFolder } from '../support/folder.ts';
import { aPlayground } from '../support/playground.ts';
import { addUp, expectWhole, readMembers, type StoredMember } from '../support/progress-history.ts';
import { isLong } from '../support/sample.ts';
import { eventOn, join, openTopics, type Person, type Screen, TICKS, ticksOn } from '../support/student.ts';

const KILLS = isLong ? 60 : 3;
const STUDENTS = 8;
const steps = ['language', 'http', 'git-terminal', 'sql'];
const checks = ['build-api', 'write-tests', 'deploy-service'];
const levels = { 'Not yet': 'not-yet', 'With help': 'with-help', Alone: 'alone', 'Could teach it': 'teach' };

const oneOf = <Value>(values: readonly Value[]): Value =>
  values[Math.floor(Math.random() * values.length)] ?? (values[0] as Value);
const someOf = <Value>(values: readonly Value[]): Value[] => values.filter(() => Math.random() < 0.5);

/** Somebody who writes as fast as the bot answers, and remembers what it answered. */
interface Student {
  readonly person: Person;
  /** By event: the items that were asked for. */
  readonly changed: Map<string, ReadonlyMap<string, boolean>>;
  readonly undone: Set<string>;
  readonly rated: { readonly check: string; readonly level: string }[];
  /** Writes that the bot never answered, each done whole or not at all. */
  readonly unanswered: { events: number; ratings: number };
  /** The newest screen that offers to take something back. */
  undo: Screen | undefined;
}

/** A write: what is sent, and what its answer says was done. */
interface Write {
  readonly kind: 'events' | 'ratings';
  send(): Promise<Screen>;
  note(answer: Screen): void;
}

function noteChange(student: Student, answer: Screen, asked: ReadonlyMap<string, boolean>): void {
  const eventId = eventOn(answer);
  if (eventId === undefined) {
    expect(answer.text).toMatch(/nothing changed/);
    return;
  }
  student.changed.set(eventId, asked);
  student.undo = answer;
}

async function tick(student: Student): Promise<Write> {
  const { person } = student;
  const screen = await openTopics(person, oneOf(steps));
  const { offered, ticked } = ticksOn(screen);
  const wanted = someOf(offered);
  const touched = offered.filter((id) => wanted.includes(id) !== ticked.includes(id));
  return {
    kind: 'events',
    send: () => person.choose(TICKS, wanted, screen),
    note: (answer) => noteChange(student, answer, new Map(touched.map((id) => [id, wanted.includes(id)]))),
  };
}

async function finish(student: Student): Promise<Write> {
  const step = oneOf(steps);
  return {
    kind: 'events',
    send: () => student.person.slash('done', { step }),
    note: (answer) => noteChange(student, answer, new Map([[step, true]])),
  };
}

/** Also with a screen from before the kill. */
async function takeBack(student: Student): Promise<Write> {
  const { undo } = student;
  const eventId = undo && eventOn(undo);
  const message = undo?.message;
  if (!message || eventId === undefined) return finish(student);
  return {
    kind: 'events',
    send: () => student.person.forge(message, `done:undo:${eventId}`),
    note({ text }) {
      if (/Taken back\.|taken back already/.test(text)) student.undone.add(eventId);
      else expect(text).toMatch(/changed that again/);
    },
  };
}

async function rate(student: Student): Promise<Write> {
  const { person } = student;
  const check = oneOf(checks);
  const screen = await person.slash('readiness', { check });
  const offered = screen.message?.controls.filter(({ label, disabled }) => label in levels && !disabled) ?? [];
  const { label } = oneOf(offered) ?? {};
  const level = levels[label as keyof typeof levels];
  return {
    kind: 'ratings',
    send: () => person.press(label ?? '', screen),
    note({ text }) {
      if (/is now at/.test(text)) student.rated.push({ check, level });
      else expect(text).toMatch(/It was so already/);
    },
  };
}

const GONE = Symbol('The bot was killed.');

/** Writes without a break until the bot is gone. */
async function study(student: Student, gone: Promise<typeof GONE>): Promise<void> {
  const unlessGone = <Value>(work: Promise<Value>): Promise<Value | typeof GONE> => {
    work.catch(() => undefined); // What nobody answers any more ends after Discord's time.
    return Promise.race([work, gone]);
  };
  for (;;) {
    const write = await unlessGone(oneOf([tick, tick, finish, takeBack, rate])(student));
    if (write === GONE) return;
    const answer = await unlessGone(write.send());
    if (answer === GONE) {
      student.unanswered[write.kind] += 1;
      return;
    }
    write.note(answer);
  }
}

/** Everything that was answered is there, and beside it nothing but what was never answered. */
function expectAnswered({ changed, undone, rated, unanswered }: Student, stored: StoredMember): void {
  expectWhole(stored);
  const own = new Map(stored.events.map((event, index) => [event.id, index]));
  expect([...changed.keys()].filter((id) => !own.has(id))).toEqual([]);
  for (const [id, asked] of changed) {
    const standing = addUp(stored.events.slice(0, (own.get(id) ?? 0) + 1));
    for (const [itemId, isDone] of asked) {
      const isSet = [itemId, itemId.split('/')[0] ?? ''].some((one) => standing.get(one)?.state === 'done');
      expect({ itemId, isSet }).toEqual({ itemId, isSet: isDone });
    }
  }
  const undoings = stored.events.flatMap(({ undoes }) => undoes ?? []);
  expect([...undone].filter((id) => !undoings.includes(id))).toEqual([]);
  const known = changed.size + undone.size;
  expect(stored.events.length - known).toBeLessThanOrEqual(unanswered.events);
  for (const check of checks) {
    const levelsOf = (ratings: readonly { readonly check: string; readonly level: string }[]) =>
      ratings.filter((rating) => rating.check === check).map(({ level }) => level);
    expect(missingFrom(levelsOf(stored.ratings), levelsOf(rated))).toEqual([]);
  }
  expect(stored.ratings.length - rated.length).toBeLessThanOrEqual(unanswered.ratings);
}

/** How many of their writes were answered. */
function answeredTo(students: readonly Student[]): number {
  return students.reduce((sum, { changed, undone, rated }) => sum + changed.size + undone.size + rated.length, 0);
}

/** However slow the machine is. */
async function untilSomeWereAnswered(students: readonly Student[]): Promise<void> {
  const before = answeredTo(students);
  await expect.poll(() => answeredTo(students)).toBeGreaterThan(before);
  await sleep(50 + Math.random() * 500);
}

/** What is not there in this order. */
function missingFrom(there: readonly string[], wanted: readonly string[]): string[] {
  let from = 0;
  return wanted.filter((one) => {
    const place = there.indexOf(one, from);
    if (place >= 0) from = place + 1;
    return place < 0;
  });
}

test(`${KILLS} kills while ${STUDENTS} members write lose nothing that was answered and leave nothing half done`, {
  timeout: 120_000 + KILLS * 10_000,
}, async ({ annotate }) => {
  const databaseFile = `${freshFolder().path}/cairn.sqlite`;
  const playground = await aPlayground();
  let bot = await startBot(playground, { databaseFile });
  const students = Array.from(
    { length: STUDENTS },
    (_, index): Student => ({
      person: playground.person(`Student ${index}`),
      changed: new Map(),
      undone: new Set(),
      rated: [],
      unanswered: { events: 0, ratings: 0 },
      undo: undefined,
    }),
  );
  await Promise.all(students.map(({ person }) => join(person)));

  for (let kill = 0; kill < KILLS; kill += 1) {
    const killed = Promise.withResolvers<typeof GONE>();
    const studies = Promise.all(students.map((student) => study(student, killed.promise)));
    await Promise.race([studies, untilSomeWereAnswered(students)]);
    await bot.stop('SIGKILL');
    await sleep(100); // What it had sent may still be on its way.
    killed.resolve(GONE);
    await studies;

    bot = await startBot(playground, { databaseFile });
    const members = new Map(readMembers(databaseFile).map((member) => [member.userId, member]));
    expect([...members.keys()].toSorted()).toEqual(students.map(({ person }) => person.id).toSorted());
    for (const student of students) expectAnswered(student, members.get(student.person.id) as StoredMember);
  }

  const answered = answeredTo(students);
  const unanswered = students.reduce((sum, { unanswered: { events, ratings } }) => sum + events + ratings, 0);
  const stored = readMembers(databaseFile).reduce((rows, one) => rows + one.events.length + one.ratings.length, 0);
  await annotate(`${answered} writes answered, ${unanswered} not; ${stored - answered} of those were done whole.`);
  expect(answered).toBeGreaterThan(KILLS);
  expect(unanswered).toBeGreaterThan(0);
});
