import type { ItemState } from '../domain/progress.ts';
import { colors, drawGround, drawStone, drawWords, type Stone } from './trail-drawing.ts';
import { type Box, type CairnPlace, PICTURE_WIDTH, type TrailLayout, trailLayout } from './trail-layout.ts';

/** One cairn of the trail: a phase, with a stone for each of its steps. */
export interface Cairn {
  readonly title: string;
  /** What stands below the title, one line each. */
  readonly lines: readonly string[];
  /** From the lowest to the highest. */
  readonly stones: readonly Stone[];
}

export interface TrailMark {
  readonly number: number;
  readonly label: string;
}

export interface TrailParts {
  readonly headline: string;
  readonly subline: string;
  readonly cairns: readonly Cairn[];
  /** The number of the stone that its member is at, and what stands above its cairn. */
  readonly here: TrailMark | undefined;
  /** The same of the group that they walk with, pointed at from the other side. */
  readonly group?: TrailMark | undefined;
  /** A word for each kind of stone that there is in it. `share`: how full the sample is, 0 to 1; half unless given. */
  readonly legend: readonly { readonly state: ItemState; readonly label: string; readonly share?: number }[];
}

/** On a phone half as large: no smaller letters. */
const SMALL = 24;
const MARGIN = 36;

/** The phases as a trail of cairns, up the hill from left to right. SVG text. */
export function trailPicture(parts: TrailParts): string {
  const layout = trailLayout(parts.cairns.map(({ stones }) => stones.length));
  const { height } = layout;
  const width = PICTURE_WIDTH - 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${height}" font-family="Inter">`,
    `<rect width="${PICTURE_WIDTH}" height="${height}" fill="${colors.sky}"/>`,
    drawWords({ x: MARGIN, y: 78 }, parts.headline, { size: 46, bold: true, width }),
    drawWords({ x: MARGIN, y: 120 }, parts.subline, { size: 28, color: colors.quiet, width }),
    ...drawRows(parts, layout),
    ...drawLegend(parts.legend, height - 28),
    '</svg>',
  ].join('\n');
}

function drawRows({ cairns, here, group }: TrailParts, { rows }: TrailLayout): string[] {
  const at = cairns.findIndex(({ stones }) => stones.some(({ number }) => number === here?.number));
  const walked = here ? at + 1 : cairns.every(({ stones }) => stones.every(isBehind)) ? cairns.length + 1 : 0;
  let before = 0;
  return rows.map((row) => {
    const ground = drawGround(row, walked - before);
    const drawn = row.places.map((place, index) => drawCairn(cairns[before + index], place, { here, group }));
    before += row.places.length;
    return [ground, ...drawn].join('\n');
  });
}

const isBehind = ({ state }: Stone) => state === 'done' || state === 'aside';

type Marks = Pick<TrailParts, 'here' | 'group'>;

function drawCairn(cairn: Cairn | undefined, place: CairnPlace, { here, group }: Marks): string {
  const { x, y, width } = place;
  const style = { size: SMALL, anchor: 'middle', width } as const;
  const stones = (cairn?.stones ?? []).map((stone, index) => {
    const box = place.stones[index];
    if (!box) return '';
    const mine = stone.number === here?.number ? drawPointer(box, 'left') : '';
    const theirs = stone.number === group?.number ? drawPointer(box, 'right') : '';
    return `${drawStone(stone, box)}${mine}${theirs}`;
  });
  const labels = [here, group].filter((mark) => cairn?.stones.some(({ number }) => number === mark?.number));
  return [
    ...stones,
    ...labels.map((mark, index) => {
      const above = place.top - 18 - (labels.length - 1 - index) * 28;
      return drawWords({ x, y: above }, mark?.label ?? '', { ...style, color: colors.lamp, bold: true });
    }),
    drawWords({ x, y: y + 50 }, cairn?.title ?? '', { ...style, bold: true }),
    ...(cairn?.lines ?? []).map((line, index) =>
      drawWords({ x, y: y + 84 + index * 32 }, line, { ...style, color: colors.quiet }),
    ),
  ].join('\n');
}

/** A small triangle beside a stone that points at it. */
function drawPointer({ x, y, width, height }: Box, side: 'left' | 'right'): string {
  const away = side === 'left' ? -1 : 1;
  const edge = x + away * (width / 2 + 5);
  return `<path d="M ${edge} ${y + height / 2} l ${away * 13} -11 v 22 Z" fill="${colors.lamp}"/>`;
}

/** A small stone of each kind, with its word. */
function drawLegend(legend: TrailParts['legend'], y: number): string[] {
  const room = (PICTURE_WIDTH - 2 * MARGIN) / Math.max(legend.length, 3);
  return legend.map(({ state, label, share = 0.5 }, index) => {
    const left = MARGIN + index * room;
    const box = { x: left + 20, y: y - 21, width: 40, height: 25 };
    const sample = drawStone({ state, share }, box);
    return `${sample}${drawWords({ x: left + 48, y }, label, { size: SMALL, color: colors.quiet, width: room - 48 })}`;
  });
}
