import { ComponentType, TextInputStyle } from 'discord.js';
import { FEWEST_HOURS, MOST_HOURS } from '../domain/join-card.ts';
import type { TypedPause } from '../domain/pause.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { FormView } from './message.ts';

/** The form behind **I was away**, filled in with what was typed before. */
export function pauseForm(language: string, { from, to }: TypedPause): FormView {
  const { plan: words } = catalogueOf(language);
  return {
    custom_id: customId('plan', 'pause'),
    title: words.pauseTitle,
    components: [line('from', words.pauseFrom, words.pauseHint, from), line('to', words.pauseTo, words.pauseHint, to)],
  };
}

export function planHoursForm(language: string, given: string): FormView {
  const { join } = catalogueOf(language);
  const hint = join.hoursHint(FEWEST_HOURS, MOST_HOURS);
  return {
    custom_id: customId('plan', 'other-hours'),
    title: join.hoursTitle,
    components: [line('hours', join.hoursField, hint, given)],
  };
}

export function planZoneForm(language: string, given: string): FormView {
  const { join } = catalogueOf(language);
  return {
    custom_id: customId('plan', 'place'),
    title: join.zoneTitle,
    components: [line('place', join.zoneField, join.zoneHint, given)],
  };
}

/** One short line to type into. */
function line(name: string, label: string, description: string, value: string): FormView['components'][number] {
  return {
    type: ComponentType.Label,
    label,
    description,
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      max_length: 60,
      required: true,
      ...(value === '' ? {} : { value }),
    },
  };
}
