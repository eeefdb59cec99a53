import { type Combobox, createCombobox } from './combobox.ts';
import type { OptionSpec } from './commands.ts';
import { element, freshId } from './element.ts';
import {
  fitting,
  type Nameable,
  type OptionReading,
  optionTypes,
  readOption,
  type Suggestion,
  suggestionsFor,
} from './option-values.ts';

export interface OptionField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly spec: OptionSpec;
  /** What it holds; shows what is wrong with it, when `isFinal`. */
  read(isFinal: boolean): OptionReading;
}

/** Milliseconds without a key before the bot is asked. */
const pauseMs = 120;

/** One option of a command: a label, a field and, where there are any, suggestions. `ask` gets the bot's. */
export function createOptionField(
  spec: OptionSpec,
  nameable: () => Nameable,
  ask: (field: OptionField) => Promise<readonly Suggestion[]>,
): OptionField {
  const id = freshId('option');
  const isNumber = spec.type === optionTypes.integer || spec.type === optionTypes.number;
  const input = element('input', {
    type: 'text',
    id,
    'aria-describedby': `${id}-detail ${id}-problem`,
    'aria-required': spec.required ?? false,
    inputmode: isNumber ? 'decimal' : 'text',
    autocomplete: 'off',
  });
  const problem = element('p', { class: 'problem', id: `${id}-problem` });
  let picked: Suggestion | undefined;
  input.addEventListener('input', () => {
    picked = undefined;
    setProblem('');
  });
  const setProblem = (words: string) => {
    problem.textContent = words;
    input.setAttribute('aria-invalid', String(words !== ''));
  };
  const suggestions = async (text: string): Promise<readonly Suggestion[]> => {
    const known = suggestionsFor(spec, nameable());
    if (known) return fitting(known, picked ? '' : text);
    if (!spec.autocomplete) return [];
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return input.value === text ? ask(field) : [];
  };
  const combobox: Combobox | undefined =
    spec.autocomplete || suggestionsFor(spec, nameable())
      ? createCombobox<Suggestion>({
          input,
          label: spec.name,
          opensOnFocus: spec.required ?? false,
          suggest: async (text) => (await suggestions(text)).map((one) => ({ name: one.name, value: one })),
          pick({ value }, key) {
            input.value = value.name;
            picked = value;
            setProblem('');
            if (key !== 'pointer') moveOn(input);
          },
        })
      : undefined;
  const field: OptionField = {
    spec,
    input,
    element: element(
      'div',
      { class: 'command-option' },
      element(
        'label',
        { for: id },
        spec.name,
        element('span', { class: 'need' }, spec.required ? ' required' : ' optional'),
      ),
      element('div', { class: 'command-option-input' }, input, combobox?.list),
      element('p', { class: 'detail', id: `${id}-detail` }, spec.description),
      problem,
    ),
    read(isFinal) {
      const reading = readOption(spec, input.value, picked, nameable());
      if (isFinal) setProblem('problem' in reading ? reading.problem : '');
      return reading;
    },
  };
  return field;
}

/** To the next empty field, or to the button that sends. */
function moveOn(input: HTMLInputElement): void {
  const form = input.closest('form');
  const fields = [...(form?.querySelectorAll<HTMLInputElement>('.command-option input') ?? [])];
  const next = fields.slice(fields.indexOf(input) + 1).find(({ value }) => value === '');
  (next?.getAttribute('aria-required') === 'true' ? next : form?.querySelector<HTMLElement>('button.send'))?.focus();
}
