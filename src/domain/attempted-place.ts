import type { PostPlace } from './delivery-port.ts';
import type { AttemptedPlace } from './outbox.ts';

/** These places with one more. */
export function withPlace(places: readonly AttemptedPlace[], place: PostPlace | undefined): readonly AttemptedPlace[] {
  if (!place || place.kind === 'private' || isAmong(places, place)) return places;
  return [...places, { kind: place.kind, channelId: place.channelId }];
}

/** Those that are not this one. */
export function otherPlaces(
  places: readonly AttemptedPlace[],
  place: PostPlace | undefined,
): readonly AttemptedPlace[] {
  return places.filter(({ channelId }) => channelId !== place?.channelId);
}

/** As a place to look in. */
export function toLookIn({ kind, channelId }: AttemptedPlace, serverId: string): PostPlace {
  return kind === 'forum' ? { kind, serverId, channelId, tagId: undefined } : { kind, channelId };
}

function isAmong(places: readonly AttemptedPlace[], { channelId }: PostPlace): boolean {
  return places.some((place) => place.channelId === channelId);
}
