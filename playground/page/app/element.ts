import { type Child, element as plainElement } from '../render/element.ts';

export { freshId } from '../render/element.ts';

/** Written as a method, so that a listener may name the kind of event that it gets. */
type Listener = { listen(event: Event): void }['listen'];
type Value = string | number | boolean | undefined | Listener;

/** Makes an element as the renderer does; functions among the attributes listen to the event that their key names. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly (Child | false)[]
): HTMLElementTagNameMap[Tag] {
  const values: Record<string, string | number | boolean | undefined> = {};
  const listeners: [string, Listener][] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') listeners.push([name, value]);
    else values[name] = value;
  }
  const made = plainElement(tag, values, ...children.filter((child) => child !== false));
  for (const [name, listener] of listeners) made.addEventListener(name, listener);
  return made;
}
