import { expect, test } from 'vitest';
import { type Milestone, milestoneCode, parseMilestoneCode } from '../../src/domain/milestone.ts';
import { companionsOf, passedOver } from '../../src/domain/milestone-order.ts';
import { partReached, phaseDuring } from '../../src/domain/milestone-place.ts';
import { milestonePost } from '../../src/domain/milestone-post.ts';
import { instant } from '../support/builders.ts';
import { nightSchool } from '../support/groups.ts';
import { realRoadmap } from '../support/real-content.ts';
import { aBreak } from '../support/study-groups.ts';

function aRow(code: string, dueAt: string, fate: Milestone['fate'] = 'planned'): Milestone {
  const id = parseMilestoneCode(code);
  if (!id) throw new Error(`No milestone has the code ${code}`);
  return { ...id, groupId: 'night', dueAt: instant(dueAt), moved: undefined, fate, postKey: undefined };
}

const spring = [
  aRow('p2', '2026-04-02T16:00Z', 'before-cairn'),
  aRow('p3', '2026-05-02T16:00Z'),
  aRow('p4', '2026-06-02T16:00Z'),
  aRow('e2', '2026-07-02T16:00Z'),
  aRow('p5', '2026-07-02T16:00Z'),
];
const codesOf = (rows: readonly Milestone[]) => rows.map(milestoneCode);
const passed = (code: string, day: string) => codesOf(passedOver(spring, aRow(code, day), instant(`${day}`)));

test.each([
  { code: 'p3', to: '2026-05-20T16:00Z', others: [] },
  { code: 'p3', to: '2026-06-03T16:00Z', others: ['p4'] },
  { code: 'p3', to: '2026-07-03T16:00Z', others: ['p4', 'e2', 'p5'] },
  { code: 'p5', to: '2026-05-20T16:00Z', others: ['p4', 'e2'] },
  { code: 'p5', to: '2026-07-20T16:00Z', others: [] },
  // On the same day the fixed order decides: part 3 comes before part 4 there.
  { code: 'p3', to: '2026-06-02T16:00Z', others: [] },
  { code: 'e2', to: '2026-08-02T16:00Z', others: ['p5'] },
  // What is not to come cannot be passed.
  { code: 'p3', to: '2026-04-01T16:00Z', others: [] },
])('$code on $to passes $others', ({ code, to, others }) => {
  expect(passed(code, to)).toEqual(others);
});

test('what is to come at the same instant is announced together; anything else alone', () => {
  expect(codesOf(companionsOf(spring, aRow('p5', '2026-07-02T16:00Z')))).toEqual(['e2', 'p5']);
  expect(codesOf(companionsOf(spring, aRow('p2', '2026-04-02T16:00Z')))).toEqual(['p2']);
  const skipped = [...spring, aRow('h', '2026-07-02T16:00Z', 'skipped')];
  expect(codesOf(companionsOf(skipped, aRow('p5', '2026-07-02T16:00Z')))).toEqual(['e2', 'p5']);
  expect(companionsOf(spring, aRow('g', '2026-07-02T16:00Z'))).toEqual([]);
});

test('each milestone leads to a part, and each part to a phase', () => {
  const roadmap = realRoadmap();
  const parts = ['w', 'k', 'p3', 'h', 'e1', 'e2', 'e3', 'e4', 'g'].map((code) =>
    partReached(roadmap, aRow(code, '2026-05-02T16:00Z')),
  );
  expect(parts).toEqual([0, 1, 3, 5, 2, 5, 7, 9, 9]);
  const phases = [0, 1, 2, 5, 6, 7, 9].map((part) => phaseDuring(roadmap, part)?.id);
  expect(phases).toEqual(['foundation', 'foundation', 'core', 'advanced', 'advanced', 'professional', 'professional']);
});

test('a post says what is still to come when it appears, and whether it is late', () => {
  const parts = {
    group: nightSchool(),
    roadmap: realRoadmap(),
    marks: [],
    rows: spring,
    isExtra: false,
    note: undefined,
    pause: undefined,
  };
  const early = milestonePost({ ...parts, codes: ['e2', 'p5'], at: instant('2026-05-10T12:00Z') });
  expect(early?.milestones.map(milestoneCode)).toEqual(['e2', 'p5']);
  expect(early?.next && milestoneCode(early.next)).toBe('p4');
  expect(early?.isLate).toBe(false);
  const late = milestonePost({ ...parts, codes: ['p3'], at: instant('2026-05-03T12:00Z') });
  expect(late?.isLate).toBe(true);
  const recordedAt = instant('2026-05-09T12:00Z');
  const pause = aBreak('2026-05-09', '2026-05-09', { kind: 'pause', lastDay: undefined, recordedAt });
  expect(milestonePost({ ...parts, pause, codes: ['p5'], at: instant('2026-05-10T12:00Z') })?.next).toBeUndefined();
  expect(milestonePost({ ...parts, codes: [], at: instant('2026-05-03T12:00Z') })).toBeUndefined();
});
