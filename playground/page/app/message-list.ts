import type { ChannelState, ShownMessage } from '../protocol.ts';
import type { MessageJson } from '../render/discord-json.ts';
import { renderMessage } from '../render/message.ts';
import { focusOn, removeWithFocus } from '../render/place-focus.ts';
import { replaceMessage } from '../render/replace-message.ts';
import { refreshTimes } from '../render/timestamp.ts';
import { get } from './api.ts';
import { renderBeginning } from './beginning.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import { titleOf } from './places.ts';
import { createReading, type Reading } from './reading.ts';
import { keepAtBottom, type Scrolling } from './scrolling.ts';
import type { Part, Shell } from './shell.ts';

export interface MessageList extends Part {
  /** Reads the channel anew. */
  load(): Promise<void>;
  show(message: ShownMessage): void;
  /** Shows one anew, unless it is too old to be shown. */
  change(message: ShownMessage): void;
  remove(messageId: string): void;
  /** Leads to one that is shown. */
  goTo(messageId: string): void;
  refreshTimes(): void;
}

/** The messages of a channel: newest at the bottom, told to screen readers as they come. */
export function createMessageList(shell: Shell): MessageList {
  const log = element('div', { class: 'log', role: 'log', 'aria-live': 'off', tabindex: 0 });
  const toNewest = element('button', { type: 'button', class: 'to-newest', hidden: true }, icon('down'));
  toNewest.append('Newest messages');
  const scrolling = keepAtBottom(log, toNewest);
  const reading = createReading();
  const clear = clearOnceElsewhere(shell, log);
  const fill = ({ messages, hasEarlier }: ChannelState, isFirst: boolean) => {
    // Old messages are not news: nobody wants them read out.
    log.setAttribute('aria-live', 'off');
    if (isFirst) log.replaceChildren();
    log.querySelector(':scope > .earlier')?.remove();
    const entries = messages.map((message) => drawEntry(shell, message));
    const start = hasEarlier ? earlierButton(() => void loadEarlier(messages[0])) : renderBeginning(shell);
    if (isFirst) log.append(start, ...entries);
    else scrolling.keepPlace(() => log.prepend(start, ...entries));
    if (isFirst) scrolling.toBottom();
    requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
  };
  const loadEarlier = async (oldest: ShownMessage | undefined) => {
    const state = await readHere(shell, String(oldest?.json.id));
    if (state) fill(state, false);
  };
  return {
    element: element('div', { class: 'messages' }, log, toNewest),
    ...createEntries(shell, log, scrolling, reading),
    refreshTimes: () => refreshTimes(log, shell.context),
    update() {
      clear();
      if (shell.channel.kind === 'forum') log.querySelector(':scope > .beginning')?.replaceWith(renderBeginning(shell));
    },
    async load() {
      log.setAttribute('aria-label', `Messages in ${titleOf(shell.channel)}`);
      reading.begin();
      const state = await readHere(shell);
      if (!state) return;
      fill(state, true);
      reading.end();
    },
  };
}

function createEntries(shell: Shell, log: HTMLElement, scrolling: Scrolling, reading: Reading) {
  const find = (id: string) => log.querySelector<HTMLElement>(`:scope > [data-entry="${CSS.escape(id)}"]`);
  const show = (message: ShownMessage) => {
    if (find(String(message.json.id))) return change(message);
    reading.note(() => show(message));
    log.append(drawEntry(shell, message));
    scrolling.reveal(log.lastElementChild as HTMLElement, isOwn(shell, message));
  };
  const change = (message: ShownMessage) => {
    reading.note(() => change(message));
    const known = find(String(message.json.id));
    if (!known) return;
    changeEntry(shell, known, message);
    scrolling.changed(known);
  };
  const remove = (id: string) => {
    reading.note(() => remove(id));
    const entry = find(id);
    if (entry) removeWithFocus(entry, log);
  };
  const goTo = (id: string) => {
    const entry = find(id);
    if (!entry) return;
    scrolling.reveal(entry, true);
    focusOn(entry.querySelector('article') ?? log);
  };
  return { show, change, remove, goTo };
}

/** What was shown to somebody else, or elsewhere, is gone before the new messages are read. */
function clearOnceElsewhere(shell: Shell, log: HTMLElement): () => void {
  let shown: string | undefined;
  return () => {
    const present = `${shell.overview.me.id} ${shell.channel.id}`;
    const isLeft = present !== shown && log.contains(document.activeElement);
    if (present !== shown) log.replaceChildren();
    if (isLeft) log.focus();
    shown = present;
  };
}

/** Undefined when the person, or the place, was changed meanwhile: those messages are for somebody else. */
async function readHere(shell: Shell, before?: string): Promise<ChannelState | undefined> {
  const person = shell.overview.me.id;
  const channel = shell.channel.id;
  const state = await get<ChannelState>('/api/messages', { person, channel, before });
  return person === shell.overview.me.id && channel === shell.channel.id ? state : undefined;
}

function drawEntry(shell: Shell, { json, caption }: ShownMessage): HTMLElement {
  const entry = element('div', { class: 'entry', 'data-entry': String(json.id) });
  entry.append(renderMessage(json as unknown as MessageJson, shell.context));
  if (caption !== null) entry.append(element('p', { class: 'caption' }, caption));
  return entry;
}

function changeEntry(shell: Shell, entry: HTMLElement, { json, caption }: ShownMessage): void {
  const old = entry.firstElementChild as HTMLElement;
  replaceMessage(old, renderMessage(json as unknown as MessageJson, shell.context));
  entry.querySelector(':scope > .caption')?.remove();
  if (caption !== null) entry.append(element('p', { class: 'caption' }, caption));
}

/** What one wrote oneself, or the answer to what one did. */
function isOwn({ overview: { me } }: Shell, { json }: ShownMessage): boolean {
  const { author, interaction_metadata: origin } = json as unknown as MessageJson & {
    interaction_metadata?: { user?: { id: string } };
  };
  return author?.id === me.id || origin?.user?.id === me.id;
}

function earlierButton(load: () => void): HTMLElement {
  return element('button', { type: 'button', class: 'earlier', click: load }, 'Show earlier messages');
}
