import { findUnplacedPost } from '../actions/find-unplaced-post.ts';
import { listFormerPlaces } from '../actions/list-former-places.ts';
import { readPost } from '../actions/read-post.ts';
import { blockedUntil, isTooLate } from '../domain/delivery.ts';
import type { DeliveryResult } from '../domain/delivery-result.ts';
import type { Errand } from './attempt.ts';
import { lookForPost } from './look-for-post.ts';
import { openThread } from './open-thread.ts';

/**
 * Looks for a post of which a moderator said that it is there, in each place to which an attempt went. What cannot be
 * read is asked again; what is not there is left as the moderator said.
 */
export async function findPost(errand: Errand): Promise<DeliveryResult> {
  const { record, deps } = errand;
  const now = deps.delivery.clock.now();
  const post = isTooLate(record, now) ? undefined : await findUnplacedPost(deps, record);
  if (!post) return { kind: 'dropped' };
  const looked = await lookForPost({ ...errand, record: post }, listFormerPlaces(deps, post), now);
  if (looked.kind === 'to-send') return { kind: 'dropped' };
  if (looked.kind !== 'found') return { kind: 'again', at: blockedUntil(record, now), attempts: 0 };
  const read = await readPost(deps, post, now);
  return read.kind === 'ready' ? openThread(errand, { ...read, place: looked.place }, looked.sent) : looked.sent;
}
