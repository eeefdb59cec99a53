import type { ComponentJson, OptionJson } from '../discord-json.ts';
import { element, freshId } from '../element.ts';
import { countHint, countProblem } from './count-problem.ts';
import { type Field, type FieldLabel, isRequired } from './field.ts';
import { fieldFrame } from './frame.ts';

/** One of several. */
export function radioField(component: ComponentJson, label: FieldLabel): Field {
  const bounds = { required: isRequired(component), least: 1, most: 1 };
  const group = optionGroup(component, label, bounds, 'radio');
  return { ...group, value: () => group.chosen()[0] ?? null };
}

/** Any of several. */
export function checkboxGroupField(component: ComponentJson, label: FieldLabel): Field {
  const required = isRequired(component);
  const most = component.max_values ?? component.options?.length ?? 0;
  const bounds = { required, least: component.min_values ?? (required ? 1 : 0), most };
  const group = optionGroup(component, label, bounds, 'checkbox');
  return { ...group, value: group.chosen };
}

interface OptionGroup extends Omit<Field, 'value'> {
  chosen(): readonly string[];
}

function optionGroup(
  { options = [], custom_id: customId = '' }: ComponentJson,
  label: FieldLabel,
  bounds: { readonly required: boolean; readonly least: number; readonly most: number },
  type: 'radio' | 'checkbox',
): OptionGroup {
  const name = freshId('group');
  const lines = options.map((option) => optionLine(option, name, type));
  const hint = type === 'checkbox' ? countHint(bounds) : undefined;
  const list = element('div', { class: 'options' }, ...lines.map((line) => line.element));
  const frame = fieldFrame({
    label,
    required: bounds.required,
    control: list,
    inside: [...(hint ? [element('p', { class: 'field-description' }, hint)] : []), list],
    group: true,
  });
  const chosen = () => lines.filter(({ input }) => input.checked).map(({ input }) => input.value);
  const problem = () => countProblem(chosen().length, bounds);
  list.addEventListener('change', () => frame.show(chosen().length > bounds.most ? problem() : undefined));
  return {
    customId,
    label: label.text,
    element: frame.element,
    chosen,
    problem,
    show: frame.show,
    focus: () => lines[0]?.input.focus(),
  };
}

function optionLine(option: OptionJson, name: string, type: 'radio' | 'checkbox') {
  const input = element('input', { type, name, value: option.value });
  input.checked = option.default ?? false;
  const line = element(
    'label',
    { class: 'option' },
    input,
    element(
      'span',
      { class: 'option-text' },
      element('span', { dir: 'auto' }, option.label),
      option.description ? element('span', { class: 'field-description', dir: 'auto' }, option.description) : null,
    ),
  );
  return { input, element: line };
}
