import type { Deps } from '../../src/actions/deps.ts';
import type { Member } from '../../src/domain/member.ts';
import type { ItemState } from '../../src/domain/progress.ts';
import { type Records, recordsOf } from '../../src/domain/progress-changes.ts';
import { insertMember } from '../../src/store/member-store.ts';
import { instant } from './builders.ts';

/** Ada in Study hall, since noon, at 10 hours a week. */
export function aMember(overrides: Partial<Member> = {}): Member {
  const noon = instant('2026-03-02T12:00Z');
  return {
    id: 'member-ada',
    serverId: 'study-hall',
    userId: 'ada',
    joinedAt: noon,
    leftAt: undefined,
    seenAt: noon,
    trackId: undefined,
    language: undefined,
    progressVisibility: 'group',
    reminders: 'off',
    pace: { validFrom: noon, hours: 10, zone: 'Europe/Berlin' },
    ...overrides,
  };
}

/** The same, in the database. */
export async function joined(deps: Deps, overrides: Partial<Member> = {}): Promise<Member> {
  const member = aMember(overrides);
  await insertMember(deps.db, member);
  return member;
}

/** Records by item id, all set by one event in the past. */
export function theRecords(states: Readonly<Record<string, Exclude<ItemState, 'open'>>>): Records {
  const mark = { since: instant('2026-03-01T18:00Z'), eventId: 'long-ago' };
  return recordsOf(Object.entries(states).map(([itemId, state]) => ({ itemId, state, ...mark })));
}
