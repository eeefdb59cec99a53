import type { PageReference } from '../domain/page-reference.ts';
import { writePlace } from '../domain/place.ts';
import type { FocusArea, Phase, Pitfall, ReadinessCheck, Roadmap, Track } from '../domain/roadmap.ts';
import type { Catalogue } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Article } from './article-view.ts';
import { type Frame, wordsOf } from './frame.ts';
import { bulletList, button, buttonRow, section, selectRow } from './kit.ts';
import { phaseAccent } from './phase-accent.ts';

type GuideWords = Catalogue['guide'];

export function pitfallArticle(frame: Frame, pitfall: Pitfall): Article {
  const { guide } = wordsOf(frame);
  return {
    title: pitfall.title,
    blocks: [
      section(guide.looksLike, pitfall.looksLike),
      section(guide.getThrough, pitfall.getThrough),
      section(guide.threatens, stepTitles(frame.roadmap, pitfall.stepIds)),
    ],
  };
}

export function readinessArticle(frame: Frame, check: ReadinessCheck): Article {
  const { guide, readiness } = wordsOf(frame);
  return {
    title: check.title,
    blocks: [
      section(guide.iCan, check.ability),
      section(guide.prove, check.prove),
      section(guide.builtBy, stepTitles(frame.roadmap, check.stepIds)),
    ],
    rows: [
      buttonRow(
        button({
          label: guide.testYourself,
          id: customId('guide', 'probe', check.id, 0, 'ask'),
          style: 'primary',
        }),
        button({ label: readiness.rateYourself, id: customId('readiness', 'check', check.id) }),
      ),
    ],
  };
}

export function focusArticle(frame: Frame, area: FocusArea): Article {
  const { guide } = wordsOf(frame);
  return { title: area.title, blocks: [area.why, section(guide.stepsHere, stepTitles(frame.roadmap, area.stepIds))] };
}

export function phaseArticle(frame: Frame, phase: Phase): Article {
  const { common, guide } = wordsOf(frame);
  return {
    title: phase.title,
    accent: phaseAccent(phase.id),
    blocks: [
      `-# ${common.months(phase.months)}`,
      phase.purpose,
      section(guide.stepsHere, stepTitles(frame.roadmap, phase.stepIds)),
    ],
  };
}

export function trackArticle(frame: Frame, track: Track): Article {
  const { guide } = wordsOf(frame);
  const noted = frame.roadmap.steps.filter((step) => track.notes[step.id] !== undefined);
  return {
    title: track.title,
    blocks: [
      section(guide.forWhom, track.forWhom),
      section(guide.install, track.install),
      section(guide.reasonAgainst, track.reasonAgainst),
    ],
    rows:
      noted.length === 0
        ? []
        : [
            selectRow(
              customId('guide', 'go', 'notes'),
              guide.notesFor,
              noted.map((step) => ({
                label: step.title,
                value: writePlace({ kind: 'track', id: track.id, part: `notes/${step.id}` }),
              })),
            ),
          ],
  };
}

/** The pages that there is one of each. Undefined for an id that is none of them. */
export function guideArticle(frame: Frame, { id }: PageReference): Article | undefined {
  const { roadmap } = frame;
  const { guide } = wordsOf(frame);
  const lists = [roadmap.groundRules, roadmap.needs, roadmap.field].find((page) => page.id === id);
  if (lists) return { title: lists.title, blocks: [lists.intro, ...lists.items.map(entry)] };
  switch (id) {
    case roadmap.overview.id:
      return overviewArticle(guide, roadmap);
    case roadmap.history.id:
      return {
        title: roadmap.history.title,
        blocks: [
          roadmap.history.intro,
          ...roadmap.history.eras.map((era) => `${guide.era(era.when, era.title)}\n${era.text}`),
          section(guide.today, roadmap.history.today),
        ],
      };
    case roadmap.jobMarket.id:
      return jobMarketArticle(guide, roadmap);
    case roadmap.places.id:
      return {
        title: roadmap.places.title,
        blocks: [
          roadmap.places.intro,
          ...roadmap.places.items.map((place) => `**[${place.title}](${place.url})**\n${place.text}`),
        ],
      };
    case roadmap.questions.id:
      return questionsArticle(guide, roadmap);
  }
  return undefined;
}

function overviewArticle(guide: GuideWords, { overview }: Roadmap): Article {
  const paces = overview.paces.map((pace) => `${guide.pace(pace.hours, pace.months)}\n${pace.text}`);
  return {
    title: overview.title,
    blocks: [
      section(guide.does, overview.does),
      section(guide.forWhom, overview.forWhom),
      section(guide.paces, paces.join('\n')),
      section(guide.consistency, overview.consistency),
      section(guide.closing, overview.closing),
    ],
  };
}

function jobMarketArticle(guide: GuideWords, { jobMarket }: Roadmap): Article {
  return {
    title: jobMarket.title,
    blocks: [
      jobMarket.intro,
      `### ${guide.facts}`,
      ...jobMarket.facts.map(entry),
      `### ${guide.otherRoads}`,
      ...jobMarket.otherRoads.map(entry),
      jobMarket.closing,
    ],
  };
}

function questionsArticle(guide: GuideWords, { questions }: Roadmap): Article {
  return {
    title: questions.title,
    blocks: [questions.intro, bulletList(questions.items.map((item) => item.ask))],
    rows: [
      selectRow(
        customId('guide', 'go', 'questions'),
        guide.openQuestion,
        questions.items.map((item, index) => ({
          label: item.ask,
          value: writePlace({ kind: 'guide', id: questions.id, part: `items/${index}` }),
        })),
      ),
    ],
  };
}

function entry({ title, text }: { readonly title: string; readonly text: string }): string {
  return section(title, text);
}

function stepTitles(roadmap: Roadmap, stepIds: readonly string[]): string {
  const steps = roadmap.steps.filter((step) => stepIds.includes(step.id));
  return steps.map((step) => `${step.position}. ${step.title}`).join('\n');
}
