import { createCombobox } from './combobox.ts';
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
import type { Entry } from './suggestion-list.ts';

export interface OptionField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly spec: OptionSpec;
  /** What it holds; shows what is wrong with it, when `isFinal`. */
  read(isFinal: boolean): OptionReading;
}

export interface OptionSources {
  nameable(): Nameable;
  /** The bot's suggestions for what stands in the field. */
  ask(spec: OptionSpec, text: string): Promise<readonly Suggestion[]>;
}

/** Milliseconds without a key before the bot is asked. */
const pauseMs = 120;

/** One option of a command: a label, a field and, where there are any, suggestions. */
export function createOptionField(spec: OptionSpec, sources: OptionSources): OptionField {
  const input = inputFor(spec);
  const problem = element('p', { class: 'problem', id: `${input.id}-problem` });
  let picked: Suggestion | undefined;
  const setProblem = (words: string) => {
    problem.textContent = words;
    input.setAttribute('aria-invalid', String(words !== ''));
  };
  const change = (suggestion: Suggestion | undefined) => {
    picked = suggestion;
    setProblem('');
  };
  input.addEventListener('input', () => change(undefined));
  const suggest = (text: string) => suggestions(spec, sources, input, picked ? '' : text);
  const list = isOpenEnded(spec, sources) ? undefined : suggestingList(spec, input, suggest, change);
  const label = element('label', { for: input.id }, spec.name);
  label.append(element('span', { class: 'need' }, spec.required ? ' required' : ' optional'));
  const detail = element('p', { class: 'detail', id: `${input.id}-detail` }, spec.description);
  const around = element('div', { class: 'command-option-input' }, input, list);
  return {
    spec,
    input,
    element: element('div', { class: 'command-option' }, label, around, detail, problem),
    read(isFinal) {
      const reading = readOption(spec, input.value, picked, sources.nameable());
      if (isFinal) setProblem('problem' in reading ? reading.problem : '');
      return reading;
    },
  };
}

function inputFor({ type, required = false }: OptionSpec): HTMLInputElement {
  const id = freshId('option');
  const isNumber = type === optionTypes.integer || type === optionTypes.number;
  return element('input', {
    type: 'text',
    id,
    'aria-describedby': `${id}-detail ${id}-problem`,
    'aria-required': String(required),
    inputmode: isNumber ? 'decimal' : 'text',
    autocomplete: 'off',
  });
}

/** Nothing can be suggested: free words and numbers. */
function isOpenEnded(spec: OptionSpec, sources: OptionSources): boolean {
  return !spec.autocomplete && suggestionsFor(spec, sources.nameable()) === undefined;
}

function suggestingList(
  spec: OptionSpec,
  input: HTMLInputElement,
  suggest: (text: string) => Promise<Entry<Suggestion>[]>,
  take: (suggestion: Suggestion) => void,
): HTMLElement {
  const { list } = createCombobox<Suggestion>({
    input,
    label: spec.name,
    opensOnFocus: spec.required ?? false,
    suggest,
    pick(suggestion, by) {
      input.value = suggestion.name;
      take(suggestion);
      if (by !== 'pointer') moveOn(input);
    },
  });
  return list;
}

async function suggestions(
  spec: OptionSpec,
  { nameable, ask }: OptionSources,
  input: HTMLInputElement,
  text: string,
): Promise<Entry<Suggestion>[]> {
  const known = suggestionsFor(spec, nameable());
  if (known) return fitting(known, text).map(entryOf);
  const typed = input.value;
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  return input.value === typed ? (await ask(spec, typed)).map(entryOf) : [];
}

function entryOf(suggestion: Suggestion): Entry<Suggestion> {
  return { name: suggestion.name, value: suggestion };
}

/** To the next field that must be filled in, or to the button that sends. */
function moveOn(input: HTMLInputElement): void {
  const form = input.closest('form');
  const fields = [...(form?.querySelectorAll<HTMLInputElement>('.command-option input') ?? [])];
  const next = fields.find(({ value, ariaRequired }) => value === '' && ariaRequired === 'true');
  (next ?? form?.querySelector<HTMLElement>('button.send'))?.focus();
}
