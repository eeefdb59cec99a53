import { ComponentType, TextInputStyle } from 'discord.js';
import { type MilestoneId, milestoneCode } from '../domain/milestone.ts';
import type { TypedPause } from '../domain/pause.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { formLine, lineForm } from './line-form.ts';
import type { FormView } from './message.ts';

/** How long a moderator's note may be, in characters. */
export const NOTE_LENGTH = 600;

export function moveForm(language: string, groupId: string, id: MilestoneId, value: string): FormView {
  const { milestone: words } = catalogueOf(language);
  const line = { name: 'to', label: words.moveField, description: words.moveHint, value };
  return lineForm(customId('milestone', 'move', groupId, milestoneCode(id)), words.moveTitle, line);
}

export function groupBreakForm(language: string, groupId: string, { from, to }: TypedPause): FormView {
  const { milestone: words } = catalogueOf(language);
  return {
    custom_id: customId('milestone', 'break', groupId),
    title: words.breakTitle,
    components: [
      formLine({ name: 'from', label: words.breakFrom, description: words.moveHint, value: from }),
      formLine({ name: 'to', label: words.breakTo, description: words.moveHint, value: to }),
    ],
  };
}

export function noteForm(language: string, groupId: string, id: MilestoneId, value: string): FormView {
  const { milestone: words } = catalogueOf(language);
  return {
    custom_id: customId('milestone', 'note', groupId, milestoneCode(id)),
    title: words.noteTitle,
    components: [
      {
        type: ComponentType.Label,
        label: words.noteField,
        description: words.noteHint(NOTE_LENGTH),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'note',
          style: TextInputStyle.Paragraph,
          max_length: NOTE_LENGTH,
          required: true,
          ...(value === '' ? {} : { value }),
        },
      },
    ],
  };
}
