import type { LiveEvents } from '../protocol.ts';

export type LiveListeners = { readonly [Name in keyof LiveEvents]: (data: LiveEvents[Name]) => void };

/**
 * Listens to what happens, as one person may know it. `opened` is called at first and after each break, when things may
 * have been missed. Returns the function that stops.
 */
export function listenLive(personId: string, listeners: LiveListeners, opened: () => void): () => void {
  const source = new EventSource(`/api/live?person=${personId}`);
  source.addEventListener('open', opened);
  for (const [name, listener] of Object.entries(listeners))
    source.addEventListener(name, ({ data }: MessageEvent) => (listener as (data: unknown) => void)(JSON.parse(data)));
  // A person who is gone is answered 404, after which the browser does not try again by itself.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(opened, 500);
  });
  return () => source.close();
}
