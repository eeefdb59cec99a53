import { describe, expect, test } from 'vitest';
import { findProblems } from '../../playground/rules/find-problems.ts';
import type { Circumstances } from '../../playground/rules/rulebook.ts';
import type { BodyKind } from '../../playground/rules/schemas.ts';
import type { Message } from '../../playground/world/model.ts';

const v2 = 1 << 15;
const say = (content: string) => ({ type: 10, content });
const button = (more: object = {}) => ({ type: 2, style: 1, custom_id: 'a', label: 'Next', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const option = (value: string, more: object = {}) => ({ label: value, value, ...more });
const select = (more: object = {}) => ({ type: 3, custom_id: 's', options: [option('a'), option('b')], ...more });
const withRow = (...components: object[]) => ({ content: 'x', components: [row(...components)] });
const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));
const older = (more: Partial<Message>) =>
  ({ content: '', embeds: [], components: [], attachments: [], flags: 0, poll: null, ...more }) as unknown as Message;

interface Case {
  readonly rule: string;
  readonly bad: unknown;
  readonly good: unknown;
  /** `path code` of the one problem. */
  readonly problem: string;
  readonly kind?: BodyKind;
  readonly given?: Circumstances;
}

async function problemsOf(body: unknown, { kind = 'message', given = {} }: Case): Promise<string[]> {
  // Bodies travel as JSON: what is undefined is not there.
  const found = await findProblems(kind, JSON.parse(JSON.stringify(body)), given);
  return found.map(({ path, code }) => `${path.join('.')} ${code}`);
}

function check(cases: readonly Case[]) {
  test.each(cases)('$rule', async (one) => {
    expect(await problemsOf(one.good, one)).toEqual([]);
    expect(await problemsOf(one.bad, one)).toEqual([one.problem]);
  });
}

const poll = {
  question: { text: 'Which?' },
  answers: [{ poll_media: { text: 'This' } }, { poll_media: { text: 'That' } }],
};

describe('messages', () => {
  check([
    { rule: 'a message is not empty', bad: { content: ' ' }, good: { content: 'x' }, problem: ' EMPTY_MESSAGE' },
    {
      rule: 'a Components V2 message is not empty',
      bad: { flags: v2, attachments: [{ id: '0' }] },
      given: { files: ['a'] },
      good: { flags: v2, components: [say('x')] },
      problem: 'components EMPTY_MESSAGE',
    },
    {
      rule: 'content has at most 2,000 characters',
      bad: { content: 'x'.repeat(2001) },
      good: { content: 'x'.repeat(2000) },
      problem: 'content BASE_TYPE_MAX_LENGTH',
    },
    {
      rule: 'text of a V2 message has at most 4,000 characters in all',
      bad: { flags: v2, components: [say('x'.repeat(2001)), say('x'.repeat(2000))] },
      good: { flags: v2, components: [say('x'.repeat(2000)), say('x'.repeat(2000))] },
      problem: 'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    },
    {
      rule: 'a V2 message has no content',
      bad: { flags: v2, content: 'x', components: [say('x')] },
      good: { flags: v2, components: [say('x')] },
      problem: 'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    },
    {
      rule: 'a V2 message has no embeds',
      bad: { flags: v2, embeds: [{ title: 'x' }], components: [say('x')] },
      good: { flags: v2, embeds: [], components: [say('x')] },
      problem: 'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    },
    {
      rule: 'a V2 message has no poll',
      bad: { flags: v2, poll, components: [say('x')] },
      good: { poll },
      problem: 'poll MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    },
    {
      rule: 'V2 components need the flag',
      bad: { content: 'x', components: [say('x')] },
      good: { flags: v2, components: [say('x')] },
      problem: 'components.0.type UNION_TYPE_CHOICES',
    },
    {
      rule: 'a usual message has at most 5 rows',
      bad: { content: 'x', components: times(6, (n) => row(button({ custom_id: `${n}` }))) },
      good: { content: 'x', components: times(5, (n) => row(button({ custom_id: `${n}` }))) },
      problem: 'components BASE_TYPE_BAD_LENGTH',
    },
    {
      rule: 'there are at most 40 components, nested ones too',
      bad: { flags: v2, components: [{ type: 17, components: times(40, () => say('x')) }] },
      good: { flags: v2, components: [{ type: 17, components: times(39, () => say('x')) }] },
      problem: 'components BASE_TYPE_BAD_LENGTH',
    },
    {
      rule: 'flags that nobody can set are refused',
      bad: { content: 'x', flags: 64 },
      good: { content: 'x', flags: 4096 },
      problem: 'flags MESSAGE_FLAGS_INVALID',
    },
    {
      rule: 'parse and a list of ids exclude each other',
      bad: { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      good: { content: 'x', allowed_mentions: { parse: ['roles'], users: ['1'] } },
      problem: 'allowed_mentions.users MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    },
    {
      rule: 'a nonce has at most 25 characters',
      bad: { content: 'x', nonce: 'x'.repeat(26) },
      good: { content: 'x', nonce: 'x'.repeat(25) },
      problem: 'nonce BASE_TYPE_MAX_LENGTH',
    },
    {
      rule: 'unknown keys are refused',
      bad: { content: 'x', colour: 1 },
      good: { content: 'x', enforce_nonce: false, tts: false },
      problem: 'colour UNKNOWN_KEY',
    },
    {
      rule: 'unknown keys are refused deep inside',
      bad: withRow(button({ colour: 1 })),
      good: withRow(button()),
      problem: 'components.0.components.0.colour UNKNOWN_KEY',
    },
    {
      rule: 'unknown types of components are refused',
      bad: { flags: v2, components: [{ type: 99 }] },
      good: { flags: v2, components: [{ type: 14 }] },
      problem: 'components.0.type UNION_TYPE_CHOICES',
    },
  ]);
});

describe('edits', () => {
  const v2Message = older({ flags: v2, components: [say('x')] });
  const usual = older({ content: 'x' });
  check([
    {
      rule: 'the V2 flag cannot be taken off',
      kind: 'message-edit',
      given: { older: v2Message },
      bad: { flags: 0 },
      good: { flags: v2 },
      problem: 'flags MESSAGE_FLAGS_COMPONENTS_V2',
    },
    {
      rule: 'content cannot come into a V2 message',
      kind: 'answer-edit',
      given: { older: v2Message },
      bad: { content: 'x' },
      good: { components: [say('y')] },
      problem: 'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    },
    {
      rule: 'a usual message becomes V2 only without its content',
      kind: 'message-edit',
      given: { older: usual },
      bad: { flags: v2, components: [say('y')] },
      good: { flags: v2, content: null, components: [say('y')] },
      problem: 'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    },
    {
      rule: 'an edit leaves something',
      kind: 'message-edit',
      given: { older: usual },
      bad: { content: '' },
      good: { embeds: [] },
      problem: ' EMPTY_MESSAGE',
    },
  ]);
});

describe('buttons, rows and selects', () => {
  const path = 'components.0.components.0';
  check([
    {
      rule: 'a custom id stands once',
      bad: withRow(button(), button()),
      good: withRow(button(), button({ custom_id: 'b' })),
      problem: 'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    },
    {
      rule: 'a component id stands once',
      bad: withRow(button({ id: 3 }), button({ id: 3, custom_id: 'b' })),
      good: withRow(button({ id: 3 }), button({ id: 4, custom_id: 'b' })),
      problem: 'components.0.components.1.id COMPONENT_ID_DUPLICATED',
    },
    {
      rule: 'a custom id has at most 100 characters',
      bad: withRow(button({ custom_id: 'x'.repeat(101) })),
      good: withRow(button({ custom_id: 'x'.repeat(100) })),
      problem: `${path}.custom_id BASE_TYPE_MAX_LENGTH`,
    },
    {
      rule: 'a button has a custom id',
      bad: withRow(button({ custom_id: undefined })),
      good: withRow(button()),
      problem: `${path}.custom_id BASE_TYPE_REQUIRED`,
    },
    {
      rule: 'a button has words or an emoji',
      bad: withRow(button({ label: undefined })),
      good: withRow(button({ label: undefined, emoji: { name: '✅' } })),
      problem: `${path} BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED`,
    },
    {
      rule: 'a usual button has no url',
      bad: withRow(button({ url: 'https://a.b' })),
      good: withRow(button()),
      problem: `${path}.url BUTTON_FIELD_NOT_ALLOWED`,
    },
    {
      rule: 'a link button has a url',
      bad: withRow({ type: 2, style: 5, label: 'x' }),
      good: withRow({ type: 2, style: 5, label: 'x', url: 'https://a.b' }),
      problem: `${path}.url BASE_TYPE_REQUIRED`,
    },
    {
      rule: 'a link leads to the web',
      bad: withRow({ type: 2, style: 5, label: 'x', url: 'ftp://a.b' }),
      good: withRow({ type: 2, style: 5, label: 'x', url: 'https://a.b' }),
      problem: `${path}.url URL_TYPE_INVALID_SCHEME`,
    },
    {
      rule: 'a link button has no custom id',
      bad: withRow(button({ style: 5, url: 'https://a.b' })),
      good: withRow(button({ style: 5, url: 'https://a.b', custom_id: undefined })),
      problem: `${path}.custom_id BUTTON_FIELD_NOT_ALLOWED`,
    },
    {
      rule: 'a label has at most 80 characters',
      bad: withRow(button({ label: 'x'.repeat(81) })),
      good: withRow(button({ label: 'x'.repeat(80) })),
      problem: `${path}.label BASE_TYPE_MAX_LENGTH`,
    },
    {
      rule: 'a row holds at most 5 buttons',
      bad: withRow(...times(6, (n) => button({ custom_id: `${n}` }))),
      good: withRow(...times(5, (n) => button({ custom_id: `${n}` }))),
      problem: 'components.0.components BASE_TYPE_BAD_LENGTH',
    },
    {
      rule: 'a row is not empty',
      bad: { content: 'x', components: [row()] },
      good: withRow(button()),
      problem: 'components.0.components BASE_TYPE_BAD_LENGTH',
    },
    {
      rule: 'a select stands alone in its row',
      bad: withRow(select(), button()),
      good: withRow(select()),
      problem: 'components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    },
    {
      rule: 'a select has an option',
      bad: withRow(select({ options: [] })),
      good: withRow(select({ options: [option('a')] })),
      problem: `${path}.options BASE_TYPE_BAD_LENGTH`,
    },
    {
      rule: 'a select has at most 25 options',
      bad: withRow(select({ options: times(26, (n) => option(`${n}`)) })),
      good: withRow(select({ options: times(25, (n) => option(`${n}`)) })),
      problem: `${path}.options BASE_TYPE_BAD_LENGTH`,
    },
    {
      rule: 'an option value stands once',
      bad: withRow(select({ options: [option('a'), option('a')] })),
      good: withRow(select()),
      problem: `${path}.options.1 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED`,
    },
    {
      rule: 'there are no more defaults than can be chosen',
      bad: withRow(select({ options: [option('a', { default: true }), option('b', { default: true })] })),
      good: withRow(
        select({ max_values: 2, options: [option('a', { default: true }), option('b', { default: true })] }),
      ),
      problem: `${path} SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES`,
    },
    {
      rule: 'default people count too',
      bad: withRow({
        type: 5,
        custom_id: 's',
        default_values: [
          { id: '1', type: 'user' },
          { id: '2', type: 'user' },
        ],
      }),
      good: withRow({ type: 5, custom_id: 's', default_values: [{ id: '1', type: 'user' }] }),
      problem: `${path} SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES`,
    },
    {
      rule: 'no more can be chosen than there are options',
      bad: withRow(select({ max_values: 3 })),
      good: withRow(select({ max_values: 2 })),
      problem: `${path}.max_values NUMBER_TYPE_MAX`,
    },
    {
      rule: 'the least is not above the most',
      bad: withRow(select({ min_values: 2 })),
      good: withRow(select({ min_values: 2, max_values: 2 })),
      problem: `${path}.min_values NUMBER_TYPE_MAX`,
    },
  ]);
});

describe('embeds and files', () => {
  const embed = (more: object) => ({ embeds: [{ title: 'x', ...more }] });
  const long = { description: 'x'.repeat(3000) };
  const picture = (name: string) => ({ embeds: [{ image: { url: `attachment://${name}` } }] });
  check([
    {
      rule: 'embeds have at most 6,000 characters in all',
      bad: { embeds: [long, long, { title: 'x' }] },
      good: { embeds: [long, long] },
      problem: 'embeds MAX_EMBED_SIZE_EXCEEDED',
    },
    {
      rule: 'a title has at most 256',
      bad: embed({ title: 'x'.repeat(257) }),
      good: embed({ title: 'x'.repeat(256) }),
      problem: 'embeds.0.title BASE_TYPE_MAX_LENGTH',
    },
    {
      rule: 'a description has at most 4,096',
      bad: embed({ description: 'x'.repeat(4097) }),
      good: embed({ description: 'x'.repeat(4096) }),
      problem: 'embeds.0.description BASE_TYPE_MAX_LENGTH',
    },
    {
      rule: 'a footer has at most 2,048',
      bad: embed({ footer: { text: 'x'.repeat(2049) } }),
      good: embed({ footer: { text: 'x'.repeat(2048) } }),
      problem: 'embeds.0.footer.text BASE_TYPE_MAX_LENGTH',
    },
    {
      rule: 'there are at most 25 fields',
      bad: embed({ fields: times(26, () => ({ name: 'x', value: 'x' })) }),
      good: embed({ fields: times(25, () => ({ name: 'x', value: 'x' })) }),
      problem: 'embeds.0.fields BASE_TYPE_BAD_LENGTH',
    },
    {
      rule: 'a field is not empty',
      bad: embed({ fields: [{ name: 'x', value: ' ' }] }),
      good: embed({ fields: [{ name: 'x', value: 'x' }] }),
      problem: 'embeds.0.fields.0.value BASE_TYPE_REQUIRED',
    },
    {
      rule: 'an embed is not empty',
      bad: { content: 'x', embeds: [{ color: 1 }] },
      good: embed({}),
      problem: 'embeds.0.description BASE_TYPE_REQUIRED',
    },
    {
      rule: 'there are at most 10 embeds',
      bad: { embeds: times(11, () => ({ title: 'x' })) },
      good: { embeds: times(10, () => ({ title: 'x' })) },
      problem: 'embeds BASE_TYPE_BAD_LENGTH',
    },
    {
      rule: 'a picture names a file that is there',
      bad: picture('b.png'),
      good: picture('a.png'),
      given: { files: ['a.png'] },
      problem: 'embeds UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    },
    {
      rule: 'an attachment names a file that is there',
      bad: { content: 'x', attachments: [{ id: 0 }, { id: 1 }] },
      good: { content: 'x', attachments: [{ id: 0 }] },
      given: { files: ['a.png'] },
      problem: 'attachments.1.id ATTACHMENT_NOT_FOUND',
    },
    {
      rule: 'at most 10 attachments are named',
      bad: { content: 'x', attachments: times(11, (id) => ({ id })) },
      good: { content: 'x', attachments: times(10, (id) => ({ id })) },
      given: { files: times(10, (n) => `${n}`) },
      problem: 'attachments BASE_TYPE_BAD_LENGTH',
    },
  ]);
  test('at most 10 files are sent', async () => {
    const files = (count: number) => ({ files: times(count, (n) => `${n}`) });
    const found = await findProblems('message', { content: 'x' }, files(11));
    expect(found.map(({ code }) => code)).toEqual(['BASE_TYPE_BAD_LENGTH']);
    expect(await findProblems('message', { content: 'x' }, files(10))).toEqual([]);
  });
});

describe('forms and other first answers', () => {
  const label = (component: object, more: object = {}) => ({ type: 18, label: 'x', component, ...more });
  const text = (more: object = {}) => ({ type: 4, custom_id: 't', style: 1, ...more });
  const form = (...components: object[]) => ({ type: 9, data: { custom_id: 'f', title: 'x', components } });
  const named = (more: object) => ({ type: 9, data: { ...form(label(text())).data, ...more } });
  const many = (count: number) => form(...times(count, (n) => label(text({ custom_id: `${n}` }))));
  const field = 'data.components.0.component';
  const inForm = (bad: object, good: object) => ({
    kind: 'callback' as const,
    bad: form(label(bad)),
    good: form(label(good)),
  });
  const options = [option('a'), option('b')];
  const choices = (count: number) => ({
    type: 8,
    data: { choices: times(count, (n) => ({ name: `${n}`, value: `${n}` })) },
  });
  check([
    {
      rule: 'a form has at most 5 parts',
      kind: 'callback',
      bad: many(6),
      good: many(5),
      problem: 'data.components BASE_TYPE_BAD_LENGTH',
    },
    {
      rule: 'a form has a part',
      kind: 'callback',
      bad: many(0),
      good: many(1),
      problem: 'data.components BASE_TYPE_BAD_LENGTH',
    },
    {
      rule: 'a form title has at most 45 characters',
      kind: 'callback',
      bad: named({ title: 'x'.repeat(46) }),
      good: named({ title: 'x'.repeat(45) }),
      problem: 'data.title BASE_TYPE_MAX_LENGTH',
    },
    {
      rule: 'a form label has at most 45 characters',
      kind: 'callback',
      bad: form(label(text(), { label: 'x'.repeat(46) })),
      good: form(label(text(), { label: 'x'.repeat(45) })),
      problem: 'data.components.0.label BASE_TYPE_MAX_LENGTH',
    },
    {
      rule: 'a custom id stands once in a form',
      kind: 'callback',
      bad: form(label(text()), label(text())),
      good: many(2),
      problem: 'data.components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    },
    {
      rule: 'an input in a label has no label of its own',
      ...inForm(text({ label: 'x' }), text()),
      problem: `${field}.label TEXT_INPUT_LABEL_NOT_ALLOWED`,
    },
    {
      rule: 'an input in a row has a label',
      kind: 'callback',
      bad: form(row(text())),
      good: form(row(text({ label: 'x' }))),
      problem: 'data.components.0.components.0.label BASE_TYPE_REQUIRED',
    },
    {
      rule: 'the value fits the lengths',
      ...inForm(text({ value: 'xxx', max_length: 2 }), text({ value: 'xx', max_length: 2 })),
      problem: `${field}.value BASE_TYPE_BAD_LENGTH`,
    },
    {
      rule: 'the least length is not above the most',
      ...inForm(text({ min_length: 3, max_length: 2 }), text({ min_length: 2, max_length: 2 })),
      problem: `${field}.min_length NUMBER_TYPE_MAX`,
    },
    {
      rule: 'nothing in a form is disabled',
      ...inForm(select({ disabled: true }), select()),
      problem: `${field}.disabled MODAL_COMPONENT_DISABLED`,
    },
    {
      rule: 'none may be chosen only where it is not required',
      ...inForm(select({ min_values: 0 }), select({ min_values: 0, required: false })),
      problem: `${field}.min_values NUMBER_TYPE_MIN`,
    },
    {
      rule: 'a radio value stands once',
      ...inForm(
        { type: 21, custom_id: 'r', options: [option('a'), option('a')] },
        { type: 21, custom_id: 'r', options },
      ),
      problem: `${field}.options.1 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED`,
    },
    {
      rule: 'one radio is chosen at most',
      ...inForm(
        { type: 21, custom_id: 'r', options: options.map((one) => ({ ...one, default: true })) },
        { type: 21, custom_id: 'r', options },
      ),
      problem: `${field}.options SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES`,
    },
    {
      rule: 'no more boxes can be ticked than there are',
      ...inForm(
        { type: 22, custom_id: 'c', options, max_values: 3 },
        { type: 22, custom_id: 'c', options, max_values: 2 },
      ),
      problem: `${field}.max_values NUMBER_TYPE_MAX`,
    },
    {
      rule: 'a deferral takes Ephemeral only',
      kind: 'callback',
      bad: { type: 5, data: { flags: 64 | v2 } },
      good: { type: 5, data: { flags: 64 } },
      problem: 'data.flags DEFERRED_FLAGS_INVALID',
    },
    {
      rule: 'autocomplete gives at most 25 choices',
      kind: 'callback',
      bad: choices(26),
      good: choices(25),
      problem: 'data.choices BASE_TYPE_BAD_LENGTH',
    },
    {
      rule: 'choices have the type of the option',
      kind: 'callback',
      given: { focusedType: 4 },
      bad: choices(1),
      good: { type: 8, data: { choices: [{ name: '1', value: 1 }] } },
      problem: 'data.choices.0.value BASE_TYPE_INVALID',
    },
    {
      rule: 'the kind of an answer is known',
      kind: 'callback',
      bad: { type: 77 },
      good: { type: 6 },
      problem: 'type BASE_TYPE_CHOICES',
    },
    {
      rule: 'an answer to an interaction follows the rules of messages',
      kind: 'callback',
      bad: { type: 4, data: { flags: 64 } },
      good: { type: 4, data: { flags: 64, content: 'x' } },
      problem: 'data EMPTY_MESSAGE',
    },
    {
      rule: 'so does a follow-up',
      kind: 'follow-up',
      bad: { content: 'x', components: [say('x')] },
      good: { flags: v2 | 64, components: [say('x')] },
      problem: 'components.0.type UNION_TYPE_CHOICES',
    },
    {
      rule: 'so does the first message of a forum post',
      kind: 'forum-post',
      bad: { name: 'x', message: {} },
      good: { name: 'x', message: { content: 'x' } },
      problem: 'message EMPTY_MESSAGE',
    },
  ]);
});

describe('commands', () => {
  const command = (more: object = {}) => ({ name: 'step', description: 'x', ...more });
  const field = (more: object = {}) => ({ type: 3, name: 'a', description: 'x', ...more });
  const withOptions = (...options: object[]) => command({ options });
  const choice = (name: string) => ({ name, value: name });
  const sub = (name: string, more: object = {}) => ({ type: 1, name, description: 'x', ...more });
  const large = (count: number) =>
    withOptions(
      ...times(count, (n) =>
        field({ name: `o${n}`, choices: times(4, (c) => ({ name: `${c}`.padEnd(90, 'x'), value: 'x'.repeat(90) })) }),
      ),
    );
  const option0 = 'options.0';
  const kind = 'command' as const;
  check([
    {
      rule: 'a name is lower case',
      kind,
      bad: command({ name: 'Step' }),
      good: command(),
      problem: 'name APPLICATION_COMMAND_INVALID_NAME',
    },
    {
      rule: 'a name has no spaces',
      kind,
      bad: command({ name: 'a step' }),
      good: command({ name: 'a-step_1' }),
      problem: 'name APPLICATION_COMMAND_INVALID_NAME',
    },
    {
      rule: 'a name has at most 32 characters',
      kind,
      bad: command({ name: 'x'.repeat(33) }),
      good: command({ name: 'x'.repeat(32) }),
      problem: 'name BASE_TYPE_MAX_LENGTH',
    },
    {
      rule: 'a translated name follows the pattern',
      kind,
      bad: command({ name_localizations: { de: 'Schritt' } }),
      good: command({ name_localizations: { de: 'größe' } }),
      problem: 'name_localizations.de APPLICATION_COMMAND_INVALID_NAME',
    },
    {
      rule: 'a slash command has a description',
      kind,
      bad: command({ description: '' }),
      good: command(),
      problem: 'description BASE_TYPE_REQUIRED',
    },
    {
      rule: 'a description has at most 100 characters',
      kind,
      bad: command({ description: 'x'.repeat(101) }),
      good: command({ description: 'x'.repeat(100) }),
      problem: 'description BASE_TYPE_MAX_LENGTH',
    },
    {
      rule: 'an option name follows the pattern',
      kind,
      bad: withOptions(field({ name: 'A' })),
      good: withOptions(field()),
      problem: `${option0}.name APPLICATION_COMMAND_INVALID_NAME`,
    },
    {
      rule: 'an option name stands once',
      kind,
      bad: withOptions(field(), field()),
      good: withOptions(field(), field({ name: 'b' })),
      problem: 'options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    },
    {
      rule: 'a required option comes before optional ones',
      kind,
      bad: withOptions(field(), field({ name: 'b', required: true })),
      good: withOptions(field({ required: true }), field({ name: 'b' })),
      problem: 'options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    },
    {
      rule: 'autocomplete and choices exclude each other',
      kind,
      bad: withOptions(field({ autocomplete: true, choices: [choice('x')] })),
      good: withOptions(field({ choices: [choice('x')] })),
      problem: `${option0}.autocomplete APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES`,
    },
    {
      rule: 'there are at most 25 choices',
      kind,
      bad: withOptions(field({ choices: times(26, (n) => choice(`${n}`)) })),
      good: withOptions(field({ choices: times(25, (n) => choice(`${n}`)) })),
      problem: `${option0}.choices BASE_TYPE_BAD_LENGTH`,
    },
    {
      rule: 'a choice stands once',
      kind,
      bad: withOptions(field({ choices: [choice('x'), choice('x')] })),
      good: withOptions(field({ choices: [choice('x'), choice('y')] })),
      problem: `${option0}.choices.1.name APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS`,
    },
    {
      rule: 'there are at most 25 options',
      kind,
      bad: withOptions(...times(26, (n) => field({ name: `o${n}` }))),
      good: withOptions(...times(25, (n) => field({ name: `o${n}` }))),
      problem: 'options BASE_TYPE_BAD_LENGTH',
    },
    {
      rule: 'a range is not upside down',
      kind,
      bad: withOptions(field({ type: 4, min_value: 2, max_value: 1 })),
      good: withOptions(field({ type: 4, min_value: 1, max_value: 2 })),
      problem: `${option0}.min_value NUMBER_TYPE_MAX`,
    },
    {
      rule: 'subcommands stand alone',
      kind,
      bad: withOptions(sub('new'), field()),
      good: withOptions(sub('new', { options: [field()] })),
      problem: 'options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    },
    {
      rule: 'a group holds subcommands',
      kind,
      bad: withOptions({ type: 2, name: 'g', description: 'x', options: [sub('x', { options: [sub('y')] })] }),
      good: withOptions({ type: 2, name: 'g', description: 'x', options: [sub('x')] }),
      problem: `${option0}.options.0.options.0.type UNION_TYPE_CHOICES`,
    },
    {
      rule: 'a context menu command has no description',
      kind,
      bad: { name: 'Do It', type: 3, description: 'x' },
      good: { name: 'Do It', type: 3 },
      problem: 'description APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION',
    },
    {
      rule: 'contexts exist for global commands only',
      kind,
      given: { inServer: true },
      bad: command({ contexts: [0] }),
      good: command(),
      problem: 'contexts GLOBAL_COMMANDS_ONLY',
    },
    {
      rule: 'rights are bits as text',
      kind,
      bad: command({ default_member_permissions: 'ManageGuild' }),
      good: command({ default_member_permissions: '32' }),
      problem: 'default_member_permissions BASE_TYPE_INVALID',
    },
    {
      rule: 'a command has at most 8,000 characters in all',
      kind,
      bad: large(12),
      good: large(11),
      problem: ' APPLICATION_COMMAND_TOO_LARGE',
    },
    {
      rule: 'a name stands once in the list',
      kind: 'command-list',
      bad: [command(), command()],
      good: [command(), command({ type: 3, description: undefined })],
      problem: '1.name APPLICATION_COMMANDS_DUPLICATE_NAME',
    },
    {
      rule: 'there are at most 100 commands',
      kind: 'command-list',
      bad: times(101, (n) => command({ name: `c${n}` })),
      good: times(100, (n) => command({ name: `c${n}` })),
      problem: ' BASE_TYPE_BAD_LENGTH',
    },
    {
      rule: 'an edit is judged with what it leaves',
      kind: 'command-edit',
      given: { olderCommand: command() },
      bad: { options: [field({ name: 'B' })] },
      good: { description: 'y' },
      problem: `${option0}.name APPLICATION_COMMAND_INVALID_NAME`,
    },
  ]);
});

describe('places', () => {
  const event = {
    name: 'x',
    privacy_level: 2,
    entity_type: 3,
    scheduled_start_time: '2027-01-01T00:00:00.000Z',
    scheduled_end_time: '2027-01-01T01:00:00.000Z',
  };
  check([
    {
      rule: 'an external event has a place',
      kind: 'scheduled-event',
      bad: event,
      good: { ...event, entity_metadata: { location: 'x' } },
      problem: 'entity_metadata BASE_TYPE_REQUIRED',
    },
    {
      rule: 'an external event has an end',
      kind: 'scheduled-event',
      bad: { ...event, scheduled_end_time: null, entity_metadata: { location: 'x' } },
      good: { ...event, entity_metadata: { location: 'x' } },
      problem: 'scheduled_end_time BASE_TYPE_REQUIRED',
    },
    { rule: 'a thread has a name', kind: 'thread', bad: {}, good: { name: 'x' }, problem: 'name BASE_TYPE_REQUIRED' },
    {
      rule: 'a private chat names a person by id',
      kind: 'private-chat',
      bad: { recipient_id: 'Ada' },
      good: { recipient_id: '1' },
      problem: 'recipient_id BASE_TYPE_INVALID',
    },
  ]);
});
