import type { Channel, Json, Message } from '../world/model.ts';
import type { World } from '../world/world.ts';

/**
 * The message that the same author sent with this nonce a short while ago
 * (docs: Create Message, `enforce_nonce`). Without `enforce_nonce` nonces mean nothing.
 */
export function findByNonce(world: World, channel: Channel, body: Json): Message | undefined {
  if (body.enforce_nonce !== true || body.nonce === undefined || body.nonce === null) return undefined;
  const known = channel.nonces.get(String(body.nonce));
  if (!known || known.until < world.clock.now()) return undefined;
  return world.messages.get(known.messageId);
}

/** Remembers a message's nonce for `limits.nonceMs`. */
export function rememberNonce(world: World, channel: Channel, message: Message): void {
  if (message.nonce === null) return;
  const now = world.clock.now();
  for (const [nonce, { until }] of channel.nonces) if (until < now) channel.nonces.delete(nonce);
  channel.nonces.set(String(message.nonce), { messageId: message.id, until: now + world.limits.nonceMs });
}
