import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { expect, test } from 'vitest';

/** The table of ARCHITECTURE.md: what each room may import beside itself. */
const mayImport: Record<string, readonly string[]> = {
  'src/lib/': ['temporal-polyfill', 'minisearch'],
  'src/domain/': ['src/lib/'],
  'src/content/': ['src/domain/', 'src/lib/', 'zod', 'yaml', 'node:fs', 'node:path'],
  'src/language/': ['src/domain/', 'src/lib/'],
  'src/store/': [
    'src/domain/',
    'src/lib/',
    'kysely',
    'better-sqlite3',
    'node:fs',
    'node:fs/promises',
    'node:path',
    'node:worker_threads',
  ],
  'src/actions/': ['src/domain/', 'src/store/', 'src/lib/'],
  'src/views/': ['src/domain/', 'src/language/', 'src/lib/', 'discord.js'],
  'src/jobs/': ['src/actions/', 'src/views/', 'src/domain/', 'src/lib/', 'node-cron'],
  'src/discord/': [
    'src/actions/deps.ts',
    'src/views/',
    'src/language/',
    'src/domain/',
    'src/lib/',
    'discord.js',
    'zod',
    'pino',
    '@resvg/resvg-js',
    'node:crypto',
    'node:fs/promises',
    'node:url',
    'node:util',
    'node:zlib',
  ],
  'src/config.ts': ['src/lib/', 'zod'],
  'commands/': [
    'src/actions/',
    'src/views/',
    'src/language/',
    'src/domain/',
    'src/discord/command.ts',
    'src/discord/builders.ts',
    'src/discord/reading.ts',
    'discord.js',
    'zod',
  ],
  'migrations/': ['kysely'],
  'playground/': ['src/lib/', 'discord.js', 'discord-api-spec', 'ws', 'node:', 'zod'],
  // For the browser: nothing of Node, nothing of npm, nothing of the rest.
  'playground/page/render/': [],
  'playground/page/app/': ['playground/page/render/', 'playground/page/protocol.ts'],
};

const escaped = (text: string) => text.replaceAll('.', '\\.');

function pathPattern(target: string): string {
  if (target === 'node:') return '^(node:)?[a-z_/]+$';
  if (target.startsWith('node:')) return `^(node:)?${escaped(target.slice(5))}$`;
  if (target.includes('/') && !target.startsWith('@')) return `^${escaped(target)}`;
  return `node_modules/(@types/)?${escaped(target)}/`;
}

const forbidden: IForbiddenRuleType[] = [
  ...Object.entries(mayImport).map(([folder, targets]) => ({
    name: `${folder} may import only ${targets.join(', ')}`,
    severity: 'error' as const,
    from: { path: `^${folder}` },
    to: { pathNot: [folder, ...targets].map(pathPattern) },
  })),
  { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'nobody imports a command', severity: 'error', from: {}, to: { path: '^commands/[^/]+$' } },
  {
    name: 'only a command imports its own parts',
    severity: 'error',
    from: { path: '^(?!commands/)' },
    to: { path: '^commands/' },
  },
  {
    name: 'a command imports no part of another',
    severity: 'error',
    from: { path: '^commands/([^/.]+)' },
    to: { path: '^commands/', pathNot: '^commands/$1/' },
  },
  {
    name: 'only the room for trying out knows the playground',
    severity: 'error',
    from: { path: '^(src|commands|migrations)/', pathNot: '^src/try-out/' },
    to: { path: '^playground/' },
  },
  {
    name: 'only main.ts knows the room for trying out',
    severity: 'error',
    from: { path: '^(?!src/(try-out/|main\\.ts$))' },
    to: { path: '^src/try-out/' },
  },
  {
    // In production neither it nor what it needs is there.
    name: 'main.ts loads it only when it is asked for',
    severity: 'error',
    from: { path: '^src/main\\.ts$' },
    to: { path: '^src/try-out/', dynamic: false },
  },
];

async function cruiseProject(rules: readonly IForbiddenRuleType[]): Promise<ICruiseResult> {
  const { output } = await cruise(
    ['src', 'commands', 'migrations', 'playground'],
    {
      parser: 'swc',
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      validate: true,
      ruleSet: { forbidden: [...rules] },
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  );
  return output as ICruiseResult;
}

test('every room imports only what its row allows', async () => {
  const { summary } = await cruiseProject(forbidden);
  // Without a parser for TypeScript the tool sees no file and reports success.
  expect(summary.totalCruised).toBeGreaterThan(100);
  expect(summary.violations.map(({ rule, from, to }) => `${from} -> ${to} (${rule.name})`)).toEqual([]);
}, 60_000);

test('a forbidden import would be noticed', async () => {
  const strict = {
    name: 'probe',
    severity: 'error',
    from: { path: '^src/views/' },
    to: { path: '^src/lib/' },
  } as const;
  const { summary } = await cruiseProject([strict]);
  expect(summary.violations.length).toBeGreaterThan(0);
}, 60_000);
