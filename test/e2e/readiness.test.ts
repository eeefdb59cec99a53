import { expect, test } from 'vitest';
import { startBot } from '../support/hosted-bot.ts';
import { aPlayground } from '../support/playground.ts';

const checks = [
  'build-api',
  'design-schema',
  'write-tests',
  'jwt-roles',
  'containerise',
  'explain-request',
  'deploy-service',
  'audit-owasp',
];

async function aMemberOnTheBot() {
  const playground = await aPlayground();
  const bot = await startBot(playground);
  const ada = playground.person('Ada');
  await ada.slash('join');
  await ada.press('Start');
  return { playground, bot, ada };
}

test('a member rates a check, gives evidence, sees what is weakest and how they grew', async () => {
  const { playground, ada } = await aMemberOnTheBot();

  const start = await ada.slash('readiness');
  expect(start.private).toBe(true);
  expect(start.text).toContain('Alone or better: 0 of 8 with evidence, 0 claimed. 8 are not rated yet.');

  const check = await ada.choose('Rate a check', ['build-api']);
  expect(check.text).toContain('You have not rated this yet');
  expect(check.labels).not.toContain('Add evidence');
  const rated = await ada.press('With help');
  expect(rated.text).toContain('is now at “With help”');
  expect(rated.text).toMatch(/\*\*With help\*\*, since <t:\d+:D>/);
  expect((await ada.forge(rated, 'readiness:rate:build-api:with-help')).text).toContain('It was so already');

  const list = await ada.press('All my ratings');
  expect(list.text).toContain('**With help, claimed**');
  expect(list.text).toContain('Your weakest is **Build an API from an empty folder** (With help)');
  expect(list.labels).toContain('Steps that build it');
  expect((await ada.press('Test yourself')).text).toContain('Question 1 of');

  await ada.slash('readiness', { check: 'build-api' });
  const form = await ada.press('Add evidence');
  expect(form.form?.fields[0]?.maxLength).toBe(500);
  const proven = await ada.fill({ evidence: '@everyone **look**\n# https://example.com/mine' });
  expect(proven.text).toContain('your evidence stands with your rating');
  expect(proven.text).toContain('> @everyone \\*\\*look\\*\\*\n> \\# https://example.com/mine');
  expect(proven.message?.pings).toEqual({ users: [], roles: [], everyone: false });

  await ada.press('Alone');
  expect((await ada.press('All my ratings')).text).toContain('**Alone, with evidence**');
  const growth = await ada.press('How I grew');
  expect(growth.text).toContain('You moved up once so far.');
  expect(growth.text).toMatch(/With help \(<t:\d+:D>\) → Alone \(<t:\d+:D>\)/);
  expect(playground.channel('study').messages).toEqual([]);
});

test('the last of the eight checks at “alone” brings the ready screen', async () => {
  const { ada } = await aMemberOnTheBot();
  for (const check of checks) {
    await ada.slash('readiness', { check });
    await ada.press(check === 'audit-owasp' ? 'Could teach it' : 'Alone');
  }
  expect(ada.screen?.text).toContain('You are ready');
  expect(ada.screen?.text).toContain('None of them has evidence yet');
  expect((await ada.slash('readiness')).text).toContain('You are ready');

  await ada.choose('Rate a check', ['audit-owasp']);
  await ada.press('Not yet');
  expect((await ada.press('All my ratings')).text).toContain('Your weakest is **Audit your own code** (Not yet)');
});

test('whoever has not joined reads the checks, and gets the join card and then their page when they want to rate', async () => {
  const playground = await aPlayground();
  await startBot(playground);
  const bea = playground.person('Bea');

  const page = await bea.slash('readiness', { check: 'build-api' });
  expect(page.text).toContain('Prove it to yourself');
  expect((await bea.press('Rate yourself')).text).toContain('Join Cairn');
  await bea.press('Start');
  expect((await bea.press('Go on')).text).toContain('You have not rated this yet');
});

test('what a member shares holds nothing of their ratings', async () => {
  const { playground, ada } = await aMemberOnTheBot();
  await ada.slash('readiness', { check: 'build-api' });
  await ada.press('With help');
  await ada.slash('readiness', { share: true });
  await ada.slash('readiness', { check: 'build-api', share: true });
  const shared = playground.channel('study').messages.map(({ text }) => text);
  expect(shared).toHaveLength(2);
  expect(shared.join('\n')).not.toMatch(/With help|claimed|Your rating/);
});
