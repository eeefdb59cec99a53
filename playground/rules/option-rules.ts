import type { CommandOption } from '../world/model.ts';
import { nameProblems } from './command-names.ts';
import { type Problem, problem } from './problem.ts';

const subcommand = 1;
const group = 2;

/** Docs: Application Command Option Structure, and Subcommands and Subcommand Groups. */
export function optionProblems(options: readonly CommandOption[], depth = 0): Problem[] {
  return [...orderProblems(options), ...doubledNames(options), ...mixedProblems(options)]
    .concat(
      options.flatMap((option, index) =>
        oneOption(option, depth).map((one) => ({ ...one, path: [index, ...one.path] })),
      ),
    )
    .map((one) => ({ ...one, path: ['options', ...one.path] }));
}

function orderProblems(options: readonly CommandOption[]): Problem[] {
  const firstOptional = options.findIndex(({ required, type }) => !required && type > group);
  return options.flatMap(({ required }, index) =>
    required && firstOptional >= 0 && index > firstOptional
      ? [
          problem(
            [index],
            'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            'Required options must be placed before non-required options',
          ),
        ]
      : [],
  );
}

function doubledNames(options: readonly CommandOption[]): Problem[] {
  const names = options.map(({ name }) => name);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [problem([index, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists')]
      : [],
  );
}

/** A command with subcommands takes nothing else beside them. */
function mixedProblems(options: readonly CommandOption[]): Problem[] {
  const nested = options.filter(({ type }) => type <= group).length;
  if (nested === 0 || nested === options.length) return [];
  return [
    problem(
      [],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    ),
  ];
}

function oneOption(option: CommandOption, depth: number): Problem[] {
  const { type, autocomplete, choices, options = [] } = option;
  const tooDeep = (type === group && depth > 0) || (type === subcommand && depth > 1);
  const wrongInside = type === group && options.some((inner) => inner.type !== subcommand);
  const keyed = (key: string, code: string, message: string) => [problem([key], code, message)];
  return [
    ...nameProblems(option),
    ...(tooDeep || wrongInside ? keyed('type', 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Nested too deep') : []),
    ...(autocomplete && choices?.length
      ? keyed(
          'autocomplete',
          'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
          'autocomplete cannot be used together with choices',
        )
      : []),
    ...rangeProblems(option),
    ...choiceProblems(option),
    ...(type <= group ? optionProblems(options, depth + 1) : []),
  ];
}

function rangeProblems({ min_value, max_value, min_length, max_length }: CommandOption): Problem[] {
  const above = (least: number | null | undefined, most: number | null | undefined) =>
    (least ?? 0) > (most ?? Number.POSITIVE_INFINITY);
  return [
    ...(above(min_value ?? Number.NEGATIVE_INFINITY, max_value)
      ? [problem(['min_value'], 'NUMBER_TYPE_MAX', 'min_value cannot be above max_value')]
      : []),
    ...(above(min_length, max_length)
      ? [problem(['min_length'], 'NUMBER_TYPE_MAX', 'min_length cannot be above max_length')]
      : []),
  ];
}

function choiceProblems({ choices }: CommandOption): Problem[] {
  const names = (choices ?? []).map(({ name }) => name);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [
          problem(
            ['choices', index, 'name'],
            'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
            'Option choice name already exists',
          ),
        ]
      : [],
  );
}
