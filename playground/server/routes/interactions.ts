import { messageJson } from '../../payloads/message.ts';
import { answerInteraction, callbackTypes, deleteAnswer, editAnswer, followUp } from '../../world/answers.ts';
import { ApiError, demand } from '../../world/api-error.ts';
import { claimInteraction, interactionOfToken, messageOfInteraction } from '../../world/interactions.ts';
import { messageFlags } from '../../world/messages.ts';
import type { Interaction, Json, Message } from '../../world/model.ts';
import { type Call, checked, noContent, ok, param, type Route } from '../call.ts';

async function answer(call: Call) {
  const interaction = claimInteraction(call.world, param(call, 'interaction'), param(call, 'token'));
  const older = call.world.messages.get(interaction.sourceMessageId ?? '');
  const body = await checked(call, 'callback', { focusedType: focusedType(interaction.data), older }, interaction);
  // The check may have waited: somebody else may have answered meanwhile.
  claimInteraction(call.world, interaction.id, interaction.token);
  const given = { type: Number(body.type), data: (body.data as Json | null | undefined) ?? {} };
  const message = judged(call, interaction, () => answerInteraction(call.world, interaction, given, call.files));
  return call.query.get('with_response') === 'true'
    ? ok(callbackResponse(call, interaction, given.type, message))
    : noContent;
}

interface Typed {
  readonly type: number;
  readonly focused?: boolean;
  readonly options?: readonly Typed[];
}

/** The type of the option that is being typed, wherever it stands. */
function focusedType(data: Json): number | undefined {
  const find = (options: readonly Typed[]): Typed | undefined =>
    options.find(({ focused }) => focused) ?? options.map((option) => find(option.options ?? [])).find(Boolean);
  return find((data.options as Typed[] | undefined) ?? [])?.type;
}

/** A 50035 that the world itself finds counts as a violation too. */
function judged<Value>(call: Call, interaction: Interaction, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError && error.errors)
      call.rulebook.record(error, { route: call.route, body: call.body, interactionId: interaction.id });
    throw error;
  }
}

/** The Interaction Callback Response Object that `with_response=true` asks for. */
function callbackResponse(call: Call, interaction: Interaction, type: number, message: Message | undefined): Json {
  const original = call.world.messages.get(interaction.originalId ?? '');
  const showsMessage = type === callbackTypes.message || type === callbackTypes.update;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(original
        ? {
            response_message_id: original.id,
            response_message_loading: (original.flags & messageFlags.loading) !== 0,
            response_message_ephemeral: original.readerId !== null,
          }
        : {}),
    },
    ...(type === callbackTypes.choices
      ? {}
      : { resource: { type, ...(showsMessage && message ? { message: messageJson(call.world, message) } : {}) } }),
  };
}

function webhookOf(call: Call): Interaction {
  demand(param(call, 'application') === call.world.application.id, 'unknownWebhook');
  return interactionOfToken(call.world, param(call, 'token'));
}

function messageOf(call: Call): [Interaction, Message] {
  const interaction = webhookOf(call);
  return [interaction, messageOfInteraction(call.world, interaction, param(call, 'message'))];
}

async function send(call: Call) {
  const interaction = webhookOf(call);
  const body = await checked(call, 'follow-up', {}, interaction);
  const message = judged(call, interaction, () => followUp(call.world, interaction, body, call.files));
  return ok(messageJson(call.world, message));
}

async function edit(call: Call) {
  const [interaction, message] = messageOf(call);
  const body = await checked(call, 'answer-edit', { older: message }, interaction);
  judged(call, interaction, () => editAnswer(call.world, interaction, message, body, call.files));
  return ok(messageJson(call.world, message));
}

const messagePath = '/webhooks/:application/:token/messages/:message';

export const interactionRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/:interaction/:token/callback', open: true, handle: answer },
  { method: 'POST', path: '/webhooks/:application/:token', open: true, handle: send },
  {
    method: 'GET',
    path: messagePath,
    open: true,
    handle: (call) => ok(messageJson(call.world, messageOf(call)[1])),
  },
  { method: 'PATCH', path: messagePath, open: true, handle: edit },
  {
    method: 'DELETE',
    path: messagePath,
    open: true,
    handle(call) {
      const [interaction, message] = messageOf(call);
      deleteAnswer(call.world, interaction, message);
      return noContent;
    },
  },
];
