import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CORRECT, type Command, type Handler } from '../../src/discord/command.ts';
import { catalogueOf, spokenLanguages } from '../../src/language/languages.ts';
import { customId } from '../../src/lib/custom-id.ts';
import { commandListView } from '../../src/views/help-view.ts';
import { controlOf, walkDirectly } from '../support/direct-walk.ts';
import { aCaller, aPrivateCaller, ownCommands } from '../support/reader.ts';
import { realContent, realRoadmap } from '../support/real-content.ts';
import { textOf } from '../support/view-text.ts';

const registry = await ownCommands();
const commands = [...registry].map(([name, command]) => ({ name, command, declared: command.data.toJSON() }));

/** Discord's numbers: https://discord.com/developers/docs/interactions/application-commands */
const SUBCOMMAND = 1;
const DESCRIPTION_LIMIT = 100;

describe.each(commands)('/$name', ({ name, command, declared }) => {
  const handlers = handlersOf(command, declared.options ?? []);

  test('declares to Discord exactly the options that its schema reads', () => {
    for (const { handler, options } of handlers) {
      const read = keysOf(handler);
      expect(options.map((option) => option.name).sort()).toEqual(read.map(({ key }) => key).sort());
      for (const option of options) {
        const isOptional = read.find(({ key }) => key === option.name)?.isOptional;
        expect(option.required ?? false, `${option.name} is asked for as often as it is needed`).toBe(!isOptional);
      }
    }
  });

  test('reads every choice that it offers', () => {
    for (const { handler, options } of handlers) {
      for (const option of options) {
        for (const { value } of option.choices ?? []) {
          expect(handler.options.safeParse({ [option.name]: value }).success, `${option.name}: ${value}`).toBe(true);
        }
      }
    }
  });

  test('suggests for exactly the options that it declares as suggested', () => {
    for (const { handler, options } of handlers) {
      const suggested = options.filter((option) => option.autocomplete).map((option) => option.name);
      expect(Object.keys(handler.suggest ?? {}).sort()).toEqual(suggested.sort());
    }
  });

  test('has one handler for each subcommand and no other', () => {
    const subcommands = (declared.options ?? []).filter((option) => option.type === SUBCOMMAND);
    expect(Object.keys(command.subcommands ?? {}).sort()).toEqual(subcommands.map((option) => option.name).sort());
    expect(command.handler === undefined).toBe(subcommands.length > 0);
  });

  test('says that it is used in servers that the bot was installed in', () => {
    expect(declared.contexts).toContain(InteractionContextType.Guild);
    expect(declared.contexts).not.toContain(InteractionContextType.PrivateChannel); // The bot is nobody's own there.
    expect(declared.integration_types).toEqual([ApplicationIntegrationType.GuildInstall]);
  });

  test('is described in every language of the catalogue, in words that fit Discord', () => {
    const described = [declared, ...everyOption(declared.options ?? [])];
    for (const { description } of described) {
      expect(description.trim()).not.toBe('');
      expect(description.length).toBeLessThanOrEqual(DESCRIPTION_LIMIT);
    }
    for (const language of spokenLanguages()) {
      const words: Record<string, { readonly description: string } | undefined> = catalogueOf(language).commands;
      const shown = language === 'en' ? declared.description : declared.description_localizations?.[language as 'de'];
      expect(words[name]?.description).toBe(shown);
    }
  });

  test('leaves the name of the control that reopens refused text to the router', () => {
    const controls = [command.buttons, command.selects, command.forms].flatMap((kind) => Object.keys(kind ?? {}));
    expect(controls).not.toContain(CORRECT);
  });
});

test.each(spokenLanguages())('/help lists exactly the commands that there are (%s)', (language) => {
  const listed = [...textOf(commandListView(language)).matchAll(/^\*\*\/([a-z-]+)\*\*\n(.+)$/gm)];
  expect(listed.map(([, name]) => name).sort()).toEqual([...registry.keys()].sort());
  for (const [, name = '', description] of listed) {
    expect(description).toBe(catalogueOf(language).commands[name as 'help'].description);
  }
});

describe.each([
  { who: 'stranger', where: 'in a server', caller: aCaller() },
  { who: 'stranger', where: 'in the private chat', caller: aPrivateCaller() },
  { who: 'member', where: 'in a server', caller: aCaller() },
  { who: 'member', where: 'in the private chat', caller: aPrivateCaller() },
  { who: 'moderator', where: 'in a server', caller: aCaller({ managesServer: true }) },
] as const)('a $who who uses every control of every screen $where', async ({ who, caller }) => {
  const walk = await walkDirectly(registry, realContent(), caller, who);

  test('is always answered, within what Discord accepts', () => {
    expect(walk.problems).toEqual([]);
    expect(walk.pressed.size).toBeGreaterThan(500);
  });

  test('finds behind every choice of a list the page of that name', () => {
    expect(walk.misled).toEqual([]);
    expect(walk.chosen.size).toBeGreaterThan(200);
  });

  // What only members use is reached in test/e2e/every-control.test.ts, where each path begins afresh.
  test('comes by every button, select and form for reading', () => {
    const reached = new Set([...walk.pressed, ...walk.chosen, ...walk.forms].map(controlOf));
    const all = commands.flatMap(({ name, command }) =>
      [command.buttons, command.selects, command.forms].flatMap((kind) =>
        Object.entries(kind ?? {}).flatMap(([control, { isForMembers }]) => (isForMembers ? [] : `${name}:${control}`)),
      ),
    );
    // Nobody reads along in the private chat, so nothing is shared there, nor taken away.
    const here = all.filter((id) => caller.serverId !== undefined || !/:(share-|remove$)/.test(id));
    const reading = here.filter((id) => !/^(checkin|group|join|milestone|plan|settings|setup):/.test(id));
    expect(reading.filter((id) => !reached.has(id))).toEqual([]);
  });

  test.runIf(who === 'moderator')('comes by every control that looks after a group', () => {
    const reached = new Set([...walk.pressed, ...walk.chosen, ...walk.forms].map(controlOf));
    const { buttons, selects, forms } = registry.get('setup') ?? {};
    const controls = [buttons, selects, forms].flatMap((kind) =>
      Object.keys(kind ?? {}).map((name) => `setup:${name}`),
    );
    // A card is walked once, for a new group, and the group stays: the rest is in test/e2e/every-control.test.ts.
    expect(controls.filter((id) => !reached.has(id))).toEqual([
      'setup:review',
      'setup:undo',
      'setup:save',
      'setup:wake', // Nobody has stopped asking.
      // No period of it is over yet.
      'setup:report-list',
      'setup:report-file',
      'setup:quiet',
      'setup:revive',
    ]);
  });

  test('comes by everything that the roadmap holds without typing a name', () => {
    const missing = everyPlaceOf().filter((id) => !walk.pressed.has(id) && !walk.chosen.has(id));
    expect(missing).toEqual([]);
  });
});

/** One way to each topic, question, note and page. A choice is written `custom id=value`. */
function everyPlaceOf(): string[] {
  const roadmap = realRoadmap();
  const { steps, tracks, readinessChecks, questions } = roadmap;
  return [
    ...steps.flatMap((step) => [
      `step:go=${step.id}`,
      ...step.topics.map((topic) => `step:go-topic:${step.id}=${topic.id}`),
      ...step.questions.flatMap((_, index) => [
        customId('step', 'question', step.id, index, 'ask'),
        customId('step', 'question', step.id, index, 'answer'),
      ]),
      ...tracks.map((track) => customId('step', 'track', step.id, track.id)),
      ...tracks.map((track) => `guide:go:notes=track/${track.id}/notes/${step.id}`),
    ]),
    ...readinessChecks.flatMap((check) => [
      `guide:go:list=readiness/${check.id}`,
      ...check.questions.map((_, index) => customId('guide', 'probe', check.id, index, 'answer')),
    ]),
    ...roadmap.pitfalls.map(({ id }) => `guide:go:list=pitfall/${id}`),
    ...roadmap.focusAreas.map(({ id }) => `guide:go:list=focus/${id}`),
    ...tracks.map(({ id }) => `guide:go:list=track/${id}`),
    ...roadmap.months.map(({ number }) => `roadmap:go-month=${number}`),
    ...questions.items.map((_, index) => `guide:go:questions=guide/${questions.id}/items/${index}`),
  ];
}

interface DeclaredOption {
  readonly name: string;
  readonly type: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly value: string | number }[];
  readonly options?: readonly DeclaredOption[];
}

function handlersOf(command: Command, options: readonly unknown[]) {
  const declared = options as readonly DeclaredOption[];
  if (command.handler) return [{ handler: command.handler, options: declared }];
  return Object.entries(command.subcommands ?? {}).map(([name, handler]) => ({
    handler,
    options: declared.find((option) => option.name === name)?.options ?? [],
  }));
}

function keysOf({ options }: Handler): { readonly key: string; readonly isOptional: boolean }[] {
  if (!(options instanceof z.ZodObject)) throw new Error('Options are read with a z.object');
  return Object.entries(options.shape).map(([key, schema]) => ({
    key,
    isOptional: (schema as z.ZodType).safeParse(undefined).success,
  }));
}

/** Also those of subcommands. */
function everyOption(options: readonly unknown[]): { readonly description: string }[] {
  const declared = options as readonly (DeclaredOption & { readonly description: string })[];
  return declared.flatMap((option) => [option, ...everyOption(option.options ?? [])]);
}
