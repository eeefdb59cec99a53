import { ApplicationCommandOptionType, ComponentType } from 'discord.js';
import type { Playground } from '../../playground/start.ts';
import type { Command } from '../../src/discord/command.ts';
import { isLong } from './sample.ts';

type Person = ReturnType<Playground['person']>;
type Screen = Awaited<ReturnType<Person['slash']>>;

/** Longer lists hold pages, steps or days: one kind of thing. */
const SHORT = 6;

/** One thing that a person does. `key` says when two of them are the same as far as this walk cares. */
interface Act {
  readonly key: string;
  readonly does: string;
  perform(person: Person): Promise<Screen>;
}

export interface Walk {
  /** Every control that was used, as `command:control` or with the value that was chosen. */
  readonly used: ReadonlySet<string>;
  readonly problems: readonly string[];
}

type Pick = <Item>(items: readonly Item[]) => readonly Item[];

export interface WalkOptions {
  readonly playground: Playground;
  readonly commands: Iterable<Command>;
  readonly depth: number;
  /** Only the commands that are typed so, such as `/setup edit`. All by default. */
  readonly from?: RegExp;
  /** Which entries of a list are tried. All by default. */
  readonly pick?: Pick;
  /** What a screen must not say. */
  readonly broken: RegExp;
  /** Walks as whoever may manage the server: only then are commands for moderators offered. */
  readonly isModerator?: boolean;
  /** What each person does first, such as joining. They are then where commands are typed. Nothing by default. */
  readonly arrive?: (person: Person) => Promise<Person>;
}

/** What is typed into every field of every form: what fits one or another of them, and something that is refused. */
const typed = ['http', 'Berlin', '7', 'yesterday', 'https://example.com', '!'];

/**
 * Uses everything there is: from each command with each choice on, each `command:button` and each option of a select
 * once, to a depth. A fresh person walks each path from its start, so that nothing depends on what came before.
 */
export async function walkEverything(options: WalkOptions): Promise<Walk> {
  const { playground, depth, broken, from = /^/, isModerator = false, arrive = async (person) => person } = options;
  const pick: Pick = options.pick ?? ((items) => items);
  const commands = [...options.commands].filter((command) => isModerator || !isForModerators(command));
  const used = new Set<string>();
  const problems: string[] = [];
  const queue: (readonly Act[])[] = commands.flatMap((command) =>
    startsOf(command, pick)
      .filter(({ does }) => from.test(does))
      .map((start) => [start]),
  );
  let walkers = 0;
  for (let path = queue.shift(); path; path = queue.shift()) {
    const trail = path.map((act) => act.does).join(' → ');
    walkers += 1;
    const name = `Walker ${playground.world.users.size} ${walkers}`;
    const person = playground.person(name, { moderator: isModerator });
    const screen = await arrive(person)
      .then((arrived) => walk(arrived, path))
      .catch((error: unknown) => void problems.push(`${trail}: ${error instanceof Error ? error.message : error}`));
    if (screen && broken.test(screen.text)) problems.push(`${trail}: ${screen.text}`);
    const next = screen && path.length < depth ? actsOn(screen, pick).filter((act) => !used.has(act.key)) : [];
    for (const act of next) used.add(act.key);
    queue.push(...next.map((act) => [...path, act]));
  }
  return { used, problems };
}

async function walk(person: Person, path: readonly Act[]): Promise<Screen> {
  let screen: Screen | undefined;
  for (const act of path) screen = await (await act.perform(person)).settled();
  if (!screen) throw new Error('An empty path leads nowhere.');
  return screen;
}

/** Every button, select and form that these commands have, as `command:control`. */
export function everyControlOf(commands: Iterable<Command>): string[] {
  return [...commands].flatMap((command) =>
    [command.buttons, command.selects, command.forms].flatMap((kind) =>
      Object.keys(kind ?? {}).map((control) => `${command.data.name}:${control}`),
    ),
  );
}

export function isForModerators({ data }: Command): boolean {
  return data.toJSON().default_member_permissions !== undefined;
}

type Declared = NonNullable<ReturnType<Command['data']['toJSON']>['options']>;
type Given = Record<string, string | boolean>;

/** A command, or each of its subcommands, bare and with each choice of each of its options. */
function startsOf(command: Command, pick: Pick): Act[] {
  const { name, options = [] } = command.data.toJSON();
  const subcommands = options.filter((option) => option.type === ApplicationCommandOptionType.Subcommand);
  if (subcommands.length === 0) return waysToType(options, pick).map((given) => start(name, given));
  return subcommands.flatMap((subcommand) =>
    waysToType((subcommand.options ?? []) as Declared, pick).map((given) => start(`${name} ${subcommand.name}`, given)),
  );
}

function start(command: string, given: Given): Act {
  const does = `/${command} ${JSON.stringify(given)}`;
  return { key: does, does, perform: (person) => person.slash(command, given) };
}

function waysToType(options: Declared, pick: Pick): Given[] {
  const given = options.flatMap((option): Given[] => {
    if ('choices' in option && option.choices) {
      const choices: readonly { readonly value: string | number }[] = option.choices;
      return pick(choices).map(({ value }) => ({ [option.name]: String(value) }));
    }
    if (option.type === 5) return [{ [option.name]: true }, { [option.name]: false }];
    if (option.type === 6) return []; // A person: only whoever is there already can be named.
    if (option.type === 7) return listed.channel.map((channel) => ({ [option.name]: channel }));
    return option.type === 3 ? [{ [option.name]: 'http' }, { [option.name]: 'nothing is called this' }] : [];
  });
  const required = options.filter((option) => 'required' in option && option.required && option.type === 3);
  const all = Object.fromEntries(required.map(({ name }) => [name, name === 'milestone' ? 'p3' : 'in 2 weeks']));
  const isComplete = options.every((option) => option.type !== 7);
  return [...(isComplete ? [all] : []), ...given.map((one) => ({ ...all, ...one }))];
}

function actsOn(screen: Screen, pick: Pick): Act[] {
  if (screen.form) return typed.map((text) => fillWith(screen, text));
  return (screen.message?.controls ?? []).flatMap((control): Act[] => {
    if (control.disabled || !control.customId) return [];
    const id = control.customId;
    if (control.kind === 'button') {
      return [{ key: owner(id), does: control.label, perform: (person) => person.press(sameControl(person, id)) }];
    }
    if (control.kind !== 'string') return listedActs(control.kind, id, control.label);
    const all = control.options ?? [];
    return pick(all).map((option) => ({
      key: `${owner(id)}=${withoutIds(option.value)}`,
      does: `${control.label}: ${option.label}`,
      perform: (person) => {
        const select = sameControl(person, id);
        return person.choose(select, [sameOption(person, select, option.value, all.indexOf(option))]);
      },
    }));
  });
}

/** What stands in a long list leads to screens that are alike, so `npm test` takes its first and its last. */
export function firstAndLast<Item>(items: readonly Item[]): readonly Item[] {
  return isLong || items.length <= SHORT ? items : [items[0] as Item, items.at(-1) as Item];
}

/** What is chosen in the selects whose list Discord makes, by name: so it is in each server. */
const listed = { channel: ['general', 'announcements', 'forum'], role: ['Moderators', 'Learners'] };

function listedActs(kind: string, id: string, label: string): Act[] {
  const names = kind === 'role' ? listed.role : kind === 'channel' ? listed.channel : [undefined];
  return names.map((name) => ({
    key: `${owner(id)}=${name ?? 'oneself'}`,
    does: `${label}: ${name ?? 'oneself'}`,
    perform: (person) => person.choose(sameControl(person, id), [name ?? person.id]),
  }));
}

/** What can be ticked stays as it stands. */
function fillWith(screen: Screen, text: string): Act {
  const { customId = '', fields = [] } = screen.form ?? {};
  const lines = fields.filter(({ type }) => type === ComponentType.TextInput);
  const values = Object.fromEntries(lines.map((field) => [field.customId, text.slice(0, field.maxLength)]));
  return { key: `${owner(customId)}=${text}`, does: `fill in "${text}"`, perform: (person) => person.fill(values) };
}

/** The same control on the screen of this walk: an id may hold what is new each time, such as a draft. */
function sameControl(person: Person, id: string): string {
  const ids = person.screen?.message?.controls.map((control) => control.customId ?? '') ?? [];
  return ids.includes(id) ? id : (ids.find((other) => owner(other) === owner(id)) ?? id);
}

/** The same option: its value may hold what is new each time, such as the id of a pause. */
function sameOption(person: Person, select: string, value: string, index: number): string {
  const offered = person.screen?.message?.controls.find((control) => control.customId === select)?.options ?? [];
  return offered.some((option) => option.value === value) ? value : (offered[index]?.value ?? value);
}

/** Without random ids, such as those of drafts and of groups. */
function withoutIds(text: string): string {
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{12}\b/g, 'id');
}

/** `command:control` of a custom id. */
function owner(customId: string): string {
  return customId.split(':').slice(0, 2).join(':');
}
