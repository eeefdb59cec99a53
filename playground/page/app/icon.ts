import { drawIcon } from '../render/icons.ts';

/** Strokes in a square of 24 by 24. */
const strokes = {
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M6 6l12 12M18 6L6 18',
  code: 'M8 7l-5 5 5 5M16 7l5 5-5 5',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5L19 19M5 19l1.5-1.5M17.5 6.5L19 5',
  moon: 'M20 14.5A8.5 8.5 0 119.5 4a7 7 0 0010.5 10.5z',
  clock: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3 2',
  send: 'M4 12l16-8-6 16-3-7z',
  hash: 'M9 4L7 20M17 4l-2 16M4 9h16M4 15h16',
  news: 'M4 10v4l11 5V5zM15 9a3 3 0 010 6',
  forum: 'M4 5h16v10H10l-4 4v-4H4z',
  thread: 'M6 4v9a3 3 0 003 3h9M15 12l4 4-4 4',
  at: 'M16 12a4 4 0 10-8 0 4 4 0 008 0zm0 0v1.500a2.500 2.500 0 005 0V12a9 9 0 10-4 7.500',
  down: 'M12 5v14M6 13l6 6 6-6',
  restart: 'M5 12a7 7 0 112 5M5 18v-5h5',
} as const;

export type IconName = keyof typeof strokes;

/** A picture beside words or a label: screen readers pass over it. */
export function icon(name: IconName): SVGSVGElement {
  return drawIcon(strokes[name], 'icon');
}
