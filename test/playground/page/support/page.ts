import { onTestFinished } from 'vitest';
import { type PageOptions, startPage } from '../../../../playground/page/server/start-page.ts';
import type { Playground } from '../../../../playground/start.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers as they come, and say what they expect.
  readonly body: any;
}

/** A page that ends with the test, asked as its own browser would. */
export interface AskedPage {
  readonly url: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** Everything that one person's live stream said so far. */
  listen(personId: string): Promise<{ heard(): string }>;
}

export async function aPage(playground: Playground, options: PageOptions = {}): Promise<AskedPage> {
  const page = await startPage(playground, options);
  onTestFinished(() => page.close());
  return askPage(page.url);
}

/** A page that runs already. */
export function askPage(url: string): AskedPage {
  const ask = async (path: string, init: RequestInit): Promise<Answered> => {
    const response = await fetch(new URL(path, url), init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    url,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', origin: new URL(url).origin, ...headers },
      }),
    async listen(personId) {
      const response = await fetch(new URL(`/api/live?person=${personId}`, url));
      let heard = '';
      const stream = response.body?.pipeThrough(new TextDecoderStream());
      void (async () => {
        for await (const part of stream ?? []) heard += part;
      })().catch(() => undefined);
      return { heard: () => heard };
    },
  };
}
