import { hoursOfStep, type Roadmap, type Step } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { accent, button, buttonRow, card, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { quoted } from './quoted.ts';

/** Shown when nothing is called what somebody typed: the nearest steps, or all of them. */
export function unknownStepView(roadmap: Roadmap, typed: string, nearest: readonly Step[]): MessageView {
  const { step: words, roadmap: roadmapWords, common } = catalogueOf(roadmap.language);
  const offered = nearest.length > 0 ? nearest : roadmap.steps;
  return card({
    accent: accent.neutral,
    blocks: [words.unknown(quoted(typed)), nearest.length > 0 ? words.nearest : words.listed],
    rows: [
      selectRow(
        customId('step', 'go'),
        roadmapWords.openStep,
        offered.map((step) => ({
          label: step.title,
          value: step.id,
          description: roadmapWords.stepChoice(
            roadmap.phases.find((phase) => phase.id === step.phaseId)?.title ?? '',
            step.month,
            hoursOfStep(step),
          ),
        })),
      ),
      buttonRow(
        button({ label: words.all, id: customId('roadmap', 'open', 'phases') }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}
