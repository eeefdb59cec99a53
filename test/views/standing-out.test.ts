import { expect, test } from 'vitest';
import { summariseProgress } from '../../src/domain/progress.ts';
import type { Step } from '../../src/domain/roadmap.ts';
import { stepTabs } from '../../src/domain/step-tab.ts';
import { helpView } from '../../src/views/help-view.ts';
import { stepView } from '../../src/views/step-view.ts';
import { theRecords } from '../support/progress-builders.ts';
import { realRoadmap } from '../support/real-content.ts';
import { standingOut } from '../support/view-text.ts';

const roadmap = realRoadmap();
const first = roadmap.steps[0] as Step;

/** What stands out on each side of the first step for a member who has done so much of it. */
function onSides(states: Parameters<typeof theRecords>[0]) {
  const progress = summariseProgress(roadmap, theRecords(states).values());
  const frame = { roadmap, audience: { kind: 'reader', canShare: true, progress } as const };
  const last = 99;
  return Object.fromEntries(stepTabs.map((tab) => [tab, standingOut(stepView(frame, first, tab, last)).join()]));
}

const items = [...first.topics.map(({ id }) => id), 'build'].map((part) => `${first.id}/${part}`);
const ticked = Object.fromEntries(items.map((item) => [item, 'done' as const]));

test('home leads whoever has not joined to joining, and in the private chat, where nobody can, to the first step', () => {
  expect(standingOut(helpView(roadmap, true))).toEqual(['Join']);
  expect(standingOut(helpView(roadmap, false))).toEqual(['Read the first step']);
});

test('the side of the build task leads to ticking it off, once', () => {
  expect(onSides({ [first.id]: 'started' }).build).toBe('Done: tick it off');
  expect(onSides({ [first.id]: 'started', [`${first.id}/build`]: 'done' }).build).toBe('');
});

test('a step in which everything is ticked leads to finishing it', () => {
  expect(onSides({ [first.id]: 'started' })).toMatchObject({ overview: '', topics: '' });
  expect(onSides({ ...ticked, [first.id]: 'started' })).toMatchObject({ overview: 'Done', topics: 'Done' });
  expect(onSides({ ...ticked, [first.id]: 'done' })).toMatchObject({ overview: '', topics: '' });
});
