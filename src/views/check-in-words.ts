import type { CheckIn } from '../domain/check-in.ts';
import { findStep, type Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { shorten } from '../lib/graphemes.ts';
import { withPlainLineEnds } from '../lib/visible.ts';
import { quotedLines } from './quoted.ts';

/** How much of a text a small card shows. */
export interface Room {
  readonly characters: number;
  readonly lines: number;
}

/** The beginning of a text that fits a small card, cut between graphemes, with whether anything was cut. */
export function excerpt(said: string, { characters, lines }: Room): { readonly text: string; readonly isCut: boolean } {
  const text = withPlainLineEnds(said);
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const end = ends[lines - 1];
  const few = end === undefined ? text : `${text.slice(0, end)}…`;
  const shown = shorten(few, characters);
  return { text: shown, isCut: shown !== text };
}

/** What was said, each part under its heading. `cut` shortens a part; without it all is there. */
export function saidBlocks(
  roadmap: Roadmap,
  { did, next, obstacle, finishedStepId }: Pick<CheckIn, 'did' | 'next' | 'obstacle' | 'finishedStepId'>,
  cut: (part: 'did' | 'next' | 'obstacle', text: string) => string = (_part, text) => text,
): string[] {
  const { checkIn: words } = catalogueOf(roadmap.language);
  const step = finishedStepId === undefined ? undefined : findStep(roadmap, finishedStepId);
  return [
    said(words.cardDid, cut('did', did)),
    ...(next === undefined ? [] : [said(words.cardNext, cut('next', next))]),
    ...(obstacle === undefined ? [] : [said(words.cardObstacle, cut('obstacle', obstacle))]),
    ...(step ? [words.cardFinished(step.title)] : []),
  ];
}

/** Hours as the form reads them: "3", "3:30". */
export function hoursText(hours: number): string {
  const minutes = Math.round(hours * 60);
  const rest = minutes % 60;
  return rest === 0 ? String(minutes / 60) : `${Math.floor(minutes / 60)}:${String(rest).padStart(2, '0')}`;
}

function said(heading: string, text: string): string {
  return `**${heading}**\n${quotedLines(text)}`;
}
