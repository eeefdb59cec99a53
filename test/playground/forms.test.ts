import { type Interaction, MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { expect, test } from 'vitest';
import { aBot, aPlayground, ping } from './support/bot.ts';

const label = (text: string, component: object, more: object = {}) => ({ type: 18, label: text, component, ...more });
const options = ['One', 'Two', 'Three'].map((name) => ({ label: name, value: name.toLowerCase() }));
const text = { type: 4, custom_id: 'what', style: 2, min_length: 3, max_length: 20 };

async function aForm(
  components: readonly object[],
  onSubmit: (submit: ModalSubmitInteraction) => Promise<unknown>,
  opener?: object,
) {
  const playground = await aPlayground();
  const form = { custom_id: 'form', title: 'Check in', components };
  await aBot(playground, {
    commands: [ping],
    async on(interaction: Interaction) {
      if (interaction.isModalSubmit()) await onSubmit(interaction);
      else if (interaction.isChatInputCommand() && opener) await interaction.reply(opener);
      else if (interaction.isChatInputCommand() || interaction.isButton()) await interaction.showModal(form as never);
    },
  });
  return { playground, ada: playground.person('Ada') };
}

test('a form shows its title, texts, labels and what stands in the fields', async () => {
  const hours = label(
    'Hours',
    { type: 4, custom_id: 'hours', style: 1, required: false, value: '5' },
    { description: 'This week' },
  );
  const { ada } = await aForm(
    [{ type: 10, content: 'Everyone sees it.' }, label('What I did', text), hours],
    async () => undefined,
  );
  const screen = await ada.slash('ping');
  expect(screen.kind).toBe('form');
  expect(screen.text).toBe('Check in\nEveryone sees it.\nWhat I did\nHours\nThis week');
  expect(screen.labels).toEqual(['What I did', 'Hours']);
  expect(ada.form?.fields[1]).toMatchObject({
    customId: 'hours',
    required: false,
    value: '5',
    description: 'This week',
  });
});

test('every kind of field arrives as discord.js reads it', async () => {
  const seen: Record<string, unknown> = {};
  const { ada } = await aForm(
    [
      label('What', text),
      label('Select', { type: 3, custom_id: 'select', options, max_values: 2 }),
      label('Radio', { type: 21, custom_id: 'radio', options }),
      label('Group', { type: 22, custom_id: 'group', options }),
      { type: 10, content: 'The end' },
    ],
    async (submit) => {
      const { fields } = submit;
      seen.text = fields.getTextInputValue('what');
      seen.select = fields.getStringSelectValues('select');
      seen.radio = fields.getRadioGroup('radio');
      seen.group = fields.getCheckboxGroup('group');
      await submit.reply('ok');
    },
  );
  await ada.slash('ping');
  await ada.fill({ what: 'Loops', Select: ['One', 'two'], Radio: 'Two', group: ['one', 'three'] });
  expect(seen).toEqual({ text: 'Loops', select: ['one', 'two'], radio: 'two', group: ['one', 'three'] });
});

test('people, channels, ticks and files arrive resolved', async () => {
  const seen: unknown[] = [];
  const { ada, playground } = await aForm(
    [
      label('Who', { type: 5, custom_id: 'who' }),
      label('Where', { type: 8, custom_id: 'where' }),
      label('Sure', { type: 23, custom_id: 'sure' }),
      label('File', { type: 19, custom_id: 'file' }),
      label('Role', { type: 6, custom_id: 'role', required: false, min_values: 0 }),
    ],
    async (submit) => {
      const { fields } = submit;
      seen.push(
        fields.getSelectedUsers('who')?.first()?.displayName,
        fields.getSelectedChannels('where')?.first()?.id,
        fields.getCheckbox('sure'),
        fields.getUploadedFiles('file')?.first()?.name,
        fields.getSelectedRoles('role')?.size ?? 0,
      );
      await submit.reply('ok');
    },
  );
  playground.person('Bea');
  await ada.slash('ping');
  const file = { name: 'a.txt', contentType: 'text/plain', bytes: new Uint8Array([65]) };
  await ada.fill({ Who: 'Bea', Where: 'general', Sure: true, File: [file] });
  expect(seen).toEqual(['Bea', playground.channel('general').id, true, 'a.txt', 0]);
});

test.each([
  [{ nope: 'x' }, /has no field "nope". It has: What/],
  [{ What: '' }, /"What" is required/],
  [{ What: 'ab' }, /3 to 20 characters/],
  [{ What: 'a'.repeat(21) }, /3 to 20 characters/],
  [{ What: 'abc', Select: [] }, /"Select" is required/],
  [{ What: 'abc', Select: ['One', 'Two'] }, /takes 1 to 1 values/],
  [{ What: 'abc', Select: 'Four' }, /not among the options/],
])('Discord would not submit %j, and the form stays open', async (values, message) => {
  const components = [label('What', text), label('Select', { type: 3, custom_id: 'select', options })];
  const { ada } = await aForm(components, (submit) => submit.reply('ok'));
  await ada.slash('ping');
  await expect(ada.fill(values)).rejects.toThrow(message);
  expect((await ada.fill({ What: 'abc', Select: 'One' })).text).toBe('ok');
  await expect(ada.fill({})).rejects.toThrow(/no form open/);
});

test('what stood in the fields is sent when nobody touches them', async () => {
  const components = [label('What', { ...text, value: 'As before' })];
  const { ada } = await aForm(components, (submit) => submit.reply(submit.fields.getTextInputValue('what')));
  await ada.slash('ping');
  expect((await ada.fill({})).text).toBe('As before');
});

test('a form that a button opened can change the message of the button', async () => {
  const button = { type: 1, components: [{ type: 2, style: 1, custom_id: 'open', label: 'Open' }] };
  const opener = { content: 'Before', components: [button], flags: MessageFlags.Ephemeral };
  const onSubmit = async (submit: ModalSubmitInteraction) => {
    if (submit.isFromMessage()) await submit.update({ content: 'After', components: [] });
  };
  const { ada } = await aForm([label('What', text)], onSubmit, opener);
  const before = await ada.slash('ping');
  await ada.press('Open');
  expect((await ada.fill({ What: 'abc' })).text).toBe('After');
  expect([before.text, before.private]).toEqual(['After', true]);
});

test('a form cannot answer a form', async () => {
  const { ada, playground } = await aForm([label('What', text)], (submit) =>
    submit.client.rest.post(`/interactions/${submit.id}/${submit.token}/callback`, {
      auth: false,
      body: { type: 9, data: { custom_id: 'again', title: 'Again', components: [label('What', text)] } },
    }),
  );
  await ada.slash('ping');
  await expect(ada.fill({ What: 'abc' })).rejects.toThrow(/cannot be answered with type 9/);
  expect(playground.violations.map(({ code }) => code)).toEqual(['INTERACTION_CALLBACK_TYPE_INVALID']);
});
