import { type CheckStanding, type Readiness, readinessLevels } from '../domain/readiness.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { type ActionRow, accent, button, buttonRow, card, section, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { openPlaceId } from './place-id.ts';

export const openReadinessId = (): string => customId('readiness', 'open');
export const openCheckId = (checkId: string): string => customId('readiness', 'check', checkId);

/** A member's own ratings: where they stand, and what to do next. The ready screen once all of them are good. */
export function readinessView(roadmap: Roadmap, readiness: Readiness): MessageView {
  return readiness.isReady ? readyView(roadmap, readiness) : standingView(roadmap, readiness);
}

function standingView(roadmap: Roadmap, readiness: Readiness): MessageView {
  const words = catalogueOf(roadmap.language).readiness;
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.title}`,
      words.intro,
      ratingLines(words, readiness),
      summary(words, readiness),
      section(words.next, nextText(roadmap, readiness)),
    ],
    rows: [...nextRows(roadmap, readiness), checkSelect(words, readiness), wayRow(roadmap, readiness)],
  });
}

/** How much of it has evidence. */
function proofText(words: Catalogue['readiness'], claimed: number, total: number): string {
  if (claimed === 0) return words.readyProven;
  return claimed === total ? words.readyNoneProven : words.readyClaimed(claimed);
}

function readyView(roadmap: Roadmap, readiness: Readiness): MessageView {
  const { readiness: words } = catalogueOf(roadmap.language);
  const { claimed, checks } = readiness;
  return card({
    accent: accent.professional,
    blocks: [
      `## ${words.readyTitle}`,
      words.ready(checks.length),
      ratingLines(words, readiness),
      proofText(words, claimed, checks.length),
      words.readyNext,
    ],
    rows: [
      checkSelect(words, readiness),
      buttonRow(
        button({
          label: roadmap.jobMarket.title,
          id: openPlaceId({ kind: 'guide', id: roadmap.jobMarket.id, part: '' }),
          style: 'primary',
        }),
      ),
      wayRow(roadmap, readiness),
    ],
  });
}

/** The level in words, and below it whether there is evidence: the two are never the same line. */
export function standingWords(words: Catalogue['readiness'], { newest }: CheckStanding): string {
  if (!newest) return words.unrated;
  const kind = newest.evidence === undefined ? words.claimed : words.withEvidence;
  return words.levelWithEvidence(words.levels[newest.level], kind);
}

function ratingLines(words: Catalogue['readiness'], { checks }: Readiness): string {
  const lines = checks.map((standing, index) =>
    words.line(index + 1, standing.check.title, standingWords(words, standing)),
  );
  return lines.join('\n');
}

function summary(words: Catalogue['readiness'], { checks, proven, claimed, unrated }: Readiness): string {
  const line = words.summary(proven, claimed, checks.length);
  return unrated > 0 ? `${line} ${words.unratedLeft(unrated)}` : line;
}

/** The weakest of what was rated; before anything is weak, the first that was not rated. */
export function nextCheck({ weakest, checks }: Readiness): CheckStanding | undefined {
  return weakest ?? checks.find(({ newest }) => newest === undefined);
}

function nextText(roadmap: Roadmap, readiness: Readiness): string {
  const words = catalogueOf(roadmap.language).readiness;
  const standing = nextCheck(readiness);
  if (!standing) return '';
  const { check, newest } = standing;
  if (!newest) return words.rateFirst(check.title);
  const steps = roadmap.steps.filter((step) => check.stepIds.includes(step.id));
  const lines = steps.map((step) => `${step.position}. ${step.title}`);
  const [question] = check.questions;
  return [
    words.weakest(check.title, words.levels[newest.level]),
    ...lines,
    ...(question ? [words.question(question.ask)] : []),
  ].join('\n');
}

function nextRows(roadmap: Roadmap, readiness: Readiness): ActionRow[] {
  const { readiness: words, guide } = catalogueOf(roadmap.language);
  const standing = nextCheck(readiness);
  if (!standing) return [];
  const { check, newest } = standing;
  const label = newest ? words.improve(check.title) : words.rateOne(check.title);
  return [
    ...(newest ? stepSelect(roadmap, standing) : []),
    buttonRow(
      button({ label, id: openCheckId(check.id), style: 'primary' }),
      button({ label: guide.testYourself, id: customId('guide', 'probe', check.id, 0, 'ask') }),
    ),
  ];
}

/** The steps that build a check, to open one; none where all of them were retired. */
export function stepSelect(roadmap: Roadmap, { check }: CheckStanding): ActionRow[] {
  const words = catalogueOf(roadmap.language).readiness;
  const steps = roadmap.steps.filter((step) => check.stepIds.includes(step.id));
  if (steps.length === 0) return [];
  const options = steps.map((step) => ({ label: step.title, value: step.id }));
  return [selectRow(customId('step', 'go'), words.steps, options)];
}

function checkSelect(words: Catalogue['readiness'], { checks }: Readiness): ActionRow {
  const options = checks.map((standing) => ({
    label: standing.check.title,
    value: standing.check.id,
    description: standingWords(words, standing),
  }));
  return selectRow(customId('readiness', 'go'), words.openOne, options);
}

function wayRow(roadmap: Roadmap, { checks }: Readiness): ActionRow {
  const { readiness: words, common } = catalogueOf(roadmap.language);
  const hasGrowth = checks.some(({ growth }) => growth.length > 0);
  return buttonRow(
    ...(hasGrowth ? [button({ label: words.growthButton, id: customId('readiness', 'growth', 0) })] : []),
    button({ label: common.home, id: customId('help', 'open', 'home') }),
  );
}

/** One button for each level; the one that stands is switched off. */
export function levelRow(words: Catalogue['readiness'], { check, newest }: CheckStanding): ActionRow {
  return buttonRow(
    ...readinessLevels.map((level) =>
      button({
        label: words.levels[level],
        id: customId('readiness', 'rate', check.id, level),
        disabled: newest?.level === level,
      }),
    ),
  );
}
