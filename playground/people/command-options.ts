import type { CommandBody, CommandOption, Json } from '../world/model.ts';
import type { Resolvable, ResolvableKind, Resolving } from './resolving.ts';

export type OptionValue = string | number | boolean | Resolvable;
export type Options = Readonly<Record<string, OptionValue | undefined>>;

const subcommand = 1;
const subcommandGroup = 2;

export interface Filled {
  /** The words of a subcommand (and its group), outermost first. */
  readonly words: readonly string[];
  readonly options: Options;
  /** The option being typed, for autocomplete: nothing is required then. */
  readonly focused?: string;
}

/**
 * Turns what a person typed into the `options` of an interaction, as Discord's client does, and refuses what that
 * client would refuse: unknown, missing, mistyped or out-of-range options and values that are no choice.
 */
export function fillOptions(command: CommandBody, filled: Filled, resolving: Resolving): Json[] {
  return fillLevel(`/${command.name}`, command.options ?? [], filled, resolving);
}

function fillLevel(path: string, specs: readonly CommandOption[], filled: Filled, resolving: Resolving): Json[] {
  const inner = specs.filter(({ type }) => type === subcommand || type === subcommandGroup);
  const [word, ...words] = filled.words;
  if (inner.length > 0) {
    const chosen = inner.find(({ name }) => name === word);
    const names = inner.map(({ name }) => name).join(', ');
    if (!chosen) throw new Error(`${path} needs one of its subcommands: ${names}. Given: ${word ?? 'none'}.`);
    const options = fillLevel(`${path} ${chosen.name}`, chosen.options ?? [], { ...filled, words }, resolving);
    return [{ type: chosen.type, name: chosen.name, options }];
  }
  if (word !== undefined) throw new Error(`${path} has no subcommand "${word}".`);
  return fillValues(path, specs, filled, resolving);
}

function fillValues(path: string, specs: readonly CommandOption[], filled: Filled, resolving: Resolving): Json[] {
  const given = Object.entries(filled.options).filter(([, value]) => value !== undefined);
  for (const [name] of given)
    if (!specs.some((spec) => spec.name === name))
      throw new Error(
        `${path} has no option "${name}". It has: ${specs.map((spec) => spec.name).join(', ') || 'none'}.`,
      );
  const missing = specs.filter((spec) => spec.required && !given.some(([name]) => name === spec.name));
  if (missing.length > 0 && filled.focused === undefined)
    throw new Error(`${path} needs the option ${missing.map(({ name }) => `"${name}"`).join(', ')}.`);
  return given.map(([name, value]) => {
    const spec = specs.find((one) => one.name === name) as CommandOption;
    const typing = filled.focused === name;
    // A number that is still being typed comes as text.
    const final = typing ? String(value) : readValue(`${path} ${name}`, spec, value as OptionValue, resolving);
    return { type: spec.type, name, value: final, ...(typing ? { focused: true } : {}) };
  });
}

const resolvableKinds: Readonly<Record<number, ResolvableKind>> = {
  6: 'user',
  7: 'channel',
  8: 'role',
  9: 'mentionable',
  11: 'file',
};

function readValue(
  path: string,
  spec: CommandOption,
  value: OptionValue,
  resolving: Resolving,
): string | number | boolean {
  const kind = resolvableKinds[spec.type];
  if (kind) return resolving.id(kind, value as Resolvable);
  const types: Readonly<Record<number, string>> = { 3: 'string', 4: 'number', 5: 'boolean', 10: 'number' };
  const chosen = spec.choices?.find((choice) => choice.value === value || choice.name === value);
  if (spec.choices?.length && !chosen)
    throw new Error(
      `${path}: "${String(value)}" is no choice. Choices: ${spec.choices.map(({ name }) => name).join(', ')}.`,
    );
  const final = chosen?.value ?? value;
  const wanted = types[spec.type];
  if (typeof final !== wanted) throw new Error(`${path} takes a ${wanted}, not ${JSON.stringify(value)}.`);
  if (typeof final === 'number') checkRange(path, spec, final);
  if (typeof final === 'string') checkLength(path, spec, final);
  return final as string | number | boolean;
}

function checkRange(path: string, spec: CommandOption, value: number): void {
  if (spec.type === 4 && !Number.isInteger(value)) throw new Error(`${path} takes a whole number, not ${value}.`);
  const { min_value: least = -(2 ** 53), max_value: most = 2 ** 53 } = spec;
  if (value < least || value > most) throw new Error(`${path} takes a number from ${least} to ${most}, not ${value}.`);
}

function checkLength(path: string, spec: CommandOption, value: string): void {
  const { min_length: least = 0, max_length: most = 6_000 } = spec;
  if (value.length < least || value.length > most)
    throw new Error(`${path} takes ${least} to ${most} characters, not ${value.length}.`);
}
