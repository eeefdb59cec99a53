import type { MissedNews } from '../domain/check-in-setting.ts';
import type { ReminderStrength } from '../domain/member.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { distanceOf, momentOf } from './day-of.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { periodName } from './period-words.ts';

/** How putting a reminder off went. */
export type Snoozed =
  | { readonly kind: 'snoozed'; readonly until: Temporal.Instant }
  | { readonly kind: 'over' | 'kept' | 'off' | 'unknown' };

export function snoozedView(language: string, snoozed: Snoozed): MessageView {
  const { reminder: words, common } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [snoozeSentence(language, snoozed)],
    rows: [
      buttonRow(
        button({ label: words.settings, id: customId('settings', 'open') }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}

function snoozeSentence(language: string, snoozed: Snoozed): string {
  const { reminder: words } = catalogueOf(language);
  switch (snoozed.kind) {
    case 'snoozed':
      return words.snoozedUntil(momentOf(snoozed.until), distanceOf(snoozed.until));
    case 'over':
      return words.over;
    case 'kept':
      return words.kept;
    case 'off':
      return words.snoozeWhileOff;
    case 'unknown':
      return words.unknown;
  }
}

/** After one press on a reminder or on the offer. `before`: what **Turn them on again** leads back to. */
export function remindersChangedView(
  language: string,
  now: ReminderStrength,
  before: ReminderStrength = 'off',
): MessageView {
  const { reminder: words, settings, common } = catalogueOf(language);
  const again = { label: words.onAgain, id: customId('settings', 'remind', before) };
  return card({
    accent: accent.neutral,
    blocks: [now === 'off' ? words.switchedOff : words.switchedOn(settings.strengths[now])],
    rows: [
      buttonRow(
        ...(now === 'off' && before !== 'off' ? [button(again)] : []),
        button({ label: words.settings, id: customId('settings', 'open') }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}

/** For whoever could not be written to: what happened, what follows, and on to what they pressed. */
export function closedChatView(language: string, resumeId: string, missed: MissedNews): MessageView {
  const { reminder: words, checkIn } = catalogueOf(language);
  const { kinds, endsReminders, hidden } = missed;
  const tried = [...new Set(kinds)].map((kind) => words.closedTried[kind]);
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.closedTitle}`,
      [words.closed, ...tried].join(' '),
      ...hidden.map((period) => checkIn.hiddenNoteLine(periodName(language, period), undefined)),
      ...(hidden.length > 0 ? [checkIn.hiddenNote] : []),
      ...(endsReminders ? [words.closedReminders, words.closedCureReminders] : [words.closedCure]),
    ],
    rows: [
      buttonRow(
        button({ label: words.goOn, id: customId('plan', 'go-on', resumeId), style: 'primary' }),
        button({ label: words.settings, id: customId('settings', 'open') }),
      ),
    ],
  });
}
