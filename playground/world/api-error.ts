/** Discord's error answers (docs: Opcodes and Status Codes, JSON Error Codes). */
const knownErrors = {
  unauthorized: [401, 0, '401: Unauthorized'],
  unknownRoute: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownServer: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  unknownScheduledEvent: [404, 10070, 'Unknown Guild Scheduled Event'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100)'],
  tooManyScheduledEvents: [400, 30038, 'Maximum number of uncompleted guild scheduled events reached (100)'],
  openingPrivateChatsTooFast: [400, 40003, 'You are opening direct messages too fast'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
  missingAccess: [403, 50001, 'Missing Access'],
  notTheAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotWriteToUser: [403, 50007, 'Cannot send messages to this user'],
  cannotSendHere: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  threadArchived: [400, 50083, 'Thread is archived'],
  noSharedServer: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
} as const;

export type KnownError = keyof typeof knownErrors;

/** A refusal as Discord words it. Everything in `world/` and `server/` that refuses the bot throws this. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: object | undefined;

  constructor(kind: KnownError, errors?: object) {
    const [status, code, message] = knownErrors[kind];
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  toJSON(): object {
    return { message: this.message, code: this.code, ...(this.errors ? { errors: this.errors } : {}) };
  }
}

/** Throws the error when the condition does not hold. */
export function demand(condition: unknown, kind: KnownError): asserts condition {
  if (!condition) throw new ApiError(kind);
}

/** A 50035 for one field, with Discord's nested error tree. */
export function invalidField(path: readonly (string | number)[], code: string, message: string): ApiError {
  return new ApiError('invalidForm', errorTree([{ path, code, message }]));
}

/** Discord's nested tree: `{ data: { content: { _errors: [{ code, message }] } } }`. */
export function errorTree(
  problems: readonly { path: readonly (string | number)[]; code: string; message: string }[],
): object {
  const root: Node = {};
  for (const { path, code, message } of problems) {
    const node = path.reduce<Node>((at, key) => child(at, key), root);
    node._errors = [...((node._errors as object[] | undefined) ?? []), { code, message }];
  }
  return root;
}

type Node = Record<string, unknown>;

function child(node: Node, key: string | number): Node {
  node[key] ??= {};
  return node[key] as Node;
}
