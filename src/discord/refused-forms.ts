import type { ButtonInteraction } from 'discord.js';
import { z } from 'zod';
import { type CustomId, customId } from '../lib/custom-id.ts';
import { refusedView } from '../views/failure-view.ts';
import { type AdmissionParts, asMember } from './admission.ts';
import { type Answer, type Caller, CORRECT, type GivenFields, show } from './command.ts';
import type { Drafts } from './drafts.ts';
import { OutdatedError } from './outdated-error.ts';
import { argsOf, formOf, ownerOf } from './target.ts';

const refusedText = z.object({
  args: z.array(z.string()),
  given: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean(), z.null()])),
});

/** Keeps what a form refused and offers it again, filled in, behind **Correct**. */
export async function keepRefused(
  drafts: Drafts,
  caller: Caller,
  { command, control, args }: CustomId,
  given: GivenFields,
  problem: string,
): Promise<Answer> {
  const draftId = await drafts.save(caller, draftKind(command, control), { args, given });
  return show(refusedView(caller.language, problem, customId(command, CORRECT, control, draftId)));
}

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
  const draft = refusedText.safeParse(await parts.drafts.find(caller, draftKind(id.command, name), draftId));
  if (!draft.success) throw new OutdatedError(interaction.customId);
  const args = argsOf(form.args, { command: id.command, control: name, args: draft.data.args });
  const standing = form.isForMembers ? await parts.admission.standing(caller) : undefined;
  if (standing && standing.kind !== 'member') throw new OutdatedError(interaction.customId);
  const who = standing ? asMember(caller, standing.member) : caller;
  await interaction.showModal(await form.open(who, args, draft.data.given, parts.deps));
}

function draftKind(command: string, form: string): string {
  return `form:${command}:${form}`;
}
