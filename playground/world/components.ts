import type { Component, Json } from './model.ts';

/** Component types (docs: Component Reference). */
export const componentTypes = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

export type Path = readonly (string | number)[];

/** Every component with the ones inside it, top to bottom, and where it stands. */
export function* walkComponents(components: readonly Component[], at: Path = []): Generator<[Component, Path]> {
  for (const [index, component] of components.entries()) yield* walkOne(component, [...at, index]);
}

function* walkOne(component: Component, at: Path): Generator<[Component, Path]> {
  yield [component, at];
  if (Array.isArray(component.components)) yield* walkComponents(component.components, [...at, 'components']);
  if (component.component) yield* walkOne(component.component, [...at, 'component']);
  if (component.accessory) yield* walkOne(component.accessory, [...at, 'accessory']);
}

/** Gives every component without an `id` the next free number, as Discord does (docs: Anatomy of a Component). */
export function withComponentIds(components: readonly Component[]): Component[] {
  const copy = structuredClone(components) as Component[];
  const taken = new Set([...walkComponents(copy)].map(([component]) => component.id));
  let next = 1;
  for (const [component] of walkComponents(copy)) {
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    next += 1;
  }
  return copy;
}

/** Calls `visit` on every media object (`{ url }`) of components and embeds. */
export function visitMedia(part: unknown, visit: (media: Json) => void): void {
  if (typeof part !== 'object' || part === null) return;
  if (typeof (part as Json).url === 'string') visit(part as Json);
  for (const inner of Object.values(part)) visitMedia(inner, visit);
}
