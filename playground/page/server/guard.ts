import type { IncomingMessage } from 'node:http';
import { PageError } from './page-error.ts';

/** On everything that the page's server sends. Nothing inline, nothing from elsewhere, in nobody's frame. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
};

/**
 * Lets in only what the page itself asks for. A foreign Host is another site's name that was pointed at this machine (DNS
 * rebinding); a foreign Origin is another site that sends requests through somebody's browser.
 * @throws PageError 403, or 415 for a body that is not JSON (forms of other sites cannot send JSON)
 */
export function demandOwnPage({ headers, method }: IncomingMessage, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? '')) throw new PageError(403, 'This page has another address.');
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`)
    throw new PageError(403, 'Other sites may not ask this page for anything.');
  const site = headers['sec-fetch-site'];
  const opensPage = headers['sec-fetch-mode'] === 'navigate' && method === 'GET';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage)
    throw new PageError(403, 'Other sites may not ask this page for anything.');
  if (method === 'POST' && headers['content-type']?.split(';')[0] !== 'application/json')
    throw new PageError(415, 'Only JSON is understood here.');
}
