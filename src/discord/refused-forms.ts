import type { ButtonInteraction } from 'discord.js';
import { z } from 'zod';
import { type AdmissionParts, asMember } from './admission.ts';
import { type Caller, CORRECT } from './command.ts';
import { OutdatedError } from './outdated-error.ts';
import { refusedKind } from './refused-draft.ts';
import { argsOf, formOf, ownerOf } from './target.ts';

const refusedText = z.object({
  args: z.array(z.string()),
  given: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean(), z.null()])),
});

/** True for the button **Correct** of any command. */
export function isCorrecting(interaction: ButtonInteraction): boolean {
  return interaction.customId.split(':')[1] === CORRECT;
}

/** Opens a refused form again, with what had been typed. @throws OutdatedError when that is no longer kept. */
export async function correctForm(
  parts: AdmissionParts,
  interaction: ButtonInteraction,
  caller: Caller,
): Promise<void> {
  const { id, command } = ownerOf(parts.registry, interaction.customId);
  const [name = '', draftId = ''] = id.args;
  const form = formOf(command, name);
  const draft = refusedText.safeParse(await parts.drafts.find(caller, refusedKind(id.command, name), draftId));
  if (!draft.success) throw new OutdatedError(interaction.customId);
  const args = argsOf(form.args, { command: id.command, control: name, args: draft.data.args });
  const standing = form.isForMembers ? await parts.admission.standing(caller) : undefined;
  if (standing && standing.kind !== 'member') throw new OutdatedError(interaction.customId);
  const who = standing ? asMember(caller, standing.member) : caller;
  await interaction.showModal(await form.open(who, args, draft.data.given, parts.deps));
}
