import type { Stand } from '../domain/progress-outcome.ts';
import type { Roadmap, Step } from '../domain/roadmap.ts';
import type { Evidence } from '../domain/step-evidence.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { type ButtonParts, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { phaseAccent } from './phase-accent.ts';
import { quotedLines } from './quoted.ts';

export interface DoneParts {
  readonly step: Step;
  readonly evidence: Evidence | undefined;
  /** What this press did. Undefined: the step was done already. */
  readonly eventId: string | undefined;
}

/** A step is done: how far that is, what comes next, and a place for a proof or a note. */
export function doneView({ roadmap, progress }: Stand, { step, evidence, eventId }: DoneParts): MessageView {
  const { progress: words } = catalogueOf(roadmap.language);
  const done = progress.steps.filter(({ state }) => state === 'done').length;
  const next = progress.current?.step;
  return card({
    accent: phaseAccent(step.phaseId),
    blocks: [
      `## ${words.doneTitle(step.title)}`,
      ...(eventId === undefined ? [words.doneAlready] : []),
      words.doneTotal(done, progress.steps.length, progress.hours.done, progress.hours.total),
      next ? words.nextUp(next.title) : words.roadsEnd,
      ...evidenceBlocks(words, evidence),
    ],
    rows: [
      buttonRow(button(onwardButton(words, next))),
      buttonRow(
        ...(eventId === undefined
          ? [button({ label: words.openAgain, id: customId('done', 'set', step.id, 'open') })]
          : [button({ label: words.undo, id: customId('done', 'undo', eventId) })]),
        button(evidenceButton(words, step, evidence)),
        button({ label: words.open, id: customId('progress', 'open') }),
      ),
    ],
  });
}

/** No step is open any more. */
export function roadsEndView(roadmap: Roadmap): MessageView {
  const { progress: words, common } = catalogueOf(roadmap.language);
  return card({
    accent: phaseAccent(roadmap.steps.at(-1)?.phaseId ?? ''),
    blocks: [`## ${words.roadsEndTitle}`, words.roadsEnd],
    rows: [
      buttonRow(
        button(onwardButton(words, undefined)),
        button({ label: words.open, id: customId('progress', 'open') }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}

/** The next step; at the end of the road the readiness checks. */
export function onwardButton(words: Catalogue['progress'], next: Step | undefined): ButtonParts {
  return next
    ? { label: words.goOnTo(next.title), id: customId('step', 'beside', next.id), style: 'primary' }
    : { label: words.checkReadiness, id: customId('guide', 'list', 'readiness'), style: 'primary' };
}

function evidenceButton(words: Catalogue['progress'], step: Step, evidence: Evidence | undefined): ButtonParts {
  return {
    label: evidence ? words.changeEvidence : words.addEvidence,
    id: customId('done', 'evidence', step.id),
  };
}

/** The proof and the note of a step. The brackets keep a link from unfolding, and anything in it from being Markdown. */
export function evidenceBlocks(words: Catalogue['progress'], evidence: Evidence | undefined): string[] {
  if (!evidence) return [];
  const lines = [
    `**${words.evidence}**`,
    ...(evidence.link === undefined ? [] : [`> <${evidence.link}>`]),
    ...(evidence.note === undefined ? [] : [quotedLines(evidence.note)]),
  ];
  return [lines.join('\n')];
}
