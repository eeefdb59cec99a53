import type { BreakPreview, ResumePreview } from '../domain/group-calendar.ts';
import type { MovedDate } from '../domain/milestone-plan.ts';
import { daysOf } from '../domain/pause.ts';
import type { Span } from '../domain/plan-days.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { dayOf } from './day-of.ts';
import { accent, bulletList, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { milestoneTitle } from './milestone-words.ts';
import { dayStamp } from './plan-words.ts';

interface RestParts {
  readonly group: StudyGroup;
  /** In the reader's language. */
  readonly roadmap: Roadmap;
}

/** Shows every date that a break would move, before it does. */
export function breakAskView(parts: RestParts & { readonly span: Span; readonly preview: BreakPreview }): MessageView {
  const { group, roadmap, span, preview } = parts;
  const { milestone: words, post } = catalogueOf(roadmap.language);
  const [first, last] = [span.firstDay, span.lastDay].map((day) => dayStamp(day, group.schedule.zone));
  const ids = [span.firstDay.toString(), span.lastDay.toString()];
  return card({
    accent: accent.neutral,
    blocks: [
      words.breakAsk(first ?? '', last ?? '', post.days(daysOf(span))),
      preview.moved.length === 0 ? words.breakMovesNone : `${words.breakMoves}\n${movedLines(parts, preview.moved)}`,
      words.breakTells(group.channelId),
    ],
    rows: [
      buttonRow(
        button({ label: words.breakYes, id: customId('milestone', 'break', group.id, ...ids), style: 'primary' }),
        button({ label: words.leave, id: customId('milestone', 'list', group.id, 0) }),
      ),
    ],
  });
}

/** Asks what becomes of the dates, and shows what each answer does. */
export function resumeAskView(parts: RestParts & { readonly preview: ResumePreview }): MessageView {
  const { group, roadmap, preview } = parts;
  const { milestone: words, post } = catalogueOf(roadmap.language);
  const { pause, days, moved, skipped } = preview;
  const titles = skipped.map((one) => milestoneTitle(roadmap, group.schedule.months, one));
  const length = post.days(days);
  return card({
    accent: accent.neutral,
    blocks: [
      words.resumeAsk(dayStamp(pause.firstDay, group.schedule.zone), length),
      ...(moved.length === 0
        ? []
        : [`**${words.resumeShift}**\n${words.resumeShiftText(length)}\n${movedLines(parts, moved)}`]),
      [
        `**${words.resumeKeep}**`,
        words.resumeKeepText,
        ...(titles.length === 0 ? [] : [words.resumeSkips(titles)]),
      ].join('\n'),
    ],
    rows: [
      buttonRow(
        ...(days === 0
          ? []
          : [
              button({
                label: words.resumeShift,
                id: customId('milestone', 'resume', group.id, 'shift'),
                style: 'primary',
              }),
            ]),
        button({ label: words.resumeKeep, id: customId('milestone', 'resume', group.id, 'keep') }),
        button({ label: words.leave, id: customId('milestone', 'list', group.id, 0) }),
      ),
    ],
  });
}

/** A line for each post that moves; what comes in the same one is told by what opens with it. */
function movedLines({ group, roadmap }: RestParts, moved: readonly MovedDate[]): string {
  const { milestone: words } = catalogueOf(roadmap.language);
  const posts = Map.groupBy(moved, ({ from, to }) => `${from} ${to}`);
  const lines = [...posts.values()].flatMap((together) => {
    const last = together.at(-1);
    if (!last) return [];
    const title = milestoneTitle(roadmap, group.schedule.months, last);
    return [words.movedDate(title, dayOf(last.from), dayOf(last.to))];
  });
  return bulletList(lines);
}
