import { componentTypes, walkComponents, withComponentIds } from '../world/components.ts';
import type { Component, Interaction } from '../world/model.ts';
import type { Option } from './controls-on-message.ts';
import { componentTexts } from './reading.ts';

export interface Field {
  /** The label above the field. */
  readonly label: string;
  readonly description: string | undefined;
  readonly customId: string;
  readonly type: number;
  readonly required: boolean;
  /** What stands in it before the person types: text, chosen values, or a tick. */
  readonly value: string | readonly string[] | boolean | null;
  readonly placeholder: string | undefined;
  readonly options: readonly Option[];
  readonly minLength: number;
  readonly maxLength: number;
  readonly minValues: number;
  readonly maxValues: number;
}

/** A form (modal) that is open in front of a person. */
export interface Form {
  readonly customId: string;
  readonly title: string;
  readonly fields: readonly Field[];
  /** Title, texts, labels and descriptions, top to bottom. */
  readonly text: string;
  readonly labels: readonly string[];
  readonly components: readonly Component[];
}

/** The form that answered an interaction. */
export function readForm({ answer }: Interaction): Form {
  const data = answer?.data ?? {};
  const components = withComponentIds((data.components as Component[] | undefined) ?? []);
  const fields = [...walkComponents(components)].flatMap(([component]) => fieldsOf(component));
  const title = String(data.title ?? '');
  return {
    customId: String(data.custom_id),
    title,
    fields,
    labels: fields.map(({ label }) => label),
    text: [title, ...components.flatMap(textsOf)].join('\n'),
    components,
  };
}

function textsOf(component: Component): string[] {
  if (component.type === componentTypes.label)
    return [String(component.label), ...(component.description ? [String(component.description)] : [])];
  if (component.type === componentTypes.row)
    return (component.components ?? []).map(({ label }) => String(label ?? ''));
  return componentTexts(component);
}

/** A label holds one field; an old-style row holds text inputs with labels of their own. */
function fieldsOf(component: Component): Field[] {
  if (component.type === componentTypes.label && component.component)
    return [fieldOf(component.component, String(component.label), component.description as string | undefined)];
  if (component.type !== componentTypes.row) return [];
  return (component.components ?? []).map((input) => fieldOf(input, String(input.label ?? ''), undefined));
}

function fieldOf(component: Component, label: string, description: string | undefined): Field {
  const number = (key: string, usual: number) => (component[key] as number | null | undefined) ?? usual;
  const required = (component.required as boolean | undefined) ?? component.type !== componentTypes.checkbox;
  const options = (component.options as Option[] | undefined) ?? [];
  return {
    label,
    description,
    customId: String(component.custom_id),
    type: component.type,
    required,
    value: startValue(component, options),
    placeholder: component.placeholder as string | undefined,
    options,
    minLength: number('min_length', 0),
    maxLength: number('max_length', 4_000),
    minValues: number('min_values', component.type === componentTypes.checkboxGroup && !required ? 0 : 1),
    maxValues: number('max_values', component.type === componentTypes.checkboxGroup ? options.length : 1),
  };
}

function startValue(component: Component, options: readonly Option[]): Field['value'] {
  switch (component.type) {
    case componentTypes.textInput:
      return (component.value as string | undefined) ?? '';
    case componentTypes.checkbox:
      return (component.default as boolean | undefined) ?? false;
    case componentTypes.radioGroup:
      return options.find((option) => option.default)?.value ?? null;
    case componentTypes.stringSelect:
    case componentTypes.checkboxGroup:
      return options.filter((option) => option.default).map(({ value }) => value);
    default:
      return ((component.default_values as { id: string }[] | undefined) ?? []).map(({ id }) => id);
  }
}
