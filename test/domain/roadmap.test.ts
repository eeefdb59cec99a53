import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findStep, findStepByAnyId, hoursOfStep, isTrackComplete, stepTitle } from '../../src/domain/roadmap.ts';
import { aBuildTask, aRoadmap, aStep, aTopic, aTrack, aTrackNote } from '../support/builders.ts';

const sqlAndGit = aRoadmap({ steps: [aStep({ id: 'sql' }), aStep({ id: 'git' })] });

test('a step takes as long as its topics and its build task together', () => {
  const step = aStep({
    topics: [aTopic({ hours: 3 }), aTopic({ hours: 5 })],
    retiredTopics: [aTopic({ hours: 100 })],
    build: aBuildTask({ hours: 8 }),
  });
  expect(hoursOfStep(step)).toBe(16);
});

test('no topic is forgotten in the hours of a step', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 })), fc.integer({ min: 0, max: 40 }), (hours, build) => {
      const topics = hours.map((each) => aTopic({ hours: each }));
      const without = hoursOfStep(aStep({ topics, build: aBuildTask({ hours: build }) }));
      const withOneMore = hoursOfStep(
        aStep({ topics: [aTopic({ hours: 7 }), ...topics], build: aBuildTask({ hours: build }) }),
      );
      expect(withOneMore - without).toBe(7);
    }),
  );
});

test('a step without topics is its build task', () => {
  expect(hoursOfStep(aStep({ topics: [], build: aBuildTask({ hours: 9 }) }))).toBe(9);
});

test('a track with a note for every step is complete', () => {
  const track = aTrack({ notes: { sql: aTrackNote(), git: aTrackNote() } });
  expect(isTrackComplete(sqlAndGit, track)).toBe(true);
});

test('a track that lacks a note is a draft, whatever other notes it has', () => {
  const track = aTrack({ notes: { sql: aTrackNote(), retired: aTrackNote() } });
  expect(isTrackComplete(sqlAndGit, track)).toBe(false);
});

test('a retired step needs no note', () => {
  const roadmap = aRoadmap({ steps: [aStep({ id: 'sql' })], retiredSteps: [aStep({ id: 'svn' })] });
  expect(isTrackComplete(roadmap, aTrack({ notes: { sql: aTrackNote() } }))).toBe(true);
});

test('a step is found by its exact id, a retired one is not', () => {
  const roadmap = aRoadmap({ steps: [aStep({ id: 'sql' })], retiredSteps: [aStep({ id: 'svn' })] });
  expect(findStep(roadmap, 'sql')?.title).toBe('Sql');
  expect(findStep(roadmap, 'SQL')).toBeUndefined();
  expect(findStep(roadmap, 'svn')).toBeUndefined();
});

test('a step is also found by an id that it had formerly, and what is in the content no more is called by its id', () => {
  const roadmap = aRoadmap({ steps: [aStep({ id: 'sql', was: ['databases'] })] });
  expect(findStepByAnyId(roadmap, 'databases')?.id).toBe('sql');
  expect(findStep(roadmap, 'databases')).toBeUndefined();
  expect(['sql', 'databases', 'svn'].map((id) => stepTitle(roadmap, id))).toEqual(['Sql', 'Sql', 'svn']);
});
