import type { ServerResponse } from 'node:http';
import type { Person } from '../../people/person.ts';
import type { WorldEvents } from '../../world/events.ts';
import type { Channel, Interaction, Message } from '../../world/model.ts';
import { starterOf } from '../../world/threads.ts';
import type { LiveEvents } from '../protocol.ts';
import { maySeeMessage, showMessage } from './looking.ts';
import type { Page } from './page.ts';

type Tell = <Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]) => void;

/** Tells one browser what happens, as far as this person may know it, until it goes away. */
export function openLiveStream(page: Page, person: Person, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.write('retry: 300\n\n');
  const tell: Tell = (name, data) => {
    if (!response.writableEnded) response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const stops = [
    ...tellOfMessages(page, person, tell),
    ...tellOfPlaces(page, tell),
    ...tellOfWire(page, person, tell),
    page.player?.onMove((state) => tell('clock', state)),
  ];
  const end = () => {
    page.streams.delete(end);
    for (const stop of stops) stop?.();
    response.end();
  };
  page.streams.add(end);
  response.once('close', end);
}

function tellOfMessages(page: Page, person: Person, tell: Tell) {
  const { world } = page.playground;
  const show = (name: 'message' | 'message-changed', message: Message | undefined) => {
    if (message && maySeeMessage(page, person.id, message)) tell(name, showMessage(page, message));
  };
  // A message also shows the thread that hangs on it.
  const showStarter = (place: Channel | undefined) => {
    if (place?.thread) show('message-changed', starterOf(world, place));
  };
  return [
    world.events.on('message-created', (message) => {
      show('message', message);
      showStarter(world.channels.get(message.channelId));
    }),
    world.events.on('message-edited', (message) => show('message-changed', message)),
    world.events.on('message-deleted', (message) => {
      const { id, channelId } = message;
      if (maySeeMessage(page, person.id, message)) tell('message-deleted', { id, channelId });
      showStarter(world.channels.get(channelId));
    }),
    world.events.on('channel-changed', showStarter),
    world.events.on('channel-deleted', showStarter),
  ];
}

const changesOfPlaces = [
  'server-joined',
  'server-changed',
  'server-left',
  'channel-created',
  'channel-changed',
  'channel-deleted',
  'role-created',
  'role-changed',
  'role-deleted',
  'member-joined',
  'member-changed',
  'member-left',
] as const satisfies readonly (keyof WorldEvents)[];

/** Without saying what: whoever looks again is shown what they may see. */
function tellOfPlaces({ playground: { world } }: Page, tell: Tell) {
  return changesOfPlaces.map((name) => world.events.on(name, () => tell('places', {})));
}

function tellOfWire({ playground }: Page, person: Person, tell: Tell) {
  const { events } = playground.world;
  // A moment later, when the exchange knows of it, too.
  const tellSoon = () => setImmediate(() => tell('wire', { violations: playground.violations.length }));
  const news = ({ userId }: Interaction) => {
    if (userId === person.id) tellSoon();
  };
  return [
    events.on('interaction-answered', news),
    events.on('interaction-changed', news),
    events.on('interaction-failed', news),
    playground.onViolation(tellSoon),
  ];
}
