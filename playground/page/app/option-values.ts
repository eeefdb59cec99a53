import type { NamedEntry } from '../protocol.ts';
import type { OptionSpec } from './commands.ts';

export interface Suggestion {
  readonly name: string;
  readonly value: string | number | boolean;
}

/** Whom and what an option can name. */
export interface Nameable {
  readonly users: readonly NamedEntry[];
  readonly roles: readonly NamedEntry[];
  readonly channels: readonly NamedEntry[];
}

export const optionTypes = {
  text: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  file: 11,
} as const;

export type OptionReading = { readonly value?: string | number | boolean } | { readonly problem: string };

/** All that an option can be, when that is a list that the page knows; undefined for free words and numbers. */
export function suggestionsFor(spec: OptionSpec, { users, roles, channels }: Nameable): Suggestion[] | undefined {
  const named = (prefix: string, list: readonly NamedEntry[]) =>
    list.map(({ id, name }) => ({ name: `${prefix}${name}`, value: id }));
  if (spec.choices?.length) return [...spec.choices];
  switch (spec.type) {
    case optionTypes.boolean:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case optionTypes.user:
      return named('@', users);
    case optionTypes.role:
      return named('@', roles);
    case optionTypes.mentionable:
      return [...named('@', users), ...named('@', roles)];
    case optionTypes.channel:
      return named('#', channels);
    default:
      return undefined;
  }
}

/** Suggestions that fit the typed text, those that begin with it first. */
export function fitting(list: readonly Suggestion[], typed: string): Suggestion[] {
  const wanted = bare(typed);
  const begins = list.filter(({ name }) => bare(name).startsWith(wanted));
  const holds = list.filter((one) => !begins.includes(one) && bare(one.name).includes(wanted));
  return [...begins, ...holds].slice(0, 25);
}

function bare(text: string): string {
  return text.trim().toLowerCase().replace(/^[@#]/, '');
}

/**
 * What an option holds, or what is wrong with it, before anything is sent. `picked` is the suggestion that was taken, if
 * the text was not changed since.
 */
export function readOption(
  spec: OptionSpec,
  typed: string,
  picked: Suggestion | undefined,
  nameable: Nameable,
): OptionReading {
  const text = typed.trim();
  if (text === '') return spec.required ? { problem: 'This is required.' } : {};
  const list = suggestionsFor(spec, nameable);
  if (picked) return { value: picked.value };
  if (list) {
    const found = list.filter(({ name }) => bare(name) === bare(text));
    return found[0] ? { value: found[0].value } : { problem: `There is no “${text}” to choose here.` };
  }
  if (spec.type === optionTypes.file) return { problem: 'Files cannot be sent with a command here.' };
  if (spec.type === optionTypes.integer || spec.type === optionTypes.number) return readNumber(spec, text);
  return readText(spec, text);
}

function readNumber(spec: OptionSpec, text: string): OptionReading {
  const value = Number(text.replace(',', '.'));
  if (Number.isNaN(value)) return { problem: 'This takes a number.' };
  if (spec.type === optionTypes.integer && !Number.isInteger(value)) return { problem: 'This takes a whole number.' };
  const { min_value: least, max_value: most } = spec;
  if (least !== undefined && value < least) return { problem: `The least is ${least}.` };
  if (most !== undefined && value > most) return { problem: `The most is ${most}.` };
  return { value };
}

function readText({ min_length: least = 0, max_length: most = 6_000 }: OptionSpec, text: string): OptionReading {
  if (text.length < least) return { problem: `Use at least ${least} characters.` };
  if (text.length > most) return { problem: `Use at most ${most} characters; these are ${text.length}.` };
  return { value: text };
}
