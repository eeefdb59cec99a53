import type { WireExchange, WireRequest, WireState, WireViolation } from '../protocol.ts';
import { get } from './api.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import { jsonTree } from './json-tree.ts';
import type { Part, Shell } from './shell.ts';

export interface WirePanel extends Part {
  readonly button: HTMLElement;
  /** Something went over the wire. */
  news(violations: number): void;
}

/** Milliseconds in which several news are read at once. */
const restMs = 80;

/** What went over the wire: a panel at the side, a sheet on a phone, for those who write bots. */
export function createWirePanel(shell: Shell): WirePanel {
  const { button, count } = createOpener(() => toggle(panel.hidden === true));
  const close = element('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close' }, icon('close'));
  close.addEventListener('click', () => toggle(false));
  const body = element('div', {
    class: 'wire-body',
    tabindex: 0,
    role: 'region',
    'aria-label': 'Requests and answers',
  });
  const panel = element(
    'aside',
    { class: 'wire', id: 'wire', hidden: true, 'aria-label': 'What went over the wire' },
    element('header', {}, element('h2', {}, 'Over the wire'), close),
    body,
  );
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') toggle(false);
  });
  const toggle = (isOpen: boolean) => {
    panel.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) void read().then(() => close.focus());
    else button.focus();
  };
  const read = async () => {
    if (!panel.hidden) draw(body, await get<WireState>('/api/wire', { person: shell.overview.me.id }));
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element: panel,
    button,
    update() {
      count(shell.overview.violations);
      void read();
    },
    news(violations) {
      count(violations);
      clearTimeout(timer);
      timer = setTimeout(() => void read(), restMs);
    },
  };
}

/** The button that opens the panel, with the number of broken rules in red. */
function createOpener(toggle: () => void) {
  const counter = element('span', { class: 'counter', hidden: true });
  const attributes = { type: 'button', class: 'icon-button', 'aria-expanded': 'false', 'aria-controls': 'wire' };
  const button = element('button', { ...attributes, title: 'What went over the wire', click: toggle }, icon('code'));
  button.append(counter);
  const count = (violations: number) => {
    const broken = violations === 1 ? ', 1 broken rule' : `, ${violations} broken rules`;
    button.setAttribute('aria-label', `What went over the wire${violations > 0 ? broken : ''}`);
    counter.hidden = violations === 0;
    counter.textContent = String(violations);
  };
  return { button, count };
}

function draw(body: HTMLElement, { exchanges, requests, violations }: WireState): void {
  const details = () => [...body.querySelectorAll<HTMLDetailsElement>('details[data-key]')];
  const open = new Set(details().flatMap((one) => (one.open ? one.dataset.key : [])));
  body.replaceChildren(
    ...(violations.length > 0 ? [element('h3', { class: 'danger' }, 'Broken rules of Discord')] : []),
    ...violations.map(violationCard),
    element('h3', {}, 'What you did'),
    ...(exchanges.length === 0 ? [element('p', { class: 'muted' }, 'Nothing yet.')] : exchanges.map(exchangeCard)),
    element('h3', {}, 'What the bot asked for by itself'),
    ...requests.map(requestCard),
  );
  for (const one of details()) one.open = open.has(one.dataset.key);
  const newest = details()[0];
  if (newest && exchanges.length > 0) newest.open = true;
}

function violationCard({ route, path, code, message }: WireViolation): HTMLElement {
  return element(
    'div',
    { class: 'violation' },
    element('strong', {}, code),
    ` ${path} `,
    message,
    element('code', {}, route),
  );
}

function exchangeCard(exchange: WireExchange): HTMLElement {
  const { id, kind, name, ms, error, request, answers } = exchange;
  const time = ms === null ? 'no answer' : `${Math.round(ms)} ms`;
  return element(
    'details',
    { class: 'exchange', 'data-key': id },
    element(
      'summary',
      {},
      element('strong', {}, kind === 'command' || kind === 'autocomplete' ? `/${name}` : name),
      element('span', { class: 'muted' }, ` ${kind} · ${time}`),
    ),
    ...(error === null ? [] : [element('p', { class: 'problem' }, error)]),
    element('h4', {}, 'Request'),
    jsonTree(request, undefined, true),
    ...answers.flatMap((answer, index) => [
      element('h4', {}, index === 0 ? `Answer after ${time}` : 'Later'),
      jsonTree(answer, undefined, true),
    ]),
  );
}

function requestCard({ at, method, path, status, ms, body }: WireRequest): HTMLElement {
  return element(
    'details',
    { class: 'exchange', 'data-key': `${at} ${method} ${path}` },
    element(
      'summary',
      {},
      element('strong', {}, `${method} ${path}`),
      element('span', { class: 'muted' }, ` ${status} · ${Math.round(ms)} ms`),
    ),
    jsonTree(body, 'body', true),
  );
}
