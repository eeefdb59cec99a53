import { expect, test } from 'vitest';
import { createDeliveryPort } from '../../src/discord/delivery-port.ts';
import { createDeliveryRest } from '../../src/discord/delivery-rest.ts';
import { aPlayground } from '../support/playground.ts';

test('a picture that cannot be drawn is a mistake of ours, and not an answer that got lost', async () => {
  const { url, token, requests, channel } = await aPlayground();
  const go = async () => {};
  const rest = createDeliveryRest({ apiUrl: url, token, leave: go });
  const port = createDeliveryPort({ rest, pace: go, pacePrivately: go, botId: () => 'cairn' });
  const picture = { name: 'trail.png', alt: 'A trail', svg: '<svg' };
  const post = { content: 'Part 1', title: 'Part 1', rows: [], picture };
  const place = { kind: 'channel', channelId: channel('study').id } as const;
  await expect(port.send(post, place, 'night.m.p1')).rejects.toThrow();
  expect(requests).toHaveLength(0);
});
