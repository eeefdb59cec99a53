import { describe, expect, test } from 'vitest';
import type { CalendarReading } from '../../src/domain/group-calendar.ts';
import type { Milestone } from '../../src/domain/milestone.ts';
import { milestoneCode } from '../../src/domain/milestone.ts';
import { datesOf, phaseEndsOf } from '../../src/domain/milestone-calendar.ts';
import { comingBefore, isAhead } from '../../src/domain/milestone-order.ts';
import { movedDates } from '../../src/domain/milestone-plan.ts';
import { milestonePost } from '../../src/domain/milestone-post.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import { groupMonths } from '../../src/domain/study-group.ts';
import { Temporal } from '../../src/lib/temporal.ts';
import { breakAskView, resumeAskView } from '../../src/views/group-rest-views.ts';
import { announceAskView, milestonePreviewView, moveAskView } from '../../src/views/milestone-ask-views.ts';
import { milestoneCardView } from '../../src/views/milestone-card-view.ts';
import { groupBreakForm, moveForm, NOTE_LENGTH, noteForm } from '../../src/views/milestone-forms.ts';
import { milestoneListView } from '../../src/views/milestone-list-view.ts';
import { instant } from '../support/builders.ts';
import { padded, withTexts } from '../support/changed-texts.ts';
import { nightSchool } from '../support/groups.ts';
import { realRoadmap } from '../support/real-content.ts';
import { problemsOf } from '../support/view-text.ts';

const now = instant('2026-02-10T12:00Z');
const id = '0123456789ab-0123-4567-0123456789ab';
const roadmaps: readonly { readonly name: string; readonly roadmap: Roadmap }[] = [
  { name: 'the English that we ship', roadmap: realRoadmap() },
  { name: 'content 40 % longer', roadmap: withTexts(realRoadmap(), padded) },
];

describe.each(roadmaps)('in $name', ({ roadmap }) => {
  describe.each(groupMonths)('Discord accepts, for a group of %i months with the longest name,', (months) => {
    const group = nightSchool({
      id: 'abcdefabcdef',
      name: '*'.repeat(100),
      pingRoleId: '1'.repeat(20),
      schedule: { months },
    });
    const { schedule } = group;
    const about = { schedule, phaseEnds: phaseEndsOf(roadmap), startSetAt: schedule.validFrom };
    const dates = datesOf({ ...about, breaks: [], moves: [] });
    const rows = dates.map(
      ({ day: _, ...date }): Milestone => ({
        ...date,
        groupId: group.id,
        moved: undefined,
        fate: 'planned',
        postKey: undefined,
      }),
    );
    const reading: CalendarReading = {
      group,
      entries: rows.map((milestone) => ({ milestone, record: undefined })),
      pause: undefined,
    };
    const later = rows.map((row) => ({ ...row, dueAt: row.dueAt.add({ hours: 24 }) }));
    const moved = movedDates(rows, later);

    test('each page of the calendar', () => {
      for (const page of [0, 1, 2, 99]) {
        expect(problemsOf(milestoneListView({ reading, roadmap, page, now, notice: 'Done.', undoId: id }))).toEqual([]);
      }
    });

    test.each(rows.map((row) => [milestoneCode(row), row] as const))('each screen about %s', (code, row) => {
      const parts = { group, roadmap, marks: [], rows, codes: [code], pause: undefined, isExtra: false, at: now };
      const post = milestonePost({ ...parts, note: '*'.repeat(NOTE_LENGTH) });
      if (!post) throw new Error('There is nothing to announce');
      const asked = { group, id: row, roadmap, post, noteId: id, isAhead: isAhead(row, now) };
      const views = [
        milestoneCardView({ reading, id: row, roadmap, now, notice: 'Done.', undoId: id }),
        milestonePreviewView({ group, id: row, roadmap, post, isPosted: false }),
        announceAskView({ ...asked, extra: undefined, earlier: comingBefore(rows, row) }),
        announceAskView({ ...asked, extra: 99, earlier: [] }),
        moveAskView({ group, id: row, roadmap, to: Temporal.PlainDate.from('2026-05-09'), others: rows }),
      ];
      expect(views.flatMap(problemsOf)).toEqual([]);
    });

    test('the questions about a rest, whatever moves', () => {
      const [firstDay, lastDay] = [Temporal.PlainDate.from('2026-03-01'), Temporal.PlainDate.from('2026-03-14')];
      const pause = {
        id,
        groupId: group.id,
        kind: 'pause',
        firstDay,
        lastDay: undefined,
        shifts: false,
        recordedAt: now,
      } as const;
      const views = [
        breakAskView({ group, roadmap, span: { firstDay, lastDay }, preview: { isThere: false, moved } }),
        resumeAskView({ group, roadmap, preview: { pause, days: 14, moved, skipped: rows } }),
        resumeAskView({ group, roadmap, preview: { pause, days: 0, moved: [], skipped: [] } }),
      ];
      expect(views.flatMap(problemsOf)).toEqual([]);
    });
  });
});

test('every form fits Discord, whatever was typed before', () => {
  const part = { kind: 'part', part: 3 } as const;
  const forms = [
    moveForm('en', 'abcdefabcdef', part, 'x'),
    noteForm('en', 'abcdefabcdef', part, 'x'),
    groupBreakForm('en', 'abcdefabcdef', { from: 'x', to: 'y' }),
  ];
  for (const { title, components, custom_id: formId } of forms) {
    expect(title.length).toBeLessThanOrEqual(45);
    expect(formId.length).toBeLessThanOrEqual(100);
    for (const line of components) {
      if (!('label' in line)) throw new Error('A form asks for something');
      expect(line.label.length).toBeLessThanOrEqual(45);
      expect(line.description?.length ?? 0).toBeLessThanOrEqual(100);
      expect(JSON.stringify(line)).toMatch(/"value":"[xy]"/);
    }
  }
});
