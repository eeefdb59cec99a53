import type { PeriodResult } from '../domain/member-periods.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { countsOf, isShown, QUARTERS_OF_SPARE_WEEK, type Streak, type StreakLine } from '../domain/streak.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { accent, bulletList, button, buttonRow, card, screenPage } from './kit.ts';
import type { MessageView } from './message.ts';
import { pageLine, readOnRow } from './paging.ts';
import { periodName } from './period-words.ts';

type ExplainedStreak = Streak<PeriodResult['period']>;

/** Why a streak is what it is, or is none: period by period, the newest first, so that everybody can add it up. */
export function streakView(roadmap: Roadmap, streak: ExplainedStreak, page: number): MessageView {
  const { checkIn: words } = catalogueOf(roadmap.language);
  const counts = countsOf(streak).toReversed();
  const lines = counts.map((count) => count.toReversed().map((line) => streakLine(roadmap.language, line)));
  const list = lines.flatMap((count, index) => (index === 0 ? count : [words.newCount, ...count]));
  const screen = screenPage(list.length > 0 ? [bulletList(list)] : [], page);
  return card({
    accent: accent.neutral,
    blocks: [
      ...headline(roadmap, streak),
      ...screen.blocks,
      `-# ${words.streakRules}`,
      ...pageLine({ roadmap }, screen),
    ],
    rows: [
      ...readOnRow({ roadmap }, screen, (other) => customId('checkin', 'streak', other)),
      wayRow(
        roadmap,
        isShown(streak)
          ? { label: words.turnStreakOff, id: customId('settings', 'streak', 'no') }
          : { label: words.checkIn, id: customId('checkin', 'open') },
      ),
    ],
  });
}

function headline({ language }: Roadmap, streak: ExplainedStreak): string[] {
  const { checkIn: words } = catalogueOf(language);
  if (!isShown(streak)) return [`## ${words.streakNone}`, words.streakNoneText];
  return [`## ${words.streakTitle(streak.kept)}`, `${words.streakSum(streak.kept)} ${spareWeeks(language, streak)}`];
}

/** For whoever turned streaks off: it is shown nowhere, not even here. */
export function streakOffView(roadmap: Roadmap): MessageView {
  const { checkIn: words } = catalogueOf(roadmap.language);
  return card({
    accent: accent.neutral,
    blocks: [words.streakOff],
    rows: [wayRow(roadmap, { label: words.turnStreakOn, id: customId('settings', 'streak', 'yes') })],
  });
}

function wayRow({ language }: Roadmap, first: { readonly label: string; readonly id: string }) {
  const { checkIn: words, progress, common } = catalogueOf(language);
  return buttonRow(
    button(first),
    button({ label: words.mine, id: customId('checkin', 'mine', 0) }),
    button({ label: progress.open, id: customId('progress', 'open') }),
    button({ label: common.home, id: customId('help', 'open', 'home') }),
  );
}

function streakLine(language: string, { period, fate, kept }: StreakLine<PeriodResult['period']>): string {
  const { checkIn: words } = catalogueOf(language);
  const said = fate === 'kept' ? words.fates.kept(kept) : words.fates[fate];
  return words.streakLine(periodName(language, period), said);
}

function spareWeeks(language: string, { quarters }: ExplainedStreak): string {
  const { checkIn: words } = catalogueOf(language);
  return words.streakSpare(Math.floor(quarters / QUARTERS_OF_SPARE_WEEK), quarters % QUARTERS_OF_SPARE_WEEK);
}
