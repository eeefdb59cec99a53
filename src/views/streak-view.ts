import type { PeriodResult } from '../domain/member-periods.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { isShown, linesOfStreak, QUARTERS_OF_SPARE_WEEK, type Streak, type StreakLine } from '../domain/streak.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { accent, bulletList, button, buttonRow, card, screenPage } from './kit.ts';
import type { MessageView } from './message.ts';
import { pageLine, readOnRow } from './paging.ts';
import { periodName } from './period-words.ts';

type ExplainedStreak = Streak<PeriodResult['period']>;

/** Why a streak is what it is: period by period, the newest first, so that everybody can add it up. */
export function streakView(roadmap: Roadmap, streak: ExplainedStreak, page: number): MessageView {
  const { checkIn: words } = catalogueOf(roadmap.language);
  if (!isShown(streak)) return sayStreak(roadmap, words.streakNone, words.streakNoneText);
  const lines = linesOfStreak(streak).toReversed();
  const screen = screenPage([bulletList(lines.map((line) => streakLine(roadmap.language, line)))], page);
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.streakTitle(streak.kept)}`,
      `${words.streakSum(streak.kept)} ${spareWeeks(roadmap.language, streak)}`,
      ...screen.blocks,
      `-# ${words.streakRules}`,
      ...pageLine({ roadmap }, screen),
    ],
    rows: [
      ...readOnRow({ roadmap }, screen, (other) => customId('checkin', 'streak', other)),
      wayRow(roadmap, { label: words.turnStreakOff, id: customId('settings', 'streak', 'no') }),
    ],
  });
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

function sayStreak(roadmap: Roadmap, title: string, text: string): MessageView {
  const { checkIn: words } = catalogueOf(roadmap.language);
  const checkIn = { label: words.checkIn, id: customId('checkin', 'open') };
  return card({ accent: accent.neutral, blocks: [`## ${title}`, text], rows: [wayRow(roadmap, checkIn)] });
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
