import { type Place, writePlace } from '../domain/place.ts';
import { customId } from '../lib/custom-id.ts';

/** The custom id of a button that opens a place. `screen` counts the screenfuls of a long page from 0. */
export function openPlaceId(place: Place, screen = 0): string {
  return customId('guide', 'page', writePlace(place), screen);
}

/** The same for showing it to the channel. */
export function sharePlaceId(place: Place, screen = 0): string {
  return customId('guide', 'share-page', writePlace(place), screen);
}

/** Opens a topic, or the build task of its step. */
export function openItemId(item: { readonly id: string }): string {
  return customId('guide', 'page', placeOfItem(item), 0);
}

/** The written form of a topic's place, or of that of the build task. */
export function placeOfItem({ id }: { readonly id: string }): string {
  const [stepId = '', part = ''] = id.split('/');
  return writePlace({ kind: 'step', id: stepId, part: part === 'build' ? 'build' : `topics/${part}` });
}
