import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';

/** Shown for a bug. Carries a reference to the log, never the error itself. */
export function failureView(language: string, reference: string): MessageView {
  const { failure } = catalogueOf(language);
  return card({
    accent: accent.warning,
    blocks: [failure.broken, `-# ${failure.reference(reference)}`],
    rows: [homeRow(language)],
  });
}

/** Shown when a control cannot be understood: forged, of an older version, or its draft is gone. */
export function outdatedView(language: string): MessageView {
  const { failure } = catalogueOf(language);
  return card({ accent: accent.neutral, blocks: [failure.outdated, failure.outdatedCure], rows: [homeRow(language)] });
}

/** Shown when a form refused what was typed. `correctId` opens the form again, filled in. */
export function refusedView(language: string, problem: string, correctId: string): MessageView {
  const { failure } = catalogueOf(language);
  return card({
    accent: accent.warning,
    blocks: [problem, failure.kept],
    rows: [buttonRow(button({ label: failure.correct, id: correctId, style: 'primary' }))],
  });
}

/** Shown to whoever presses **Remove** on a screen that somebody else shared. */
export function notYoursView(language: string): MessageView {
  return card({ accent: accent.neutral, blocks: [catalogueOf(language).common.notYours], rows: [homeRow(language)] });
}

function homeRow(language: string) {
  return buttonRow(button({ label: catalogueOf(language).common.home, id: customId('help', 'open', 'home') }));
}
