import { type CheckStanding, countStepsUp, type Readiness } from '../domain/readiness.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { dayOf } from './day-of.ts';
import { accent, button, buttonRow, card, screenPage, section } from './kit.ts';
import type { MessageView } from './message.ts';
import { openReadinessId } from './readiness-view.ts';

/** How many levels of one check are told; earlier ones are counted. */
const TOLD = 6;

/** The history of all ratings as words, check by check. `screen` counts the screenfuls from 0. */
export function readinessGrowthView(roadmap: Roadmap, readiness: Readiness, screen: number): MessageView {
  const { readiness: words, common } = catalogueOf(roadmap.language);
  const rated = readiness.checks.filter(({ growth }) => growth.length > 0);
  const { blocks, page, pages } = screenPage(
    rated.map((standing) => section(standing.check.title, growthLine(words, standing))),
    screen,
  );
  const turn = (label: string, to: number) => button({ label, id: customId('readiness', 'growth', to) });
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.growthTitle}`,
      rated.length === 0 ? words.noGrowth : words.stepsUp(countStepsUp(readiness)),
      ...blocks,
      ...(pages > 1 ? [`-# ${common.pageOf(page + 1, pages)}`] : []),
    ],
    rows: [
      buttonRow(
        button({ label: words.all, id: openReadinessId(), style: 'primary' }),
        ...(page > 0 ? [turn(common.previousPage, page - 1)] : []),
        ...(page < pages - 1 ? [turn(common.nextPage, page + 1)] : []),
      ),
    ],
  });
}

function growthLine(words: Catalogue['readiness'], { growth }: CheckStanding): string {
  const told = growth.slice(-TOLD).map(({ level, at }) => words.growthLevel(words.levels[level], dayOf(at)));
  const earlier = growth.length > TOLD ? [words.earlier(growth.length - TOLD)] : [];
  return [...earlier, ...told].join(' → ');
}
