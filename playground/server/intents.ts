/** Gateway intents (docs: Gateway, List of Intents). */
export const intents = {
  guilds: 1 << 0,
  members: 1 << 1,
  presences: 1 << 8,
  messages: 1 << 9,
  typing: 1 << 11,
  privateMessages: 1 << 12,
  messageContent: 1 << 15,
  scheduledEvents: 1 << 16,
} as const;

/** Every bit that Discord knows; others close the connection with 4013. */
export const knownIntents = 0b11_0011_0001_1111_1111_1111_1111;

/** Must be switched on for the application first; otherwise 4014. */
export const privilegedIntents = intents.members | intents.presences | intents.messageContent;
