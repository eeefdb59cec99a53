import { daysOf } from '../domain/pause.ts';
import { localDate } from '../domain/plan-days.ts';
import type { BreakPost } from '../domain/post-reading.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { Temporal } from '../lib/temporal.ts';
import { accent, button, buttonRow } from './kit.ts';
import { comingTitle, weekdayText } from './milestone-words.ts';
import { dayStamp } from './plan-words.ts';
import type { PostView } from './post.ts';
import { personalRow, pinging } from './post-parts.ts';
import { quoted } from './quoted.ts';

/**
 * Tells the channel that the group rests, or rested, and each member's plan with it; whoever rests longer adds a pause.
 * One that was taken back says so, and pings nobody.
 */
export function breakPostView(reading: BreakPost): PostView {
  if (reading.isTakenBack) return takenBackView(reading);
  const { group, marks, rest } = reading;
  const { post } = catalogueOf(group.language);
  const { pingRoleId } = group;
  const { firstDay } = rest;
  const lastDay = rest.lastDay ?? firstDay;
  const title = isOver(reading, lastDay) ? post.breakPastTitle : post.breakTitle;
  return {
    content: pinging(breakLine(reading, lastDay), pingRoleId),
    embed: {
      title,
      color: accent.neutral,
      description: breakText(reading, lastDay).join('\n\n'),
    },
    rows: [
      buttonRow(
        button({
          label: post.breakPlanButton,
          id: customId('plan', 'away', firstDay.toString(), lastDay.toString()),
        }),
      ),
      personalRow(group.language, marks),
    ],
    ...(pingRoleId === undefined ? {} : { pingRoleId }),
    title,
  };
}

function takenBackView(reading: BreakPost): PostView {
  const { group, marks, rest } = reading;
  const { post } = catalogueOf(group.language);
  const { firstDay, lastDay = firstDay } = rest;
  const name = quoted(group.name);
  const [first = '', last = ''] = [firstDay, lastDay].map((day) => weekdayText(day, group.language));
  const isOneDay = firstDay.equals(lastDay);
  return {
    content: isOneDay ? post.breakBackOneDay(name, first) : post.breakBackLine(name, first, last),
    embed: {
      title: post.breakBackTitle,
      color: accent.neutral,
      description: [post.breakBackText, post.breakBackPlan, ...nextLine(reading)].join('\n\n'),
    },
    rows: [personalRow(group.language, marks)],
    title: post.breakBackTitle,
  };
}

/** Whether it was over when it was noted. */
function isOver({ group, rest }: BreakPost, lastDay: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(localDate(rest.recordedAt, group.schedule.zone), lastDay) > 0;
}

function breakLine(reading: BreakPost, lastDay: Temporal.PlainDate): string {
  const { group, rest } = reading;
  const { post } = catalogueOf(group.language);
  const isPast = isOver(reading, lastDay);
  const name = quoted(group.name);
  const [first, last] = [rest.firstDay, lastDay].map((day) => weekdayText(day, group.language));
  if (rest.firstDay.equals(lastDay)) return (isPast ? post.breakPastOneDay : post.breakOneDay)(name, first ?? '');
  return (isPast ? post.breakPastLine : post.breakLine)(name, first ?? '', last ?? '');
}

function breakText(reading: BreakPost, lastDay: Temporal.PlainDate): string[] {
  const { group, rest } = reading;
  const { post } = catalogueOf(group.language);
  const days = post.days(daysOf({ firstDay: rest.firstDay, lastDay }));
  const isPast = isOver(reading, lastDay);
  return [
    (isPast ? post.breakPastText : post.breakText)(days),
    ...(rest.shifts ? [post.breakMoves(days)] : []),
    isPast ? post.breakPastPlan : post.breakPlan,
    ...nextLine(reading),
  ];
}

function nextLine({ group, roadmap, next }: BreakPost): string[] {
  const { zone, months } = group.schedule;
  if (!next) return [];
  const day = dayStamp(localDate(next.dueAt, zone), zone);
  return [catalogueOf(group.language).post.next(comingTitle(roadmap, months, next), day)];
}
