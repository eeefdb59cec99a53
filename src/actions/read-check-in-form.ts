import { type CheckIn, isPublic } from '../domain/check-in.ts';
import type { CheckInFormReading } from '../domain/check-in-reading.ts';
import type { Member } from '../domain/member.ts';
import { isPaired } from '../domain/partnership.ts';
import { findStep, type Step } from '../domain/roadmap.ts';
import type { StoredPeriod } from '../domain/stored-period.ts';
import type { Temporal } from '../lib/temporal.ts';
import { findCheckInOf } from '../store/check-in-store.ts';
import { listPartnerships } from '../store/partnership-store.ts';
import { findPeriod } from '../store/period-store.ts';
import { findStudyGroup } from '../store/study-group-store.ts';
import type { Deps } from './deps.ts';
import { findPeriodChannel } from './find-period-channel.ts';
import { listOpenPeriods } from './list-open-periods.ts';
import { mayWrite, type Writer } from './may-write.ts';
import { readMemberProgress } from './read-member-progress.ts';
import { readRoadmap } from './read-roadmap.ts';

export interface ReadCheckInFormInput extends Writer {
  readonly member: Member;
  readonly periodId: string;
  readonly language: string;
  readonly now: Temporal.Instant;
}

/** What the form for a period is made of. Undefined for a period that the member has nothing to say about any more. */
export async function readCheckInForm(
  deps: Deps,
  input: ReadCheckInFormInput,
): Promise<CheckInFormReading | undefined> {
  const found = await deps.db.transaction().execute(async (trx) => {
    const checkIn = await findCheckInOf(trx, input.member.id, input.periodId);
    const period: StoredPeriod | undefined = checkIn
      ? await findPeriod(trx, input.periodId)
      : (await listOpenPeriods(trx, input.member, input.now)).find(({ id }) => id === input.periodId);
    return period && { period, checkIn };
  });
  if (!found) return undefined;
  const { groupId } = found.period;
  const group = groupId === undefined ? undefined : await findStudyGroup(deps.db, groupId);
  const channelId = group && findPeriodChannel(deps, group, found.period.thread);
  const partnerships = await listPartnerships(deps.db, input.member.id);
  return {
    ...found,
    group,
    channelId,
    channelName: group && channelId && deps.discord.findChannel(group.serverId, channelId)?.name,
    mayBePublic:
      !group ||
      !channelId ||
      isForChannel(found.checkIn) ||
      (await mayWrite(deps, input, { serverId: group.serverId, channelId })),
    step: await findTickableStep(deps, input, found.checkIn),
    pairId: partnerships.find(isPaired)?.pairId,
  };
}

/** What stands in the channel, or a moderator hid there, stays its author's to correct, whatever they may write now. */
function isForChannel(checkIn: CheckIn | undefined): boolean {
  return checkIn !== undefined && isPublic({ ...checkIn, hiddenAt: undefined });
}

async function findTickableStep(
  deps: Deps,
  { member, language }: ReadCheckInFormInput,
  checkIn: CheckIn | undefined,
): Promise<Step | undefined> {
  const roadmap = readRoadmap(deps, language);
  const finished = checkIn?.finishedStepId === undefined ? undefined : findStep(roadmap, checkIn.finishedStepId);
  return finished ?? (await readMemberProgress(deps, roadmap, member.id)).current?.step;
}
