import type { AutocompleteInteraction, Interaction } from 'discord.js';
import { DiscordAPIError } from 'discord.js';
import type { Clock } from '../domain/clock.ts';
import { shorten } from '../lib/graphemes.ts';
import { failureView, outdatedView } from '../views/failure-view.ts';
import { callerOf } from './caller.ts';
import type { Caller, Command, Handler } from './command.ts';
import { useControl } from './controls.ts';
import { submitForm } from './forms.ts';
import { OutdatedError } from './outdated-error.ts';
import type { ControlParts } from './owner.ts';
import { type Answerable, placeOfCommand, respond, sendAside } from './responder.ts';

export interface RouterParts extends ControlParts {
  readonly clock: Clock;
  /** The only place where an unexpected error is reported. `reference` is what the member was shown. */
  reportError(error: unknown, reference: string): void;
  /** An answer that came too late or twice: no fault of the member's, nothing to apologise for. */
  reportLost(error: unknown, reference: string): void;
}

export interface Router {
  /** Never rejects: a rejection here would end the process. */
  route(interaction: Interaction): Promise<void>;
  /** Resolves when every answer under way is finished. */
  drain(): Promise<void>;
}

/** The only code that answers an interaction. Handlers say what to show; this finds the handler and sends it. */
export function createRouter(parts: RouterParts): Router {
  const running = new Set<Promise<void>>();
  return {
    route(interaction) {
      const work = handle(parts, interaction).finally(() => running.delete(work));
      running.add(work);
      return work;
    },
    async drain() {
      await Promise.all(running);
    },
  };
}

async function handle(parts: RouterParts, interaction: Interaction): Promise<void> {
  try {
    await dispatch(parts, interaction);
  } catch (error) {
    await recover(parts, interaction, error).catch((second: unknown) => parts.reportError(second, interaction.id));
  }
}

async function dispatch(parts: RouterParts, interaction: Interaction): Promise<void> {
  const caller = callerOf(interaction, parts.clock.now());
  if (interaction.isAutocomplete()) return suggest(parts, interaction, caller);
  if (interaction.isChatInputCommand()) {
    const command = parts.registry.get(interaction.commandName);
    const handler = command && handlerOf(command, interaction.options.getSubcommand(false));
    const options = handler?.options.safeParse(givenOptions(interaction.options.data));
    if (!handler || !options?.success) throw new OutdatedError(`No handler for ${interaction.toString()}`);
    const { visibility } = handler;
    const place = placeOfCommand(typeof visibility === 'function' ? visibility(options.data) : visibility);
    return respond({
      interaction,
      place,
      mayDefer: !handler.mayOpenForm,
      handle: () => handler.run(caller, options.data, parts.deps),
      onPublished: (messageId) => parts.published.remember(caller, messageId),
      onRemoved: parts.published.forget,
    });
  }
  if (interaction.isMessageComponent()) return useControl(parts, interaction, caller);
  if (interaction.isModalSubmit()) return submitForm(parts, interaction, caller);
}

function handlerOf(command: Command, subcommand: string | null): Handler | undefined {
  return subcommand === null ? command.handler : command.subcommands?.[subcommand];
}

interface GivenOption {
  readonly name: string;
  readonly value?: unknown;
  readonly options?: readonly GivenOption[] | undefined;
}

/** Option values by name, without the level of the subcommand. */
function givenOptions(data: readonly GivenOption[]): Record<string, unknown> {
  return Object.fromEntries(
    data.flatMap((option) => option.options ?? [option]).map((option) => [option.name, option.value]),
  );
}

async function suggest(parts: RouterParts, interaction: AutocompleteInteraction, caller: Caller): Promise<void> {
  const command = parts.registry.get(interaction.commandName);
  const handler = command && handlerOf(command, interaction.options.getSubcommand(false));
  const { name, value } = interaction.options.getFocused(true);
  const choices = handler?.suggest?.[name]?.(value, caller, parts.deps) ?? [];
  // At most 25 choices of at most 100 characters: https://discord.com/developers/docs/interactions/receiving-and-responding
  await interaction.respond(choices.slice(0, 25).map((choice) => ({ ...choice, name: shorten(choice.name, 100) })));
}

/** Unknown interaction: the 3 s are over. Already acknowledged: a second process answers on the same token. */
const lostAnswers: readonly (string | number)[] = [10062, 40060];

async function recover(parts: RouterParts, interaction: Interaction, error: unknown): Promise<void> {
  if (error instanceof DiscordAPIError && lostAnswers.includes(error.code)) {
    return parts.reportLost(error, interaction.id);
  }
  const outdated = error instanceof OutdatedError;
  if (!outdated) parts.reportError(error, interaction.id);
  if (!interaction.isRepliable()) return;
  const { language } = callerOf(interaction, parts.clock.now());
  const view = outdated ? outdatedView(language) : failureView(language, interaction.id);
  await sendAside(interaction as Answerable, view);
}
