import '../src/lean-heap.ts';

import { setTimeout as sleep } from 'node:timers/promises';
import { readMemberProgress } from '../src/actions/read-member-progress.ts';
import { loadContent } from '../src/content/load-content.ts';
import { drawPicture } from '../src/discord/picture.ts';
import { progressPicture } from '../src/views/progress-picture.ts';
import { depsInMemory, studySomeWeeks } from './many-members.ts';

const PICTURES = 200;
const INTERVAL = 5;

/** Milliseconds and bytes. */
export interface Drawn {
  readonly first: number;
  readonly times: readonly number[];
  /** How late the event loop was while the first picture was drawn, while the others were, and while nothing was. */
  readonly lateFirst: readonly number[];
  readonly late: readonly number[];
  readonly lateIdle: readonly number[];
  readonly rss: { readonly before: number; readonly first: number; readonly most: number; readonly rested: number };
  /** Of one picture. */
  readonly bytes: number;
}

/** Run by `pictures.ts`: prints a `Drawn` as JSON. */
console.log(JSON.stringify(await drawAll()));

async function drawAll(): Promise<Drawn> {
  const deps = await depsInMemory(loadContent('content'));
  const roadmap = deps.content.roadmap('en');
  const { id } = await studySomeWeeks(deps);
  const { svg } = progressPicture({ roadmap, progress: await readMemberProgress(deps, roadmap, id) }, 'own');
  const rss = () => process.memoryUsage.rss();
  await sleep(500);
  const before = rss();
  let first = Number.NaN;
  const lateFirst = await latenessOf(async () => {
    first = await timed(() => drawPicture(svg));
  });
  const afterFirst = rss();
  const times: number[] = [];
  let most = afterFirst;
  const late = await latenessOf(async () => {
    for (let count = 0; count < PICTURES; count += 1) {
      times.push(await timed(() => drawPicture(svg)));
      most = Math.max(most, rss());
    }
  });
  const lateIdle = await latenessOf(() => sleep(2_000));
  const rested = rss();
  const { length: bytes } = await drawPicture(svg);
  return { first, times, lateFirst, late, lateIdle, rss: { before, first: afterFirst, most, rested }, bytes };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** How much later than due a timer comes, every few milliseconds: so long any other answer would wait. */
async function latenessOf(work: () => Promise<unknown>): Promise<number[]> {
  const late: number[] = [];
  let isOver = false;
  const watch = async () => {
    while (!isOver) late.push((await timed(() => sleep(INTERVAL))) - INTERVAL);
  };
  const watching = watch();
  await work();
  isOver = true;
  await watching;
  return late;
}
