import type { Deps } from '../../src/actions/deps.ts';
import { joinGroup } from '../../src/actions/join-group.ts';
import type { Caller } from '../../src/discord/command.ts';
import type { Member } from '../../src/domain/member.ts';
import type { StudyGroup } from '../../src/domain/study-group.ts';
import type { FormView } from '../../src/views/message.ts';
import { instant } from './builders.ts';
import { freshDeps } from './database.ts';
import { aChannel, aDiscord, groupSetUp } from './groups.ts';
import { joined } from './progress-builders.ts';
import { aCaller, aReader, type Reader } from './reader.ts';
import { realContent } from './real-content.ts';

/** Wednesday of the first week of Early birds, from Monday 2 March 2026. */
export const WEDNESDAY = instant('2026-03-04T18:00Z');

/** Tuesday after: in the grace of the first week, while the second one runs. */
export const IN_GRACE = instant('2026-03-10T18:00Z');

/** A server in which Early birds learn in #study, and their caller's rights are as given. */
export async function checkInDeps(overrides: Partial<Deps> = {}, group: Partial<StudyGroup> = {}): Promise<Deps> {
  const discord = aDiscord({ channels: [aChannel()] });
  const deps = await freshDeps({ content: realContent(), discord, ...overrides });
  await groupSetUp(deps, group);
  return deps;
}

/** Joins the server, and Early birds unless they learn alone. */
export async function aLearner(deps: Deps, userId: string, { isAlone = false } = {}): Promise<Member> {
  const member = await joined(deps, { id: `member-${userId}`, userId, seenAt: WEDNESDAY });
  if (!isAlone) await joinGroup(deps, { member, groupId: 'early', now: member.joinedAt });
  return member;
}

/** Somebody at a moment; a reader has one time. */
export function at(deps: Deps, now = WEDNESDAY, overrides: Partial<Caller> = {}): Promise<Reader> {
  return aReader(deps, aCaller({ now, ...overrides }));
}

/** Opens the form by the command. @throws Error when it shows a message instead. */
export async function openForm(reader: Reader, id = 'checkin:open'): Promise<FormView> {
  const answer = await reader.use(id);
  if (answer.kind !== 'form') throw new Error(`That opened no form but: ${answer.kind}`);
  return answer.form;
}

/** What was typed; left out is empty. */
export function typed(fields: Partial<Record<'did' | 'next' | 'obstacle' | 'hours', string>>, boxes: string[] = []) {
  return { did: 'Read about indexes.', next: '', obstacle: '', hours: '', boxes, ...fields };
}
