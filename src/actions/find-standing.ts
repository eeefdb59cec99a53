import type { Member, Standing } from '../domain/member.ts';
import { isBackAfterAway } from '../domain/plan-return.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findMember, findPrivateChatChoice, listMemberships, updateMember } from '../store/member-store.ts';
import type { Deps } from './deps.ts';

export interface FindStandingInput {
  readonly userId: string;
  /** Undefined in the private chat. */
  readonly serverId: string | undefined;
  readonly now: Temporal.Instant;
}

/** Minutes after which being seen again is written down: not every press needs a write. */
const SEEN_MINUTES = 60;

/** What the bot knows of whoever acts. In the private chat the only membership counts, else the one chosen last. */
export async function findStanding(deps: Deps, { userId, serverId, now }: FindStandingInput): Promise<Standing> {
  const standing = await readStanding(deps, { userId, serverId });
  if (standing.kind === 'member' && isWorthNoting(standing.member.seenAt, now)) {
    await updateMember(deps.db, standing.member.id, { seenAt: now });
  }
  return standing;
}

/** Who is asked about, with what was found out about them already. */
export interface ReadStandingInput {
  readonly userId: string;
  readonly serverId: string | undefined;
  readonly standing?: Standing | undefined;
}

/** The same without writing down that they were seen. */
export async function readStanding(deps: Deps, { userId, serverId, standing }: ReadStandingInput): Promise<Standing> {
  if (standing) return standing;
  return serverId === undefined ? standingInPrivate(deps, userId) : standingInServer(deps, serverId, userId);
}

/** Whoever comes back after long is welcomed first: that notes it, see `welcomeBack`. */
function isWorthNoting(seenAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.since(seenAt).total('minutes') >= SEEN_MINUTES && !isBackAfterAway(seenAt, now);
}

async function standingInServer(deps: Deps, serverId: string, userId: string): Promise<Standing> {
  const member = await findMember(deps.db, serverId, userId);
  return member && member.leftAt === undefined ? { kind: 'member', member } : { kind: 'stranger' };
}

async function standingInPrivate(deps: Deps, userId: string): Promise<Standing> {
  const members = await listMemberships(deps.db, userId);
  const [only] = members;
  if (!only) return { kind: 'stranger' };
  if (members.length === 1) return { kind: 'member', member: only };
  const chosen = await findPrivateChatChoice(deps.db, userId);
  const member: Member | undefined = members.find((candidate) => candidate.serverId === chosen);
  return member ? { kind: 'member', member } : { kind: 'which-server' };
}
