import type { PlacedCheckIn } from '../domain/check-in-outcome.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { Temporal } from '../lib/temporal.ts';
import { dayOf, momentOf } from './day-of.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { periodName } from './period-words.ts';

/** Which period is it for? The one whose time ends first stands first. */
export function whichPeriodView(
  language: string,
  periods: readonly StoredPeriod[],
  now: Temporal.Instant,
): MessageView {
  const { checkIn: words } = catalogueOf(language);
  const lines = periods.map((period) => {
    const isOver = Temporal.Instant.compare(period.closesAt, now) <= 0;
    const name = periodName(language, period);
    return isOver ? words.lastStillOpen(name, momentOf(period.graceEndsAt)) : words.runningToo(name);
  });
  return card({
    accent: accent.neutral,
    blocks: [`## ${words.which}`, lines.join('\n')],
    rows: [
      buttonRow(
        ...periods.map((period, index) =>
          button({
            label: periodName(language, period),
            id: customId('checkin', 'period', period.id),
            style: index === 0 ? 'primary' : 'plain',
          }),
        ),
        button({ label: words.mine, id: customId('checkin', 'mine', 0) }),
      ),
    ],
  });
}

/** Nothing has opened yet. */
export function noneOpenView(language: string, nextOpensAt: Temporal.Instant): MessageView {
  return sayView(language, catalogueOf(language).checkIn.noneOpen(dayOf(nextOpensAt)));
}

/** Before a check-in is taken back: what goes, exactly. */
export function askTakeBackView(
  language: string,
  { checkIn, period, group }: PlacedCheckIn,
  now: Temporal.Instant,
): MessageView {
  const { checkIn: words } = catalogueOf(language);
  const isInTime = Temporal.Instant.compare(now, period.graceEndsAt) < 0;
  const counting = isInTime ? words.askTakeBackOpen(momentOf(period.graceEndsAt)) : words.askTakeBackLate;
  return card({
    accent: accent.warning,
    blocks: [
      `## ${words.askTakeBack(periodName(language, period))}`,
      [...(group && !checkIn.isPrivate ? [words.askTakeBackCard] : []), words.askTakeBackAlone].join(' '),
      ...(checkIn.counts ? [counting] : []),
    ],
    rows: [
      buttonRow(
        button({ label: words.keepIt, id: customId('checkin', 'look', checkIn.id, 0), style: 'primary' }),
        button({ label: words.takeBack, id: customId('checkin', 'really-take-back', checkIn.id), style: 'danger' }),
      ),
    ],
  });
}

/** One sentence with a way on: to one's own check-ins, and home. */
export function sayView(language: string, text: string): MessageView {
  const { checkIn: words, common } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [text],
    rows: [
      buttonRow(
        button({ label: words.mine, id: customId('checkin', 'mine', 0) }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}
