import type { CheckIn } from './check-in.ts';
import type { Recap } from './recap.ts';
import type { Roadmap } from './roadmap.ts';
import type { PeriodThread, StoredPeriod } from './stored-period.ts';
import type { StudyGroup } from './study-group.ts';

/** What the channel or the thread of a period is to show, read at the moment at which it is sent. */
export type PeriodPost = StarterPost | PromptPost | CardPost | RecapPost | HelpPost | HelpCallPost;

interface AboutPeriod {
  readonly group: StudyGroup;
  /** In the group's language. */
  readonly roadmap: Roadmap;
  /** What it will be found again by: each is an argument of a custom id. */
  readonly marks: readonly string[];
}

/** The message on which the thread hangs. */
export interface StarterPost extends AboutPeriod {
  readonly kind: 'starter';
  readonly period: StoredPeriod;
  /** Whether it asks for check-ins. Otherwise somebody was quicker. */
  readonly isPrompt: boolean;
}

/** Asks for check-ins. */
export interface PromptPost extends AboutPeriod {
  readonly kind: 'prompt';
  readonly period: StoredPeriod;
  /** Undefined where it stands in it. */
  readonly thread: PeriodThread | undefined;
}

/** A check-in, or what holds in its place now. */
export interface CardPost extends AboutPeriod {
  readonly kind: 'card';
  readonly period: StoredPeriod;
  readonly checkIn: CheckIn;
  /** Their id on Discord. */
  readonly authorId: string;
}

export interface RecapPost extends AboutPeriod {
  readonly kind: 'recap';
  readonly period: StoredPeriod;
  /** Undefined: nobody may read any of it just now, where it was told before. */
  readonly recap: Recap | undefined;
  /** Undefined where it stands in it. */
  readonly thread: PeriodThread | undefined;
}

/** Names two members to each other. */
export interface HelpPost extends AboutPeriod {
  readonly kind: 'help';
  /** Their ids on Discord. */
  readonly askerId: string;
  readonly helperId: string;
  /** What is in the way, or the title of the step; undefined: they did not say. */
  readonly about: string | undefined;
}

/** Asks the group who can help. */
export interface HelpCallPost extends AboutPeriod {
  readonly kind: 'help-call';
  readonly requestId: string;
  /** Their id on Discord. */
  readonly askerId: string;
  readonly stepTitle: string;
  readonly words: string | undefined;
}
