import { Routes } from 'discord.js';
import { expect, test, vi } from 'vitest';
import { createDeliveryRest } from '../../src/discord/delivery-rest.ts';
import { aPlayground } from '../support/playground.ts';

test('nothing goes over the wire that may not leave', async () => {
  const { url, token, requests } = await aPlayground();
  const leave = vi.fn(async () => {}).mockRejectedValueOnce(new Error('not now'));
  const rest = createDeliveryRest({ apiUrl: url, token, leave });
  await expect(rest.get(Routes.user())).rejects.toThrow('not now');
  expect(requests).toHaveLength(0);
  await rest.get(Routes.user());
  expect(requests).toHaveLength(1);
  expect(leave).toHaveBeenCalledTimes(2);
});

test('a failure comes back at once and is not sent again', async () => {
  const { url, token, requests, controls } = await aPlayground();
  const rest = createDeliveryRest({ apiUrl: url, token, leave: async () => {} });
  controls.fail('GET /users/@me', 500);
  await expect(rest.get(Routes.user())).rejects.toThrow();
  expect(requests).toHaveLength(1);
});
