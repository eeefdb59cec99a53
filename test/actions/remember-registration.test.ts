import { expect, test } from 'vitest';
import { findRegisteredServer, rememberRegisteredServer } from '../../src/actions/remember-registration.ts';
import { freshDeps } from '../support/database.ts';

test('an application that never registered has no server', async () => {
  expect(await findRegisteredServer(await freshDeps(), 'app')).toBeUndefined();
});

test('the last place of registration is remembered: a server, another, then everywhere', async () => {
  const deps = await freshDeps();
  for (const place of ['123456789012345678', '223456789012345678', undefined, '123456789012345678']) {
    await rememberRegisteredServer(deps, 'app', place);
    expect(await findRegisteredServer(deps, 'app')).toBe(place);
  }
});

test('two applications on one database are kept apart', async () => {
  const deps = await freshDeps();
  await rememberRegisteredServer(deps, 'app', '123456789012345678');
  await rememberRegisteredServer(deps, 'other', undefined);

  expect(await findRegisteredServer(deps, 'app')).toBe('123456789012345678');
  expect(await findRegisteredServer(deps, 'other')).toBeUndefined();
});
