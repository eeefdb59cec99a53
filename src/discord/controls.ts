import type { AnySelectMenuInteraction, ButtonInteraction, MessageComponentInteraction } from 'discord.js';
import type { CustomId } from '../lib/custom-id.ts';
import { type Answer, type Caller, CORRECT, type Command, type Landing } from './command.ts';
import { correctForm } from './forms.ts';
import { OutdatedError } from './outdated-error.ts';
import { argsOf, type ControlParts, ownerOf } from './owner.ts';
import { type Answerable, placeOfControl, respond } from './responder.ts';

/**
 * Runs the button or select that a custom id names.
 * @throws OutdatedError when no command owns it or its arguments do not fit.
 */
export async function useControl(
  parts: ControlParts,
  interaction: MessageComponentInteraction,
  caller: Caller,
): Promise<void> {
  const { id, command } = ownerOf(parts.registry, interaction.customId);
  if (interaction.isAnySelectMenu()) return choose(parts, interaction, caller, id, command);
  if (!interaction.isButton()) throw new OutdatedError(interaction.customId);
  if (id.control === CORRECT) return correctForm(parts, interaction, caller, id, command);
  return press(parts, interaction, caller, id, command);
}

async function press(
  parts: ControlParts,
  interaction: ButtonInteraction,
  caller: Caller,
  id: CustomId,
  command: Command,
): Promise<void> {
  const button = command.buttons?.[id.control];
  if (!button) throw new OutdatedError(interaction.customId);
  const args = argsOf(button.args, id);
  return land(parts, interaction, caller, button.landing, () => button.press(caller, args, parts.deps));
}

async function choose(
  parts: ControlParts,
  interaction: AnySelectMenuInteraction,
  caller: Caller,
  id: CustomId,
  command: Command,
): Promise<void> {
  const select = command.selects?.[id.control];
  if (!select) throw new OutdatedError(interaction.customId);
  const args = argsOf(select.args, id);
  const { values } = interaction;
  return land(parts, interaction, caller, select.landing, () => select.choose(caller, args, values, parts.deps));
}

function land(
  parts: ControlParts,
  interaction: Answerable,
  caller: Caller,
  landing: Landing = 'in-place',
  handle: () => Answer | Promise<Answer>,
): Promise<void> {
  return respond({
    interaction,
    place: placeOfControl(interaction, landing),
    mayDefer: landing !== 'form' && landing !== 'remove',
    handle,
    onPublished: (messageId) => parts.published.remember(caller, messageId),
    onRemoved: parts.published.forget,
  });
}
