import type { Deps } from '../../src/actions/deps.ts';
import type { Answer, Caller, Command } from '../../src/discord/command.ts';
import type { Registry } from '../../src/discord/registry.ts';
import type { ContentSource } from '../../src/domain/content-source.ts';
import { parseCustomId } from '../../src/lib/custom-id.ts';
import type { MessageView } from '../../src/views/message.ts';
import { useControl } from './reader.ts';
import { type Control, controlsOf, problemsOf, textOf } from './view-text.ts';

export interface DirectWalk {
  /** Custom ids of the buttons that were pressed. */
  readonly pressed: ReadonlySet<string>;
  /** What was chosen, as `custom id=value`. */
  readonly chosen: ReadonlySet<string>;
  /** Custom ids of the forms that were opened. */
  readonly forms: ReadonlySet<string>;
  readonly problems: readonly string[];
  /** Choices that led to a screen on which their words do not stand. */
  readonly misled: readonly string[];
}

/** A control used in one way: pressed, or one value of it chosen. */
interface Use {
  readonly id: string;
  readonly key: string;
  readonly way: string;
  readonly choice?: { readonly label: string; readonly value: string };
}

interface Screen {
  readonly view: MessageView;
  readonly from: string;
}

/** Takes a message away, so it needs one that was shared. */
const notWalked = ['help:remove'];

/** Uses each custom id once, and each value of each select, from every command with every choice on. Without Discord. */
export async function walkDirectly(registry: Registry, content: ContentSource, caller: Caller): Promise<DirectWalk> {
  const deps: Deps = { content, newId: () => 'id', db: undefined as never }; // Whoever only reads needs no database.
  const pressed = new Set<string>();
  const chosen = new Set<string>();
  const forms = new Set<string>();
  const problems: string[] = [];
  const misled: string[] = [];

  const take = (answer: Answer, from: string): Screen[] => {
    if (answer.kind === 'show') return [{ view: answer.view, from }];
    if (answer.kind === 'form') forms.add(answer.form.custom_id);
    else problems.push(`${from}: answers with "${answer.kind}"`);
    return [];
  };
  const perform = async ({ id, key, way, choice }: Use): Promise<Screen[]> => {
    const used = choice ? chosen : pressed;
    if (used.has(key)) return [];
    used.add(key);
    if (notWalked.includes(controlOf(id))) return [];
    const answer = await useControl(registry, deps, caller, id, choice && [choice.value]);
    const screens = take(answer, key);
    const names = choice?.label.replace(/…$/, '') ?? '';
    misled.push(...screens.filter(({ view }) => !textOf(view).includes(names)).map(() => way));
    return screens;
  };

  const queue = (
    await Promise.all([...registry.values()].map((command) => startScreens(command, caller, deps)))
  ).flat();
  for (let screen = queue.shift(); screen; screen = queue.shift()) {
    const { view, from } = screen;
    problems.push(...problemsOf(view).map((problem) => `${from}: ${problem}`));
    for (const use of controlsOf(view).flatMap((control) => usesOf(control, from))) {
      if (!parseCustomId(use.id)) problems.push(`${from}: ${use.id} cannot be read`);
      const screens = await perform(use).catch((error: unknown) => void problems.push(`${use.way}: ${error}`));
      queue.push(...(screens ?? []));
    }
  }
  return { pressed, chosen, forms, problems, misled };
}

/** `command:control` of a custom id, with or without a value. */
export function controlOf(id: string): string {
  return id.split('=')[0]?.split(':').slice(0, 2).join(':') ?? '';
}

function usesOf({ id, label, options, disabled }: Control, from: string): Use[] {
  if (id === undefined || disabled) return [];
  if (options.length === 0) return [{ id, key: id, way: `${from} → ${label}` }];
  return options.map((choice) => ({ id, key: `${id}=${choice.value}`, way: `${from} → ${choice.label}`, choice }));
}

/** The command bare, with each choice, with names and words typed into it, and each of them shared. */
async function startScreens({ data, handler }: Command, caller: Caller, deps: Deps): Promise<Screen[]> {
  const { name, options = [] } = data.toJSON();
  const typed = ['http', 'weak-sql', 'build-api', 'guide/questions', 'jwt', 'nothing is called this'];
  const given = options.flatMap((option): Record<string, unknown>[] => {
    if ('choices' in option && option.choices) return option.choices.map(({ value }) => ({ [option.name]: value }));
    return option.name === 'share' ? [] : typed.map((text) => ({ [option.name]: text }));
  });
  const alone = [{}, ...given];
  const canShare = options.some((option) => option.name === 'share');
  const starts = canShare ? [...alone, ...alone.map((start) => ({ ...start, share: true }))] : alone;
  return Promise.all(
    starts.map(async (start) => {
      const from = `/${name} ${JSON.stringify(start)}`;
      const answer = await handler?.run(caller, handler.options.parse(start), deps);
      if (answer?.kind !== 'show') throw new Error(`${from} shows ${answer?.kind}`);
      return { view: answer.view, from };
    }),
  );
}
