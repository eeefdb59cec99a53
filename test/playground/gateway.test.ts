import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { aPlayground } from './support/bot.ts';

/** Sends one frame after the hello and gives the code with which the connection is closed. */
async function closeCode(makeFrame: (token: string) => unknown): Promise<number> {
  const playground = await aPlayground();
  const socket = new WebSocket(playground.url.replace('http', 'ws').replace('/api', '/?v=10&encoding=json'));
  const [hello] = await once(socket, 'message');
  expect(JSON.parse(String(hello))).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
  const closed = once(socket, 'close');
  const frame = makeFrame(playground.token);
  socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  return (await closed)[0];
}

const identify = (token: string, intents: number) => ({ op: 2, d: { token, intents, properties: {} } });

test.each([
  ['a frame that is no JSON', 4002, () => 'nonsense'],
  ['an unknown opcode', 4001, () => ({ op: 99, d: null })],
  ['a presence before identifying', 4003, () => ({ op: 3, d: {} })],
  ['a wrong token', 4004, () => identify('wrong', 1)],
  ['a resume with a wrong token', 4004, () => ({ op: 6, d: { token: 'wrong', session_id: 'x', seq: 1 } })],
  ['unknown intents', 4013, (token: string) => identify(token, 1 << 30)],
  ['privileged intents that are off', 4014, (token: string) => identify(token, 1 << 1)],
])('%s closes the connection with %i', async (_what, code, frame) => {
  expect(await closeCode(frame)).toBe(code);
});

test('servers are spread over shards, private chats go to the first', async () => {
  const playground = await aPlayground({ moreServers: 9 });
  const ready = async (index: number) => {
    const socket = new WebSocket(playground.url.replace('http', 'ws').replace('/api', '/'));
    await once(socket, 'message');
    socket.send(
      JSON.stringify({ op: 2, d: { token: playground.token, intents: 0, shard: [index, 2], properties: {} } }),
    );
    const [frame] = await once(socket, 'message');
    socket.close();
    return JSON.parse(String(frame)).d.guilds.length as number;
  };
  expect((await ready(0)) + (await ready(1))).toBe(10);
});
