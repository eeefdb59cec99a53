import type { ChatInputCommandInteraction } from 'discord.js';
import { expect, test } from 'vitest';
import type { Json } from '../../../playground/page/protocol.ts';
import { aBot, aPlayground, ping } from '../support/bot.ts';
import { aPage } from './support/page.ts';

const option = { type: 4, name: 'hours', description: 'How many', required: true, min_value: 1, max_value: 60 };
const pace = { name: 'pace', description: 'Sets the pace', options: [option] };

async function aPageInStudy() {
  const playground = await aPlayground({ limits: { answerMs: 200 } });
  const page = await aPage(playground);
  const person = playground.people[0]?.id ?? '';
  return { playground, page, person, channel: playground.channel('study').id };
}

test('input that does not fit is a clear 400', async () => {
  const { page, person, channel } = await aPageInStudy();
  const bad: [string, unknown, RegExp][] = [
    ['/api/write', '{"broken', /no JSON/],
    ['/api/write', {}, /person/],
    ['/api/write', { person, channel, text: '   ' }, /text/],
    ['/api/write', { person, channel, text: 'x'.repeat(2_001) }, /text/],
    ['/api/write', { person: '../../etc', channel, text: 'Hi' }, /digits/],
    ['/api/write', { person, channel, text: 'Hi', isAdmin: true }, /isAdmin/],
    ['/api/command', { person, channel, command: 'ping', options: { a: { b: 1 } } }, /options/],
    ['/api/people', { name: 'Ida', timeZone: 'Mars/Base', locale: 'de', isModerator: false, isInServer: true }, /zone/],
    ['/api/time/speed', { speed: 3 }, /speed/],
  ];
  for (const [path, body, words] of bad) {
    const answer = await page.post(path, body);
    expect(answer.status, JSON.stringify(body)).toBe(400);
    expect(answer.body.error).toMatch(words);
  }
});

test('who and what is not there is refused in plain words', async () => {
  const { page, person, channel } = await aPageInStudy();
  const text = 'Hi';
  expect((await page.post('/api/write', { person: '1', channel, text })).body.refused).toBe('There is no such person.');
  expect((await page.post('/api/write', { person, channel: '1', text })).body.refused).toContain('no such channel');
  expect((await page.post('/api/press', { person, message: '1', customId: 'x' })).body.refused).toContain('gone');
  expect((await page.post('/api/nothing', {})).status).toBe(404);
  expect((await page.get('/api/live?person=__proto__')).status).toBe(204);
});

test('what Discord’s client would refuse never reaches the bot', async () => {
  const { page, person, channel, playground } = await aPageInStudy();
  await aBot(playground, { commands: [pace], on: async () => undefined });
  const say = (command: string, options: object) => page.post('/api/command', { person, channel, command, options });
  expect(await say('pace', {})).toMatchObject({ status: 200, body: { refused: expect.stringContaining('hours') } });
  expect((await say('pace', { hours: 100 })).body.refused).toContain('from 1 to 60');
  expect((await say('constructor', {})).body.refused).toContain('no command /constructor');
  expect(playground.exchanges).toHaveLength(0);
});

test('an answer names the whole command that was used, as Discord does', async () => {
  const { page, person, channel, playground } = await aPageInStudy();
  const round = { type: 1, name: 'round', description: 'For everybody' };
  const commands = [ping, { name: 'order', description: 'Takes an order', options: [round] }];
  await aBot(playground, {
    commands,
    on: async (interaction) => (interaction as ChatInputCommandInteraction).reply('Coming.'),
  });
  for (const command of ['ping', 'order round'])
    await page.post('/api/command', { person, channel, command, options: {} });
  const { body } = await page.get(`/api/messages?person=${person}&channel=${channel}`);
  const names = body.messages.map(({ json }: { json: Json }) => (json.interaction_metadata as Json).name);
  expect(names).toEqual(['ping', 'order round']);
});

test('a bot that says nothing is a failed interaction', async () => {
  const { page, person, channel, playground } = await aPageInStudy();
  await aBot(playground, { commands: [ping], on: async () => undefined });
  const answer = await page.post('/api/command', { person, channel, command: 'ping', options: {} });
  expect(answer).toMatchObject({ body: { refused: expect.stringContaining('This interaction failed') } });
});

test('a form comes back whole and is submitted by custom id', async () => {
  const { page, person, channel, playground } = await aPageInStudy();
  const input = { type: 4, custom_id: 'words', style: 1, required: true };
  await aBot(playground, {
    commands: [ping],
    on: async (interaction) => {
      if (interaction.isModalSubmit()) return interaction.reply(interaction.fields.getTextInputValue('words'));
      return (interaction as ChatInputCommandInteraction).showModal({
        custom_id: 'form',
        title: 'Say it',
        components: [{ type: 18, label: 'Words', component: input }],
      } as never);
    },
  });
  const { body } = await page.post('/api/command', { person, channel, command: 'ping', options: {} });
  expect(body.form).toMatchObject({ custom_id: 'form', title: 'Say it', components: [{ label: 'Words' }] });
  expect((await page.post('/api/form', { person, customId: 'other', values: {} })).body.refused).toContain('no longer');
  expect((await page.post('/api/form', { person, customId: 'form', values: {} })).body.refused).toContain('required');
  expect((await page.post('/api/form', { person, customId: 'form', values: { words: '<b>hi</b>' } })).body).toEqual({
    form: null,
  });
  expect(playground.channel('study').messages.at(-1)?.text).toBe('<b>hi</b>');
});

test('a hostile name stays a name', async () => {
  const { page, playground } = await aPageInStudy();
  const name = '"><img src=x onerror=1>';
  const person = { timeZone: 'UTC', locale: 'en', isModerator: true, isInServer: true };
  const added = await page.post('/api/people', { name, ...person });
  expect(added.status).toBe(200);
  expect((await page.post('/api/people', { name: name.toUpperCase(), ...person })).body.refused).toContain('already');
  const { body, headers } = await page.get(`/api/overview?person=${added.body.id}`);
  expect(headers.get('content-type')).toContain('application/json');
  expect(body.me).toMatchObject({ name, isModerator: true });
  expect(playground.people.filter((one) => one.name === name)).toHaveLength(1);
});

test('a file of somebody’s is never run as a page', async () => {
  const { page, playground } = await aPageInStudy();
  const { files } = playground.world;
  files.set('7', { name: 'a"b\r\n.html', contentType: 'text/html', bytes: Buffer.from('<script>1</script>') });
  files.set('8', { name: 'trail.png', contentType: 'image/png', bytes: Buffer.from('png') });
  const hostile = await page.get('/attachments/1/7/a.html');
  expect(hostile.headers.get('content-type')).toBe('application/octet-stream');
  expect(hostile.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''a%22b%0D%0A/);
  expect(hostile.headers.get('content-security-policy')).toContain('sandbox');
  expect((await page.get('/attachments/1/8/trail.png')).headers.get('content-type')).toBe('image/png');
  expect((await page.get('/attachments/1/9/none.png')).status).toBe(404);
});
