import { type APIApplicationCommandOption, ApplicationCommandOptionType } from 'discord.js';
import type { Answer, Caller, Command } from '../../src/discord/command.ts';
import type { Pressed } from '../../src/discord/pressed.ts';
import type { Registry } from '../../src/discord/registry.ts';
import type { ContentSource } from '../../src/domain/content-source.ts';
import { parseCustomId } from '../../src/lib/custom-id.ts';
import { openDatabase } from '../../src/store/database.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { migrateToLatest } from '../../src/store/migrate.ts';
import type { MessageView } from '../../src/views/message.ts';
import { depsOn, migrationsFolder } from './database.ts';
import { aMember } from './progress-builders.ts';
import { performer, pressedControl } from './reader.ts';
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
  readonly control: Control;
  readonly choice?: { readonly label: string; readonly value: string };
}

interface Screen {
  readonly view: MessageView;
  readonly from: string;
}

/** The first takes a message away, so it needs one that was shared; after the others the walker were no member. */
const notWalked = ['help:remove', 'settings:leave', 'settings:delete'];

/** Selects that lead to the page which is chosen; others set something. */
const leadsOn = /^(guide|readiness|roadmap|step):go/;

/**
 * Uses each custom id once, and each value of each select, from every command with every choice on. Without Discord.
 * One person walks it all, so that old screens are used after things have changed.
 */
export async function walkDirectly(
  registry: Registry,
  content: ContentSource,
  caller: Caller,
  standing: 'member' | 'stranger',
): Promise<DirectWalk> {
  await using db = openDatabase(':memory:');
  await migrateToLatest(db, migrationsFolder);
  const deps = depsOn(db, { content });
  if (standing === 'member') await insertMember(deps.db, aMember({ userId: caller.userId, seenAt: caller.now }));
  const act = performer(registry, deps, caller);
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
  const perform = async ({ id, key, way, control, choice }: Use): Promise<Screen[]> => {
    const used = choice ? chosen : pressed;
    if (used.has(key)) return [];
    used.add(key);
    if (notWalked.includes(controlOf(id))) return [];
    const answer = await act(pressedControl(id, choice && [choice.value], control));
    const screens = take(answer, key);
    const names = leadsOn.test(id) ? (choice?.label.replace(/…$/, '') ?? '') : '';
    misled.push(...screens.filter(({ view }) => !textOf(view).includes(names)).map(() => way));
    return screens;
  };

  const queue = (await Promise.all([...registry.values()].map((command) => startScreens(command, act)))).flat();
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

function usesOf(control: Control, from: string): Use[] {
  const { id, label, options, disabled } = control;
  if (id === undefined || disabled) return [];
  if (options.length === 0) return [{ id, key: keyOf(id), way: `${from} → ${label}`, control }];
  return options.map((choice) => {
    const key = keyOf(`${id}=${choice.value}`);
    return { id, key, way: `${from} → ${choice.label}`, control, choice };
  });
}

/** A use without what is new each time, such as the id of a draft: the builders' ids are `id-1`, `id-2` and so on. */
function keyOf(use: string): string {
  return use.replace(/\bid-\d+/g, 'id');
}

/** The command bare, with each choice, with names and words typed into it, and each of them shared. */
async function startScreens({ data }: Command, act: (pressed: Pressed) => Promise<Answer>): Promise<Screen[]> {
  const { name, options = [] } = data.toJSON();
  const starts = options.some(({ type }) => type === ApplicationCommandOptionType.Subcommand)
    ? options.map((option) => ({ subcommand: option.name, given: {} }))
    : givenTo(options).map((given) => ({ subcommand: null, given }));
  return Promise.all(
    starts.map(async ({ subcommand, given }) => {
      const from = `/${name} ${subcommand ?? ''}${JSON.stringify(given)}`;
      const answer = await act({ kind: 'command', name, subcommand, options: given });
      if (answer.kind !== 'show') throw new Error(`${from} shows ${answer.kind}`);
      return { view: answer.view, from };
    }),
  );
}

function givenTo(options: readonly APIApplicationCommandOption[]): Record<string, unknown>[] {
  const typed = ['http', 'weak-sql', 'build-api', 'guide/questions', 'jwt', 'nothing is called this'];
  const given = options.flatMap((option): Record<string, unknown>[] => {
    if ('choices' in option && option.choices) return option.choices.map(({ value }) => ({ [option.name]: value }));
    return option.name === 'share' ? [] : typed.map((text) => ({ [option.name]: text }));
  });
  const alone = [{}, ...given];
  const canShare = options.some((option) => option.name === 'share');
  return canShare ? [...alone, ...alone.map((start) => ({ ...start, share: true }))] : alone;
}
