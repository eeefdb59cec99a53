export type Child = Node | string | null | undefined;

type AttributeValue = string | number | boolean | null | undefined;

let ids = 0;

/**
 * Makes an element. Texts become text nodes and attributes are set one by one: nothing is ever parsed as HTML.
 * `true` sets an attribute without a value; `false`, null and undefined leave it out.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) setAttribute(made, key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Sets, or takes off, as `element` does. */
export function setAttribute(on: Element, key: string, value: AttributeValue): void {
  if (value === false || value === null || value === undefined) on.removeAttribute(key);
  else on.setAttribute(key, value === true ? '' : String(value));
}

/** A button that is no submit button. */
export function plainButton(className: string, press: () => void, ...children: readonly Child[]): HTMLButtonElement {
  const button = element('button', { type: 'button', class: className }, ...children);
  button.addEventListener('click', press);
  return button;
}

/** An id that nothing else on the page has. */
export function freshId(what: string): string {
  ids += 1;
  return `${what}-${ids}`;
}

/** Sets a CSS variable; what is no value for it is ignored by the browser. Works under a strict style policy. */
export function setVariable(on: HTMLElement, name: `--${string}`, value: string | null | undefined): void {
  if (value) on.style.setProperty(name, value);
}

/** Discord's colour number as CSS. */
export function colorOf(number: number): string {
  return `#${Math.trunc(number).toString(16).padStart(6, '0')}`;
}
