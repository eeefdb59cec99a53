import type { UnknownStep } from './progress-outcome.ts';
import type { Roadmap } from './roadmap.ts';

/** A link and a few words about a step, both optional, for the member alone. */
export interface Evidence {
  readonly link: string | undefined;
  readonly note: string | undefined;
}

export interface GivenEvidence {
  readonly link: string;
  readonly note: string;
}

/** In characters. The form states both. */
export const LINK_LENGTH = 300;
export const NOTE_LENGTH = 500;

/** Why a form is refused. */
export type EvidenceProblem = 'no-link' | 'too-long';

export type EvidenceOutcome =
  | { readonly kind: 'saved'; readonly roadmap: Roadmap; readonly stepId: string; readonly evidence: Evidence }
  | { readonly kind: 'removed'; readonly roadmap: Roadmap; readonly stepId: string }
  | { readonly kind: 'refused'; readonly problem: EvidenceProblem }
  | UnknownStep;

export type EvidenceReading =
  | { readonly kind: 'given'; readonly evidence: Evidence }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly problem: EvidenceProblem };

/** Reads what was typed. A link is a whole address of the web; blanks around it do not count. */
export function readEvidence(given: GivenEvidence): EvidenceReading {
  const link = given.link.trim();
  const note = given.note.trim();
  if (link === '' && note === '') return { kind: 'empty' };
  if (link.length > LINK_LENGTH || note.length > NOTE_LENGTH) return { kind: 'refused', problem: 'too-long' };
  const address = readLink(link);
  if (link !== '' && address === undefined) return { kind: 'refused', problem: 'no-link' };
  return { kind: 'given', evidence: { link: address, note: note === '' ? undefined : note } };
}

/** The address in its normal form, in which nothing can end a link early. Undefined for anything but http and https. */
function readLink(typed: string): string | undefined {
  const address = /\s/.test(typed) ? undefined : URL.parse(typed);
  const isOfTheWeb = address?.protocol === 'https:' || address?.protocol === 'http:';
  return address && isOfTheWeb && address.hostname.includes('.') ? address.href : undefined;
}
