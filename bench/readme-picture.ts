import { mkdirSync, writeFileSync } from 'node:fs';
import { loadContent } from '../src/content/load-content.ts';
import { drawPicture } from '../src/discord/picture.ts';
import { type ItemRecord, type ItemState, summariseProgress } from '../src/domain/progress.ts';
import { Temporal } from '../src/lib/temporal.ts';
import { progressPicture } from '../src/views/progress-picture.ts';

/** `npm run picture`: draws the picture of /progress that README.md shows, for a member who never was. */
const states: Readonly<Record<string, Exclude<ItemState, 'open'>>> = {
  language: 'done',
  http: 'done',
  'git-terminal': 'done',
  sql: 'done',
  caching: 'aside',
};

/** How many topics of the next step are ticked. */
const TICKED = 5;

const FILE = 'docs/progress.png';

const roadmap = loadContent('content').roadmap('en');
const since = Temporal.Now.instant();
const whole = Object.entries(states).map(([itemId, state]): ItemRecord => ({ itemId, state, since }));
const begun = summariseProgress(roadmap, whole).current?.items.slice(0, TICKED) ?? [];
const ticked = begun.map(({ id }): ItemRecord => ({ itemId: id, state: 'done', since }));

const progress = summariseProgress(roadmap, [...whole, ...ticked]);
const { svg, alt } = progressPicture({ roadmap, progress }, 'own');
mkdirSync('docs', { recursive: true });
writeFileSync(FILE, await drawPicture(svg));
console.log(`${FILE} is drawn. In words: ${alt}`);
