import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/**
 * A log of JSON lines in which no token can stand. Redaction works on the finished line, because tokens also hide
 * in nested errors and inside URLs, where redaction by path does not look.
 * @param secrets exact texts that must never appear, such as the bot's token.
 */
export function createLog(level: string, secrets: readonly string[], destination?: DestinationStream): Logger {
  const hide = createRedactor(secrets);
  return pino(
    { level, base: null, hooks: { streamWrite: hide } },
    destination ?? pino.destination({ fd: 2, sync: true }),
  );
}

/** A function that replaces every token in a text: the given secrets and everything shaped like Discord's tokens. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  // The longest first: one secret may begin with another.
  const exact = secrets.filter((secret) => secret.length > 0).sort((a, b) => b.length - a.length);
  return (text) => {
    let hidden = text;
    for (const secret of exact) hidden = hidden.replaceAll(secret, HIDDEN);
    for (const [shape, replacement] of tokenShapes) hidden = hidden.replace(shape, replacement);
    return hidden;
  };
}

const HIDDEN = '[hidden]';

const tokenShapes: readonly (readonly [RegExp, string])[] = [
  [/\b[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/g, HIDDEN], // A bot's token.
  [/(\/interactions\/\d+\/)[^/\s"'?\\]+/g, `$1${HIDDEN}`],
  [/(\/webhooks\/\d+\/)[^/\s"'?\\]+/g, `$1${HIDDEN}`],
  [/(\\*"token\\*"\s*:\s*\\*")[^"\\]+/g, `$1${HIDDEN}`], // Also in JSON that stands inside a JSON text.
  [/(\bBot )[\w.-]{20,}/g, `$1${HIDDEN}`],
];
