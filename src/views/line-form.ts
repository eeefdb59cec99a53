import { ComponentType, TextInputStyle } from 'discord.js';
import type { FormView } from './message.ts';

export interface LineParts {
  /** By this name the form hands it over. */
  readonly name: string;
  /** At most 45 characters. */
  readonly label: string;
  readonly description: string;
  /** What stands there already; empty for nothing. */
  readonly value: string;
  /** In characters; 60 unless given. */
  readonly longest?: number;
}

/** One short line of a form to type into. */
export function formLine({ name, label, description, value, longest = 60 }: LineParts): FormView['components'][number] {
  return {
    type: ComponentType.Label,
    label,
    description,
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      max_length: longest,
      required: true,
      ...(value === '' ? {} : { value }),
    },
  };
}

/** A form that asks for one thing. */
export function lineForm(id: string, title: string, line: LineParts): FormView {
  return { custom_id: id, title, components: [formLine(line)] };
}
