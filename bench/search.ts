import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Deps } from '../src/actions/deps.ts';
import { suggestInGuide } from '../src/actions/read-guide.ts';
import { loadContent } from '../src/content/load-content.ts';
import { searchRoadmap } from '../src/domain/guide-search.ts';
import type { Roadmap } from '../src/domain/roadmap.ts';
import { textsIn } from '../src/lib/texts-in.ts';
import { enlarge } from './large-roadmap.ts';
import { queries } from './queries.ts';
import { median, percentile } from './statistics.ts';
import { mb, ms, printTable, verdict } from './table.ts';

const FACTOR = 10;
const ROUNDS = 20;
const BUILDS = 5;

/** Search and autocomplete over our content and over ten times as much. */
export function measureSearch(): void {
  const ours = loadContent('content').roadmap('en');
  const rows = [ours, enlarge(ours, FACTOR)].flatMap((roadmap, index) => {
    const name = index === 0 ? 'our content' : `${FACTOR} times as much`;
    return [
      [`${name}: ${sizeOf(roadmap)}`],
      timesRow('  search', queries, (typed) => searchRoadmap(roadmap, typed, 5)),
      timesRow('  autocomplete', unfinished, (typed) => suggestInGuide(depsWith(roadmap), 'en', typed)),
      indexRow(roadmap),
    ];
  });
  printTable(
    `Guide search, ${queries.length} queries with typing errors, ${ROUNDS} times`,
    ['', 'p50', 'p99', 'p99 with noise', 'target', 'p99'],
    rows,
  );
}

/** What autocomplete is asked for while the queries are typed: every beginning from two letters on. */
const unfinished = queries.flatMap((query) =>
  Array.from({ length: query.length - 1 }, (_, index) => query.slice(0, index + 2)),
);

/** Autocomplete asks for nothing but the content. */
function depsWith(roadmap: Roadmap): Deps {
  return { content: { roadmap: () => roadmap, languages: ['en'] } } as unknown as Deps;
}

/** Of each text the median of all rounds counts, so that p99 shows the slowest texts and not the other work here. */
function timesRow(name: string, texts: readonly string[], search: (typed: string) => unknown): string[] {
  for (const text of texts) search(text);
  // Spaces at the end make a text that no earlier search is remembered for.
  const rounds = Array.from({ length: ROUNDS }, (_, round) =>
    texts.map((text) => timed(() => search(text.padEnd(text.length + round + 1)))),
  );
  const usual = texts.map((_, index) => median(rounds.map((round) => round[index] ?? Number.NaN)));
  const figure = percentile(usual, 0.99);
  const withNoise = percentile(rounds.flat(), 0.99);
  return [name, ms(percentile(usual, 0.5)), ms(figure), ms(withNoise), ...verdict({ figure, atMost: 5, unit: 'ms' })];
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** The index hangs on its roadmap, so each build needs a new one. */
function indexRow(roadmap: Roadmap): string[] {
  const builds = Array.from({ length: BUILDS }, () => {
    const fresh = { ...roadmap };
    const before = heapUsed();
    const time = timed(() => searchRoadmap(fresh, 'index', 1));
    return { time, bytes: heapUsed() - before, fresh };
  });
  const time = median(builds.map((build) => build.time));
  return [`  index: built in ${ms(time)}, holds ${mb(median(builds.map(({ bytes }) => bytes)))}`];
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function sizeOf(roadmap: Roadmap): string {
  const text = textsIn(roadmap)
    .map((part) => part.text)
    .join(' ');
  const vocabulary = new Set(text.toLowerCase().match(/\p{L}+/gu)).size;
  return `${Math.round(text.length / 1000)} kB of text, ${vocabulary} different words`;
}
