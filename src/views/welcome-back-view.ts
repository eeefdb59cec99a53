import type { Span } from '../domain/plan-days.ts';
import type { PlanReading } from '../domain/plan-reading.ts';
import { nextItem } from '../domain/progress.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { phaseAccent } from './phase-accent.ts';
import { rangeStamps } from './plan-words.ts';

export interface WelcomeBackParts {
  readonly reading: PlanReading;
  /** The days without a sign of the member, for the form behind **I was away**. */
  readonly away: Span | undefined;
  /** The draft of what was pressed: **Go on** does it. */
  readonly resumeId: string;
}

/** For whoever comes back after weeks: where they stopped, when they finish from here, and nothing to do. */
export function welcomeBackView({ reading, away, resumeId }: WelcomeBackParts): MessageView {
  const { roadmap, progress, plan, pace } = reading;
  const words = catalogueOf(roadmap.language).plan;
  const item = nextItem(progress);
  const step = progress.current?.step;
  const stopped = item ? words.welcomeStopped(item.title, item.step.title) : words.welcomeFinished;
  const dates = progress.current ? [words.welcomeDates(...rangeStamps(plan.projected, pace.zone))] : [];
  const [from, to] = away ? [away.firstDay.toString(), away.lastDay.toString()] : ['', ''];
  return card({
    accent: step ? phaseAccent(step.phaseId) : accent.neutral,
    blocks: [`## ${words.welcomeTitle}`, stopped, ...dates],
    rows: [
      buttonRow(
        button({ label: words.goOn, id: customId('plan', 'go-on', resumeId), style: 'primary' }),
        button({ label: words.away, id: customId('plan', 'away', from, to) }),
        button({ label: words.changePace, id: customId('plan', 'change-hours') }),
      ),
    ],
  });
}
