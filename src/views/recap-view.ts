import type { RecapPost } from '../domain/period-reading.ts';
import { type FinishedStep, type Recap, SHOWN_BLOCKERS } from '../domain/recap.ts';
import { findStepByAnyId, type Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { shorten } from '../lib/graphemes.ts';
import { blockerLines, helpRows } from './blocker-list.ts';
import { type ActionRow, accent, bulletList, button, buttonRow, section } from './kit.ts';
import { periodName } from './period-words.ts';
import type { PostView } from './post.ts';
import { THREAD_TITLE_LENGTH } from './post-parts.ts';
import { threadLink } from './prompt-views.ts';
import { quoted } from './quoted.ts';

/** How many steps are named. A roadmap has 15. */
const NAMED_STEPS = 15;

/** Adds a period up for everybody, from what was done alone. Nobody is named, neither for checking in nor for not. */
export function recapView(reading: RecapPost): PostView {
  const { group, roadmap, period, recap, thread } = reading;
  const { checkInPost: words } = catalogueOf(group.language);
  const name = periodName(group.language, period);
  const title = words.recapTitle(name);
  const blockers = recap?.blockers.slice(0, SHOWN_BLOCKERS) ?? [];
  const steps = recap?.steps ?? [];
  const blocks = [
    ...(steps.length > 0 ? [section(words.recapSteps, stepList(roadmap, steps))] : []),
    ...(blockers.length > 0 ? [section(words.recapBlockers, blockerLines(group, blockers, 0))] : []),
    ...(recap && thread ? [words.recapThread(threadLink(group.serverId, thread))] : []),
    words.recapNext,
  ];
  return {
    content: recap
      ? words.recapLine(quoted(group.name), name, sumsOf(reading, recap))
      : words.recapWithheld(quoted(group.name), name),
    embed: { title, color: accent.neutral, description: blocks.join('\n\n') },
    rows: [...helpRows(group.language, blockers, 0), lastRow(reading)],
    title: shorten(title, THREAD_TITLE_LENGTH),
  };
}

function sumsOf({ group, roadmap }: RecapPost, recap: Recap): string[] {
  const { checkInPost: words, common } = catalogueOf(group.language);
  const hours = Math.round((recap.hours ?? 0) * 2) / 2; // To the half: this is a sum of guesses.
  const named = recap.steps.filter(({ stepId }) => findStepByAnyId(roadmap, stepId) !== undefined);
  const finished = named.reduce((sum, { count }) => sum + count, 0);
  return [
    words.checkIns(recap.checkIns),
    ...(hours > 0 ? [common.hours(hours)] : []),
    ...(finished > 0 ? [words.finished(finished)] : []),
  ];
}

function stepList(roadmap: Roadmap, steps: readonly FinishedStep[]): string {
  const { checkInPost: words } = catalogueOf(roadmap.language);
  const counts = new Map<string, number>();
  for (const { stepId, count } of steps) {
    const title = findStepByAnyId(roadmap, stepId)?.title;
    if (title !== undefined) counts.set(title, (counts.get(title) ?? 0) + count);
  }
  const lines = [...counts].map(([title, count]) => words.recapStep(title, count));
  const more = lines.length - NAMED_STEPS;
  return bulletList([...lines.slice(0, NAMED_STEPS), ...(more > 0 ? [words.recapStepsMore(more)] : [])]);
}

function lastRow({ group, period, recap, marks }: RecapPost): ActionRow {
  const { checkInPost: words } = catalogueOf(group.language);
  const more = (recap?.blockers.length ?? 0) - SHOWN_BLOCKERS;
  return buttonRow(
    button({ label: words.checkIn, id: customId('checkin', 'open', ...marks) }),
    ...(more > 0 ? [button({ label: words.more(more), id: customId('checkin', 'blockers', period.id, 1) })] : []),
  );
}
