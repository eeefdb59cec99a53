import type { StudyGroup } from '../src/domain/study-group.ts';
import { Temporal } from '../src/lib/temporal.ts';

export const ZONE = 'Europe/Berlin';

/** A group that checks in every week, set up a week before it starts. */
export function aWeeklyGroup(startsAt: Temporal.Instant): StudyGroup {
  const validFrom = startsAt.subtract({ hours: 24 * 7 });
  const startDay = startsAt.toZonedDateTimeISO(ZONE).toPlainDate();
  const postTime = new Temporal.PlainTime(18);
  return {
    id: 'group',
    serverId: '100000000000000001',
    name: 'Early birds',
    channelId: '300000000000000001',
    channelKind: 'text',
    forumTagId: undefined,
    language: 'en',
    moderatorRoleId: undefined,
    memberRoleId: undefined,
    pingRoleId: undefined,
    noticeChannelId: undefined,
    showsEvents: false,
    actorId: undefined,
    createdAt: validFrom,
    archivedAt: undefined,
    schedule: { validFrom, zone: ZONE, startDay, months: 8, postTime, rhythm: 'weekly' },
  };
}
