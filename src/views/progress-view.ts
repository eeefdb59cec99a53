import { hoursOf, nextItem, type StepProgress } from '../domain/progress.ts';
import type { ProgressReading, Stand } from '../domain/progress-outcome.ts';
import { isShown } from '../domain/streak.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { onwardButton } from './done-view.ts';
import { accent, bulletList, button, buttonRow, card, section } from './kit.ts';
import type { MessageView } from './message.ts';
import { openItemId } from './place-id.ts';
import { rangeStamps } from './plan-words.ts';
import { countDone, progressPicture, type Sight, stepsOf } from './progress-picture.ts';

type Own = Extract<ProgressReading, { kind: 'own' }>;
type Other = Extract<ProgressReading, { kind: 'other' }>;

/** How far somebody is: a picture, and the same in words. */
export function progressView(language: string, reading: ProgressReading): MessageView {
  switch (reading.kind) {
    case 'own':
      return ownView(reading);
    case 'other':
      return otherView(reading);
    case 'hidden':
      return hiddenView(language, reading.userId);
  }
}

function ownView(own: Own): MessageView {
  const { progress: words, common } = catalogueOf(own.roadmap.language);
  const { steps, hours, current } = own.progress;
  const facts = [
    words.hours(hours.done, hours.total, countDone(steps), steps.length),
    ...(current ? [words.current(current.step.title, current.hours.done, current.hours.total)] : [words.roadsEnd]),
    ...tonightLine(own),
    ...forecastLine(own),
    ...streakLine(own),
  ];
  return card({
    accent: accent.neutral,
    blocks: [`## ${words.title}`, facts.join('\n'), section(words.phases, phaseLines(own, 'own')), ...asideLine(own)],
    picture: progressPicture(own, 'own'),
    rows: [
      buttonRow(
        ...tonightButton(own),
        ...(current
          ? [button({ label: words.tickButton, id: customId('step', 'open', current.step.id, 'topics', 0) })]
          : [button(onwardButton(words, undefined))]),
        ...(own.streak ? [button({ label: words.whyStreak, id: customId('checkin', 'streak', 0) })] : []),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}

function tonightLine({ roadmap, progress }: Own): string[] {
  const { progress: words, common } = catalogueOf(roadmap.language);
  const item = nextItem(progress);
  return item ? [words.tonight(item.title, common.hours(item.hours))] : [];
}

/** Where to go on: the topic that comes next, or the build task. */
function tonightButton({ roadmap, progress }: Own) {
  const item = nextItem(progress);
  const label = catalogueOf(roadmap.language).progress.tonightButton;
  return item ? [button({ label, id: openItemId(item), style: 'primary' })] : [];
}

function forecastLine({ roadmap, progress, roadEnd, zone }: Own): string[] {
  const words = catalogueOf(roadmap.language).progress;
  if (!progress.current) return [];
  return [words.forecast(...rangeStamps(roadEnd, zone))];
}

function streakLine({ roadmap, streak }: Own): string[] {
  return isShown(streak) ? [catalogueOf(roadmap.language).progress.streak(streak.kept)] : [];
}

function phaseLines(stand: Stand, sight: Sight): string {
  const words = catalogueOf(stand.roadmap.language).progress;
  const lines = stand.roadmap.phases.map((phase) => {
    const steps = stepsOf(stand, phase);
    const { done, total } = hoursOf(steps);
    return sight === 'own'
      ? words.phaseLine(phase.title, countDone(steps), steps.length, done, total)
      : words.phaseSteps(phase.title, countDone(steps), steps.length);
  });
  return bulletList(lines);
}

function asideLine({ roadmap, progress }: Stand): string[] {
  return statesLine(roadmap.language, progress.steps, 'aside');
}

function statesLine(language: string, steps: readonly StepProgress[], state: 'aside' | 'done'): string[] {
  const words = catalogueOf(language).progress;
  const titles = steps.filter((own) => own.state === state).map(({ step }) => step.title);
  return titles.length > 0 ? [`-# ${words.stepsOfState(words.states[state], titles)}`] : [];
}

/** Only which steps are done: no hours, no dates, nothing that is begun. */
function otherView(other: Other): MessageView {
  const { progress: words, common } = catalogueOf(other.roadmap.language);
  const { steps } = other.progress;
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.titleOf(other.userId)}`,
      words.stepsOnly(countDone(steps), steps.length),
      section(words.phases, phaseLines(other, 'other')),
      ...statesLine(other.roadmap.language, steps, 'done'),
    ],
    picture: progressPicture(other, 'other'),
    rows: [
      buttonRow(
        button({ label: words.open, id: customId('progress', 'open'), style: 'primary' }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}

function hiddenView(language: string, userId: string): MessageView {
  const { progress: words, common } = catalogueOf(language);
  return card({
    accent: accent.neutral,
    blocks: [words.notShown(userId)],
    rows: [
      buttonRow(
        button({ label: words.open, id: customId('progress', 'open'), style: 'primary' }),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}
