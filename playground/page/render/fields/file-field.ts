import type { ComponentJson } from '../discord-json.ts';
import { element } from '../element.ts';
import { countHint, countProblem } from './count-problem.ts';
import { type Field, type FieldLabel, isRequired } from './field.ts';
import { fieldFrame } from './frame.ts';

/** Files from the reader's machine. They are read only when the form is sent. */
export function fileField(component: ComponentJson, label: FieldLabel): Field {
  const required = isRequired(component);
  const bounds = { required, least: component.min_values ?? 1, most: component.max_values ?? 1 };
  const input = element('input', { type: 'file', class: 'file-input', multiple: bounds.most > 1, required });
  const hint = countHint(bounds);
  const inside = [...(hint ? [element('p', { class: 'field-description' }, hint)] : []), input];
  const frame = fieldFrame({ label, required, control: input, inside });
  const files = () => [...(input.files ?? [])];
  const problem = () => countProblem(files().length, bounds);
  input.addEventListener('change', () => frame.show(problem()));
  return {
    customId: component.custom_id ?? '',
    label: label.text,
    element: frame.element,
    value: files,
    problem,
    show: frame.show,
    focus: () => input.focus(),
  };
}
