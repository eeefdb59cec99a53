import { linkTitles } from '../domain/page-reference.ts';
import { type Frame, sharedLine, wordsOf } from './frame.ts';
import { type ActionRow, type ButtonParts, button, buttonRow, card, section } from './kit.ts';
import type { MessageView } from './message.ts';

/** A question to test oneself with: its answer stays behind a button. */
export interface Probe {
  readonly accent: number;
  /** What it belongs to. */
  readonly title: string;
  /** Counted from 0. */
  readonly index: number;
  readonly total: number;
  readonly ask: string;
  /** The answer as sections, each a heading with its text. */
  readonly answer: readonly (readonly [heading: string, text: string])[];
  readonly isAnswered: boolean;
  /** The custom id of a question of the same series. */
  idOf(index: number, isAnswered: boolean): string;
  /** The last row: back to where it belongs, and the channel. */
  readonly wayRow: ActionRow;
}

export function probeView(frame: Frame, probe: Probe): MessageView {
  const words = wordsOf(frame).step;
  const link = (text: string) => linkTitles(text, frame.roadmap);
  const answer = probe.isAnswered ? probe.answer.map(([heading, text]) => section(heading, link(text))) : [];
  return card({
    accent: probe.accent,
    blocks: [
      `## ${words.questionOf(probe.index + 1, probe.total)}\n-# ${probe.title}`,
      link(probe.ask),
      ...answer,
      ...sharedLine(frame),
    ],
    rows: [...stepRow(frame, probe), probe.wayRow],
  });
}

/** The answer, the question after, the question before: whichever of them there are. */
function stepRow(frame: Frame, { index, total, isAnswered, idOf }: Probe): ActionRow[] {
  const words = wordsOf(frame).step;
  const next: ButtonParts = { label: words.nextQuestion, id: idOf(index + 1, false) };
  const buttons = [
    ...(isAnswered ? [] : [button({ label: words.showAnswer, id: idOf(index, true), style: 'primary' })]),
    ...(index + 1 < total ? [button({ ...next, style: isAnswered ? 'primary' : 'plain' })] : []),
    ...(index > 0 ? [button({ label: words.previousQuestion, id: idOf(index - 1, false) })] : []),
  ];
  return buttons.length > 0 ? [buttonRow(...buttons)] : [];
}
