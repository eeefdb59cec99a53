/** Drawn twice as wide as a phone shows it, so that 24 here is 12 there. */
export const PICTURE_WIDTH = 720;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box by the middle of its upper edge. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where a cairn stands: `x`, `y` is the middle of its foot. */
export interface CairnPlace extends Point {
  /** Room for words below it. */
  readonly width: number;
  /** The upper edge of its highest stone. */
  readonly top: number;
  /** From the lowest stone to the highest. */
  readonly stones: readonly Box[];
}

/** Cairns beside each other, with the ground that they stand on. */
export interface TrailRow {
  readonly places: readonly CairnPlace[];
  /** The lower edge of its ground. */
  readonly bottom: number;
}

export interface TrailLayout {
  readonly height: number;
  readonly rows: readonly TrailRow[];
}

const MOST_IN_ROW = 4;
const HEADER = 120;
/** For the words above the highest cairn. */
const ABOVE = 60;
/** For the words below a cairn. */
const BELOW = 150;
/** How much higher each cairn stands than the one before. */
const RISE = 24;
const STONE_HEIGHT = 46;
const GAP = 4;
const LEGEND = 74;

/** Places for cairns of so many stones each: up to four beside each other, each a little higher up the hill. */
export function trailLayout(stoneCounts: readonly number[]): TrailLayout {
  const inRow = Math.min(MOST_IN_ROW, Math.max(1, stoneCounts.length));
  const rows: TrailRow[] = [];
  let top = HEADER;
  for (let first = 0; first < stoneCounts.length; first += inRow) {
    const row = placeRow(stoneCounts.slice(first, first + inRow), PICTURE_WIDTH / inRow, top);
    rows.push(row);
    top = row.bottom;
  }
  return { height: top + LEGEND, rows };
}

function placeRow(stoneCounts: readonly number[], width: number, top: number): TrailRow {
  const highest = Math.max(...stoneCounts.map((stones, index) => stones * (STONE_HEIGHT + GAP) + index * RISE));
  const foot = top + ABOVE + highest;
  const places = stoneCounts.map((stones, index) =>
    placeCairn(stones, (index + 0.5) * width, foot - index * RISE, width),
  );
  return { places, bottom: foot + BELOW };
}

/** Each stone is narrower than the one below it. */
function placeCairn(stones: number, x: number, y: number, room: number): CairnPlace {
  const widest = Math.min(room - 48, 190);
  const boxes = Array.from({ length: stones }, (_, index) => ({
    x: x + (index % 2 === 0 ? -2 : 3),
    y: y - (index + 1) * (STONE_HEIGHT + GAP),
    width: widest * (1 - 0.42 * (index / Math.max(stones, 4))),
    height: STONE_HEIGHT,
  }));
  return { x, y, width: room - 8, top: boxes.at(-1)?.y ?? y, stones: boxes };
}
