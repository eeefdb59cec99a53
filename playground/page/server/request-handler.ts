import type { IncomingMessage, ServerResponse } from 'node:http';
import { findPerson } from './cast.ts';
import { actingEndpoints } from './endpoints/acting.ts';
import { changingEndpoints } from './endpoints/changing.ts';
import type { Endpoint } from './endpoints/endpoint.ts';
import { readingEndpoints } from './endpoints/reading.ts';
import { demandOwnPage, securityHeaders } from './guard.ts';
import { openLiveStream } from './live-stream.ts';
import type { Page } from './page.ts';
import { PageError, Refusal } from './page-error.ts';
import type { PageFiles } from './page-files.ts';
import { findWorldFile } from './world-files.ts';

const endpoints = new Map<string, Endpoint>(
  [...readingEndpoints, ...actingEndpoints, ...changingEndpoints].map((one) => [`${one.method} ${one.path}`, one]),
);

/** Characters of a body; a form with a file is the longest. */
const longestBody = 16_000_000;

/** Answers one request of a browser. Never rejects. */
export async function answerBrowser(
  page: Page,
  files: PageFiles,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  try {
    demandOwnPage(request, (request.socket.localPort ?? 0) as number);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page');
    if (pathname.startsWith('/api/')) return await answerApi(page, request, response, pathname, searchParams);
    await answerFile(page, files, request, response, pathname);
  } catch (error) {
    if (error instanceof Refusal) return sendJson(response, 200, { refused: error.message });
    const status = error instanceof PageError ? error.status : 500;
    sendJson(response, status, { error: error instanceof Error ? error.message : String(error) });
  }
}

async function answerApi(
  page: Page,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  if (path === '/api/live' && request.method === 'GET') return answerLive(page, query.get('person'), response);
  const found = endpoints.get(`${request.method} ${path}`);
  if (!found) throw new PageError(404, 'There is nothing at this address.');
  const input = found.method === 'GET' ? Object.fromEntries(query) : await readJson(request);
  sendJson(response, 200, await found.handle(page, input));
}

/** No content tells the browser to stop asking for somebody who is gone. */
function answerLive(page: Page, personId: string | null, response: ServerResponse): void {
  const person = findPerson(page.playground, personId ?? '');
  if (person) openLiveStream(page, person, response);
  else response.writeHead(204).end();
}

async function answerFile(
  page: Page,
  files: PageFiles,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new PageError(405, 'This can only be read.');
  const worldFile = findWorldFile(page.playground.world, path);
  if (worldFile) return void response.writeHead(200, worldFile.headers).end(worldFile.bytes);
  const file = await files(path);
  if (!file) throw new PageError(404, 'There is nothing at this address.');
  response.writeHead(200, { 'content-type': file.contentType }).end(file.body);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > longestBody) throw new PageError(413, 'That is too much at once.');
    chunks.push(chunk as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new PageError(400, 'The body is no JSON.');
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body ?? null));
}
