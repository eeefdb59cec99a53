import type { ItemState } from '../domain/progress.ts';
import { shorten } from '../lib/graphemes.ts';
import { type Box, PICTURE_WIDTH, type Point, type TrailRow } from './trail-layout.ts';

/** A ground of its own: the picture reads the same on a light and on a dark page. */
export const colors = {
  sky: '#1b2533',
  far: '#233246',
  ground: '#2f4157',
  words: '#f6f2e7',
  quiet: '#c6d0dc',
  stone: '#ece4d0',
  ink: '#1b2533',
  lamp: '#ffc65c',
} as const;

export interface Stone {
  /** The step's place in the roadmap; a sample in the legend has none. */
  readonly number?: number;
  readonly state: ItemState;
  /** How much of it is done, from 0 to 1. */
  readonly share: number;
}

export interface WordsStyle {
  readonly size: number;
  readonly color?: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle';
  /** Room for it; what is longer is shortened. */
  readonly width: number;
}

/** How wide a letter is on average, in parts of its height: measured on words of Inter, with a little to spare. */
const LETTER = { plain: 0.51, bold: 0.56 } as const;

/** One line of text, `y` being the line that it stands on. */
export function drawWords({ x, y }: Point, text: string, style: WordsStyle): string {
  const { size, color = colors.words, bold = false, anchor = 'start', width } = style;
  const shown = escapeXml(shorten(text, Math.floor(width / (size * (bold ? LETTER.bold : LETTER.plain)))));
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${color}" text-anchor="${anchor}"${weight}>${shown}</text>`;
}

/** A stone by its state: done is solid, started filled as far as it is done, open dotted, set aside struck through. */
export function drawStone({ number, state, share }: Stone, box: Box): string {
  const outline = stonePath(box, number);
  const label = (color: string) => drawNumber(box, number, color);
  switch (state) {
    case 'done':
      return `<path d="${outline}" fill="${colors.stone}"/>${label(colors.ink)}`;
    case 'started':
      return drawStarted(outline, box, number, share);
    case 'open':
      return `<path d="${outline}" fill="${colors.sky}" stroke="${colors.quiet}" stroke-width="3" stroke-linecap="round" stroke-dasharray="1 8"/>${label(colors.quiet)}`;
    case 'aside':
      return `<path d="${outline}" fill="none" stroke="${colors.quiet}" stroke-width="2"/>${label(colors.quiet)}${strike(box)}`;
  }
}

function drawStarted(outline: string, box: Box, number: number | undefined, share: number): string {
  const left = box.x - box.width / 2;
  const edge = left + box.width * share;
  const part = (id: string, x: number, width: number) =>
    `<clipPath id="${id}-${number}"><rect x="${x}" y="${box.y}" width="${width}" height="${box.height}"/></clipPath>`;
  return [
    part('done', left, edge - left),
    part('left', edge, left + box.width - edge),
    `<path d="${outline}" fill="${colors.sky}"/>`,
    `<g clip-path="url(#done-${number})"><path d="${outline}" fill="${colors.stone}"/>${drawNumber(box, number, colors.ink)}</g>`,
    `<g clip-path="url(#left-${number})">${drawNumber(box, number, colors.words)}</g>`,
    `<path d="${outline}" fill="none" stroke="${colors.stone}" stroke-width="4"/>`,
  ].join('');
}

function drawNumber({ x, y, height }: Box, number: number | undefined, color: string): string {
  if (number === undefined) return '';
  const place = { x, y: y + height / 2 + 9 };
  return drawWords(place, String(number), { size: 25, color, bold: true, anchor: 'middle', width: 80 });
}

function strike({ x, y, width, height }: Box): string {
  const middle = y + height / 2;
  return `<path d="M ${x - width * 0.3} ${middle} H ${x + width * 0.3}" stroke="${colors.quiet}" stroke-width="3"/>`;
}

/** A flat pebble, a little different for each number. */
function stonePath({ x, y, width, height }: Box, number = 0): string {
  const lean = (((number * 37) % 7) - 3) * 0.02 * width;
  const left = x - width / 2;
  const right = x + width / 2;
  const waist = y + height * 0.56;
  const bottom = y + height;
  return [
    `M ${left} ${waist}`,
    `C ${left} ${y + height * 0.12}, ${x - width * 0.34 + lean} ${y}, ${x + lean} ${y}`,
    `S ${right} ${y + height * 0.16}, ${right} ${waist}`,
    `S ${x + width * 0.36} ${bottom}, ${x - lean} ${bottom}`,
    `S ${left} ${y + height * 0.94}, ${left} ${waist} Z`,
  ].join(' ');
}

/** The ground of a row, and the trail on it: walked as far as `walked` cairns, dotted from there on. */
export function drawGround({ places, bottom }: TrailRow, walked: number): string {
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last) return '';
  const ends = [{ x: -20, y: first.y + 20 }, ...places, { x: PICTURE_WIDTH + 20, y: last.y - 20 }];
  const trail = curve(ends);
  const far = curve(ends.map(({ x, y }, index) => ({ x, y: y - 70 - (index % 2) * 46 })));
  const close = `L ${PICTURE_WIDTH + 20} ${bottom + 90} L -20 ${bottom + 90} Z`;
  const path = (points: readonly Point[], style: string) =>
    points.length < 2
      ? ''
      : `<path d="${curve(points)}" fill="none" stroke-width="7" stroke-linecap="round" ${style}/>`;
  return [
    `<path d="${far} ${close}" fill="${colors.far}"/>`,
    `<path d="${trail} ${close}" fill="${colors.ground}"/>`,
    path(ends.slice(Math.max(walked, 0)), `stroke="${colors.quiet}" stroke-dasharray="1 18"`),
    path(ends.slice(0, walked + 1), `stroke="${colors.lamp}"`),
  ].join('');
}

/** A smooth line through points, level at each of them. */
function curve([first, ...rest]: readonly Point[]): string {
  if (!first) return '';
  let before = first;
  const parts = rest.map((point) => {
    const middle = (before.x + point.x) / 2;
    const part = `C ${middle} ${before.y}, ${middle} ${point.y}, ${point.x} ${point.y}`;
    before = point;
    return part;
  });
  return [`M ${first.x} ${first.y}`, ...parts].join(' ');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML cannot hold are left out. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
