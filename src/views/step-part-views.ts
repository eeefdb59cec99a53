import { linkTitles } from '../domain/page-reference.ts';
import type { Step, Topic, Track } from '../domain/roadmap.ts';
import { customId } from '../lib/custom-id.ts';
import { type Frame, shareButtons, sharedLine, wordsOf } from './frame.ts';
import { button, buttonRow, card, section } from './kit.ts';
import type { MessageView } from './message.ts';
import { phaseAccent } from './phase-accent.ts';
import { probeView } from './probe-view.ts';
import { tickOffButton } from './progress-controls.ts';
import { type Notice, noNotice } from './progress-notice.ts';
import { openStepId } from './step-view.ts';

/** One topic: what to understand, what to do tonight, ticking it off, and the topics beside it. */
export function topicView(frame: Frame, step: Step, topic: Topic, notice: Notice = noNotice): MessageView {
  const { step: words, common } = wordsOf(frame);
  const index = step.topics.indexOf(topic);
  const before = step.topics[index - 1];
  const after = step.topics[index + 1];
  const place = words.topicPlace(index + 1, step.topics.length, step.title, common.hours(topic.hours));
  const openTopic = (other: Topic) => customId('step', 'topic', step.id, other.id);
  const tickOff = tickOffButton(frame, step, topic.id).map((parts) => button({ ...parts, style: 'primary' }));
  const style = tickOff.length > 0 ? 'plain' : 'primary';
  return card({
    accent: phaseAccent(step.phaseId),
    blocks: [
      `## ${topic.title}\n-# ${place}`,
      ...notice.blocks,
      section(words.understand, linkTitles(topic.understand, frame.roadmap)),
      section(words.tonight, linkTitles(topic.tonight, frame.roadmap)),
      ...sharedLine(frame),
    ],
    rows: [
      ...notice.rows,
      ...(tickOff.length > 0 ? [buttonRow(...tickOff)] : []),
      buttonRow(
        ...(before ? [button({ label: words.previousTopic, id: openTopic(before) })] : []),
        after
          ? button({ label: words.nextTopic, id: openTopic(after), style })
          : button({ label: words.tabs.build, id: openStepId(step, 'build'), style }),
        button({ label: words.allTopics, id: openStepId(step, 'topics') }),
        ...shareButtons(frame, customId('step', 'share-topic', step.id, topic.id)),
      ),
    ],
  });
}

/** The notes of one track for a step. */
export function trackNoteView(frame: Frame, step: Step, track: Track): MessageView {
  const words = wordsOf(frame).step;
  const note = track.notes[step.id];
  const others = frame.roadmap.tracks.filter((other) => other.notes[step.id] !== undefined);
  return card({
    accent: phaseAccent(step.phaseId),
    blocks: [
      `## ${words.trackTitle(step.title, track.title)}`,
      ...(note
        ? [
            section(words.trackUse, linkTitles(note.use, frame.roadmap)),
            section(words.trackTrap, linkTitles(note.trap, frame.roadmap)),
          ]
        : [words.noTracks]),
      ...sharedLine(frame),
    ],
    rows: [
      buttonRow(
        ...others.map((other) =>
          button({
            label: other.title,
            id: customId('step', 'track', step.id, other.id),
            disabled: other.id === track.id,
          }),
        ),
      ),
      buttonRow(
        button({ label: words.backToStep, id: openStepId(step, 'overview') }),
        ...shareButtons(frame, customId('step', 'share-track', step.id, track.id)),
      ),
    ],
  });
}

export type QuestionSide = 'ask' | 'answer';

/** One self-check question, alone or with its answer. @throws RangeError for a number that there is not. */
export function questionView(frame: Frame, step: Step, index: number, side: QuestionSide): MessageView {
  const words = wordsOf(frame).step;
  const question = step.questions[index];
  if (!question) throw new RangeError(`${step.id} has no question ${index}`);
  return probeView(frame, {
    accent: phaseAccent(step.phaseId),
    title: step.title,
    index,
    total: step.questions.length,
    ask: question.ask,
    answer: [
      [words.answer, question.answer],
      [words.matters, question.matters],
    ],
    isAnswered: side === 'answer',
    idOf: (other, isAnswered) => customId('step', 'question', step.id, other, isAnswered ? 'answer' : 'ask'),
    wayRow: buttonRow(
      button({ label: words.backToStep, id: openStepId(step, 'questions') }),
      ...shareButtons(frame, customId('step', 'share-question', step.id, index, side)),
    ),
  });
}
