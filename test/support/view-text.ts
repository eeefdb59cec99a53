import type { MessageView } from '../../src/views/message.ts';

/** As much of Discord's component JSON as a reader and the limits care about. */
interface Node {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly style?: number;
  readonly custom_id?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly url?: string;
  readonly options?: readonly Option[];
  readonly default_values?: readonly { readonly id: string }[];
  readonly components?: readonly Node[];
  readonly accessory?: Node;
}

interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

const ROW = 1;
const BUTTON = 2;
const PRIMARY = 1;
const TEXT = 10;

/** Every component of a view, top to bottom, each before what lies in it. */
function nodesOf(view: MessageView): Node[] {
  const walk = (node: Node): Node[] => [
    node,
    ...(node.components ?? []).flatMap(walk),
    ...(node.accessory ? walk(node.accessory) : []),
  ];
  return (view.components as unknown as readonly Node[]).flatMap(walk);
}

/** What a person would read, top to bottom, without the controls. */
export function textOf(view: MessageView): string {
  return blocksOf(view).join('\n');
}

/** The same, one text for each block. */
export function blocksOf(view: MessageView): string[] {
  return nodesOf(view).flatMap((node) => node.content ?? []);
}

/** One thing on a screen that can be used. Label: of a button its own, of a select the grey text in it. */
export interface Control {
  readonly label: string;
  /** Undefined for a link. */
  readonly id: string | undefined;
  readonly disabled: boolean;
  /** Empty for a button, and for a select whose list Discord makes. */
  readonly options: readonly Option[];
  /** What Discord lists in a select of its own. */
  readonly lists: 'person' | 'role' | 'channel' | undefined;
  /** Values, or ids in a select of Discord's own, that stand there as chosen. */
  readonly chosen: readonly string[];
}

const listedByDiscord: Readonly<Record<number, Control['lists']>> = { 5: 'person', 6: 'role', 8: 'channel' };

export function controlsOf(view: MessageView): Control[] {
  return nodesOf(view)
    .filter((node) => node.custom_id !== undefined || node.url !== undefined)
    .map(({ type, label, placeholder, custom_id, disabled, options = [], default_values = [] }) => ({
      label: label ?? placeholder ?? '',
      id: custom_id,
      disabled: disabled ?? false,
      options,
      lists: listedByDiscord[type],
      chosen: [
        ...options.filter((option) => option.default).map(({ value }) => value),
        ...default_values.map(({ id }) => id),
      ],
    }));
}

/** The words on the controls, top to bottom; those of a select's options after its own. */
export function labelsOf(view: MessageView): string[] {
  return controlsOf(view).flatMap(({ label, options }) => [label, ...options.map((option) => option.label)]);
}

/** The words on the buttons that stand out: what whoever reads nothing would press. */
export function standingOut(view: MessageView): string[] {
  return nodesOf(view).flatMap(({ style, label = '' }) => (style === PRIMARY ? [label] : []));
}

/** The control with these words on it. @throws Error when there is none, naming those there are. */
export function controlLabelled(view: MessageView, label: string): Control {
  const found = controlsOf(view).find((control) => control.label === label);
  if (!found) throw new Error(`There is no control "${label}", only: ${labelsOf(view).join(' | ')}`);
  return found;
}

/** How much of Discord's limits a message uses. Lengths are in characters, the largest of the message. */
export interface Budget {
  readonly components: number;
  readonly characters: number;
  readonly buttonsInRow: number;
  readonly options: number;
  readonly label: number;
  readonly customId: number;
  readonly optionText: number;
  readonly placeholder: number;
}

/** https://discord.com/developers/docs/components/reference */
export const discordLimits: Budget = {
  components: 40,
  characters: 4000,
  buttonsInRow: 5,
  options: 25,
  label: 80,
  customId: 100,
  optionText: 100,
  placeholder: 150,
};

export function budgetOf(view: MessageView): Budget {
  const nodes = nodesOf(view);
  const options = nodes.flatMap((node) => node.options ?? []);
  const longest = (texts: readonly (string | undefined)[]) => Math.max(0, ...texts.map((text) => text?.length ?? 0));
  return {
    components: nodes.length,
    characters: nodes.reduce((sum, node) => sum + (node.content?.length ?? 0), 0),
    buttonsInRow: Math.max(0, ...nodes.filter((node) => node.type === ROW).map((row) => row.components?.length ?? 0)),
    options: Math.max(0, ...nodes.map((node) => node.options?.length ?? 0)),
    label: longest(nodes.map((node) => node.label)),
    customId: longest(nodes.map((node) => node.custom_id)),
    optionText: longest(options.flatMap(({ label, value, description }) => [label, value, description])),
    placeholder: longest(nodes.map((node) => node.placeholder)),
  };
}

/** Why Discord would refuse this message, one sentence a reason; empty when it would not. */
export function problemsOf(view: MessageView): string[] {
  const budget = budgetOf(view);
  const tooMuch = (Object.keys(discordLimits) as (keyof Budget)[])
    .filter((limit) => budget[limit] > discordLimits[limit])
    .map((limit) => `${limit}: ${budget[limit]}, Discord allows ${discordLimits[limit]}`);
  return [...tooMuch, ...repeatsIn(view), ...emptyPartsIn(view)];
}

function repeatsIn(view: MessageView): string[] {
  const controls = controlsOf(view);
  const ids = repeated(controls.flatMap(({ id }) => id ?? []));
  const values = controls.flatMap(({ options }) => repeated(options.map((option) => option.value)));
  return [...ids.map((id) => `custom id twice: ${id}`), ...values.map((value) => `option twice: ${value}`)];
}

function emptyPartsIn(view: MessageView): string[] {
  return nodesOf(view).flatMap((node) => {
    if (node.type === TEXT && !node.content?.trim()) return 'a text without words';
    if (node.type === ROW && !node.components?.length) return 'a row without controls';
    if (node.type === BUTTON && !node.label?.trim()) return `a button without words: ${node.custom_id ?? node.url}`;
    if (node.options?.length === 0) return `a select without options: ${node.custom_id}`;
    return [];
  });
}

function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}
