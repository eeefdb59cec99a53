import type { Member } from '../domain/member.ts';
import type { Span } from '../domain/plan-days.ts';
import type { PlanReading } from '../domain/plan-reading.ts';
import { daysAway } from '../domain/plan-return.ts';
import type { Temporal } from '../lib/temporal.ts';
import { updateMember } from '../store/member-store.ts';
import type { Deps } from './deps.ts';
import { readPlan } from './read-plan.ts';

export interface WelcomeBackInput {
  readonly member: Pick<Member, 'id' | 'joinedAt' | 'seenAt'>;
  readonly language: string;
  readonly now: Temporal.Instant;
}

export interface Return {
  readonly reading: PlanReading;
  /** The whole days without a sign of the member. */
  readonly away: Span | undefined;
}

/** Notes that a member is back, and looks up where they stopped and when they finish from here. */
export async function welcomeBack(deps: Deps, input: WelcomeBackInput): Promise<Return> {
  const { member, now } = input;
  const reading = await readPlan(deps, input);
  await updateMember(deps.db, member.id, { seenAt: now });
  return { reading, away: daysAway(member.seenAt, now, reading.pace.zone) };
}
