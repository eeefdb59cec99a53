import { isAllowedKey, isAllowedValue } from './allowed-keys.ts';
import { type Problem, problem } from './problem.ts';
import { type Issue, type Schema, unwrap } from './schema-node.ts';

type Path = readonly (string | number)[];

/**
 * Checks a value against a schema and gives every problem with its path in Discord's words. zod itself would stop at
 * the first union ("Invalid input") and would let unknown keys pass.
 */
export function walkSchema(schema: Schema, value: unknown, path: Path = []): Problem[] {
  const { inner, optional, nullable } = unwrap(schema);
  if (value === undefined) return optional ? [] : [required(path)];
  if (value === null) return nullable ? [] : [required(path)];
  const { type } = inner._zod.def;
  if (type === 'object') return walkObject(inner, value, path);
  if (type === 'array') return walkArray(inner, value, path);
  if (type === 'union') return walkUnion(inner, value, path);
  if (type === 'record') return walkRecord(inner, value, path);
  return (inner.safeParse(value).error?.issues ?? []).map((issue) => ofIssue(issue, path));
}

function required(path: Path): Problem {
  return problem(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}

function walkObject(schema: Schema, value: unknown, path: Path): Problem[] {
  if (typeof value !== 'object' || Array.isArray(value))
    return [problem(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')];
  const shape = schema._zod.def.shape ?? {};
  const given = value as Readonly<Record<string, unknown>>;
  const known = Object.entries(shape).flatMap(([key, inner]) =>
    isAllowedValue(key, given[key]) ? [] : walkSchema(inner, given[key], [...path, key]),
  );
  const unknown = Object.keys(given)
    .filter((key) => !(key in shape) && given[key] !== undefined && !isAllowedKey(key, given[key], path))
    .map((key) => problem([...path, key], 'UNKNOWN_KEY', `Discord knows no key "${key}" here`));
  return [...known, ...unknown];
}

function walkArray(schema: Schema, value: unknown, path: Path): Problem[] {
  if (!Array.isArray(value)) return [problem(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')];
  const { element, checks = [] } = schema._zod.def;
  const sizes = checks.flatMap(({ _zod: { def } }) => {
    const tooMany = def.check === 'max_length' && value.length > (def.maximum ?? 0);
    const tooFew = def.check === 'min_length' && value.length < (def.minimum ?? 0);
    if (tooMany) return [problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be ${def.maximum} or fewer in length.`)];
    return tooFew ? [problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be ${def.minimum} or more in length.`)] : [];
  });
  return [...sizes, ...value.flatMap((item, index) => (element ? walkSchema(element, item, [...path, index]) : []))];
}

function walkRecord(schema: Schema, value: unknown, path: Path): Problem[] {
  if (typeof value !== 'object')
    return [problem(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')];
  const { valueType } = schema._zod.def;
  return Object.entries(value ?? {}).flatMap(([key, item]) =>
    valueType ? walkSchema(valueType, item, [...path, key]) : [],
  );
}

/** Of a union, the option with the same `type` counts; else the one that comes closest. */
function walkUnion(schema: Schema, value: unknown, path: Path): Problem[] {
  const options = (schema._zod.def.options ?? []).filter(
    ({ _zod: { def } }) => !['undefined', 'null'].includes(def.type),
  );
  const type = typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : undefined;
  const typed = options.filter((option) => typesOf(option).includes(type));
  if (type !== undefined && typed.length === 0 && options.some((option) => typesOf(option).length > 0)) {
    const all = options.flatMap(typesOf).join(', ');
    return [problem([...path, 'type'], 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${all}).`)];
  }
  const found = (typed.length > 0 ? typed : options).map((option) => walkSchema(option, value, path));
  return found.reduce((best, other) => (distance(other) < distance(best) ? other : best), found[0] ?? []);
}

/** How far a value is from an option: the number of problems; one of the wrong type altogether is a bit farther. */
function distance(problems: readonly Problem[]): number {
  return problems.length + problems.filter(({ code }) => code === 'BASE_TYPE_INVALID').length / 2;
}

/** The literal values of an object's `type`. */
function typesOf(option: Schema): readonly unknown[] {
  const type = unwrap(option).inner._zod.def.shape?.type;
  return type ? (unwrap(type).inner._zod.def.values ?? []) : [];
}

function ofIssue({ code, message, origin, minimum, maximum }: Issue, path: Path): Problem {
  const counted = origin === 'string' ? 'in length.' : '';
  if (code === 'too_big')
    return origin === 'string'
      ? problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${maximum} or fewer ${counted}`)
      : problem(path, 'NUMBER_TYPE_MAX', `Value must be less than or equal to ${maximum}.`);
  if (code === 'too_small')
    return origin === 'string'
      ? problem(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${minimum} or more ${counted}`)
      : problem(path, 'NUMBER_TYPE_MIN', `Value must be greater than or equal to ${minimum}.`);
  if (code === 'invalid_value') return problem(path, 'BASE_TYPE_CHOICES', message);
  return problem(path, 'BASE_TYPE_INVALID', message);
}
