import { linkTitles } from '../domain/page-reference.ts';
import { hoursOfStep, isTrackComplete, type Step } from '../domain/roadmap.ts';
import type { StepTab } from '../domain/step-tab.ts';
import { customId } from '../lib/custom-id.ts';
import { relatedRow } from './article-view.ts';
import { type Frame, wordsOf } from './frame.ts';
import { type ActionRow, bulletList, button, buttonRow, section, selectRow } from './kit.ts';
import { standingLine, statesRow, tickOffButton, ticksRow } from './progress-controls.ts';

/** What one side of a step's page says, and the controls that belong to it alone. */
export interface TabContent {
  readonly blocks: readonly string[];
  readonly rows: readonly ActionRow[];
}

export function tabContent(frame: Frame, step: Step, tab: StepTab): TabContent {
  switch (tab) {
    case 'overview':
      return overview(frame, step);
    case 'topics':
      return topics(frame, step);
    case 'build':
      return build(frame, step);
    case 'tracks':
      return tracks(frame, step);
    case 'questions':
      return questions(frame, step);
    case 'links':
      return links(frame, step);
  }
}

function overview(frame: Frame, step: Step): TabContent {
  const { roadmap } = frame;
  const words = wordsOf(frame).step;
  const outcomes = step.outcomes.map((outcome) => linkTitles(outcome, roadmap));
  return {
    blocks: [
      ...standingLine(frame, step),
      section(words.why, linkTitles(step.why, roadmap)),
      section(words.outcomes, bulletList(outcomes)),
    ],
    rows: [...statesRow(frame, step), ...relatedRow(frame, { kind: 'step', id: step.id, part: '' })],
  };
}

function topics(frame: Frame, step: Step): TabContent {
  const words = wordsOf(frame).step;
  const lines = step.topics.map((topic, index) => words.topicLine(index + 1, topic.title, topic.hours));
  const hours = hoursOfStep(step) - step.build.hours;
  return {
    blocks: [...standingLine(frame, step), words.topicsIntro(step.topics.length, hours), lines.join('\n')],
    rows: [
      ...ticksRow(frame, step),
      ...statesRow(frame, step),
      selectRow(
        customId('step', 'go-topic', step.id),
        words.openTopic,
        step.topics.map((topic) => ({ label: topic.title, value: topic.id, description: topic.understand })),
      ),
    ],
  };
}

function build(frame: Frame, step: Step): TabContent {
  const words = wordsOf(frame).step;
  const criteria = step.build.criteria.map((criterion) => linkTitles(criterion, frame.roadmap));
  return {
    blocks: [
      section(words.buildTitle(step.build.title, step.build.hours), linkTitles(step.build.task, frame.roadmap)),
      section(words.criteria, bulletList(criteria)),
    ],
    rows: tickOffRow(frame, step),
  };
}

function tickOffRow(frame: Frame, step: Step): ActionRow[] {
  const buttons = tickOffButton(frame, step, 'build').map((parts) => button({ ...parts, style: 'primary' }));
  return buttons.length > 0 ? [buttonRow(...buttons)] : [];
}

function tracks(frame: Frame, step: Step): TabContent {
  const words = wordsOf(frame).step;
  const offered = frame.roadmap.tracks.filter((track) => isTrackComplete(frame.roadmap, track));
  if (offered.length === 0) return { blocks: [words.noTracks], rows: [] };
  return {
    blocks: [words.tracksIntro],
    rows: [
      buttonRow(
        ...offered.map((track) => button({ label: track.title, id: customId('step', 'track', step.id, track.id) })),
      ),
    ],
  };
}

function questions(frame: Frame, step: Step): TabContent {
  const words = wordsOf(frame).step;
  return {
    blocks: [words.questionsIntro, step.questions.map((question, index) => `${index + 1}. ${question.ask}`).join('\n')],
    rows: [
      buttonRow(
        button({ label: words.startQuestions, id: customId('step', 'question', step.id, 0, 'ask'), style: 'primary' }),
      ),
    ],
  };
}

function links(frame: Frame, step: Step): TabContent {
  const entries = step.links.map((link) => `**[${link.title}](${link.url})**\n${link.bestFor}`);
  return { blocks: [wordsOf(frame).step.linksIntro, ...entries], rows: [] };
}
