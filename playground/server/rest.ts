import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rulebook } from '../rules/rulebook.ts';
import { ApiError } from '../world/api-error.ts';
import type { World } from '../world/world.ts';
import { readBody } from './body.ts';
import type { Answer } from './call.ts';
import type { Fault, Faults, InterruptPoint } from './faults.ts';
import { type RateLimiter, refusal, type Verdict } from './rate-limits.ts';
import type { LoggedRequest, RequestLog } from './request-log.ts';
import type { Match, RouteTable } from './routing.ts';

export interface RestParts {
  readonly world: World;
  readonly token: string;
  readonly routes: RouteTable;
  readonly rulebook: Rulebook;
  readonly faults: Faults;
  readonly limiter: RateLimiter;
  readonly log: RequestLog;
  /** While true, connections are closed without an answer. */
  offline: boolean;
}

/** Answers one HTTP request. Never rejects. */
export async function handleRequest(parts: RestParts, request: IncomingMessage, response: ServerResponse) {
  const started = performance.now();
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://playground');
  const path = pathname.replace(/^\/api(\/v\d+)?/, '');
  const method = request.method ?? 'GET';
  const match = parts.routes.match(method, path);
  const entry = parts.log.add({
    at: Date.now(),
    method,
    path,
    route: match?.name ?? null,
    body: null,
    status: 0,
    ms: 0,
  });
  try {
    if (parts.offline) return lose(response, entry);
    const fault = parts.faults.take(match?.name ?? '', `${method} ${path}`);
    if (fault?.kind === 'delay') await sleep(fault.ms);
    if (happens(fault, 'before-work') || fault?.kind === 'drop') return lose(response, entry);
    const verdict = judge(parts, match, fault);
    const answer = await refuseOrWork(parts, request, match, verdict, fault, searchParams, entry);
    if (happens(fault, 'after-work') || fault?.kind === 'lose') return lose(response, entry);
    happens(fault, 'before-answer');
    entry.status = answer.status;
    write(response, answer, verdict.headers);
    happens(fault, 'after-answer');
  } catch (error) {
    const answer = answerOfError(error);
    entry.status = answer.status;
    write(response, answer, {});
  } finally {
    entry.ms = performance.now() - started;
  }
}

/** Lets happen what was planned for this point. True when it was. */
function happens(fault: Fault | undefined, point: InterruptPoint): boolean {
  if (fault?.kind !== 'interrupt' || fault.point !== point) return false;
  fault.happens();
  return true;
}

function lose(response: ServerResponse, entry: LoggedRequest): void {
  entry.status = 'lost';
  response.socket?.destroy();
}

function judge(parts: RestParts, match: Match | undefined, fault: Fault | undefined): Verdict {
  if (fault?.kind === 'status' && fault.status === 429)
    return refusal(fault.global ? 'global' : 'user', fault.retryAfter ?? 0.1, {});
  const { channel = '', server = '', token = '' } = match?.params ?? {};
  // Interactions and their webhooks are not bound to the global limit (docs: Receiving and Responding).
  return parts.limiter.judge(match?.name ?? 'unknown', channel + server + token, match?.route.open ?? false);
}

async function refuseOrWork(
  parts: RestParts,
  request: IncomingMessage,
  match: Match | undefined,
  verdict: Verdict,
  fault: Fault | undefined,
  query: URLSearchParams,
  entry: LoggedRequest,
): Promise<Answer> {
  const { json, files } = await readBody(request);
  (entry as { body: unknown }).body = json;
  if (verdict.retryAfter !== undefined)
    return {
      status: 429,
      body: {
        message: 'You are being rate limited.',
        retry_after: verdict.retryAfter,
        global: verdict.scope === 'global',
      },
    };
  if (fault?.kind === 'status')
    return { status: fault.status, body: { message: `${fault.status}: made to fail`, code: fault.code ?? 0 } };
  if (!match?.route.open && request.headers.authorization !== `Bot ${parts.token}`) throw new ApiError('unauthorized');
  if (!match) {
    parts.rulebook.add({
      ...unknownRoute,
      route: `${entry.method} ${entry.path}`,
      body: json,
      interactionId: null,
      at: entry.at,
    });
    throw new ApiError('unknownRoute');
  }
  const { world, rulebook } = parts;
  const { params, name: route } = match;
  const call = { world, rulebook, route, params, query, files, body: json };
  if (fault?.kind === 'double') await match.route.handle(call);
  return match.route.handle(call);
}

/** Recorded, so that nobody takes a gap of the playground for an answer of Discord. */
const unknownRoute = { path: [], code: 'UNKNOWN_ROUTE', message: 'The playground has no such route' };

function answerOfError(error: unknown): Answer {
  if (error instanceof ApiError) return { status: error.status, body: error };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, body: { message: `The playground failed: ${message}`, code: 0 } };
}

function write(response: ServerResponse, answer: Answer, headers: Readonly<Record<string, string>>): void {
  if (response.destroyed) return;
  const type = answer.bytes?.contentType ?? 'application/json';
  const data = answer.bytes?.data ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body));
  response.writeHead(answer.status, { ...headers, ...(data === undefined ? {} : { 'content-type': type }) });
  response.end(data);
}
