import { localTime, type ZoneChoice } from '../domain/zone.ts';
import { catalogueOf } from '../language/languages.ts';
import type { Temporal } from '../lib/temporal.ts';
import { accent, type ButtonParts, button, buttonRow, card, selectRow } from './kit.ts';
import { lineForm } from './line-form.ts';
import type { FormView, MessageView } from './message.ts';

/** Asks for a city, a country or a zone. Hands over `place`. `title`: left out, it asks where the reader is. */
export function zoneForm(language: string, id: string, given: string, title?: string): FormView {
  const { join } = catalogueOf(language);
  return lineForm(id, title ?? join.zoneTitle, {
    name: 'place',
    label: join.zoneField,
    description: join.zoneHint,
    value: given,
  });
}

export interface ZoneChoiceParts {
  readonly language: string;
  readonly now: Temporal.Instant;
  readonly zones: readonly ZoneChoice[];
  readonly heading?: string;
  /** What is asked, and what stands in the select; left out, it is about the reader’s own time. */
  readonly words?: { readonly zoneQuestion: string; readonly zoneChoose: string };
  /** Of the select, whose values are the zones. */
  readonly selectId: string;
  /** To ask for another place, and to leave it. */
  readonly buttons: readonly ButtonParts[];
}

/** The zones that fit what was typed, each with the time there now. */
export function zoneChoiceView(parts: ZoneChoiceParts): MessageView {
  const { language, now, zones, heading, selectId, buttons } = parts;
  const { join } = catalogueOf(language);
  const { zoneQuestion, zoneChoose } = parts.words ?? join;
  const options = zones.map(({ zone, label }) => ({
    label: join.zoneChoice(localTime(now, zone), label),
    value: zone,
  }));
  return card({
    accent: accent.neutral,
    blocks: [...(heading === undefined ? [] : [heading]), zoneQuestion],
    rows: [selectRow(selectId, zoneChoose, options), buttonRow(...buttons.map(button))],
  });
}
