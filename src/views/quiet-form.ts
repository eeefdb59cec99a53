import { ComponentType, TextInputStyle } from 'discord.js';
import type { TypedQuietHours } from '../domain/check-in-setting.ts';
import type { QuietHours } from '../domain/reminder.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { timeText } from './group-facts.ts';
import type { FormView } from './message.ts';

/** The form for quiet hours. Both lines empty: there are none. */
export function quietForm(language: string, { from, to }: TypedQuietHours): FormView {
  const { settings: words } = catalogueOf(language);
  return {
    custom_id: customId('settings', 'quiet-hours'),
    title: words.quiet,
    components: [
      line('from', words.quietFrom, words.quietHint, from),
      line('to', words.quietTo, words.quietHintNone, to),
    ],
  };
}

/** The hours as they stand in the form. */
export function quietTexts(quiet: QuietHours | undefined): TypedQuietHours {
  return quiet ? { from: timeText(quiet.from), to: timeText(quiet.to) } : { from: '', to: '' };
}

function line(name: string, label: string, description: string, value: string): FormView['components'][number] {
  return {
    type: ComponentType.Label,
    label,
    description,
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      max_length: 20,
      required: false,
      ...(value === '' ? {} : { value }),
    },
  };
}
