interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** One more, or one less; where only one goes, another one in its place. More than `most` are not taken. */
export function withToggled(values: readonly string[], value: string, { least, most }: Bounds): readonly string[] {
  const chosen = values.includes(value);
  if (most === 1) return chosen && least === 0 ? [] : [value];
  if (chosen) return values.filter((one) => one !== value);
  return values.length < most ? [...values, value] : values;
}

/** The same, in whatever order they were taken. */
export function sameValues(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((value) => others.includes(value));
}
