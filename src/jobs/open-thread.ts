import type { DeliveryResult } from '../domain/delivery-result.ts';
import type { ReadPost } from '../domain/post-reading.ts';
import { postView } from '../views/post-view.ts';
import { type Errand, resultOfSend } from './attempt.ts';
import type { Sent } from './look-for-post.ts';

/** Starts the thread on a message that has just been sent, or was found, where it is to have one. */
export async function openThread(
  errand: Errand,
  read: Extract<ReadPost, { kind: 'ready' }>,
  sent: Sent,
): Promise<DeliveryResult> {
  const { channelId, messageId } = sent;
  const { place, reading } = read;
  if (!read.opensThread || channelId === undefined || messageId === undefined || place.kind === 'private') return sent;
  const { port, pacer } = errand.deps.delivery;
  const thread = { channelId: place.channelId, starterMessageId: messageId, threadId: messageId };
  if (place.kind === 'forum') return { ...sent, thread };
  await pacer.turn();
  const outcome = await port.startThread({ channelId, messageId }, postView(reading).title);
  if (outcome.kind === 'sent') return { ...sent, thread };
  // The message stands there: it is found again before the next attempt.
  return resultOfSend({ ...errand, record: { ...errand.record, attempts: errand.record.attempts + 1 } }, outcome);
}
