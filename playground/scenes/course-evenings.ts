import type { Person } from '../people/person.ts';
import type { Screen } from '../people/screen.ts';

/** Something that happened so many days after the group set out, at that hour of its clock (give or take summer time). */
export interface Evening {
  readonly day: number;
  readonly hour: number;
  happens(person: (name: string) => Person): Promise<void>;
}

/** In order of time. */
export const courseEvenings: readonly Evening[] = [
  { day: -5, hour: 17, happens: async (person) => setUp(person('Mara')) },
  {
    day: -4,
    hour: 20,
    async happens(person) {
      await join(person('Ada'), 'go', 15);
      await join(person('Kofi'), 'python', 10);
      person('Ada').write('Hi all. I have never written a program. Is that really fine?');
      person('Kofi').write('Same here. We start at the same stone, then.');
    },
  },
  {
    day: -1,
    hour: 21,
    async happens(person) {
      await join(person('Yuki'), 'java', 20);
      await join(person('Sam'), 'node', 15);
    },
  },
  {
    day: 9,
    hour: 20,
    async happens(person) {
      await tick(person('Ada'), 'language', 4);
      await tick(person('Kofi'), 'language', 2);
      await finish(person('Yuki'), 'language');
      await tick(person('Sam'), 'language', 3);
    },
  },
  {
    day: 20,
    hour: 20,
    async happens(person) {
      await finish(person('Ada'), 'language');
      await tick(person('Kofi'), 'language', 6);
      await finish(person('Yuki'), 'http');
      await finish(person('Sam'), 'language');
      await checkIn(
        person('Ada'),
        'Finished the language. My program lends a book and takes it back.',
        'How the web works',
      );
      await checkIn(person('Yuki'), 'HTTP by hand, with curl.', 'Git');
      await person('Kofi').slash('pitfall', { pitfall: 'tutorial-hell', share: true });
      person('Kofi').write('This one is me. Eleven videos, and I had not written a line.');
      person('Ada').write('Close the video, open the editor. Worked for me yesterday.');
    },
  },
  {
    day: 27,
    hour: 20,
    async happens(person) {
      await finish(person('Ada'), 'http');
      await finish(person('Kofi'), 'language');
      await finish(person('Yuki'), 'git-terminal');
      await finish(person('Sam'), 'http');
      await checkIn(person('Kofi'), 'The language is done. It took longer than I thought, and now it sits.', 'HTTP');
      await checkIn(person('Sam'), 'Read every header of one answer.', 'A pause: we are moving house');
    },
  },
  {
    day: 39,
    hour: 20,
    async happens(person) {
      await finish(person('Ada'), 'git-terminal');
      await tick(person('Yuki'), 'sql', 5);
      await plan(person('Kofi'), 8);
      await tick(person('Kofi'), 'http', 3);
      await tick(person('Sam'), 'git-terminal', 2);
      await checkIn(person('Ada'), 'Git: branches, a merge that hurt, and one that did not.', 'SQL');
      await checkIn(person('Yuki'), 'Half of SQL.', 'The other half');
    },
  },
  {
    day: 52,
    hour: 20,
    async happens(person) {
      await tick(person('Ada'), 'sql', 4);
      await rate(person('Ada'), 'explain-request', 'Alone', 'Explained it to Kofi with a drawing, without looking.');
      await finish(person('Kofi'), 'http');
      await finish(person('Yuki'), 'sql');
      await prove(person('Yuki'), 'The schema of my library, drawn before it was typed.');
      await checkIn(person('Kofi'), 'HTTP. I can read what the browser sends now.', 'Git');
    },
  },
  {
    day: 62,
    hour: 20,
    async happens(person) {
      await finish(person('Ada'), 'sql');
      await tick(person('Kofi'), 'git-terminal', 3);
      await finish(person('Yuki'), 'rest-api');
      await checkIn(person('Ada'), 'SQL: joins, indexes, and a schema of my own.', 'My first endpoint');
      await checkIn(person('Kofi'), 'Branches. Lost one, and found it again.', 'A pull request');
      person('Ada').write('SQL is done! Joins finally make sense. Tonight my first own endpoint.');
      person('Yuki').write('Send me a request when it runs. I will try to break it.');
      person('Kofi').write('I am still with Git, and that is fine. See you at the next stone.');
    },
  },
];

async function setUp(moderator: Person): Promise<void> {
  await moderator.slash('setup new', { channel: 'study' });
  await moderator.choose('Change…', 'name');
  await moderator.fill({ Name: 'Night owls' });
  await moderator.press('Set up');
  await moderator.press('Post a Join card');
}

async function join(person: Person, track: string, hours: number): Promise<void> {
  await person.slash('join');
  await person.choose('Which language?', track);
  await person.choose('How many hours a week?', String(hours));
  await person.press('Start');
}

/** Ticks the first few topics of a step. */
async function tick(person: Person, step: string, count: number): Promise<void> {
  await ask(person, 'step', { step });
  const screen = await person.press('Topics');
  const list = screen.message?.controls.find(({ label }) => label === 'Tick what you have done');
  await person.choose(
    'Tick what you have done',
    (list?.options ?? []).slice(0, count).map(({ value }) => value),
  );
}

async function finish(person: Person, step: string): Promise<void> {
  await ask(person, 'done', { step });
}

async function rate(person: Person, check: string, level: string, evidence: string): Promise<void> {
  await ask(person, 'readiness', { check });
  await person.press(level);
  await person.press('Add evidence');
  await person.fill({ 'A link, or what you did': evidence });
}

/** A note on the step that was just finished. */
async function prove(person: Person, note: string): Promise<void> {
  await person.press('Add a proof or note');
  await person.fill({ 'Note (may stay empty)': note });
}

async function plan(person: Person, hours: number): Promise<void> {
  await ask(person, 'plan', {});
  await person.press('Change hours');
  await person.choose('How many hours a week?', String(hours));
}

async function checkIn(person: Person, did: string, next: string): Promise<void> {
  const screen = await ask(person, 'checkin', {});
  // On the last evening of a week there is a choice.
  const [first] = screen.labels.filter((label) => label.startsWith('Check in for'));
  if (!person.form && first !== undefined) await person.press(first);
  await person.fill({ 'What I did': did, 'What is next (may stay empty)': next });
}

/** Whoever was away for two weeks is welcomed first, and then goes on to what they asked for. */
async function ask(person: Person, command: string, options: Readonly<Record<string, string>>): Promise<Screen> {
  const screen = await person.slash(command, options);
  return screen.labels.includes('Go on') ? person.press('Go on') : screen;
}
