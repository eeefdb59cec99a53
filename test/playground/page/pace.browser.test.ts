import { stdout } from 'node:process';
import { expect, test } from 'vitest';
import { aBot, aPlayground } from '../support/bot.ts';
import { browserPages } from './support/browser-page.ts';

const open = browserPages();
const rounds = 100;

/** Notes when each entry stands in the page, by the clock that the test process has, too. */
const watch = `
  globalThis.seen = {};
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const { dataset } of addedNodes)
        if (dataset?.entry) seen[dataset.entry] = performance.timeOrigin + performance.now();
  }).observe(document.querySelector('[role=log]'), { childList: true });
`;

test('a message stands in the page within 100 ms after the bot sent it, 19 times out of 20', async () => {
  const playground = await aPlayground();
  const bot = await aBot(playground);
  const page = await open(playground);
  await page.getByText('Here begins #study').waitFor();
  await page.evaluate(watch);
  const channel = await bot.channels.fetch(playground.channel('study').id);
  if (!channel?.isSendable()) throw new Error('The bot cannot write in #study.');
  const sent = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const at = performance.timeOrigin + performance.now();
    const { id } = await channel.send({ content: `**Round** ${round}`, embeds: [{ description: 'With an embed' }] });
    sent.set(id, at);
    await page.locator(`[data-entry="${id}"]`).waitFor();
  }
  const seen = await page.evaluate<Record<string, number>>('seen');
  const waits = [...sent].map(([id, at]) => (seen[id] ?? Number.POSITIVE_INFINITY) - at).sort((a, b) => a - b);
  const share = (part: number) => waits[Math.floor(waits.length * part)] ?? Number.POSITIVE_INFINITY;
  stdout.write(
    `From the bot's request to the page: median ${share(0.5).toFixed(1)} ms, p95 ${share(0.95).toFixed(1)} ms\n`,
  );
  expect(share(0.95)).toBeLessThan(100);
}, 60_000);
