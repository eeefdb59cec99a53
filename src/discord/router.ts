import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import { DiscordAPIError } from 'discord.js';
import type { Clock } from '../domain/clock.ts';
import { shorten } from '../lib/graphemes.ts';
import { failureView, outdatedView } from '../views/failure-view.ts';
import { type AdmissionParts, admit } from './admission.ts';
import { callerOf } from './caller.ts';
import type { Answer, Caller } from './command.ts';
import { OutdatedError } from './outdated-error.ts';
import { type Pressed, pressedOf } from './pressed.ts';
import { keepRefused } from './refused-draft.ts';
import { correctForm, isCorrecting } from './refused-forms.ts';
import { type Answerable, placeOfCommand, placeOfControl, respond, sendAside } from './responder.ts';
import { handlerOf, type Target, targetOf } from './target.ts';

/** Keeps the ids of what people showed to channels, so that it can be removed again. Wired in main.ts. */
export interface Published {
  remember(caller: Caller, messageId: string): Promise<void>;
  forget(messageId: string): Promise<void>;
}

export interface RouterParts extends AdmissionParts {
  readonly clock: Clock;
  readonly published: Published;
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
  if (interaction.isButton() && isCorrecting(interaction)) return correctForm(parts, interaction, caller);
  if (interaction.isChatInputCommand() || interaction.isMessageComponent() || interaction.isModalSubmit()) {
    return answer(parts, interaction, caller);
  }
}

async function answer(
  parts: RouterParts,
  interaction: ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction,
  caller: Caller,
): Promise<void> {
  const pressed = pressedOf(interaction);
  const target = targetOf(parts.registry, pressed);
  const answerable = interaction as Answerable; // discord.js types the five selects apart; they are answered alike.
  const { destination } = target;
  return respond({
    interaction: answerable,
    place:
      'visibility' in destination
        ? placeOfCommand(destination.visibility)
        : placeOfControl(answerable, destination.landing),
    mayDefer: target.mayDefer,
    handle: () => runTarget(parts, caller, target, pressed),
    onPublished: (messageId) => parts.published.remember(caller, messageId),
    onRemoved: parts.published.forget,
  });
}

async function runTarget(parts: RouterParts, caller: Caller, target: Target, pressed: Pressed): Promise<Answer> {
  const result = await admit(parts, caller, target, pressed);
  if (result.kind !== 'refused' || !target.form || pressed.kind !== 'form') return result;
  return keepRefused(parts.drafts, caller, target.form.id, pressed.fields, result.problem);
}

async function suggest(parts: RouterParts, interaction: AutocompleteInteraction, caller: Caller): Promise<void> {
  const handler = handlerOf(parts.registry.get(interaction.commandName), interaction.options.getSubcommand(false));
  const { name, value } = interaction.options.getFocused(true);
  const choices = (await handler?.suggest?.[name]?.(value, caller, parts.deps, typedSoFar(interaction))) ?? [];
  // At most 25 choices of at most 100 characters: https://discord.com/developers/docs/interactions/receiving-and-responding
  await interaction.respond(choices.slice(0, 25).map((choice) => ({ ...choice, name: shorten(choice.name, 100) })));
}

/** The options that hold something, also those of a subcommand. A person, channel or role is its id. */
function typedSoFar({ options }: AutocompleteInteraction): Record<string, string> {
  const filled = options.data.flatMap((option) => option.options ?? [option]);
  return Object.fromEntries(filled.flatMap(({ name, value }) => (value === undefined ? [] : [[name, String(value)]])));
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
