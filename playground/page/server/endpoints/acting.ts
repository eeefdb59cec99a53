import { z } from 'zod';
import type { FieldValue } from '../../../people/filling.ts';
import { perform, refusing } from '../acting.ts';
import { channelEntry, getVisibleChannel, getVisibleMessage } from '../looking.ts';
import { Refusal } from '../page-error.ts';
import { type Endpoint, endpoint, getPerson, id, who } from './endpoint.ts';

const words = z.string().min(1).max(100);
const customId = z.string().min(1).max(100);
const options = z.record(words, z.union([z.string().max(6_000), z.number(), z.boolean()]));
const command = { ...who, channel: id, command: z.string().min(1).max(110), options };

const sentFile = z
  .strictObject({ name: words, contentType: z.string().max(200), base64: z.base64().max(14_000_000) })
  .transform(({ base64, ...file }) => ({ ...file, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }));
const values = z.record(
  customId,
  z.union([z.string().max(6_000), z.boolean(), z.null(), z.array(z.union([z.string().max(100), sentFile])).max(25)]),
);

export const actingEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/api/command', z.strictObject(command), (page, given) => {
    const person = getPerson(page, given.person);
    const place = person.in(getVisibleChannel(page, person, given.channel));
    return perform(page, person, () => place.slash(given.command, given.options));
  }),
  endpoint('POST', '/api/suggestions', z.strictObject({ ...command, focused: words }), async (page, given) => {
    const person = getPerson(page, given.person);
    const place = person.in(getVisibleChannel(page, person, given.channel));
    return refusing(page, person, () => place.suggestions(given.command, given.options, given.focused));
  }),
  endpoint('POST', '/api/press', z.strictObject({ ...who, message: id, customId }), (page, given) => {
    const person = getPerson(page, given.person);
    getVisibleMessage(page, person, given.message);
    return perform(page, person, () => person.press(given.customId, given.message));
  }),
  endpoint(
    'POST',
    '/api/choose',
    z.strictObject({ ...who, message: id, customId, values: z.array(z.string().max(100)).max(25) }),
    (page, given) => {
      const person = getPerson(page, given.person);
      getVisibleMessage(page, person, given.message);
      return perform(page, person, () => person.choose(given.customId, given.values, given.message));
    },
  ),
  endpoint('POST', '/api/form', z.strictObject({ ...who, customId, values }), (page, given) => {
    const person = getPerson(page, given.person);
    if (person.form?.customId !== given.customId) throw new Refusal('That form is no longer open.');
    return perform(page, person, () => person.fill(given.values as Record<string, FieldValue>));
  }),
  endpoint(
    'POST',
    '/api/write',
    z.strictObject({ ...who, channel: id, text: z.string().trim().min(1).max(2_000) }),
    (page, given) => {
      const person = getPerson(page, given.person);
      const channel = getVisibleChannel(page, person, given.channel);
      if (!channelEntry(page.playground.world, person.id, channel).mayWrite)
        throw new Refusal('You do not have permission to write here.');
      person.in(channel).write(given.text);
      return {};
    },
  ),
  endpoint('POST', '/api/dismiss', z.strictObject({ ...who, message: id }), (page, given) => {
    const message = getVisibleMessage(page, getPerson(page, given.person), given.message);
    if (message.readerId === null) throw new Refusal('Only private answers can be dismissed.');
    page.dismissed.add(message.id);
    return {};
  }),
];
