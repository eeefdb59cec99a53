import type { ComponentJson } from '../discord-json.ts';
import { element } from '../element.ts';
import { words } from '../words.ts';
import { type Field, type FieldLabel, isRequired } from './field.ts';
import { fieldFrame } from './frame.ts';

/** Discord's number of a text input with several lines. */
const PARAGRAPH = 2;
const LONGEST = 4_000;

/** A line or a paragraph of text. More than fits can be typed, and is said rather than cut off. */
export function textField(component: ComponentJson, label: FieldLabel): Field {
  const { max_length: most = LONGEST, value, placeholder } = component;
  const required = isRequired(component);
  const attributes = { class: 'text-input', placeholder, required, dir: 'auto' };
  const input =
    component.style === PARAGRAPH
      ? element('textarea', { ...attributes, rows: 4 })
      : element('input', { ...attributes, type: 'text', autocomplete: 'off' });
  input.value = value ?? '';
  const count = element('span', { class: 'field-count', 'aria-hidden': 'true' });
  const frame = fieldFrame({ label, required, control: input, inside: [input, count] });
  const problem = () => textProblem(input.value, component, required);
  const draw = () => {
    count.textContent = component.max_length === undefined ? '' : words.form.count(input.value.length, most);
    count.classList.toggle('field-count-over', input.value.length > most);
  };
  input.addEventListener('input', () => {
    draw();
    const wrong = input.getAttribute('aria-invalid') === 'true' || input.value.length > most;
    if (wrong) frame.show(problem());
  });
  draw();
  return {
    customId: component.custom_id ?? '',
    label: label.text,
    element: frame.element,
    value: () => input.value,
    problem,
    show: frame.show,
    focus: () => input.focus(),
  };
}

function textProblem(
  { length }: string,
  { min_length: least = 0, max_length: most = LONGEST }: ComponentJson,
  required: boolean,
): string | undefined {
  if (length === 0) return required ? words.form.missing : undefined;
  if (length < least) return words.form.tooShort(least, length);
  return length > most ? words.form.tooLong(most, length) : undefined;
}
