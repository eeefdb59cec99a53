import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FormJson, MessageJson } from '../../../../playground/page/render/discord-json.ts';
import type { Playground } from '../../../../playground/start.ts';
import { startBot } from '../../../support/bot-process.ts';
import { seriousFindings } from '../../../support/browser.ts';
import { aPlayground } from '../../../support/playground.ts';
import { browserStages, sidewaysPixels } from './browser-stage.ts';

const openStage = browserStages();
/** A folder for pictures of every screen; without it none are taken. */
const pictures = process.env.SCREEN_PICTURES;

const sizes = [
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
  { width: 390, theme: 'light' },
  { width: 390, theme: 'dark' },
] as const;

interface Screens {
  readonly messages: Readonly<Record<string, MessageJson>>;
  readonly form: FormJson;
}

/** What the bot shows to somebody new, from the first question to the first steps. */
async function realScreens(playground: Playground): Promise<Screens> {
  await startBot(playground);
  const ada = playground.person('Ada');
  const messages: Record<string, MessageJson> = {};
  const keep = (name: string) => {
    const json = ada.screen?.message?.json;
    if (json) messages[name] = json as unknown as MessageJson;
  };
  await ada.slash('done', { step: 'http' });
  keep('join card');
  await ada.press('Start');
  await ada.slash('help');
  keep('help');
  await ada.slash('step', { step: 'http' });
  keep('step');
  await ada.press('Topics');
  keep('topics');
  await ada.slash('done', { step: 'http' });
  keep('done');
  const form = await ada.press('Add a proof or note');
  await ada.fill({ link: 'https://example.com/shelf', note: 'It **works**.' });
  await ada.slash('progress');
  keep('progress');
  await ada.slash('roadmap');
  keep('roadmap');
  await ada.slash('settings');
  keep('settings');
  return { messages, form: form.exchange.answers[0]?.data as FormJson };
}

test('the bot’s real screens fit, and axe finds nothing serious', async () => {
  const screens = await realScreens(await aPlayground());
  for (const { width, theme } of sizes) {
    const stage = await openStage({ width, theme });
    for (const [name, message] of Object.entries(screens.messages)) {
      await stage.show(message);
      // Not waitForFunction: it evaluates in the page, which forbids that.
      await expect.poll(() => stage.page.evaluate('[...document.images].every((image) => image.complete)')).toBe(true);
      await picture(stage, `${name} ${width} ${theme}`);
      expect([name, await sidewaysPixels(stage.page)]).toEqual([name, 0]);
      expect([name, await seriousFindings(stage.page)]).toEqual([name, []]);
    }
    await stage.openForm(screens.form);
    await picture(stage, `form ${width} ${theme}`);
    expect(await seriousFindings(stage.page)).toEqual([]);
  }
}, 180_000);

async function picture(stage: Awaited<ReturnType<typeof openStage>>, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await stage.page.screenshot({ path: `${pictures}/${name.replaceAll(' ', '-')}.png`, fullPage: true });
}
