import type { NudgePost, ReminderPost } from '../domain/post-reading.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { shorten } from '../lib/graphemes.ts';
import { distanceOf, momentOf } from './day-of.ts';
import { accent, button, buttonRow } from './kit.ts';
import { nothingIn, periodName } from './period-words.ts';
import type { PostView } from './post.ts';
import { THREAD_TITLE_LENGTH } from './post-parts.ts';
import { quoted } from './quoted.ts';

/** A private message about a period: what it is about, until when, and the ways to check in, put it off, or end it. */
export function reminderPostView(reading: ReminderPost | NudgePost): PostView {
  const { language, marks, period } = reading;
  const { reminder: words } = catalogueOf(language);
  const [mark = ''] = marks;
  const checkIn = button({ label: words.checkIn, id: customId('checkin', 'period', period.id), style: 'primary' });
  const later = button({ label: words.later, id: customId('settings', 'snooze', mark) });
  const off = button({ label: words.off, id: customId('settings', 'no-reminders', mark) });
  const group = button({ label: words.group, id: customId('group', 'partner', mark) });
  return {
    content: lineOf(reading),
    title: shorten(periodName(language, period), THREAD_TITLE_LENGTH),
    embed: { color: accent.neutral, description: textOf(reading) },
    rows: [reading.kind === 'reminder' ? buttonRow(checkIn, later, off) : buttonRow(checkIn, group)],
  };
}

function lineOf(reading: ReminderPost | NudgePost): string {
  const { language, period } = reading;
  const { reminder: words } = catalogueOf(language);
  const name = periodName(language, period);
  if (reading.kind === 'nudge') return words.nudge(reading.partnerUserId, name);
  const group = reading.group && quoted(reading.group.name);
  switch (reading.occasion) {
    case 'prompt':
      return words.prompt(name, group);
    case 'last-hours':
      return words.lastHours(name, group, distanceOf(period.closesAt));
    case 'grace':
      return words.grace(name, group);
    case 'snoozed':
      return words.snoozed(name, group);
  }
}

function textOf({ kind, language, period }: ReminderPost | NudgePost): string {
  const { reminder: words } = catalogueOf(language);
  const end = momentOf(period.graceEndsAt);
  return kind === 'nudge'
    ? words.nudgeText(end)
    : words.until(end, distanceOf(period.graceEndsAt), nothingIn(language, period));
}
