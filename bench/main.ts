import { cpus } from 'node:os';

/** `npm run bench`, or `node bench/main.ts search memory` for some of it. Each part loads when its turn comes. */
const parts = {
  search: async () => (await import('./search.ts')).measureSearch(),
  start: async () => (await import('./start.ts')).measureStart(),
  memory: async () => (await import('./memory.ts')).measureMemory(),
  answers: async () => (await import('./answers.ts')).measureAnswers(),
  members: async () => (await import('./members.ts')).measureMembers(),
} as const;

const wanted = process.argv.slice(2);
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
