import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Drawn } from './draw-pictures.ts';
import { median, percentile } from './statistics.ts';
import { mb, ms, printTable, verdict } from './table.ts';

/** The picture of /progress, drawn in a process of its own: nothing else of the bench is in its memory. */
export async function measurePictures(): Promise<void> {
  const file = new URL('draw-pictures.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [file]);
  const { first, times, lateFirst, late, lateIdle, rss, bytes }: Drawn = JSON.parse(stdout);
  printTable(
    `The picture of /progress (${times.length} pictures one after another, ${Math.round(bytes / 1000)} kB each)`,
    ['', 'p50', 'p99', 'most', 'target', 'p50'],
    [
      [...row('drawing', times), ...verdict({ figure: median(times), atMost: 50, unit: 'ms' })],
      ['the first, which loads the library', '', '', ms(first)],
      row('the event loop late meanwhile', late),
      row('  while the first was drawn', lateFirst),
      row('  while nothing was', lateIdle),
    ],
  );
  printTable(
    'Memory of pictures (RSS)',
    ['', 'more'],
    [
      ['after the first', mb(rss.first - rss.before)],
      [`at most while ${times.length} were drawn`, mb(rss.most - rss.before)],
      ['two seconds later', mb(rss.rested - rss.before)],
    ],
  );
}

const row = (name: string, values: readonly number[]) => [
  name,
  ms(median(values)),
  ms(percentile(values, 0.99)),
  ms(Math.max(...values)),
];
