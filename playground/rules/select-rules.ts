import { componentTypes } from '../world/components.ts';
import type { Component } from '../world/model.ts';
import { type Problem, problem } from './problem.ts';

const selects: readonly number[] = [
  componentTypes.stringSelect,
  componentTypes.userSelect,
  componentTypes.roleSelect,
  componentTypes.mentionableSelect,
  componentTypes.channelSelect,
];

export function isSelect({ type }: Component): boolean {
  return selects.includes(type);
}

interface Option {
  readonly label: string;
  readonly value: string;
  readonly default?: boolean | null;
}

/** Docs: Component Reference, String Select and the others: counts, doubled values, defaults. */
export function selectProblems(select: Component): Problem[] {
  const least = (select.min_values as number | null | undefined) ?? 1;
  const most = (select.max_values as number | null | undefined) ?? 1;
  const options = (select.options as Option[] | undefined) ?? [];
  const defaults =
    select.type === componentTypes.stringSelect
      ? options.filter((option) => option.default).length
      : ((select.default_values as unknown[] | null | undefined)?.length ?? 0);
  return [
    ...doubledValues(options),
    ...(least > most ? [problem(['min_values'], 'NUMBER_TYPE_MAX', 'min_values cannot be above max_values')] : []),
    ...(select.type === componentTypes.stringSelect && most > options.length
      ? [problem(['max_values'], 'NUMBER_TYPE_MAX', `max_values is ${most}, but there are ${options.length} options`)]
      : []),
    ...(defaults > most
      ? [problem([], 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', `${defaults} defaults, but max_values is ${most}`)]
      : []),
  ];
}

/** Also for radio and checkbox groups. */
export function doubledValues(options: readonly Option[]): Problem[] {
  const seen = new Set<string>();
  return options.flatMap(({ value }, index) => {
    const doubled = seen.has(value);
    seen.add(value);
    return doubled
      ? [
          problem(
            ['options', index],
            'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            'The specified option value is already used',
          ),
        ]
      : [];
  });
}
