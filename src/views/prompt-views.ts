import type { PromptPost, StarterPost } from '../domain/period-reading.ts';
import type { PeriodThread, StoredPeriod } from '../domain/stored-period.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { shorten } from '../lib/graphemes.ts';
import { momentOf } from './day-of.ts';
import { type ActionRow, accent, button, buttonRow } from './kit.ts';
import { nothingIn, periodName } from './period-words.ts';
import type { PostView } from './post.ts';
import { pinging, THREAD_TITLE_LENGTH } from './post-parts.ts';
import { quoted } from './quoted.ts';

/** The message on which the thread of a period hangs: the question itself, or what a first check-in stands on. */
export function starterView({ group, period, marks, isPrompt }: StarterPost): PostView {
  const { checkInPost: words } = catalogueOf(group.language);
  const name = periodName(group.language, period);
  const until = momentOf(period.graceEndsAt);
  const line = isPrompt ? words.promptLine : words.starterLine;
  const text = isPrompt ? words.promptText(nothingIn(group.language, period), until) : words.starterText(until);
  return {
    content: pinging(line(quoted(group.name), name), group.pingRoleId),
    embed: { color: accent.neutral, description: `${text} ${words.saidBelow}` },
    rows: [checkInRow(group.language, period, marks)],
    ...(group.pingRoleId === undefined ? {} : { pingRoleId: group.pingRoleId }),
    title: shorten(words.threadTitle(name), THREAD_TITLE_LENGTH),
  };
}

/** Asks where somebody was quicker, and leads to what they wrote. */
export function promptView({ group, period, marks, thread }: PromptPost): PostView {
  const { checkInPost: words } = catalogueOf(group.language);
  const name = periodName(group.language, period);
  const text = words.promptText(nothingIn(group.language, period), momentOf(period.graceEndsAt));
  const before = thread ? words.promptBefore(threadLink(group.serverId, thread)) : words.promptHere;
  return {
    content: pinging(words.promptLine(quoted(group.name), name), group.pingRoleId),
    embed: { color: accent.neutral, description: `${text}\n\n${before}` },
    rows: [checkInRow(group.language, period, marks)],
    ...(group.pingRoleId === undefined ? {} : { pingRoleId: group.pingRoleId }),
    title: shorten(words.promptTitle(name), THREAD_TITLE_LENGTH),
  };
}

export function threadLink(serverId: string, { threadId }: Pick<PeriodThread, 'threadId'>): string {
  return `https://discord.com/channels/${serverId}/${threadId}`;
}

function checkInRow(language: string, { id }: StoredPeriod, marks: readonly string[]): ActionRow {
  const { checkInPost: words } = catalogueOf(language);
  return buttonRow(button({ label: words.checkIn, id: customId('checkin', 'period', id, ...marks), style: 'primary' }));
}
