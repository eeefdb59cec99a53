import type { ClockState } from '../protocol.ts';
import { post } from './api.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import type { Part, Shell } from './shell.ts';

export interface TimeBar extends Part {
  set(state: ClockState): void;
  /** The group's clock, in milliseconds since 1970. */
  now(): number;
}

const speeds = [
  { speed: 60, name: '1 min/s' },
  { speed: 3_600, name: '1 hour/s' },
  { speed: 86_400, name: '1 day/s' },
];

/** The group's clock, and ways to move it. Hidden where time cannot be moved. */
export function createTimeBar(shell: Shell): TimeBar {
  let state: ClockState | undefined;
  let setAt = 0;
  const now = () => (state ? state.now + (performance.now() - setAt) : Date.now());
  const face = createFace(() => zoneOf(shell, state), now);
  const controls = createControls((path, body) => travel(bar, () => post<ClockState>(path, body).then(set)));
  const set = (fresh: ClockState) => {
    if (state && fresh.reading <= state.reading) return;
    state = fresh;
    setAt = performance.now();
    controls.set(fresh);
    face.show();
  };
  const status = element('p', { class: 'problem', role: 'status' });
  const bar = element('section', { class: 'time-bar', 'aria-label': 'Time', hidden: true });
  bar.append(face.element, controls.element, status);
  return {
    element: bar,
    set,
    now,
    update() {
      const { clock } = shell.overview;
      bar.hidden = clock === null;
      if (clock) set(clock);
      face.show();
    },
  };
}

/** The group's clock; while there is no group, that of the person who looks. */
function zoneOf({ overview: { me } }: Shell, state: ClockState | undefined): string {
  return state?.zone ?? me.timeZone;
}

function createFace(zoneOfClock: () => string, now: () => number) {
  const time = element('time', {});
  const zone = element('span', { class: 'zone' });
  const show = () => {
    const timeZone = zoneOfClock();
    time.textContent = clockWords(now(), timeZone);
    zone.textContent = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  };
  setInterval(show, 1_000);
  return { element: element('p', { class: 'clock' }, icon('clock'), time, zone), show };
}

function createControls(send: (path: string, body: object) => Promise<void>) {
  let isPlaying = false;
  const forward = (by: string, words: string) =>
    element('button', { type: 'button', class: 'tool', click: () => void send('/api/time/forward', { by }) }, words);
  const setSpeed = (speed: number) => void send('/api/time/speed', { speed });
  const next = forward('next', 'Next post');
  const pace = element(
    'select',
    { class: 'tool-select', 'aria-label': 'Speed', change: () => isPlaying && setSpeed(Number(pace.value)) },
    ...speeds.map(({ speed, name }) => element('option', { value: speed }, name)),
  );
  const play = element('button', {
    type: 'button',
    class: 'tool play',
    click: () => setSpeed(isPlaying ? 0 : Number(pace.value)),
  });
  const buttons = [forward('day', '+1 day'), forward('week', '+1 week'), next, play, pace];
  return {
    element: element('div', { class: 'time-buttons' }, ...buttons),
    set({ nextDue, speed }: ClockState) {
      isPlaying = speed > 0;
      next.disabled = nextDue === null;
      next.title = nextDue === null ? 'Nothing is due' : 'Goes on until something is posted';
      play.textContent = isPlaying ? 'Pause' : 'Play';
    },
  };
}

/** While the clock moves, its buttons wait. */
async function travel(bar: HTMLElement, work: () => Promise<void>): Promise<void> {
  if (bar.hasAttribute('aria-busy')) return;
  const status = bar.querySelector('[role="status"]');
  bar.setAttribute('aria-busy', 'true');
  try {
    await work();
    status?.replaceChildren();
  } catch (error) {
    status?.replaceChildren((error as Error).message);
  } finally {
    bar.removeAttribute('aria-busy');
  }
}

const shownParts = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;

function clockWords(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { ...shownParts, timeZone }).format(ms);
}
