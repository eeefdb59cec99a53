import { ApplicationCommandOptionType } from 'discord.js';
import type { Deps } from '../../src/actions/deps.ts';
import { planMilestones } from '../../src/actions/plan-milestones.ts';
import type { Answer, Caller, Command } from '../../src/discord/command.ts';
import type { Pressed } from '../../src/discord/pressed.ts';
import type { Registry } from '../../src/discord/registry.ts';
import type { ContentSource } from '../../src/domain/content-source.ts';
import { parseCustomId } from '../../src/lib/custom-id.ts';
import { openDatabase } from '../../src/store/database.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { insertMembership } from '../../src/store/membership-store.ts';
import { migrateToLatest } from '../../src/store/migrate.ts';
import { insertOutboxEntry } from '../../src/store/outbox-store.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import type { MessageView } from '../../src/views/message.ts';
import { depsOn, migrationsFolder } from './database.ts';
import { aChannel, aDiscord, aRole, nightSchool } from './groups.ts';
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

/** Who walks: a moderator's server has a group with a post that waits for a decision. */
export type Walker = 'member' | 'stranger' | 'moderator';

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

/**
 * The first takes a message away, so it needs one that was shared; after the others the walker were no member, or the
 * group were gone.
 */
const notWalked = ['help:remove', 'settings:leave', 'settings:delete', 'setup:archive'];

const channels = [
  aChannel(),
  aChannel({ id: 'forum', kind: 'forum', demandsTag: true, tags: [{ id: 'news', name: 'News' }] }),
  aChannel({ id: 'closed', missing: ['view', 'send'] }),
];
const roles = [aRole(), aRole({ id: 'admins', isPowerful: true, isGivable: false })];

/** What is chosen in the selects whose list Discord makes: what there is, and what is gone. */
const listedIds: Readonly<Record<NonNullable<Control['lists']>, readonly string[]>> = {
  channel: [...channels.map(({ id }) => id), 'gone'],
  role: [...roles.map(({ id }) => id), 'gone'],
  person: ['ada', 'nobody'],
};

/** Night school with its calendar, the walker in it, and a post that is perhaps there. */
async function insertGroupWithTroubles({ db, content }: Deps, { now }: Caller): Promise<void> {
  const group = nightSchool({ serverId: 'study-hall' });
  await insertStudyGroup(db, group);
  await planMilestones(db, group, content.roadmap('en'), now);
  await insertMembership(db, { id: 'in', memberId: aMember().id, groupId: group.id, joinedAt: now, leftAt: undefined });
  for (const [code, state] of [
    ['k', 'uncertain'],
    ['p1', 'blocked'],
  ] as const) {
    const key = `${group.id}.m.${code}`;
    const about = { serverId: group.serverId, groupId: group.id, memberId: undefined, userId: undefined };
    const entry = { key, marks: [key], order: { kind: 'milestones', codes: [code] }, ...about } as const;
    await insertOutboxEntry(db, { ...entry, dueAt: now, notAfter: undefined }, now);
    await db.updateTable('outbox').set({ state }).where('key', '=', key).execute();
  }
}

/** Discord offers moderators' commands to moderators, in servers only. */
function isOffered({ data }: Command, { managesServer, serverId }: Caller): boolean {
  const isForModerators = data.toJSON().default_member_permissions !== undefined;
  return !isForModerators || (managesServer && serverId !== undefined);
}

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
  walker: Walker,
): Promise<DirectWalk> {
  await using db = openDatabase(':memory:');
  await migrateToLatest(db, migrationsFolder);
  const deps = depsOn(db, { content, discord: aDiscord({ channels, roles }) });
  if (walker !== 'stranger') await insertMember(deps.db, aMember({ userId: caller.userId, seenAt: caller.now }));
  if (walker === 'moderator') await insertGroupWithTroubles(deps, caller);
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

  const commands = [...registry.values()].filter((command) => isOffered(command, caller));
  const queue = (await Promise.all(commands.map((command) => startScreens(command, act)))).flat();
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
  const { id, label, lists, disabled } = control;
  if (id === undefined || disabled) return [];
  const options = lists ? listedIds[lists].map((value) => ({ label: value, value })) : control.options;
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

/** Each way to type a command; of one with subcommands each of these. */
async function startScreens({ data }: Command, act: (pressed: Pressed) => Promise<Answer>): Promise<Screen[]> {
  const { name, options = [] } = data.toJSON();
  const starts = subcommandsOf(options).flatMap(({ subcommand, options: own }) =>
    waysToType(own).map((given) => ({ subcommand, given })),
  );
  const screens = await Promise.all(
    starts.map(async ({ subcommand, given }) => {
      const from = `/${name} ${subcommand ?? ''} ${JSON.stringify(given)}`;
      const answer = await act({ kind: 'command', name, subcommand, options: given });
      if (answer.kind === 'form') return [];
      if (answer.kind !== 'show') throw new Error(`${from} shows ${answer.kind}`);
      return [{ view: answer.view, from }];
    }),
  );
  return screens.flat();
}

type Declared = NonNullable<ReturnType<Command['data']['toJSON']>['options']>;

function subcommandsOf(options: Declared): { readonly subcommand: string | null; readonly options: Declared }[] {
  const found = options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand
      ? [{ subcommand: option.name, options: (option.options ?? []) as Declared }]
      : [],
  );
  return found.length > 0 ? found : [{ subcommand: null, options }];
}

/** Bare where nothing is required, with each choice, with names and words typed, and each of them shared. */
function waysToType(options: Declared): Record<string, unknown>[] {
  const typed = ['http', 'weak-sql', 'build-api', 'guide/questions', 'jwt', 'nothing is called this'];
  const given = options.flatMap((option): Record<string, unknown>[] => {
    if ('choices' in option && option.choices) return option.choices.map(({ value }) => ({ [option.name]: value }));
    if (option.type === ApplicationCommandOptionType.Channel) return channels.map(({ id }) => ({ [option.name]: id }));
    return option.name === 'share' ? [] : typed.map((text) => ({ [option.name]: text }));
  });
  const required = options.filter((option) => 'required' in option && option.required);
  const all = Object.fromEntries(required.map(({ name }) => [name, name === 'milestone' ? 'p3' : 'in 2 weeks']));
  const alone = [all, ...given.map((start) => ({ ...all, ...start }))];
  const canShare = options.some((option) => option.name === 'share');
  return canShare ? [...alone, ...alone.map((start) => ({ ...start, share: true }))] : alone;
}
