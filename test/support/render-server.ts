import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';

const root = new URL('../../', import.meta.url);
const served =
  /^\/(?:playground\/page\/(?:render|styles)|test\/playground\/page\/render\/browser)\/[\w\-/]+\.(?:ts|css)$/;

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Messages</title>
    <link rel="icon" href="/picture/icon.svg" />
    <link rel="stylesheet" href="/page.css" />
    <link rel="stylesheet" href="/playground/page/styles/message.css" />
    <link rel="stylesheet" href="/playground/page/styles/form.css" />
    <script type="module" src="/test/playground/page/render/browser/stage.ts"></script>
  </head>
  <body>
    <main>
      <h1>Messages</h1>
      <h2>general</h2>
      <div id="messages" role="log" aria-label="Messages in general"></div>
    </main>
  </body>
</html>`;

const pageStyle = 'body { margin: 0; background: var(--background); color: var(--text); font-family: var(--sans); }';
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="720" height="300"><rect width="720" height="300" fill="#6b8f71"/></svg>';

/** As strict as the page's own, and stricter: with trusted types any text that is parsed as HTML throws. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

export interface RenderServer {
  readonly url: string;
  close(): void;
}

/** Serves the renderer to a browser as the page's server does: types stripped, nothing bundled. */
export async function startRenderServer(): Promise<RenderServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = await contentOf(pathname);
    response.writeHead(file ? 200 : 404, {
      'content-type': file?.type ?? 'text/plain',
      'content-security-policy': policy,
    });
    response.end(file?.text);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function contentOf(path: string): Promise<{ readonly type: string; readonly text: string } | undefined> {
  if (path === '/') return { type: 'text/html', text: page };
  if (path === '/page.css') return { type: 'text/css', text: pageStyle };
  if (path.startsWith('/picture/')) return { type: 'image/svg+xml', text: picture };
  if (!served.test(path)) return undefined;
  const text = await readFile(new URL(`.${path}`, root), 'utf8');
  if (path.endsWith('.css')) return { type: 'text/css', text };
  return { type: 'text/javascript', text: stripTypeScriptTypes(text) };
}
