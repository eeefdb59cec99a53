import { ComponentType, SlashCommandBuilder, TextInputStyle } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type Answer,
  type Button,
  type Caller,
  type Choice,
  type Command,
  defineButton,
  defineCommand,
  defineForm,
  defineHandler,
  defineSelect,
  type Form,
  type Handler,
  nothing,
  openForm,
  refuse,
  removeMessage,
  type Select,
  show,
} from '../../src/discord/command.ts';
import { button, buttonRow, selectRow } from '../../src/views/kit.ts';
import type { FormView } from '../../src/views/message.ts';
import { aProbeBot, type ProbeBot, pause, SLOW, saying } from '../support/probe-bot.ts';

interface ProbeParts {
  readonly run?: Handler['run'];
  readonly visibility?: 'private' | 'public';
  readonly mayOpenForm?: boolean;
  readonly buttons?: Readonly<Record<string, Button>>;
  readonly selects?: Readonly<Record<string, Select>>;
  readonly forms?: Readonly<Record<string, Form>>;
}

/** `/probe`, which answers with a screen that has one button for each that is given, unless told otherwise. */
function aProbe(parts: ProbeParts = {}): Command {
  const { visibility = 'private', mayOpenForm = false, buttons = {}, selects = {}, forms = {} } = parts;
  const screen = saying(
    'The first screen.',
    ...Object.keys(selects).map((name) => selectRow(`probe:${name}`, name, [{ label: 'One', value: 'one' }])),
    ...(Object.keys(buttons).length > 0
      ? [buttonRow(...Object.keys(buttons).map((name) => button({ label: name, id: `probe:${name}` })))]
      : []),
  );
  return defineCommand({
    data: new SlashCommandBuilder().setName('probe').setDescription('Probes').setContexts(0, 1).setIntegrationTypes(0),
    handler: defineHandler({
      options: z.object({}),
      visibility,
      mayOpenForm,
      run: parts.run ?? (() => show(screen)),
    }),
    buttons,
    selects,
    forms,
  });
}

const press = (act: (caller: Caller) => Answer | Promise<Answer>, landing?: Button['landing']): Button =>
  defineButton({ args: z.tuple([]), press: act, ...(landing ? { landing } : {}) });

const choose = (act: () => Answer | Promise<Answer>, landing?: Select['landing']): Select =>
  defineSelect({ args: z.tuple([]), choose: act, ...(landing ? { landing } : {}) });

const later = async (answer: Answer, wait = SLOW): Promise<Answer> => {
  await pause(wait);
  return answer;
};

const fails = (): never => {
  throw new Error('SQLITE_CORRUPT in table secrets');
};

const failsLater = async (): Promise<Answer> => {
  await pause(SLOW);
  return fails();
};

const second = show(saying('The second screen.'));

/** What was remembered as shown to everybody, once every answer is finished: it is remembered after it was sent. */
async function publishedBy({ router, published }: ProbeBot) {
  await router.drain();
  return published.map(({ messageId, caller }) => ({ messageId, userId: caller.userId }));
}
const CALLBACK = 'POST /interactions/:interaction/:token/callback';

describe('a quick handler is answered at once', () => {
  test('privately, without being deferred', async () => {
    const bot = await aProbeBot([aProbe()]);
    const { playground } = bot;
    const screen = await playground.person('Ada').slash('probe');
    expect(screen).toMatchObject({ text: 'The first screen.', private: true, deferred: false });
    expect(playground.channel('study').messages).toEqual([]);
    expect(await publishedBy(bot)).toEqual([]);
  });

  test('for everybody, whose id is then remembered with whoever asked', async () => {
    const bot = await aProbeBot([aProbe({ visibility: 'public' })]);
    const { playground } = bot;
    const ada = playground.person('Ada');
    await ada.slash('probe');
    const [message] = playground.channel('study').messages;
    expect(message).toMatchObject({ text: 'The first screen.', private: false });
    expect(await publishedBy(bot)).toEqual([{ messageId: message?.id, userId: ada.id }]);
  });

  test('in the private chat, where nothing needs to be hidden and a press replaces', async () => {
    const { playground } = await aProbeBot([aProbe({ buttons: { on: press(() => second) } })]);
    const ada = playground.person('Ada').privately;
    await ada.slash('probe');
    expect(await ada.press('on')).toMatchObject({ kind: 'update', text: 'The second screen.' });
    expect(ada.read().map(({ text }) => text)).toEqual(['The second screen.']);
  });
});

describe('a handler that takes over 1.5 seconds is deferred and then filled in', () => {
  test.each(['private', 'public'] as const)('and %s it stays', async (visibility) => {
    const bot = await aProbeBot([aProbe({ visibility, run: () => later(second) })]);
    const { playground } = bot;
    const screen = await playground.person('Ada').slash('probe');
    expect(screen).toMatchObject({ deferred: true, text: 'The second screen.', private: visibility === 'private' });
    expect(screen.followUps).toEqual([]);
    const messages = playground.channel('study').messages;
    expect(messages.map(({ text }) => text)).toEqual(visibility === 'public' ? ['The second screen.'] : []);
    expect((await publishedBy(bot)).map(({ messageId }) => messageId)).toEqual(messages.map(({ id }) => id));
  });

  test('also a press: it replaces a private message', async () => {
    const { playground } = await aProbeBot([aProbe({ buttons: { on: press(() => later(second)) } })]);
    const ada = playground.person('Ada');
    await ada.slash('probe');
    const screen = await (await ada.press('on')).settled();
    expect(screen).toMatchObject({ kind: 'update', deferred: true, text: 'The second screen.' });
    expect(ada.read()).toHaveLength(1);
  });

  test('also a press on a public message: privately, and the message stays', async () => {
    const probe = aProbe({ visibility: 'public', buttons: { on: press(() => later(second)) } });
    const { playground } = await aProbeBot([probe]);
    const ada = playground.person('Ada');
    const bea = playground.person('Bea');
    await ada.slash('probe');
    const [shared] = playground.channel('study').messages;
    expect(await bea.press('on', shared)).toMatchObject({ deferred: true, private: true, text: 'The second screen.' });
    expect(playground.channel('study').messages).toEqual([shared]);
  });

  test('also what a press shows to the channel', async () => {
    const bot = await aProbeBot([aProbe({ buttons: { share: press(() => later(second), 'in-channel') } })]);
    const { playground } = bot;
    const ada = playground.person('Ada');
    await ada.slash('probe');
    await ada.press('share');
    const [message] = playground.channel('study').messages;
    expect(message?.text).toBe('The second screen.');
    expect((await publishedBy(bot)).map(({ messageId }) => messageId)).toEqual([message?.id]);
  });
});

describe('where the answer to a press lands', () => {
  test('a private message is replaced', async () => {
    const { playground } = await aProbeBot([aProbe({ buttons: { on: press(() => second) } })]);
    const ada = playground.person('Ada');
    await ada.slash('probe');
    expect(await ada.press('on')).toMatchObject({ kind: 'update', private: true, deferred: false });
    expect(ada.read().map(({ text }) => text)).toEqual(['The second screen.']);
  });

  test('a public message stays as it was: whoever pressed is answered privately', async () => {
    const buttons = { on: press(() => second) };
    const selects = { pick: choose(() => second) };
    const bot = await aProbeBot([aProbe({ visibility: 'public', buttons, selects })]);
    const { playground } = bot;
    await playground.person('Ada').slash('probe');
    const [shared] = playground.channel('study').messages;
    const bea = playground.person('Bea');
    expect(await bea.press('on', shared)).toMatchObject({ kind: 'message', private: true });
    expect(await bea.choose('pick', 'one', shared)).toMatchObject({ kind: 'message', private: true });
    expect(playground.channel('study').messages).toEqual([shared]);
    expect(await publishedBy(bot)).toHaveLength(1);
  });

  test('beside a private message, which stays', async () => {
    const { playground } = await aProbeBot([aProbe({ buttons: { on: press(() => second, 'beside') } })]);
    const ada = playground.person('Ada');
    await ada.slash('probe');
    expect(await ada.press('on')).toMatchObject({ kind: 'message', private: true });
    expect(ada.read().map(({ text }) => text)).toEqual(['The first screen.', 'The second screen.']);
  });

  test('in the channel, beside a private message, which stays; its id is remembered', async () => {
    const bot = await aProbeBot([aProbe({ buttons: { share: press(() => second, 'in-channel') } })]);
    const { playground } = bot;
    const ada = playground.person('Ada');
    await ada.slash('probe');
    await ada.press('share');
    expect(playground.channel('study').messages.map(({ text }) => text)).toEqual(['The second screen.']);
    expect((await publishedBy(bot)).map(({ messageId }) => messageId)).toEqual(
      playground.channel('study').messages.map(({ id }) => id),
    );
    expect(ada.read().map(({ text }) => text)).toContain('The first screen.');
  });

  test('nowhere: the message goes for everybody', async () => {
    const probe = aProbe({ visibility: 'public', buttons: { away: press(() => removeMessage, 'remove') } });
    const { playground, errors } = await aProbeBot([probe]);
    const ada = playground.person('Ada');
    await ada.slash('probe');
    await ada.press('away');
    await expect.poll(() => playground.channel('study').messages).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('nothing at all: the message stays, and Discord is told that all is well', async () => {
    const { playground, errors } = await aProbeBot([aProbe({ buttons: { on: press(() => nothing) } })]);
    const ada = playground.person('Ada');
    await ada.slash('probe');
    await ada.press('on');
    expect(ada.read().map(({ text }) => text)).toEqual(['The first screen.']);
    expect(errors).toEqual([]);
  });
});

test('whatever a public answer says, it pings nobody, deferred or not', async () => {
  const words = '@everyone @here';
  const { playground } = await aProbeBot(
    [aProbe({ visibility: 'public', run: ({ userId }) => show(saying(`${words} <@${userId}>`)) })],
    { botPermissions: 8n },
  );
  await playground.person('Ada').slash('probe');
  const [message] = playground.channel('study').messages;
  expect(message?.text).toContain('@everyone');
  expect(message?.pings).toEqual({ users: [], roles: [], everyone: false });
});

const wordsForm = (given = ''): FormView => ({
  custom_id: 'probe:words',
  title: 'Say something',
  components: [
    {
      type: ComponentType.Label,
      label: 'Words',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'words',
        style: TextInputStyle.Short,
        ...(given === '' ? {} : { value: given }),
      },
    },
  ],
});

const formThat = (submit: (words: string) => Answer | Promise<Answer>): Form =>
  defineForm({
    args: z.tuple([]),
    fields: z.object({ words: z.string() }),
    open: (_caller, _args, given) => wordsForm(typeof given.words === 'string' ? given.words : ''),
    submit: (_caller, _args, { words }) => submit(words),
  });

describe('a form', () => {
  const forms = { words: formThat((words) => show(saying(`You said ${words}.`))) };
  const open = () => openForm(wordsForm());

  test('opens from a command', async () => {
    const { playground } = await aProbeBot([aProbe({ forms, mayOpenForm: true, run: open })]);
    const ada = playground.person('Ada');
    expect((await ada.slash('probe')).kind).toBe('form');
    expect(await ada.fill({ words: 'hello' })).toMatchObject({ text: 'You said hello.', private: true });
  });

  test('opens from a button and from a select, and what it answers replaces their message', async () => {
    const buttons = { write: press(open, 'form') };
    const { playground } = await aProbeBot([aProbe({ forms, buttons, selects: { pick: choose(open, 'form') } })]);
    for (const way of ['button', 'select'] as const) {
      const ada = playground.person(`Ada with a ${way}`);
      await ada.slash('probe');
      const screen = way === 'button' ? await ada.press('write') : await ada.choose('pick', 'one');
      expect(screen.kind).toBe('form');
      expect(await ada.fill({ words: way })).toMatchObject({ kind: 'update', text: `You said ${way}.` });
    }
  });

  test('from a public message answers privately and leaves the message', async () => {
    const { playground } = await aProbeBot([
      aProbe({ visibility: 'public', forms, buttons: { write: press(open, 'form') } }),
    ]);
    await playground.person('Ada').slash('probe');
    const [shared] = playground.channel('study').messages;
    const bea = playground.person('Bea');
    await bea.press('write', shared);
    expect(await bea.fill({ words: 'hi' })).toMatchObject({ kind: 'message', private: true, text: 'You said hi.' });
    expect(playground.channel('study').messages).toEqual([shared]);
  });

  test('opens late but opens, for a deferred answer could not be a form', async () => {
    const { playground } = await aProbeBot([aProbe({ forms, mayOpenForm: true, run: () => later(open()) })]);
    expect((await playground.person('Ada').slash('probe')).kind).toBe('form');
  });

  test('that takes long is deferred, too', async () => {
    const slow = { words: formThat((words) => later(show(saying(`You said ${words}.`)))) };
    const { playground } = await aProbeBot([aProbe({ forms: slow, mayOpenForm: true, run: open })]);
    const ada = playground.person('Ada');
    await ada.slash('probe');
    expect(await ada.fill({ words: 'hello' })).toMatchObject({
      deferred: true,
      private: true,
      text: 'You said hello.',
    });
  });

  test('cannot answer a form: that is a bug of ours, told to whoever hosts', async () => {
    const again = { words: formThat(() => openForm(wordsForm())) };
    const { playground, errors } = await aProbeBot([aProbe({ forms: again, mayOpenForm: true, run: open })]);
    const ada = playground.person('Ada');
    await ada.slash('probe');
    expect((await ada.fill({ words: 'hello' })).text).toContain('Something broke on my side');
    expect(errors).toMatchObject([{ error: { message: 'A form cannot answer a form.' } }]);
  });

  test('that refuses gives the text back behind Correct, as often as it takes, and to its author alone', async () => {
    const picky = {
      words: formThat((words) => (words === 'please' ? show(saying('Thank you.')) : refuse('Say please.'))),
    };
    const { playground, errors } = await aProbeBot([aProbe({ forms: picky, mayOpenForm: true, run: open })]);
    const ada = playground.person('Ada');
    await ada.slash('probe');
    for (const words of ['**now**', 'at once']) {
      const refused = await ada.fill({ words });
      expect(refused.text).toContain('Say please.');
      expect(refused.text).toContain('kept for a day');
      expect(refused).toMatchObject({ private: true, labels: ['Correct'] });
      const eve = playground.person('Eve');
      await eve.slash('probe');
      await eve.fill({ words: 'please' });
      const stolen = await eve.forge(eve.screen ?? '', refused.message?.controls[0]?.customId ?? '');
      expect(stolen.text).toContain('older version of this screen');
      expect((await ada.press('Correct', refused)).form?.fields[0]?.value).toBe(words);
    }
    expect((await ada.fill({ words: 'please' })).text).toBe('Thank you.');
    expect(errors).toEqual([]);
  });
});

describe('a handler that throws', () => {
  const secret = /SQLITE|secrets/;

  test('gets a private apology with a reference, and the log gets the error under that reference', async () => {
    const { playground, errors } = await aProbeBot([aProbe({ visibility: 'public', run: fails })]);
    const screen = await playground.person('Ada').slash('probe');
    expect(screen.private).toBe(true);
    expect(screen.text).toContain('Something broke on my side.');
    expect(screen.text).not.toMatch(secret);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.error).toMatchObject({ message: 'SQLITE_CORRUPT in table secrets' });
    expect(screen.text).toContain(`\`${errors[0]?.reference}\``);
    expect(playground.channel('study').messages).toEqual([]);
  });

  test.each([
    { when: 'at once', act: fails },
    { when: 'after it was deferred', act: failsLater },
  ])('on a press $when: the message that was pressed stays', async ({ act }) => {
    const { playground, errors } = await aProbeBot([aProbe({ buttons: { on: press(act) } })]);
    const ada = playground.person('Ada');
    await ada.slash('probe');
    await (await ada.press('on')).settled();
    await expect
      .poll(() => ada.read().map(({ text }) => text))
      .toEqual(['The first screen.', expect.stringContaining(`\`${errors[0]?.reference}\``)]);
    expect(ada.read().every((message) => message.private && !secret.test(message.text))).toBe(true);
    expect(errors).toHaveLength(1);
  });

  test('on a press on a public message: the apology is private and the message stays', async () => {
    const probe = aProbe({ visibility: 'public', buttons: { now: press(fails), later: press(failsLater) } });
    const { playground, errors } = await aProbeBot([probe]);
    await playground.person('Ada').slash('probe');
    const [shared] = playground.channel('study').messages;
    const bea = playground.person('Bea');
    for (const label of ['now', 'later']) {
      const screen = await bea.press(label, shared);
      expect(screen.private).toBe(true);
      expect(screen.text).toContain('Something broke on my side.');
    }
    expect(errors).toHaveLength(2);
    expect(playground.channel('study').messages).toEqual([shared]);
  });

  test('after it was deferred: the private answer that was promised becomes the apology', async () => {
    const { playground, errors } = await aProbeBot([aProbe({ run: failsLater })]);
    const screen = await playground.person('Ada').slash('probe');
    expect(screen).toMatchObject({ deferred: true, private: true, pending: false });
    expect(screen.text).toContain(`\`${errors[0]?.reference}\``);
    expect(screen.text).not.toMatch(secret);
  });

  test('leaves the bot able to answer the next one', async () => {
    let count = 0;
    const { playground } = await aProbeBot([aProbe({ run: () => (count++ === 0 ? fails() : second) })]);
    const ada = playground.person('Ada');
    await ada.slash('probe');
    expect((await ada.slash('probe')).text).toBe('The second screen.');
  });

  test('in a form: what was typed is not shown again, the apology is private', async () => {
    const forms = { words: formThat(fails) };
    const { playground, errors } = await aProbeBot([
      aProbe({ forms, mayOpenForm: true, run: () => openForm(wordsForm()) }),
    ]);
    const ada = playground.person('Ada');
    await ada.slash('probe');
    const screen = await ada.fill({ words: 'hello' });
    expect(screen.private).toBe(true);
    expect(screen.text).toContain(`\`${errors[0]?.reference}\``);
  });

  test('while somebody types is logged, and typing goes on', async () => {
    const { playground, errors } = await aProbeBot([aSuggester(fails)], { limits: { answerMs: 300 } });
    await expect(playground.person('Ada').suggestions('suggest', { what: 'x' })).rejects.toThrow('did not respond');
    expect(errors).toMatchObject([{ error: { message: expect.stringMatching(secret) } }]);
  });
});

describe('an answer that nobody waits for', () => {
  test.each([10062, 40060])('%i is logged and not apologised for', async (code) => {
    const { playground, errors, lost } = await aProbeBot([aProbe()], { limits: { answerMs: 300 } });
    playground.controls.fail(CALLBACK, code === 10062 ? 404 : 400, { code });
    const ada = playground.person('Ada');
    await expect(ada.slash('probe')).rejects.toThrow('did not respond');
    await expect.poll(() => lost).toMatchObject([{ error: { code } }]);
    expect(errors).toEqual([]);
    expect(playground.requests.filter(({ path }) => /callback|webhooks/.test(path))).toHaveLength(1);
  });

  test('another refusal by Discord is a bug of ours', async () => {
    const { playground, errors, lost } = await aProbeBot([aProbe()]);
    playground.controls.fail(CALLBACK, 400, { code: 50035 });
    expect((await playground.person('Ada').slash('probe')).text).toContain('Something broke on my side.');
    expect(errors).toMatchObject([{ error: { code: 50035 } }]);
    expect(lost).toEqual([]);
  });

  test('when even the apology fails, the log gets both and the bot goes on', async () => {
    const { playground, errors } = await aProbeBot([aProbe({ run: fails })], { limits: { answerMs: 300 } });
    playground.controls.fail(CALLBACK, 403, { code: 50001 });
    await expect(playground.person('Ada').slash('probe')).rejects.toThrow('did not respond');
    await expect.poll(() => errors).toMatchObject([{ error: { message: /SQLITE/ } }, { error: { code: 50001 } }]);
    expect((await playground.person('Ada').slash('probe')).text).toContain('Something broke on my side.');
  });
});

describe('a custom id that is forged, foreign or of an older version', () => {
  test.each([
    'probe',
    'probe:gone',
    'gone:on',
    'probe:on:more',
    ':',
    'probe:%zz',
    'probe:correct',
    'probe:correct:words:id',
  ])('%s is told privately, changes nothing and is no error', async (id) => {
    const { playground, errors } = await aProbeBot([aProbe({ buttons: { on: press(() => second) } })]);
    const ada = playground.person('Ada');
    await ada.slash('probe');
    const screen = await ada.forge(ada.screen ?? '', id);
    expect(screen.text).toContain('older version of this screen');
    expect(screen).toMatchObject({ private: true, labels: ['Home'] });
    expect(ada.read().map(({ text }) => text)).toContain('The first screen.');
    expect(errors).toEqual([]);
  });

  test('a button is not taken for a select of that name, nor a select for a button', async () => {
    const parts = { buttons: { on: press(() => second) }, selects: { pick: choose(() => second) } };
    const { playground } = await aProbeBot([aProbe(parts)]);
    const ada = playground.person('Ada');
    const home = await ada.slash('probe');
    expect((await ada.forge(home, 'probe:on', ['one'])).text).toContain('older version');
    expect((await ada.forge(home, 'probe:pick')).text).toContain('older version');
  });
});

describe('while somebody types', () => {
  const many = (count: number, name = (index: number) => `Page ${index}`): Choice[] =>
    Array.from({ length: count }, (_, index) => ({ name: name(index), value: `page-${index}` }));

  test('more than 25 suggestions are cut', async () => {
    const { playground } = await aProbeBot([aSuggester(() => many(40))]);
    const choices = await playground.person('Ada').suggestions('suggest', { what: '' });
    expect(choices).toEqual(many(25));
  });

  test('an over-long name is shortened, between letters that belong together', async () => {
    const { playground } = await aProbeBot([
      aSuggester(() => many(2, (index) => (index === 0 ? 'x'.repeat(101) : '👩‍👩‍👧‍👦'.repeat(20)))),
    ]);
    const [letters, families] = await playground.person('Ada').suggestions('suggest', { what: '' });
    expect(letters?.name).toBe(`${'x'.repeat(99)}…`);
    expect(families?.name).toMatch(/^(👩‍👩‍👧‍👦)+…$/u);
  });

  test('what was typed and who typed it reach the handler', async () => {
    const { playground } = await aProbeBot([
      aSuggester((typed, { language }) => [{ name: `${typed} ${language}`, value: typed }]),
    ]);
    const choices = await playground.person('Ada', { locale: 'de' }).suggestions('suggest', { what: 'htpp' });
    expect(choices).toEqual([{ name: 'htpp de', value: 'htpp' }]);
  });
});

function aSuggester(suggest: (typed: string, caller: Caller) => readonly Choice[]): Command {
  return defineCommand({
    data: new SlashCommandBuilder()
      .setName('suggest')
      .setDescription('Suggests')
      .setContexts(0, 1)
      .setIntegrationTypes(0)
      .addStringOption((option) => option.setName('what').setDescription('What').setAutocomplete(true)),
    handler: defineHandler({
      options: z.object({ what: z.string().max(5).optional() }),
      visibility: 'private',
      run: (_caller, { what }) => show(saying(`You chose ${what}.`)),
      suggest: { what: suggest },
    }),
  });
}

test('options that do not fit (an older registration) are told like an old button', async () => {
  const { playground, errors } = await aProbeBot([aSuggester(() => [])]);
  const ada = playground.person('Ada');
  expect((await ada.slash('suggest', { what: 'short' })).text).toBe('You chose short.');
  expect((await ada.slash('suggest', { what: 'far too long' })).text).toContain('older version');
  expect(errors).toEqual([]);
});

test('a handler knows who asks, where, in which language, and whether they manage the server', async () => {
  const callers: Caller[] = [];
  const run = (caller: Caller) => {
    callers.push(caller);
    return second;
  };
  const { playground } = await aProbeBot([aProbe({ run })]);
  const ada = playground.person('Ada', { locale: 'pt-BR' });
  await ada.slash('probe');
  await playground.person('Mod', { moderator: true }).slash('probe');
  await ada.privately.slash('probe');
  const server = playground.controls.server().id;
  expect(callers).toMatchObject([
    {
      userId: ada.id,
      serverId: server,
      channelId: playground.channel('study').id,
      managesServer: false,
      language: 'pt',
    },
    { serverId: server, managesServer: true, language: 'en', serverLanguage: 'en' },
    { userId: ada.id, serverId: undefined, managesServer: false, language: 'pt' },
  ]);
});

test('drain waits for the answers that are under way, and for those that fail', async () => {
  const buttons = { slow: press(() => later(second, 400)), broken: press(async () => later(second, 300).then(fails)) };
  const { playground, router, errors } = await aProbeBot([aProbe({ buttons })]);
  const [ada, bea] = [playground.person('Ada'), playground.person('Bea')];
  await Promise.all([ada.slash('probe'), bea.slash('probe')]);
  const answers = [ada.press('slow'), bea.press('broken')];
  await pause(100);
  await router.drain();
  expect(ada.screen?.text).toBe('The second screen.');
  expect(errors).toHaveLength(1);
  await Promise.all(answers);
  await router.drain(); // With nothing under way it resolves at once.
});
