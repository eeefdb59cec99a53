import type { ButtonInteraction, ModalSubmitInteraction } from 'discord.js';
import { z } from 'zod';
import { type CustomId, customId } from '../lib/custom-id.ts';
import { refusedView } from '../views/failure-view.ts';
import { type Answer, type Caller, CORRECT, type Command, type Form, type GivenFields, show } from './command.ts';
import { OutdatedError } from './outdated-error.ts';
import { argsOf, type ControlParts, type Drafts, ownerOf } from './owner.ts';
import { placeOfControl, respond } from './responder.ts';

/**
 * Runs the form that was filled in. What it refuses is kept as a draft and comes back behind **Correct**.
 * @throws OutdatedError when no command owns it or what it carries does not fit.
 */
export async function submitForm(
  parts: ControlParts,
  interaction: ModalSubmitInteraction,
  caller: Caller,
): Promise<void> {
  const { id, command } = ownerOf(parts.registry, interaction.customId);
  const form = formOf(command, id.control);
  const args = argsOf(form.args, id);
  const given = givenFields(interaction);
  const fields = form.fields.safeParse(given);
  if (!fields.success) throw new OutdatedError(interaction.customId);
  const place = placeOfControl(interaction, form.landing ?? 'in-place');
  const handle = async () => {
    const answer = await form.submit(caller, args, fields.data, parts.deps);
    return answer.kind === 'refused' ? keepRefused(parts.drafts, caller, id, given, answer.problem) : answer;
  };
  const onPublished = (messageId: string) => parts.published.remember(caller, messageId);
  const onRemoved = parts.published.forget;
  return respond({ interaction, place, mayDefer: true, handle, onPublished, onRemoved });
}

/** Opens a refused form again, with what had been typed. */
export async function correctForm(
  parts: ControlParts,
  interaction: ButtonInteraction,
  caller: Caller,
  { args: [name = '', draftId = ''] }: CustomId,
  command: Command,
): Promise<void> {
  const form = formOf(command, name);
  const draft = refusedText.safeParse(await parts.drafts.find(caller, draftKind(command.data.name, name), draftId));
  if (!draft.success) throw new OutdatedError(interaction.customId);
  const args = argsOf(form.args, { command: command.data.name, control: name, args: draft.data.args });
  await interaction.showModal(form.open(caller, args, draft.data.given, parts.deps));
}

const refusedText = z.object({
  args: z.array(z.string()),
  given: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean(), z.null()])),
});

async function keepRefused(
  drafts: Drafts,
  caller: Caller,
  { command, control, args }: CustomId,
  given: GivenFields,
  problem: string,
): Promise<Answer> {
  const draftId = await drafts.save(caller, draftKind(command, control), { args, given });
  return show(refusedView(caller.language, problem, customId(command, CORRECT, control, draftId)));
}

function draftKind(command: string, form: string): string {
  return `form:${command}:${form}`;
}

function formOf(command: Command, name: string): Form {
  const form = command.forms?.[name];
  if (!form) throw new OutdatedError(`${command.data.name}:${name}`);
  return form;
}

/** By custom id: text, ticks and single choices as they are, multiple choices as a list. */
function givenFields(interaction: ModalSubmitInteraction): GivenFields {
  return Object.fromEntries(
    [...interaction.fields.fields].map(([name, field]) => {
      if ('value' in field) return [name, field.value];
      return [name, 'values' in field ? [...field.values] : null];
    }),
  );
}
