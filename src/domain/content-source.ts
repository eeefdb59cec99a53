import type { Roadmap } from './roadmap.ts';

/** Where the roadmap comes from. The content may be replaced while the bot runs: ask anew for each answer. */
export interface ContentSource {
  /** In this language; pages that lack a translation are in English. */
  roadmap(language: string): Roadmap;
  /** The languages that there is content for, English first. */
  readonly languages: readonly string[];
}
