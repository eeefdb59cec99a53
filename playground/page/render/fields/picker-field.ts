import { choicesOf, chosenAtFirst } from '../choices.ts';
import type { RenderContext } from '../context.ts';
import type { ComponentJson } from '../discord-json.ts';
import { setAttribute } from '../element.ts';
import { Picker } from '../picker.ts';
import { words } from '../words.ts';
import { countHint, countProblem } from './count-problem.ts';
import { type Field, type FieldLabel, isRequired } from './field.ts';
import { fieldFrame } from './frame.ts';

/** A select of any kind. */
export function pickerField(component: ComponentJson, label: FieldLabel, context: RenderContext): Field {
  const required = isRequired(component);
  const choices = choicesOf(component, context);
  const most = Math.min(component.max_values ?? 1, Math.max(1, choices.length));
  const bounds = { required, least: component.min_values ?? 1, most };
  const picker = new Picker({
    name: label.text,
    placeholder: component.placeholder || words.choose,
    customId: undefined,
    choices,
    chosen: chosenAtFirst(component),
    least: required && most === 1 ? 1 : 0,
    most,
    hint: countHint(bounds),
    disabled: false,
    changed: (values) => frame.show(countProblem(values.length, bounds)),
  });
  setAttribute(picker.button, 'aria-required', required ? 'true' : undefined);
  const frame = fieldFrame({ label, required, control: picker.button, inside: [picker.element] });
  return {
    customId: component.custom_id ?? '',
    label: label.text,
    element: frame.element,
    value: () => picker.values,
    problem: () => countProblem(picker.values.length, bounds),
    show: frame.show,
    focus: () => picker.button.focus(),
  };
}
