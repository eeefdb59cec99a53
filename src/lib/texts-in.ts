/** A text inside a value, with the keys that lead to it. */
export interface PlacedText {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** Every text in a value of plain objects and lists, however deep, in order. */
export function textsIn(value: unknown, path: readonly PropertyKey[] = []): PlacedText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
