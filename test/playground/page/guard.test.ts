import { request } from 'node:http';
import { expect, test } from 'vitest';
import { aPlayground } from '../support/bot.ts';
import { aPage } from './support/page.ts';

/** `fetch` does not let anybody choose a Host. */
function statusFor(url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once('error', reject).end();
  });
}

test('the page opens under its own address only', async () => {
  const { url } = await aPage(await aPlayground());
  const { host, port } = new URL(url);
  expect(await statusFor(url, { host })).toBe(200);
  expect(await statusFor(url, { host: `localhost:${port}` })).toBe(200);
  for (const foreign of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1.nip.io:${port}`])
    expect(await statusFor(url, { host: foreign }), foreign).toBe(403);
});

test('other sites are refused whatever they ask for', async () => {
  const playground = await aPlayground();
  const page = await aPage(playground);
  const person = playground.people[0]?.id;
  const channel = playground.channel('study').id;
  const body = { person, channel, text: 'Hello' };

  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1', page.url.replace('http', 'https')])
    expect((await page.post('/api/write', body, { origin })).status, origin).toBe(403);
  expect((await page.get('/api/overview', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await page.post('/api/write', body, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await page.post('/api/write', body, { 'content-type': 'text/plain' })).status).toBe(415);
  expect(playground.channel('study').messages).toHaveLength(0);

  expect((await page.post('/api/write', body)).status).toBe(200);
  expect(playground.channel('study').messages).toHaveLength(1);
});

test('everything comes with a strict content security policy', async () => {
  const page = await aPage(await aPlayground());
  for (const path of ['/', '/app/main.ts', '/api/overview', '/nothing-here']) {
    const { headers } = await page.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
  }
});

test('only the page’s own files are served', async () => {
  const page = await aPage(await aPlayground());
  const script = await page.get('/app/main.ts');
  expect(script.headers.get('content-type')).toContain('text/javascript');
  expect(script.body).not.toMatch(/^import type/m);
  for (const path of [
    '/server/start-page.ts',
    '/../../start.ts',
    '/app/%2e%2e/server/start-page.ts',
    '/app/..%2fserver/start-page.ts',
    '/protocol.ts',
    '/tsconfig.json',
    '/app/',
  ])
    expect((await page.get(path)).status, path).toBe(404);
});
