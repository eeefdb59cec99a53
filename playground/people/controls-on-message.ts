import { componentTypes, walkComponents } from '../world/components.ts';
import type { Component, Json } from '../world/model.ts';

const selectKinds: Readonly<Record<number, SelectKind>> = {
  [componentTypes.stringSelect]: 'string',
  [componentTypes.userSelect]: 'user',
  [componentTypes.roleSelect]: 'role',
  [componentTypes.mentionableSelect]: 'mentionable',
  [componentTypes.channelSelect]: 'channel',
};

export type SelectKind = 'string' | 'user' | 'role' | 'mentionable' | 'channel';

export interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

/** A button or a select as a person sees it. */
export interface Control {
  readonly kind: 'button' | 'link' | SelectKind;
  /** The words on the button (its emoji when it has none), or the select's placeholder. */
  readonly label: string;
  readonly customId: string | undefined;
  readonly disabled: boolean;
  readonly url: string | undefined;
  readonly options: readonly Option[];
  readonly minValues: number;
  readonly maxValues: number;
  /** The numbers that Discord sends back. */
  readonly componentType: number;
  readonly componentId: number;
}

/** The controls of a message, top to bottom. */
export function controlsOf(components: readonly Component[]): Control[] {
  return [...walkComponents(components)]
    .filter(([{ type }]) => type === componentTypes.button || type in selectKinds)
    .map(([component]) => controlOf(component));
}

/** A select's or button's parts, also inside a form. */
export function controlOf(component: Component): Control {
  const emoji = (component.emoji as Json | undefined)?.name;
  const words = component.label ?? component.placeholder ?? emoji ?? '';
  const link = component.type === componentTypes.button && typeof component.url === 'string';
  return {
    kind: selectKinds[component.type] ?? (link ? 'link' : 'button'),
    label: String(words),
    customId: component.custom_id,
    disabled: component.disabled ?? false,
    url: component.url as string | undefined,
    options: (component.options as Option[] | undefined) ?? [],
    minValues: (component.min_values as number | undefined) ?? 1,
    maxValues: (component.max_values as number | undefined) ?? 1,
    componentType: component.type,
    componentId: component.id ?? 0,
  };
}

/** Finds a control by custom id, then by its exact words, then without regard to case. Throws with what there is. */
export function findControl(controls: readonly Control[], wanted: string, kind: 'button' | 'select'): Control {
  const fitting = controls.filter(
    (control) => (kind === 'button') === (control.kind === 'button' || control.kind === 'link'),
  );
  const tests: ((control: Control) => boolean)[] = [
    ({ customId }) => customId === wanted,
    ({ label }) => label === wanted,
    ({ label }) => label.toLowerCase() === wanted.toLowerCase(),
  ];
  for (const test of tests) {
    const found = fitting.filter(test);
    const enabled = found.filter(({ disabled }) => !disabled);
    if (enabled.length > 1 && new Set(enabled.map(({ customId }) => customId)).size > 1)
      throw new Error(`More than one ${kind} says "${wanted}": use a custom id. ${describe(found)}`);
    if (enabled[0]) return enabled[0];
    if (found[0]) throw new Error(`The ${kind} "${wanted}" is disabled. ${describe(controls)}`);
  }
  throw new Error(`There is no ${kind} "${wanted}" here. ${describe(controls)}`);
}

function describe(controls: readonly Control[]): string {
  if (controls.length === 0) return 'There are no controls at all.';
  const words = controls.map(
    ({ label, customId, disabled }) => `"${label}" (${customId ?? 'link'}${disabled ? ', disabled' : ''})`,
  );
  return `There are: ${words.join(', ')}.`;
}
