import { cpus } from 'node:os';

const isNumber = (word: string) => /^\d+$/.test(word);
const given = process.argv.slice(2);
/** Of the sample, for parts that take one. */
const size = given.filter(isNumber).map(Number)[0];

/** `npm run bench`, or `node bench/main.ts search memory` for some of it; `drain 1000` for a smaller sample. Each part loads when its turn comes. */
const parts = {
  search: async () => (await import('./search.ts')).measureSearch(),
  start: async () => (await import('./start.ts')).measureStart(),
  page: async () => (await import('./page.ts')).measurePage(),
  memory: async () => (await import('./memory.ts')).measureMemory(),
  answers: async () => (await import('./answers.ts')).measureAnswers(),
  members: async () => (await import('./members.ts')).measureMembers(),
  streak: async () => (await import('./streak.ts')).measureStreak(),
  recap: async () => (await import('./recap.ts')).measureRecap(),
  reminders: async () => (await import('./reminders.ts')).measureReminders(),
  drain: async () => (await import('./drain.ts')).measureDrain(size),
} as const;

const wanted = given.filter((word) => !isNumber(word));
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join('", "')}". There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

const processors = cpus();
console.log(
  `${processors[0]?.model.trim()}, ${processors.length} processors, Node ${process.version}, ${process.platform}`,
);
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await measure();
}
process.exit(0);
