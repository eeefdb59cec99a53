import { expect, test } from 'vitest';
import { instant } from '../support/builders.ts';
import { aCourse } from '../support/course.ts';

const MAKING = /^POST \/guilds\/\d+\/scheduled-events$/;
const CHANGING = /^PATCH \/guilds\/\d+\/scheduled-events\/\d+$/;

const firstThree = ['2026-02-23T17:00', '2026-03-02T17:00', '2026-04-02T16:00'];

/** A group that wants its next three posts shown as events. Nothing is done about it yet. */
async function aShowingCourse() {
  const course = await aCourse({
    from: instant('2026-02-20T12:00Z'),
    group: { id: 'abcdefabcdef', showsEvents: true },
  });
  const { time, playground } = course;
  const begin = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) => String(body.scheduled_start_time);
  return {
    ...course,
    grace: playground.person('Grace'),
    /** When the events that are still to come begin. */
    events: () =>
      [...playground.controls.server().scheduledEvents.values()]
        .map((event) => begin(event).slice(0, 16))
        .filter((at) => at > time.now().toString())
        .sort(),
    names: () => [...playground.controls.server().scheduledEvents.values()].map(({ body }) => String(body.name)),
    /** Has everything done that can be done now. */
    async goOn() {
      await time.bot.tick();
      await time.bot.idle();
    },
  };
}

test('the next three posts have an event each, which follow the time and what moderators change', async () => {
  const { time, events, grace, goOn } = await aShowingCourse();
  await goOn();
  expect(events()).toEqual(firstThree);

  await time.travelTo(instant('2026-02-24T12:00Z'));
  expect(events()).toEqual(['2026-03-02T17:00', '2026-04-02T16:00', '2026-05-02T16:00']);

  await grace.slash('milestone move', { milestone: 'p3', to: '2026-05-09' });
  await goOn();
  expect(events()).toEqual(['2026-03-02T17:00', '2026-04-02T16:00', '2026-05-09T16:00']);

  await grace.slash('milestone skip', { milestone: 'p3' });
  await goOn();
  expect(events()).toEqual(['2026-03-02T17:00', '2026-04-02T16:00', '2026-06-02T16:00']);
});

test('an answer that is lost, and a bot that is killed in between, double no event', async () => {
  const { time, playground, outbox, events, grace, goOn } = await aShowingCourse();
  playground.controls.loseAnswer(MAKING);
  playground.controls.interrupt(MAKING, 'after-work', () => void time.bot.process.kill('SIGKILL'));
  await goOn().catch(() => undefined); // It ends on the way.
  await time.bot.exited;
  expect(events().length).toBeGreaterThanOrEqual(2);

  time.passTo(time.now().add({ minutes: 10 }));
  await time.start();
  await time.travelTo(time.now().add({ hours: 1 }));
  expect(events()).toEqual(firstThree);

  playground.controls.loseAnswer(CHANGING);
  await grace.slash('milestone move', { milestone: 'w', to: '2026-02-25' });
  await time.travelTo(time.now().add({ hours: 1 }));
  expect(events()).toEqual(['2026-02-25T17:00', '2026-03-02T17:00', '2026-04-02T16:00']);
  expect((await outbox()).filter(({ order }) => order.kind === 'event').map(({ state }) => state)).toEqual([
    'sent',
    'sent',
    'sent',
  ]);
});

test('a date that is moved while its event is being made leaves one event', async () => {
  const { time, playground, events, grace, goOn } = await aShowingCourse();
  const makings = () => playground.requests.filter(({ method, path }) => MAKING.test(`${method} ${path}`)).length;
  playground.controls.delay(MAKING, 1500);
  await time.bot.tick();
  await expect.poll(makings).toBeGreaterThan(0);
  await grace.slash('milestone move', { milestone: 'w', to: '2026-02-25' });
  await goOn();
  await time.travelTo(time.now().add({ hours: 1 }));
  expect(events()).toEqual(['2026-02-25T17:00', '2026-03-02T17:00', '2026-04-02T16:00']);
});

test('without the right to make events it is said so, the posts come all the same, and the events once it is granted', async () => {
  const { time, playground, posts, notices, events, grace, goOn } = await aShowingCourse();
  playground.controls.revokeBot(['CreateEvents']);
  await expect.poll(async () => (await grace.slash('setup check')).text).toContain('I may not create events');
  await time.travelTo(instant('2026-02-24T12:00Z'));
  expect(posts()).toHaveLength(1);
  expect(notices()).toEqual([]);
  expect(events()).toEqual([]);

  playground.controls.grantBot(['CreateEvents']);
  await expect.poll(async () => (await grace.slash('setup check')).text).not.toContain('I may not create events');
  await goOn();
  expect(events()).toEqual(['2026-03-02T17:00', '2026-04-02T16:00', '2026-05-02T16:00']);
});

test('a group that gets another name renames its events', async () => {
  const { playground, names, grace, goOn } = await aShowingCourse();
  await goOn();
  expect(names().every((name) => name.startsWith('Spring cohort: '))).toBe(true);

  await grace.slash('setup edit');
  await grace.choose('Change…', 'Name');
  await grace.fill({ Name: 'Early birds' });
  await grace.press('See what changes');
  await grace.press('Save');
  await goOn();
  expect(names()).toHaveLength(3);
  expect(names().filter((name) => !name.startsWith('Early birds: '))).toEqual([]);

  const before = playground.requests.length;
  await goOn();
  expect(playground.requests.slice(before).filter(({ path }) => path.includes('scheduled-events'))).toEqual([]);
});

test('archiving a group takes away the events to come, and taking it up again brings them back', async () => {
  const { events, grace, goOn } = await aShowingCourse();
  await goOn();
  await grace.slash('setup archive');
  await grace.press('Archive it');
  await goOn();
  expect(events()).toEqual([]);

  await grace.press('Undo');
  await goOn();
  expect(events()).toEqual(firstThree);
});
