import { buildItemId, findStepProgress, type ItemState, type StepProgress, topicItemId } from '../domain/progress.ts';
import type { Step } from '../domain/roadmap.ts';
import { customId } from '../lib/custom-id.ts';
import { type Frame, wordsOf } from './frame.ts';
import { type ActionRow, type ButtonParts, button, buttonRow, selectRow } from './kit.ts';

/** The step as its reader has done it; undefined for whoever has not joined, and on a screen for the channel. */
export function ownStep({ audience }: Frame, step: Step): StepProgress | undefined {
  return audience.kind === 'reader' && audience.progress ? findStepProgress(audience.progress, step.id) : undefined;
}

/** One line about what the reader has done of the step. */
export function standingLine(frame: Frame, step: Step): string[] {
  const own = ownStep(frame, step);
  if (!own) return [];
  const words = wordsOf(frame).progress;
  if (own.state === 'aside') return [words.standingAside];
  const { done, total } = own.hours;
  return [words.standing(words.states[own.state], done, total), ...(isWhole(own) ? [words.standingWhole] : [])];
}

/** Whether everything in it is ticked and it only waits to be finished. */
function isWhole({ state, hours }: StepProgress): boolean {
  return state === 'started' && hours.done === hours.total;
}

/** All topics and the build task, to be ticked. For whoever has not joined nothing is ticked, and it leads to joining. */
export function ticksRow(frame: Frame, step: Step): ActionRow[] {
  if (frame.audience.kind === 'channel') return [];
  const { common, progress: words } = wordsOf(frame);
  const own = ownStep(frame, step);
  const ticked = new Set(own?.items.filter((item) => item.isDone).map((item) => item.id));
  // Discord takes 25 options: the build task is always among them.
  const topics = step.topics.slice(0, 24).map((topic) => ({ ...topic, id: topicItemId(step, topic) }));
  const build = { id: buildItemId(step), title: words.buildOption(step.build.title), hours: step.build.hours };
  return [
    selectRow(
      customId('done', 'ticks', step.id),
      words.tickPlaceholder,
      [...topics, build].map(({ id, title, hours }) => ({
        label: title,
        value: id,
        description: common.hours(hours),
        selected: ticked.has(id),
      })),
      'any',
    ),
  ];
}

/** What can be done with the whole step, by how it stands. */
const offered: Readonly<Record<ItemState, readonly ItemState[]>> = {
  open: ['started', 'done', 'aside'],
  started: ['done', 'aside'],
  done: ['open'],
  aside: ['open', 'done'],
};

/** The buttons that start a step, finish it, set it aside, or open it again. */
export function statesRow(frame: Frame, step: Step): ActionRow[] {
  if (frame.audience.kind === 'channel') return [];
  const words = wordsOf(frame).progress;
  const labels = { started: words.start, done: words.done, aside: words.setAside, open: words.openAgain };
  const own = ownStep(frame, step);
  const next = own && isWhole(own) ? 'done' : undefined;
  const buttons = offered[own?.state ?? 'open'].map((to) =>
    button({ label: labels[to], id: customId('done', 'set', step.id, to), style: to === next ? 'primary' : 'plain' }),
  );
  return [buttonRow(...buttons)];
}

/** Ticks one item off, where its reader has not done so: `part` is a topic's id, or `build`. */
export function tickOffButton(frame: Frame, step: Step, part: string): ButtonParts[] {
  if (frame.audience.kind === 'channel') return [];
  const item = ownStep(frame, step)?.items.find(({ id }) => id === `${step.id}/${part}`);
  if (item?.isDone) return [];
  return [{ label: wordsOf(frame).progress.tickOff, id: customId('done', 'tick', step.id, part) }];
}
