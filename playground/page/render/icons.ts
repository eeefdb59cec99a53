const namespace = 'http://www.w3.org/2000/svg';

/** Drawn for a field of 24 by 24, with lines of 2. */
const paths = {
  chevron: 'M6 9l6 6 6-6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  eye: 'M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12zM12 9.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6z',
  reply: 'M4 20v-5a7 7 0 017-7h9M15.5 3.5L20 8l-4.5 4.5',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  download: 'M12 4v11M7 10.5L12 15.5l5-5M5 20h14',
  outside: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  thread: 'M9 4L7 20M17 4l-2 16M4 9h16.5M3.5 15H20',
  people:
    'M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 5a3.5 3.5 0 010 6M18 14.5c2.2.8 3.5 2.7 3.5 5.5',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
} as const;

export type IconName = keyof typeof paths;

/** A picture for the eye only: what it means must stand beside it in words. */
export function icon(name: IconName): SVGSVGElement {
  return drawIcon(paths[name], `icon icon-${name}`);
}

/** Any lines in a field of 24 by 24, as such a picture. */
export function drawIcon(lines: string, className: string): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', lines);
  svg.append(path);
  return svg;
}
