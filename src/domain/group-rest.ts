import { Temporal } from '../lib/temporal.ts';
import { localDate, type Span } from './plan-days.ts';
import type { GroupBreak, Membership } from './study-group.ts';

/** Days on which a member rests because their group does. */
export interface GroupRest extends Span {
  /** A pause of the group that nobody has ended: how long it will last nobody knows, so it counts until today. */
  readonly isOpen: boolean;
}

/** The days of these breaks and pauses on which the member was in the group that rested. */
export function groupRests(
  stays: readonly Pick<Membership, 'groupId' | 'joinedAt' | 'leftAt'>[],
  breaks: readonly GroupBreak[],
  { zone, today }: { readonly zone: string; readonly today: Temporal.PlainDate },
): GroupRest[] {
  return stays.flatMap(({ groupId, joinedAt, leftAt }) => {
    const joinedOn = localDate(joinedAt, zone);
    const leftOn = leftAt && localDate(leftAt, zone);
    return breaks.flatMap((rest): GroupRest[] => {
      if (rest.groupId !== groupId) return [];
      const firstDay = later(rest.firstDay, joinedOn);
      const end = rest.lastDay ?? today;
      const lastDay = leftOn ? earlier(end, leftOn) : end;
      return compare(firstDay, lastDay) > 0 ? [] : [{ firstDay, lastDay, isOpen: rest.lastDay === undefined }];
    });
  });
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return compare(one, other) >= 0 ? one : other;
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return compare(one, other) <= 0 ? one : other;
}

const compare = Temporal.PlainDate.compare;
