import { offeredCommands } from '../world/commands.ts';
import { createMessage } from '../world/messages.ts';
import type { Channel, Message, User } from '../world/model.ts';
import { may } from '../world/permissions.ts';
import { openPrivateChat } from '../world/servers.ts';
import { setArchived } from '../world/threads.ts';
import type { Actor, PersonState } from './actor.ts';
import { type ChannelView, viewChannel } from './channel-view.ts';
import type { Options, OptionValue } from './command-options.ts';
import type { FieldValue } from './filling.ts';
import type { Form } from './form.ts';
import { type MessageView, readMessage } from './reading.ts';
import type { Resolvable } from './resolving.ts';
import type { Choice, Screen } from './screen.ts';
import { slash, suggestions } from './slashing.ts';
import { channelNamed } from './stage.ts';
import { choose, forge, press, submit } from './touching.ts';

/** A message to act on: itself, its id, or a screen that shows it. */
export type Target = string | MessageView | Screen;

/** Somebody who uses the bot. Every act resolves when the bot has answered (`wait.ts` says how long that may take). */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly user: User;
  /** What the person looks at: the newest answer. */
  readonly screen: Screen | undefined;
  /** The form that is open. */
  readonly form: Form | undefined;
  /** The same person in the private chat with the bot. */
  readonly privately: Person;
  /** The same person in another channel or thread of the server. */
  in(channel: string | { readonly id: string }): Person;
  slash(command: string, options?: Options): Promise<Screen>;
  /** Autocomplete: the option being typed is `focused`, or else the last one given. */
  suggestions(
    command: string,
    options: Readonly<Record<string, OptionValue>>,
    focused?: string,
  ): Promise<readonly Choice[]>;
  /** Presses a button by its words or custom id. */
  press(button: string, on?: Target): Promise<Screen>;
  /** Chooses in a select, found by placeholder or custom id, by option values, labels, names or ids. */
  choose(select: string, values: Resolvable | readonly Resolvable[], on?: Target): Promise<Screen>;
  /** Submits the open form; fields by label or custom id, the others as they stand. */
  fill(values: Readonly<Record<string, FieldValue>>): Promise<Screen>;
  /** Sends a custom id that is not there, as a malicious client could. */
  forge(message: Target, customId: string, values?: readonly string[]): Promise<Screen>;
  /** The commands that Discord offers here, by name. */
  commands(): readonly string[];
  read(channel?: string | { readonly id: string }): readonly MessageView[];
  /** Writes an ordinary message. */
  write(text: string): MessageView;
}

export function createPerson(state: PersonState, channel: () => Channel): Person {
  const { stage, user } = state;
  const actor: Actor = { state, channel };
  const placeNamed = (place: string | { readonly id: string }) => namedPlace(state, place);
  return {
    id: user.id,
    name: user.name,
    user,
    get screen() {
      return state.screen;
    },
    get form() {
      return state.open?.form;
    },
    get privately() {
      return createPerson(state, () => openPrivateChat(stage.world, user.id));
    },
    in: (place) => createPerson(state, () => placeNamed(place)),
    slash: (command, options = {}) => slash(actor, command, options),
    suggestions: (command, options, focused) => suggestions(actor, command, options, focused),
    press: async (button, on) => press(actor, button, messageOf(state, on)),
    choose: async (select, values, on) => choose(actor, select, listOf(values), messageOf(state, on)),
    fill: (values) => submit(actor, values),
    forge: async (message, customId, values) => forge(actor, messageOf(state, message), customId, values),
    commands: () => offeredNames(actor),
    read: (place) => visibleMessages(state, place ? placeNamed(place) : channel()).messages,
    write(text) {
      setArchived(stage.world, channel(), false);
      const message = createMessage(stage.world, channel(), { authorId: user.id, body: { content: text } });
      return readMessage(stage.world, message);
    },
  };
}

function offeredNames({ state: { stage, user }, channel }: Actor): string[] {
  return offeredCommands(stage.world, user.id, channel()).map(({ body }) => body.name);
}

function listOf(values: Resolvable | readonly Resolvable[]): readonly Resolvable[] {
  return Array.isArray(values) ? values : [values as Resolvable];
}

function namedPlace({ stage, server }: PersonState, place: string | { readonly id: string }): Channel {
  const id = typeof place === 'string' ? place : place.id;
  const known = stage.world.channels.get(id);
  if (known) return known;
  if (!server) throw new Error(`There is no channel "${id}": this person is in no server.`);
  return channelNamed(server, id);
}

function visibleMessages({ stage, user }: PersonState, channel: Channel): ChannelView {
  if (!may(stage.world, user.id, channel, 'ViewChannel')) throw new Error(`${user.name} cannot see #${channel.name}.`);
  return viewChannel(stage.world, channel, user.id);
}

/** The message that is meant, as it stands now. Throws when there is none or it is gone. */
function messageOf({ stage, user, screen }: PersonState, on: Target | undefined): Message {
  const target = on ?? screen;
  if (target === undefined) throw new Error(`${user.name} has no screen yet: name the message to act on.`);
  const id = typeof target === 'string' ? target : 'id' in target ? target.id : target.message?.id;
  const message = stage.world.messages.get(id ?? '');
  if (message) return message;
  const form = typeof target === 'object' && 'form' in target ? target.form : undefined;
  throw new Error(form ? `The form "${form.title}" is open: fill it in first.` : 'That message is gone.');
}
