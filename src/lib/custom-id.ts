/** Discord's limit on a custom id, in characters. https://discord.com/developers/docs/components/reference#custom-id */
export const CUSTOM_ID_LIMIT = 100;

/** What a control carries: which command owns it, which of its handlers, and the handler's arguments as text. */
export interface CustomId {
  readonly command: string;
  readonly control: string;
  readonly args: readonly string[];
}

/**
 * Writes `command:control:argument…`. All state is in the text, so a control still works after a restart.
 * @throws RangeError when the text would be longer than Discord allows: put the rest into a draft.
 */
export function customId(command: string, control: string, ...args: readonly (string | number)[]): string {
  const raw = [command, control, ...args.map((arg) => escapeArgument(String(arg)))].join(':');
  if (raw.length > CUSTOM_ID_LIMIT) {
    throw new RangeError(`The custom id "${raw}" has ${raw.length} characters; Discord allows ${CUSTOM_ID_LIMIT}.`);
  }
  return raw;
}

/** Reads what `customId` wrote. Undefined for a text that it cannot have written. */
export function parseCustomId(raw: string): CustomId | undefined {
  const [command, control, ...args] = raw.split(':');
  if (!command || !control) return undefined;
  try {
    return { command, control, args: args.map(decodeURIComponent) };
  } catch {
    return undefined; // A broken escape such as "%zz": not ours.
  }
}

function escapeArgument(text: string): string {
  return text.replace(/[%:]/g, (character) => (character === '%' ? '%25' : '%3A'));
}
