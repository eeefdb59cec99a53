import type { Schema } from './schema-node.ts';

/** What a body is, which decides its schema and its rules. */
export type BodyKind =
  | 'message'
  | 'message-edit'
  | 'callback'
  | 'follow-up'
  | 'answer-edit'
  | 'command'
  | 'command-edit'
  | 'command-list'
  | 'thread'
  | 'thread-on-message'
  | 'forum-post'
  | 'thread-edit'
  | 'channel-edit'
  | 'private-chat'
  | 'scheduled-event'
  | 'scheduled-event-edit';

type SchemaName = string;

/** The names of the schemas in discord-api-spec; callbacks and scheduled events depend on a number in the body. */
const names: Readonly<Record<Exclude<BodyKind, 'callback' | 'scheduled-event' | 'scheduled-event-edit'>, SchemaName>> =
  {
    message: 'MessageCreateRequest',
    'message-edit': 'MessageEditRequestPartial',
    'follow-up': 'IncomingWebhookInteractionRequest',
    'answer-edit': 'IncomingWebhookUpdateForInteractionCallbackRequestPartial',
    command: 'ApplicationCommandCreateRequest',
    'command-edit': 'ApplicationCommandPatchRequestPartial',
    'command-list': 'ApplicationCommandUpdateRequest',
    thread: 'CreateTextThreadWithoutMessageRequest',
    'thread-on-message': 'CreateTextThreadWithMessageRequest',
    'forum-post': 'CreateForumThreadRequest',
    'thread-edit': 'UpdateThreadRequestPartial',
    'channel-edit': 'UpdateGuildChannelRequestPartial',
    'private-chat': 'CreatePrivateChannelRequest',
  };

const callbacks: Readonly<Record<number, SchemaName>> = {
  1: 'PongInteractionCallbackRequest',
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
};

const eventPlaces: Readonly<Record<number, string>> = { 1: 'Stage', 2: 'Voice', 3: 'External' };

let loading: Promise<Readonly<Record<string, Schema>>> | undefined;

/** Loads the schemas once (about 130 ms of work): early in the background, or when the first body comes. */
export function loadSchemas(): Promise<Readonly<Record<string, Schema>>> {
  // @ts-expect-error The package has no types for its schemas (its "types" entry names a .js file).
  loading ??= import('discord-api-spec/zod') as Promise<unknown> as Promise<Readonly<Record<string, Schema>>>;
  return loading;
}

/** The schema for one object of this kind, or undefined when the body says nothing that would tell. */
export async function schemaFor(kind: BodyKind, body: unknown): Promise<Schema | undefined> {
  const schemas = await loadSchemas();
  const name = nameFor(kind, (body ?? {}) as { type?: number; entity_type?: number });
  return name === undefined ? undefined : schemas[`${name}Schema`];
}

function nameFor(kind: BodyKind, body: { type?: number; entity_type?: number }): SchemaName | undefined {
  if (kind === 'callback') return callbacks[body.type ?? 0];
  if (kind === 'scheduled-event')
    return `${eventPlaces[body.entity_type ?? 0] ?? 'External'}ScheduledEventCreateRequest`;
  if (kind === 'scheduled-event-edit')
    return `${eventPlaces[body.entity_type ?? 3] ?? 'External'}ScheduledEventPatchRequestPartial`;
  return names[kind];
}
