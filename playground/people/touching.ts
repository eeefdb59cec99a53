import { type Channel, interactionTypes, type Json, type Message } from '../world/model.ts';
import { may } from '../world/permissions.ts';
import { act } from './act.ts';
import type { Actor } from './actor.ts';
import { type Control, controlsOf, findControl } from './controls-on-message.ts';
import { type FieldValue, submittedComponents } from './filling.ts';
import { createResolving, type Resolvable, type Resolving } from './resolving.ts';
import type { Screen } from './screen.ts';
import { show } from './showing.ts';

/** Presses a button. Throws when it is missing, disabled or a link. */
export function press(actor: Actor, wanted: string, message: Message): Promise<Screen> {
  const control = findControl(controlsOf(visible(actor, message).components), wanted, 'button');
  if (control.kind === 'link') throw new Error(`"${wanted}" is a link to ${control.url}: the bot hears nothing of it.`);
  return touch(actor, message, dataOf(control));
}

/** Chooses in a select. Throws for values that it does not offer and for too few or too many. */
export function choose(actor: Actor, wanted: string, values: readonly Resolvable[], message: Message): Promise<Screen> {
  const control = findControl(controlsOf(visible(actor, message).components), wanted, 'select');
  const { minValues: least, maxValues: most, kind } = control;
  if (values.length < least || values.length > most)
    throw new Error(`"${wanted}" takes ${least} to ${most} values, not ${values.length}.`);
  const resolving = resolvingAt(actor, message.channelId);
  const ids = values.map((value) => {
    if (kind === 'string') return optionValue(control, String(value));
    return resolving.id(kind as Exclude<typeof kind, 'button' | 'link' | 'string'>, value);
  });
  const resolved = kind === 'string' ? {} : { resolved: resolving.resolved };
  return touch(actor, message, { ...dataOf(control), values: ids, ...resolved });
}

/** Sends a custom id whether or not the message has it. */
export function forge(
  actor: Actor,
  message: Message,
  customId: string,
  values: readonly string[] | undefined,
): Promise<Screen> {
  const kind = values ? { component_type: 3, values } : { component_type: 2 };
  return touch(actor, message, { id: 1, custom_id: customId, ...kind });
}

/** Submits the open form. It stays open when the values are refused or the bot does not answer. */
export async function submit(actor: Actor, values: Readonly<Record<string, FieldValue>>): Promise<Screen> {
  const { open, user, stage } = actor.state;
  if (!open) throw new Error(`${user.name} has no form open.`);
  const { form, channel, sourceMessageId } = open;
  const resolving = resolvingAt(actor, channel.id);
  const components = submittedComponents(form, values, resolving);
  const resolved = Object.keys(resolving.resolved).length > 0 ? { resolved: resolving.resolved } : {};
  const data = { custom_id: form.customId, components, ...resolved };
  const place = { channelId: channel.id, serverId: channel.serverId };
  const given = { type: interactionTypes.form, userId: user.id, data, sourceMessageId };
  return show(actor, ...(await act(stage, user.name, { ...given, ...place })), channel, null);
}

async function touch(actor: Actor, message: Message, data: Json): Promise<Screen> {
  const { user, stage } = actor.state;
  const channel = channelOf(actor, message);
  const place = { channelId: channel.id, serverId: channel.serverId };
  const given = { type: interactionTypes.component, userId: user.id, data, sourceMessageId: message.id };
  return show(actor, ...(await act(stage, user.name, { ...given, ...place })), channel, message.id);
}

function channelOf({ state }: Actor, message: Message): Channel {
  const channel = state.stage.world.channels.get(message.channelId);
  if (!channel) throw new Error('The channel of that message is gone.');
  return channel;
}

function visible(actor: Actor, message: Message): Message {
  const { stage, user } = actor.state;
  const channel = channelOf(actor, message);
  if (!may(stage.world, user.id, channel, 'ViewChannel')) throw new Error(`${user.name} cannot see #${channel.name}.`);
  if (message.readerId !== null && message.readerId !== user.id)
    throw new Error(`${user.name} cannot see that message: it is private to somebody else.`);
  return message;
}

function resolvingAt({ state }: Actor, channelId: string): Resolving {
  const { world } = state.stage;
  const server = world.servers.get(world.channels.get(channelId)?.serverId ?? '');
  return createResolving({ world, server, channelId, userId: state.user.id });
}

function dataOf({ customId, componentType, componentId }: Control): Json {
  return { id: componentId, component_type: componentType, custom_id: customId };
}

function optionValue({ label, options }: Control, wanted: string): string {
  const found = options.find(({ value }) => value === wanted) ?? options.find((option) => option.label === wanted);
  if (!found) throw new Error(`"${label}" has no option "${wanted}": ${options.map((one) => one.label).join(', ')}.`);
  return found.value;
}
