import { expect, test } from 'vitest';
import {
  hoursOf,
  type ItemState,
  nextItem,
  type Progress,
  stepOfRecords,
  summariseProgress,
} from '../../src/domain/progress.ts';
import type { Step } from '../../src/domain/roadmap.ts';
import { aBuildTask, aRoadmap, aStep, aTopic } from '../support/builders.ts';
import { theRecords } from '../support/progress-builders.ts';

/** `sql`: joins 3 h, indexes 2 h, build 4 h; `git`: commits 1 h, build 2 h. */
const sql = aStep({
  id: 'sql',
  topics: [aTopic({ id: 'joins', hours: 3 }), aTopic({ id: 'indexes', hours: 2 })],
  build: aBuildTask({ hours: 4 }),
});
const git = aStep({ id: 'git', topics: [aTopic({ id: 'commits', hours: 1 })], build: aBuildTask({ hours: 2 }) });

const summarise = (states: Parameters<typeof theRecords>[0], steps: readonly Step[] = [sql, git]): Progress =>
  summariseProgress(aRoadmap({ steps }), theRecords(states).values());

test.each<{
  says: string;
  records: Parameters<typeof theRecords>[0];
  hours: string;
  states: readonly ItemState[];
  at: string | undefined;
  tonight: string | undefined;
}>([
  { says: 'nothing', records: {}, hours: '0/12', states: ['open', 'open'], at: 'sql', tonight: 'sql/joins' },
  {
    says: 'a tick in an open step, which starts it',
    records: { 'sql/joins': 'done' },
    hours: '3/12',
    states: ['started', 'open'],
    at: 'sql',
    tonight: 'sql/indexes',
  },
  {
    says: 'both topics: the build task is left',
    records: { 'sql/joins': 'done', 'sql/indexes': 'done' },
    hours: '5/12',
    states: ['started', 'open'],
    at: 'sql',
    tonight: 'sql/build',
  },
  {
    says: 'a step that is done without a tick: it counts whole',
    records: { sql: 'done' },
    hours: '9/12',
    states: ['done', 'open'],
    at: 'git',
    tonight: 'git/commits',
  },
  {
    says: 'a step opened again with every tick in it: tonight is of the next one',
    records: { sql: 'started', 'sql/joins': 'done', 'sql/indexes': 'done', 'sql/build': 'done' },
    hours: '9/12',
    states: ['started', 'open'],
    at: 'sql',
    tonight: 'git/commits',
  },
  {
    says: 'a step set aside: it leaves the total with what was ticked in it',
    records: { sql: 'aside', 'sql/joins': 'done' },
    hours: '0/3',
    states: ['aside', 'open'],
    at: 'git',
    tonight: 'git/commits',
  },
  {
    says: 'one done, the other set aside: the end of the road',
    records: { sql: 'done', git: 'aside' },
    hours: '9/9',
    states: ['done', 'aside'],
    at: undefined,
    tonight: undefined,
  },
  {
    says: 'items that are not on the roadmap any more',
    records: { cobol: 'done', 'sql/triggers': 'done' },
    hours: '0/12',
    states: ['open', 'open'],
    at: 'sql',
    tonight: 'sql/joins',
  },
])('progress with $says', ({ records, hours, states, at, tonight }) => {
  const progress = summarise(records);
  expect(`${progress.hours.done}/${progress.hours.total}`).toBe(hours);
  expect(progress.steps.map(({ state }) => state)).toEqual(states);
  expect(progress.current?.step.id).toBe(at);
  expect(nextItem(progress)?.id).toBe(tonight);
});

test('a tick carries over to the topic that took the place of another, and to a step under a new id', () => {
  const renamed = aStep({ ...sql, id: 'databases', was: ['sql'] });
  const moved = aStep({ ...git, topics: [aTopic({ id: 'history', hours: 1, was: ['sql/commits'] })] });
  const progress = summarise({ 'sql/joins': 'done', 'sql/build': 'done', 'sql/commits': 'done' }, [renamed, moved]);
  expect(progress.hours.done).toBe(3 + 4 + 1);
  expect(progress.steps[0]?.items.filter(({ isDone }) => isDone).map(({ id }) => id)).toEqual([
    'databases/joins',
    'databases/build',
  ]);
});

test('a topic that is added to a finished step does not open it again', () => {
  const longer = aStep({ ...sql, topics: [...sql.topics, aTopic({ id: 'views', hours: 5 })] });
  const progress = summarise({ sql: 'done', 'sql/joins': 'done', 'sql/indexes': 'done' }, [longer]);
  expect(progress.steps[0]).toMatchObject({ state: 'done', hours: { done: 14, total: 14 } });
});

test('a phase counts its steps without those that were set aside', () => {
  expect(hoursOf(summarise({ sql: 'aside', 'git/commits': 'done' }).steps)).toEqual({ done: 1, total: 3 });
});

test.each([
  { ids: ['sql/joins'], step: 'sql' },
  { ids: ['git'], step: 'git' },
  { ids: ['cobol', 'git/build'], step: 'git' },
  { ids: ['cobol'], step: undefined },
])('$ids belong to $step', ({ ids, step }) => {
  expect(stepOfRecords(summarise({}), ids)?.step.id).toBe(step);
});
