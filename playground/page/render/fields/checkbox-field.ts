import type { ComponentJson } from '../discord-json.ts';
import { element, freshId } from '../element.ts';
import type { Field, FieldLabel } from './field.ts';

/** A single yes or no. It cannot be wrong. */
export function checkboxField(component: ComponentJson, label: FieldLabel): Field {
  const descriptionId = freshId('description');
  const description = label.description
    ? element('span', { class: 'field-description', id: descriptionId, dir: 'auto' }, label.description)
    : null;
  const input = element('input', { type: 'checkbox', 'aria-describedby': description ? descriptionId : undefined });
  input.checked = component.default ?? false;
  return {
    customId: component.custom_id ?? '',
    label: label.text,
    element: element(
      'div',
      { class: 'field' },
      element('label', { class: 'option' }, input, element('span', { class: 'option-text', dir: 'auto' }, label.text)),
      description,
    ),
    value: () => input.checked,
    problem: () => undefined,
    show: () => undefined,
    focus: () => input.focus(),
  };
}
