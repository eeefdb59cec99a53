import { ComponentType, TextInputStyle } from 'discord.js';
import { linkTitles } from '../domain/page-reference.ts';
import { type CheckStanding, EVIDENCE_LIMIT, type RatingOutcome } from '../domain/readiness.ts';
import type { ReadinessCheck, Roadmap } from '../domain/roadmap.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { dayOf } from './day-of.ts';
import { accent, button, buttonRow, card, section } from './kit.ts';
import type { FormView, MessageView } from './message.ts';
import { openPlaceId } from './place-id.ts';
import { quotedLines } from './quoted.ts';
import { levelRow, openReadinessId, readinessView, stepSelect } from './readiness-view.ts';

/** One check as its member sees it: what it means, how they rated it, and what makes it better. */
export function readinessCheckView(roadmap: Roadmap, standing: CheckStanding, note?: string): MessageView {
  const { readiness: words, guide } = catalogueOf(roadmap.language);
  const { check, newest } = standing;
  const evidenceLabel = newest?.evidence === undefined ? words.addEvidence : words.changeEvidence;
  return card({
    accent: accent.neutral,
    blocks: [
      ...(note === undefined ? [] : [note]),
      `## ${check.title}`,
      section(words.iCan, linkTitles(check.ability, roadmap)),
      ...standingBlocks(words, standing),
    ],
    rows: [
      levelRow(words, standing),
      ...stepSelect(roadmap, standing),
      buttonRow(
        button({ label: guide.testYourself, id: customId('guide', 'probe', check.id, 0, 'ask') }),
        button({ label: words.howToProve, id: openPlaceId({ kind: 'readiness', id: check.id, part: '' }) }),
        ...(newest ? [button({ label: evidenceLabel, id: customId('readiness', 'evidence', check.id) })] : []),
      ),
      buttonRow(button({ label: words.all, id: openReadinessId(), style: 'primary' })),
    ],
  });
}

/** What came of rating or of giving evidence. Whoever became ready with it sees the ready screen. */
export function ratingView(roadmap: Roadmap, outcome: RatingOutcome): MessageView {
  const words = catalogueOf(roadmap.language).readiness;
  switch (outcome.kind) {
    case 'rated':
      if (outcome.becameReady) return readinessView(roadmap, outcome.readiness);
      return readinessCheckView(roadmap, outcome.standing, savedNote(words, outcome.standing));
    case 'unchanged':
      return readinessCheckView(roadmap, outcome.standing, words.unchanged);
    case 'not-rated':
      return readinessCheckView(roadmap, outcome.standing, words.rateBeforeEvidence);
    case 'unknown-check':
      return goneView(roadmap);
  }
}

/** Shown for a check that is not on the roadmap any more. */
export function goneView(roadmap: Roadmap): MessageView {
  const words = catalogueOf(roadmap.language).readiness;
  return card({
    accent: accent.neutral,
    blocks: [words.gone],
    rows: [buttonRow(button({ label: words.all, id: openReadinessId(), style: 'primary' }))],
  });
}

/** The form behind **Add evidence**, filled in with what stands there or was typed before. */
export function evidenceForm(roadmap: Roadmap, check: ReadinessCheck, given: string): FormView {
  const words = catalogueOf(roadmap.language).readiness;
  return {
    custom_id: customId('readiness', 'evidence', check.id),
    title: words.formTitle,
    components: [
      {
        type: ComponentType.Label,
        label: words.formField,
        description: words.formHint(EVIDENCE_LIMIT),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'evidence',
          style: TextInputStyle.Paragraph,
          max_length: EVIDENCE_LIMIT,
          required: false,
          ...(given === '' ? {} : { value: given }),
        },
      },
    ],
  };
}

function standingBlocks(words: Catalogue['readiness'], { newest, growth }: CheckStanding): string[] {
  if (!newest) return [section(words.yours, words.notRated)];
  const since = growth.at(-1)?.at ?? newest.at;
  return [
    section(words.yours, words.rating(words.levels[newest.level], dayOf(since))),
    newest.evidence === undefined ? words.noEvidence : section(words.evidence, quotedLines(newest.evidence)),
  ];
}

function savedNote(words: Catalogue['readiness'], { check, newest, growth }: CheckStanding): string {
  const isLevel = newest !== undefined && newest === growth.at(-1);
  if (isLevel) return words.saved(check.title, words.levels[newest.level]);
  return newest?.evidence === undefined ? words.evidenceRemoved : words.evidenceSaved;
}
