import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../src/discord/picture.ts';
import type { OpenGroup } from '../../src/domain/group-place.ts';
import type { GroupReading } from '../../src/domain/group-reading.ts';
import { newJoinCard } from '../../src/domain/join-card.ts';
import { makePlan } from '../../src/domain/plan.ts';
import { summariseProgress } from '../../src/domain/progress.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import { askChangeView, askLeaveView, groupLeftView, groupOfferView } from '../../src/views/group-membership-views.ts';
import { groupView } from '../../src/views/group-view.ts';
import { joinCardView } from '../../src/views/join-view.ts';
import { joinedView } from '../../src/views/joined-view.ts';
import { lookedAfterView } from '../../src/views/manage-view.ts';
import { instant } from '../support/builders.ts';
import { accented, padded, rightToLeft, unbroken, withTexts } from '../support/changed-texts.ts';
import { aGroup, aSchedule } from '../support/groups.ts';
import { aPlanInput } from '../support/plans.ts';
import { aMember, theRecords } from '../support/progress-builders.ts';
import { realRoadmap } from '../support/real-content.ts';
import { problemsOf, textOf } from '../support/view-text.ts';

const english = realRoadmap();
const now = instant('2026-05-10T18:00Z');

const open = (part: number, overrides: Parameters<typeof aGroup>[0] = {}): OpenGroup => ({
  group: aGroup(overrides),
  place: { part, next: undefined },
  startsAt: instant('2026-03-02T17:00Z'),
});

function aReading(overrides: Partial<GroupReading> = {}, roadmap: Roadmap = english): GroupReading {
  return {
    ...open(3),
    roadmap,
    progress: summariseProgress(roadmap, theRecords({ language: 'done', http: 'started' }).values()),
    members: 12,
    day: 9,
    rest: undefined,
    counts: { sharing: 10, steps: roadmap.steps.map((step) => ({ step, done: 10 })) },
    moderated: [aGroup()],
    ...overrides,
  };
}

/** The longest name that a group may have, of what Markdown and mentions are made of. */
const hostile = '**@everyone** [x](https://example.com) <@&1> `_~|> '.repeat(2).slice(0, 100);

const roadmaps = [
  { name: 'the English content', roadmap: english },
  ...[accented, padded, rightToLeft, unbroken].map((change) => ({
    name: `content that is ${change.name}`,
    roadmap: withTexts(english, change),
  })),
];

describe.each(roadmaps)('with $name', ({ roadmap }) => {
  const many = Array.from({ length: 30 }, (_, index) => open(index % 10, { id: `group-${index}`, name: hostile }));
  const groups = many.map(({ group }) => group);
  const own = aGroup({ name: hostile, memberRoleId: '1'.repeat(20), channelId: '1'.repeat(20) });
  const card = newJoinCard({ given: undefined, guessed: 'UTC' }, many[29]?.group, 'resume');
  const { progress } = aReading({}, roadmap);
  const plan = makePlan(aPlanInput());
  const joined = { roadmap, progress, plan, pace: aMember().pace, kind: 'already' as const, resumeId: 'resume' };

  test.each([
    { screen: 'a group', view: groupView(aReading({ group: own }, roadmap), hostile) },
    { screen: 'a group at its start', view: groupView(aReading(open(0, { name: hostile }), roadmap)) },
    { screen: 'a group at its end', view: groupView(aReading({ ...open(9), counts: undefined }, roadmap)) },
    { screen: 'no group', view: groupOfferView(roadmap, [], 'note', []) },
    { screen: 'one group', view: groupOfferView(roadmap, many.slice(0, 1), 'note', [own]) },
    { screen: 'thirty groups to look after', view: lookedAfterView(roadmap.language, groups) },
    { screen: 'thirty groups', view: groupOfferView(roadmap, many, 'note', groups) },
    { screen: 'changing', view: askChangeView('en', own, aGroup({ name: hostile })) },
    { screen: 'leaving', view: askLeaveView('en', own) },
    { screen: 'having left', view: groupLeftView('en', own) },
    { screen: 'the join card', view: joinCardView({ roadmap, card, draftId: 'draft', groups: many, now }) },
    {
      screen: 'having joined',
      view: joinedView({
        ...joined,
        group: many[3],
        offered: [],
        isGroupGone: false,
      }),
    },
    {
      screen: 'being a member without a group',
      view: joinedView({
        ...joined,
        group: undefined,
        offered: many,
        isGroupGone: true,
      }),
    },
  ])('the screen of $screen is within Discord’s limits', ({ view }) => {
    expect(problemsOf(view)).toEqual([]);
  });
});

test('a group’s name cannot ping, link or break out of its line', () => {
  const text = textOf(groupView(aReading({ group: aGroup({ name: '**x** <@&1> [y](https://example.com)' }) })));
  expect(text).toContain('Study group \\*\\*x\\*\\* \\<@&1> \\[y\\](https://example.com)');
});

test('in a slower group a part is no month', () => {
  const slow = open(3, { schedule: aSchedule({ months: 16 }) });
  const view = groupView(aReading({ ...slow }));
  expect(textOf(view)).toContain('**The group** is in Core Skills, on day 9 of part 3 of 8.');
  expect(view.pictures?.[0]?.svg).toContain('part 3 of 8');
  expect(textOf(joinCardView(cardWith(slow)))).toContain('It is in **part 3 of 8**');
});

function cardWith(group: OpenGroup) {
  const card = newJoinCard({ given: undefined, guessed: 'UTC' }, group.group, undefined);
  return { roadmap: english, card, draftId: 'draft', groups: [group], now };
}

test('nobody is told that they are behind, wherever they and the group are', () => {
  const ahead = aReading({
    ...open(1),
    progress: summariseProgress(english, theRecords({ language: 'done' }).values()),
  });
  const behind = aReading({ ...open(8), progress: summariseProgress(english, []) });
  for (const reading of [ahead, behind]) {
    const { svg, alt } = groupView(reading).pictures?.[0] ?? { svg: '', alt: '' };
    expect(`${textOf(groupView(reading))} ${svg} ${alt}`).not.toMatch(/behind|late|catch up|missed|lost/i);
  }
});

test('the picture marks the member and the group, each at its stone, also at the same one', () => {
  const pictureOf = (reading: GroupReading) => groupView(reading).pictures?.[0]?.svg ?? '';
  const pointers = (svg: string) => svg.match(/l -?13 -11 v 22 Z/g);
  const apart = pictureOf(aReading({ ...open(3) }));
  expect(pointers(apart)).toEqual(['l -13 -11 v 22 Z', 'l 13 -11 v 22 Z']);
  expect(apart).toContain('>you<');
  expect(apart).toContain('>the group<');
  const together = pictureOf(aReading({ ...open(1), progress: summariseProgress(english, []) }));
  expect(pointers(together)).toHaveLength(2);
  expect(together).toContain('>you<');
  expect(together).toContain('>the group<');
  expect(pointers(pictureOf(aReading({ ...open(9) })))).toEqual(['l -13 -11 v 22 Z']);
});

test('the picture can be drawn, also with a name that is not of letters', async () => {
  const picture = groupView(aReading({ group: aGroup({ name: '<&"\u0007🪨 مرحبا' }) })).pictures?.[0];
  expect((await drawPicture(picture?.svg ?? '')).subarray(1, 4).toString()).toBe('PNG');
});
