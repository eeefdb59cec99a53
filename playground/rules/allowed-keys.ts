/**
 * Keys and values that Discord's documentation allows and discord.js sends, but the schemas of discord-api-spec
 * 10.0.266135 do not know. The keys were found by running discord.js 14.28.1 against the playground.
 */
interface Allowance {
  readonly key: string;
  /** True where it counts at the top of a body only. */
  readonly top?: boolean;
  allows(value: unknown): boolean;
}

const unknownKeys: readonly Allowance[] = [
  // Commands: documented, missing in the schema.
  { key: 'nsfw', allows: (value) => typeof value === 'boolean' },
  // On every message and edit, also where Discord has no such key; false means nothing.
  { key: 'enforce_nonce', allows: (value) => value === false },
  { key: 'tts', allows: (value) => value === false },
  // A thread on a message: discord.js names the type, though the message's channel decides it.
  { key: 'type', top: true, allows: (value) => value === 10 || value === 11 },
];

const otherValues: readonly Allowance[] = [
  // Commands: a bit set serialized as text (docs: Application Command Object); the schema wants a number.
  { key: 'default_member_permissions', allows: (value) => typeof value === 'string' && /^\d+$/.test(value) },
  // Files: "snowflake or number" (docs: Attachment Request Structure); the schema wants text.
  { key: 'id', allows: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 },
];

/** May this key stand in an object whose schema lacks it? */
export function isAllowedKey(key: string, value: unknown, path: readonly unknown[]): boolean {
  return unknownKeys.some((one) => one.key === key && (!one.top || path.length === 0) && one.allows(value));
}

/** May this value stand under a key whose schema would refuse it? */
export function isAllowedValue(key: string, value: unknown): boolean {
  return otherValues.some((one) => one.key === key && one.allows(value));
}
