import { FEWEST_HOURS, MOST_HOURS } from '../domain/join-card.ts';
import type { TypedPause } from '../domain/pause.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { formLine, lineForm } from './line-form.ts';
import type { FormView } from './message.ts';
import { zoneForm } from './zone-views.ts';

/** The form behind **I was away**, filled in with what was typed before. */
export function pauseForm(language: string, { from, to }: TypedPause): FormView {
  const { plan: words } = catalogueOf(language);
  return {
    custom_id: customId('plan', 'pause'),
    title: words.pauseTitle,
    components: [
      formLine({ name: 'from', label: words.pauseFrom, description: words.pauseHint, value: from }),
      formLine({ name: 'to', label: words.pauseTo, description: words.pauseHint, value: to }),
    ],
  };
}

export function planHoursForm(language: string, given: string): FormView {
  const { join } = catalogueOf(language);
  return lineForm(customId('plan', 'other-hours'), join.hoursTitle, {
    name: 'hours',
    label: join.hoursField,
    description: join.hoursHint(FEWEST_HOURS, MOST_HOURS),
    value: given,
  });
}

export function planZoneForm(language: string, given: string): FormView {
  return zoneForm(language, customId('plan', 'place'), given);
}
