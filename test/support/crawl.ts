import type { Playground } from '../../playground/start.ts';
import type { Command } from '../../src/discord/command.ts';

type Person = ReturnType<Playground['person']>;
type Screen = Awaited<ReturnType<Person['slash']>>;

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

export interface WalkOptions {
  readonly playground: Playground;
  readonly commands: Iterable<Command>;
  readonly depth: number;
  /** What a screen must not say. */
  readonly broken: RegExp;
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
  const { playground, commands, depth, broken, arrive = async (person) => person } = options;
  const used = new Set<string>();
  const problems: string[] = [];
  const queue: (readonly Act[])[] = [...commands].flatMap((command) => startsOf(command).map((start) => [start]));
  let walkers = 0;
  for (let path = queue.shift(); path; path = queue.shift()) {
    const trail = path.map((act) => act.does).join(' → ');
    walkers += 1;
    const person = playground.person(`Walker ${playground.world.users.size} ${walkers}`);
    const screen = await arrive(person)
      .then((arrived) => walk(arrived, path))
      .catch((error: unknown) => void problems.push(`${trail}: ${error instanceof Error ? error.message : error}`));
    if (screen && broken.test(screen.text)) problems.push(`${trail}: ${screen.text}`);
    const next = screen && path.length < depth ? actsOn(screen).filter((act) => !used.has(act.key)) : [];
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

/** A command bare, and with each choice of each of its options. */
function startsOf(command: Command): Act[] {
  const { name, options = [] } = command.data.toJSON();
  const subcommands = options.filter(({ type }) => type === 1);
  if (subcommands.length > 0) {
    return subcommands.map((subcommand) => {
      const does = `/${name} ${subcommand.name}`;
      return { key: does, does, perform: (person) => person.slash(does.slice(1)) };
    });
  }
  const start = (given: Record<string, string | boolean>): Act => ({
    key: `/${name} ${JSON.stringify(given)}`,
    does: `/${name} ${JSON.stringify(given)}`,
    perform: (person) => person.slash(name, given),
  });
  const given = options.flatMap((option): Record<string, string | boolean>[] => {
    if ('choices' in option && option.choices) {
      return option.choices.map((choice) => ({ [option.name]: String(choice.value) }));
    }
    if (option.type === 5) return [{ [option.name]: true }, { [option.name]: false }];
    if (option.type === 6) return []; // A person: only whoever is there already can be named.
    return option.type === 3 ? [{ [option.name]: 'http' }, { [option.name]: 'nothing is called this' }] : [];
  });
  return [{}, ...given].map(start);
}

function actsOn(screen: Screen): Act[] {
  if (screen.form) return typed.map((text) => fillWith(screen, text));
  return (screen.message?.controls ?? []).flatMap((control): Act[] => {
    if (control.disabled || !control.customId) return [];
    const id = control.customId;
    if (control.kind === 'button') {
      return [{ key: owner(id), does: control.label, perform: (person) => person.press(sameControl(person, id)) }];
    }
    return (control.options ?? []).map((option, index) => ({
      key: `${owner(id)}=${withoutIds(option.value)}`,
      does: `${control.label}: ${option.label}`,
      perform: (person) => {
        const select = sameControl(person, id);
        return person.choose(select, [sameOption(person, select, option.value, index)]);
      },
    }));
  });
}

function fillWith(screen: Screen, text: string): Act {
  const { customId = '', fields = [] } = screen.form ?? {};
  const values = Object.fromEntries(fields.map((field) => [field.customId, text]));
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

/** Without random ids, such as those of drafts. */
function withoutIds(text: string): string {
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');
}

/** `command:control` of a custom id. */
function owner(customId: string): string {
  return customId.split(':').slice(0, 2).join(':');
}
