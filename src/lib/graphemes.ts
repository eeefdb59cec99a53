const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Shortens to at most `limit` UTF-16 units, between graphemes, and marks the cut with "…". For labels, never for pages. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${takeGraphemes(text, limit - 1).trimEnd()}…`;
}

/**
 * The longest beginning of whole graphemes that fits `limit` UTF-16 units. A first grapheme that is longer than that
 * by itself (a letter with hundreds of accents) is cut inside, between code points: a limit is a limit.
 */
export function takeGraphemes(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = segmenter.segment(text).containing(limit)?.index ?? 0; // Where the grapheme across the limit begins.
  return end === 0 ? takeCodePoints(text, limit) : text.slice(0, end);
}

function takeCodePoints(text: string, limit: number): string {
  let taken = '';
  for (const point of text) {
    if (taken.length + point.length > limit) break;
    taken += point;
  }
  return taken;
}
