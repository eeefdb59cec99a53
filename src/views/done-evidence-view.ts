import { ComponentType, TextInputStyle } from 'discord.js';
import type { Roadmap, Step } from '../domain/roadmap.ts';
import {
  type Evidence,
  type EvidenceProblem,
  type GivenEvidence,
  LINK_LENGTH,
  NOTE_LENGTH,
} from '../domain/step-evidence.ts';
import { type Catalogue, catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { evidenceBlocks } from './done-view.ts';
import { button, buttonRow, card } from './kit.ts';
import type { FormView, MessageView } from './message.ts';
import { phaseAccent } from './phase-accent.ts';

/** The form behind **Add a proof or note**, filled in with what stands there or was typed before. */
export function evidenceForm(language: string, stepId: string, { link, note }: GivenEvidence): FormView {
  const { progress: words } = catalogueOf(language);
  return {
    custom_id: customId('done', 'proof', stepId),
    title: words.evidenceTitle,
    components: [
      field('link', words.linkField, words.linkHint(LINK_LENGTH), link, LINK_LENGTH, TextInputStyle.Short),
      field('note', words.noteField, words.noteHint(NOTE_LENGTH), note, NOTE_LENGTH, TextInputStyle.Paragraph),
    ],
  };
}

function field(
  name: keyof GivenEvidence,
  label: string,
  description: string,
  value: string,
  limit: number,
  style: TextInputStyle,
): FormView['components'][number] {
  return {
    type: ComponentType.Label,
    label,
    description,
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style,
      max_length: limit,
      required: false,
      ...(value === '' ? {} : { value }),
    },
  };
}

/** After the form: what is kept now. */
export function evidenceView(roadmap: Roadmap, step: Step, evidence: Evidence | undefined): MessageView {
  const { progress: words } = catalogueOf(roadmap.language);
  return card({
    accent: phaseAccent(step.phaseId),
    blocks: [
      `## ${step.title}`,
      evidence ? words.evidenceSaved : words.evidenceRemoved,
      ...evidenceBlocks(words, evidence),
    ],
    rows: [
      buttonRow(
        button({ label: words.open, id: customId('progress', 'open'), style: 'primary' }),
        button({
          label: evidence ? words.changeEvidence : words.addEvidence,
          id: customId('done', 'evidence', step.id),
        }),
      ),
    ],
  });
}

/** Why the form comes back, as a sentence. */
export function evidenceProblem(language: string, problem: EvidenceProblem): string {
  const { progress: words }: { readonly progress: Catalogue['progress'] } = catalogueOf(language);
  switch (problem) {
    case 'no-link':
      return words.noLink;
    case 'too-long':
      return words.tooLong(LINK_LENGTH, NOTE_LENGTH);
  }
}
