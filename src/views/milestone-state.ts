import type { Milestone } from '../domain/milestone.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import { catalogueOf } from '../language/languages.ts';
import { Temporal } from '../lib/temporal.ts';
import { messageLink } from './message-link.ts';

export interface StateParts {
  readonly milestone: Milestone;
  /** Its post, where it has one. */
  readonly record: OutboxRecord | undefined;
  readonly isPaused: boolean;
  readonly now: Temporal.Instant;
}

/** What became of a milestone, in plain words: also for lists to choose from. */
export function stateWords({ milestone, record, isPaused, now }: StateParts, language: string): string {
  const { states } = catalogueOf(language).milestone;
  if (milestone.fate === 'posted') return states[record?.state ?? 'waiting'];
  if (milestone.fate !== 'planned') return states[milestone.fate];
  if (Temporal.Instant.compare(milestone.dueAt, now) <= 0) return isPaused ? states.resting : states.onItsWay;
  return milestone.moved ? states.moved : states.planned;
}

/** The same for a text, where a post that arrived is a link to it. */
export function stateText(parts: StateParts, language: string): string {
  const words = stateWords(parts, language);
  const link = postLink(parts.record);
  return link === undefined ? words : catalogueOf(language).milestone.link(words, link);
}

/** To a post that arrived. Undefined where nobody knows which message it is: a moderator said that it is there. */
export function postLink(record: OutboxRecord | undefined): string | undefined {
  const { state, serverId, channelId, messageId } = record ?? {};
  return state === 'sent' && serverId && channelId && messageId
    ? messageLink({ serverId, channelId, messageId })
    : undefined;
}
