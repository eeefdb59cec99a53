import type { AnySelectMenuInteraction, ButtonInteraction, MessageComponentInteraction } from 'discord.js';
import type { CustomId } from '../lib/custom-id.ts';
import { type Caller, CORRECT, type Command, type Landing } from './command.ts';
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
  { deps }: ControlParts,
  interaction: ButtonInteraction,
  caller: Caller,
  id: CustomId,
  command: Command,
): Promise<void> {
  const button = command.buttons?.[id.control];
  if (!button) throw new OutdatedError(interaction.customId);
  const args = argsOf(button.args, id);
  return land(interaction, button.landing, () => button.press(caller, args, deps));
}

async function choose(
  { deps }: ControlParts,
  interaction: AnySelectMenuInteraction,
  caller: Caller,
  id: CustomId,
  command: Command,
): Promise<void> {
  const select = command.selects?.[id.control];
  if (!select) throw new OutdatedError(interaction.customId);
  const args = argsOf(select.args, id);
  return land(interaction, select.landing, () => select.choose(caller, args, interaction.values, deps));
}

function land(
  interaction: Answerable,
  landing: Landing = 'in-place',
  handle: Parameters<typeof respond>[3],
): Promise<void> {
  return respond(interaction, placeOfControl(interaction, landing), landing !== 'form', handle);
}
