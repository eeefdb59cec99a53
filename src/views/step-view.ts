import { findPage } from '../domain/page-reference.ts';
import { hoursOfStep, type Step } from '../domain/roadmap.ts';
import { type StepTab, stepTabs } from '../domain/step-tab.ts';
import { customId } from '../lib/custom-id.ts';
import { type Frame, shareButtons, sharedLine, wordsOf } from './frame.ts';
import { type ActionRow, button, buttonRow, card, type ScreenPage, screenPage } from './kit.ts';
import type { MessageView } from './message.ts';
import { besideReading, pageLine, readOnRow } from './paging.ts';
import { phaseAccent } from './phase-accent.ts';
import { type Notice, noNotice } from './progress-notice.ts';
import { tabContent } from './step-tabs.ts';

/**
 * One side of a step's page. `page` counts the screenfuls of a long side from 0, `notice` says what was just done.
 */
export function stepView(frame: Frame, step: Step, tab: StepTab, page: number, notice: Notice = noNotice): MessageView {
  const content = tabContent(frame, step, tab);
  const screen = screenPage(content.blocks, page);
  return card({
    accent: phaseAccent(step.phaseId),
    blocks: [
      ...stepHeading(frame, step),
      ...notice.blocks,
      ...screen.blocks,
      ...pageLine(frame, screen),
      ...sharedLine(frame),
    ],
    rows: [
      ...notice.rows,
      ...besideReading(content.rows, screen),
      ...readOnRow(frame, screen, (other) => openStepId(step, tab, other)),
      ...tabRows(frame, step, tab),
      wayRow(frame, step, tab, screen),
    ],
  });
}

/** The title of a step with its place in the roadmap. */
export function stepHeading(frame: Frame, step: Step): string[] {
  const { roadmap } = frame;
  const phase = findPage(roadmap, { kind: 'phase', id: step.phaseId })?.title ?? step.phaseId;
  const place = wordsOf(frame).step.place(step.position, roadmap.steps.length, phase, step.month, hoursOfStep(step));
  return [`## ${step.title}\n-# ${place}`];
}

export const openStepId = (step: Step, tab: StepTab, page = 0): string => customId('step', 'open', step.id, tab, page);

/** All sides of the step, three to a row; the one on show is switched off. */
function tabRows(frame: Frame, step: Step, current: StepTab): ActionRow[] {
  const words = wordsOf(frame).step;
  const buttons = stepTabs.map((tab) =>
    button({ label: words.tabs[tab], id: customId('step', 'tab', step.id, tab), disabled: tab === current }),
  );
  return [buttonRow(...buttons.slice(0, 3)), buttonRow(...buttons.slice(3))];
}

function stuckButton(frame: Frame, step: Step) {
  return button({ label: wordsOf(frame).stuck.button, id: customId('group', 'stuck', step.id) });
}

/** Where to go from here: the steps beside this one, the whole roadmap, the channel. */
function wayRow(frame: Frame, step: Step, tab: StepTab, { page }: ScreenPage): ActionRow {
  const words = wordsOf(frame).step;
  const { steps } = frame.roadmap;
  const before = steps[step.position - 2];
  const after = steps[step.position];
  return buttonRow(
    ...(before ? [button({ label: words.previous, id: customId('step', 'beside', before.id) })] : []),
    ...(after ? [button({ label: words.next, id: customId('step', 'beside', after.id) })] : []),
    button({ label: words.all, id: customId('roadmap', 'open', 'phases') }),
    ...(frame.audience.kind === 'reader' ? [stuckButton(frame, step)] : []),
    ...shareButtons(frame, customId('step', 'share-open', step.id, tab, page)),
  );
}
