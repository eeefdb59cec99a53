import { linkTitles } from '../domain/page-reference.ts';
import { hoursOfStep, type Month, type Step } from '../domain/roadmap.ts';
import { customId } from '../lib/custom-id.ts';
import { type Frame, shareButtons, sharedLine, wordsOf } from './frame.ts';
import { accent, bulletList, button, buttonRow, card, section, selectRow } from './kit.ts';
import type { MessageView } from './message.ts';
import { phaseAccent } from './phase-accent.ts';

export type RoadmapGrouping = 'phases' | 'months';

/** All steps on one screen, grouped by phase or by month. */
export function roadmapView(frame: Frame, grouping: RoadmapGrouping): MessageView {
  const { roadmap } = frame;
  const words = wordsOf(frame).roadmap;
  const hours = roadmap.steps.reduce((sum, step) => sum + hoursOfStep(step), 0);
  const other = grouping === 'phases' ? 'months' : 'phases';
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.title}`,
      words.summary(roadmap.steps.length, hours, roadmap.months.length),
      ...(grouping === 'phases' ? phaseBlocks(frame) : monthBlocks(frame)),
      ...sharedLine(frame),
    ],
    rows: [
      grouping === 'phases' ? stepSelect(frame, roadmap.steps, 'go') : monthSelect(frame),
      buttonRow(
        button({ label: other === 'months' ? words.byMonth : words.byPhase, id: customId('roadmap', 'open', other) }),
        button({ label: wordsOf(frame).common.home, id: customId('help', 'open', 'home') }),
        ...shareButtons(frame, customId('roadmap', 'share-open', grouping)),
      ),
    ],
  });
}

/** One month: what to do, what "done" looks like, its steps. */
export function monthView(frame: Frame, month: Month): MessageView {
  const { roadmap } = frame;
  const words = wordsOf(frame).roadmap;
  const steps = stepsOf(frame, month.stepIds);
  const before = roadmap.months.find((other) => other.number === month.number - 1);
  const after = roadmap.months.find((other) => other.number === month.number + 1);
  return card({
    accent: phaseAccent(steps[0]?.phaseId ?? ''),
    blocks: [
      `## ${words.monthTitle(month.number, month.title)}`,
      linkTitles(month.todo, roadmap),
      section(words.doneMeans, bulletList(month.doneMeans.map((line) => linkTitles(line, roadmap)))),
      section(words.monthSteps, stepLines(frame, steps)),
      ...sharedLine(frame),
    ],
    rows: [
      stepSelect(frame, steps, 'go'),
      buttonRow(
        ...(before ? [button({ label: words.previousMonth, id: customId('roadmap', 'month', before.number) })] : []),
        ...(after ? [button({ label: words.nextMonth, id: customId('roadmap', 'month', after.number) })] : []),
        button({ label: words.wholeRoadmap, id: customId('roadmap', 'open', 'months') }),
        ...shareButtons(frame, customId('roadmap', 'share-month', month.number)),
      ),
    ],
  });
}

function phaseBlocks(frame: Frame): string[] {
  const { common } = wordsOf(frame);
  return frame.roadmap.phases.map((phase) =>
    [
      `### ${phase.title}`,
      `-# ${common.months(phase.months)} · ${phase.purpose}`,
      stepLines(frame, stepsOf(frame, phase.stepIds)),
    ].join('\n'),
  );
}

function monthBlocks(frame: Frame): string[] {
  const words = wordsOf(frame).roadmap;
  return frame.roadmap.months.map((month) =>
    [`**${words.monthTitle(month.number, month.title)}**`, stepLines(frame, stepsOf(frame, month.stepIds))].join('\n'),
  );
}

function stepLines(frame: Frame, steps: readonly Step[]): string {
  const words = wordsOf(frame).roadmap;
  return steps.map((step) => words.stepLine(step.position, step.title, hoursOfStep(step))).join('\n');
}

function stepSelect(frame: Frame, steps: readonly Step[], control: string) {
  const words = wordsOf(frame).roadmap;
  const titles = new Map(frame.roadmap.phases.map((phase) => [phase.id, phase.title]));
  return selectRow(
    customId('step', control),
    words.openStep,
    steps.map((step) => ({
      label: step.title,
      value: step.id,
      description: words.stepChoice(titles.get(step.phaseId) ?? '', step.month, hoursOfStep(step)),
    })),
  );
}

function monthSelect(frame: Frame) {
  const words = wordsOf(frame).roadmap;
  return selectRow(
    customId('roadmap', 'go-month'),
    words.openMonth,
    frame.roadmap.months.map((month) => ({
      label: words.monthTitle(month.number, month.title),
      value: String(month.number),
    })),
  );
}

function stepsOf(frame: Frame, ids: readonly string[]): readonly Step[] {
  return frame.roadmap.steps.filter((step) => ids.includes(step.id));
}
