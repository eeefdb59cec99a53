import { componentTypes, walkComponents } from '../world/components.ts';
import type { Component, Json } from '../world/model.ts';
import { doubledIds } from './component-rules.ts';
import { type Problem, problem } from './problem.ts';
import { doubledValues, isSelect, selectProblems } from './select-rules.ts';

/** The rules for forms (modals) that the schemas miss (docs: Component Reference; Interaction Callback, Modal). */
export function formProblems(data: Json): Problem[] {
  const components = (data.components as Component[] | undefined) ?? [];
  const parts = components.length;
  return [
    ...(parts < 1 || parts > 5
      ? [problem(['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')]
      : []),
    ...doubledIds(components),
    ...[...walkComponents(components, ['components'])].flatMap(([component, path]) =>
      oneField(component, path.at(-1) === 'component').map((one) => ({ ...one, path: [...path, ...one.path] })),
    ),
  ];
}

function oneField(field: Component, inLabel: boolean): Problem[] {
  const { type } = field;
  if (type === componentTypes.textInput) return textInputProblems(field, inLabel);
  if (isSelect(field)) return [...selectProblems(field), ...disabledProblems(field), ...requiredProblems(field)];
  if (type === componentTypes.radioGroup) return [...groupProblems(field, 1)];
  if (type === componentTypes.checkboxGroup) {
    const options = field.options as unknown[];
    return [...groupProblems(field, Number(field.max_values ?? options.length)), ...requiredProblems(field)];
  }
  return type === componentTypes.fileUpload ? requiredProblems(field) : [];
}

/** In a label, the label carries the words; in an old-style row the input does. */
function textInputProblems(input: Component, inLabel: boolean): Problem[] {
  const { label, value } = input;
  const least = Number(input.min_length ?? 0);
  const most = Number(input.max_length ?? 4_000);
  const length = String(value ?? '').length;
  return [
    ...(inLabel && label
      ? [problem(['label'], 'TEXT_INPUT_LABEL_NOT_ALLOWED', 'A text input inside a label takes no label')]
      : []),
    ...(!inLabel && !label ? [problem(['label'], 'BASE_TYPE_REQUIRED', 'This field is required')] : []),
    ...(least > most ? [problem(['min_length'], 'NUMBER_TYPE_MAX', 'min_length cannot be above max_length')] : []),
    ...(value && (length > most || length < least)
      ? [problem(['value'], 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`)]
      : []),
  ];
}

function disabledProblems({ disabled }: Component): Problem[] {
  return disabled ? [problem(['disabled'], 'MODAL_COMPONENT_DISABLED', 'Nothing in a form can be disabled')] : [];
}

/** `min_values` must be left out or at least 1 unless `required` is false. */
function requiredProblems({ required, min_values: least }: Component): Problem[] {
  if (required === false || least === undefined || least === null || Number(least) >= 1) return [];
  return [problem(['min_values'], 'NUMBER_TYPE_MIN', 'min_values must be at least 1 unless required is false')];
}

function groupProblems(group: Component, most: number): Problem[] {
  const options = group.options as { readonly label: string; readonly value: string; readonly default?: boolean }[];
  const defaults = options.filter((option) => option.default).length;
  const least = Number(group.min_values ?? 0);
  return [
    ...doubledValues(options),
    ...(defaults > most
      ? [problem(['options'], 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', `At most ${most} can be chosen`)]
      : []),
    ...(least > most ? [problem(['min_values'], 'NUMBER_TYPE_MAX', 'min_values cannot be above max_values')] : []),
    ...(most > options.length
      ? [problem(['max_values'], 'NUMBER_TYPE_MAX', `max_values is ${most}, but there are ${options.length} options`)]
      : []),
  ];
}
