import { readFile, stat } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

export interface PageFile {
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

/** Gives the files that the browser runs, by their address; undefined for everything else. */
export type PageFiles = (path: string) => Promise<PageFile | undefined>;

const folder = new URL('../', import.meta.url);

/** No dots but the last one: an address cannot lead out of the folder. */
const served = /^\/(?:app|render|styles)\/(?:[a-z0-9-]+\/)*[a-z0-9-]+\.(ts|css|svg)$/;

const contentTypes: Readonly<Record<string, string>> = {
  ts: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  html: 'text/html; charset=utf-8',
};

/** The letters of the bot's pictures: the page looks the same on every machine, and asks nobody for them. */
const fonts: Readonly<Record<string, string>> = {
  '/fonts/400.ttf': '400Regular/Inter_400Regular.ttf',
  '/fonts/600.ttf': '600SemiBold/Inter_600SemiBold.ttf',
  '/fonts/700.ttf': '700Bold/Inter_700Bold.ttf',
};

/** TypeScript loses its types once and is then kept until the file changes. */
export function createPageFiles(): PageFiles {
  const kept = new Map<string, PageFile & { readonly changedAt: number }>();
  return async (path) => {
    const font = fonts[path];
    if (font) return readFont(font);
    const name = path === '/' ? '/index.html' : path;
    if (path !== '/' && !served.test(path)) return undefined;
    const url = new URL(`.${name}`, folder);
    const found = await stat(url).catch(() => undefined);
    if (!found) return undefined;
    const known = kept.get(name);
    if (known?.changedAt === found.mtimeMs) return known;
    const file = { ...(await readPageFile(url)), changedAt: found.mtimeMs };
    kept.set(name, file);
    return file;
  };
}

async function readFont(name: string): Promise<PageFile> {
  const url = new URL(import.meta.resolve(`@expo-google-fonts/inter/${name}`));
  return { contentType: 'font/ttf', body: await readFile(url) };
}

async function readPageFile(url: URL): Promise<PageFile> {
  const text = await readFile(url, 'utf8');
  const extension = url.pathname.split('.').at(-1) ?? '';
  return {
    contentType: contentTypes[extension] ?? 'text/plain',
    body: extension === 'ts' ? stripTypes(text) : text,
  };
}

/** Node says once that this may change some day; whoever tries the bot cannot do anything about it. */
function stripTypes(text: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(text);
  } finally {
    process.emitWarning = emitWarning;
  }
}
