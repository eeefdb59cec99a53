import type { Overview } from '../protocol.ts';
import { get } from './api.ts';
import { createContentProblems } from './content-problems.ts';
import { createShell } from './create-shell.ts';
import { createDrawer } from './drawer.ts';
import { element } from './element.ts';
import { createHeader } from './header.ts';
import { createHint } from './hint.ts';
import { type LiveListeners, listenLive } from './live.ts';
import { createMessageBox } from './message-box.ts';
import { createMessageList } from './message-list.ts';
import { createPeopleMenu } from './people-menu.ts';
import type { Part } from './shell.ts';
import { createSidebar } from './sidebar.ts';
import { themeSwitch } from './theme.ts';
import { createTimeBar } from './time-bar.ts';
import { readWhereabouts } from './whereabouts.ts';
import { createWirePanel } from './wire-panel.ts';

const { person, channel } = readWhereabouts();
const shell = createShell(await get<Overview>('/api/overview', { person }), channel, () => ({
  now: () => timeBar.now(),
  changed,
  moved,
  useCommand: (words) => void box.use(words, false),
  removeMessage: (id) => messages.remove(id),
  goToMessage: (id) => messages.goTo(id),
}));
const drawer = createDrawer();
const sidebar = createSidebar(shell, drawer.close);
const messages = createMessageList(shell);
const box = createMessageBox(shell);
const hint = createHint(shell, box);
const contentProblems = createContentProblems(shell);
const timeBar = createTimeBar(shell);
const wire = createWirePanel(shell);
const people = createPeopleMenu(shell);
const header = createHeader(shell, drawer.button, wire.button, themeSwitch(), people.element);
const parts: readonly Part[] = [sidebar, header, timeBar, contentProblems, messages, hint, box, wire, people];

const middle = element('main', { class: 'middle' }, header.element, timeBar.element, contentProblems.element);
middle.append(messages.element, hint.element, box.element);
drawer.attach(sidebar.element, middle);
document.body.prepend(element('div', { class: 'app' }, sidebar.element, drawer.backdrop, middle, wire.element));

const listeners: LiveListeners = {
  message(message) {
    const { channel_id: channelId } = message.json;
    if (channelId === shell.channel.id) messages.show(message);
    else sidebar.markUnread(String(channelId));
  },
  'message-changed': (message) => messages.change(message),
  'message-deleted': ({ id }) => messages.remove(id),
  places: () => void shell.refresh(),
  wire: ({ violations }) => wire.news(violations),
  clock(state) {
    timeBar.set(state);
    messages.refreshTimes();
  },
};
let listeningFor: string | undefined;
let stopListening = (): void => undefined;
await moved();

function changed(): void {
  for (const part of parts) part.update?.();
  document.title = `${shell.channel.name} · ${shell.overview.me.name} · Cairn’s playground`;
}

/** Listens first and reads then, so that nothing falls in between. */
async function moved(): Promise<void> {
  changed();
  const { id } = shell.overview.me;
  if (listeningFor === id) return messages.load();
  stopListening();
  listeningFor = id;
  stopListening = listenLive(id, listeners, () => void opened());
}

/** At first, and after a break, in which everything may have become another. */
async function opened(): Promise<void> {
  await shell.refresh();
  await messages.load();
  awaitBot();
}

function awaitBot(): void {
  if (!shell.overview.bot.isConnected) setTimeout(() => void shell.refresh().then(awaitBot), 500);
}
