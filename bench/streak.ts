import { checkIn } from '../src/actions/check-in.ts';
import type { Deps } from '../src/actions/deps.ts';
import { joinGroup } from '../src/actions/join-group.ts';
import { readProgress } from '../src/actions/read-progress.ts';
import { explainMemberStreak, readStreak } from '../src/actions/read-streak.ts';
import { loadContent } from '../src/content/load-content.ts';
import type { Member } from '../src/domain/member.ts';
import { periodId } from '../src/domain/period.ts';
import { Temporal } from '../src/lib/temporal.ts';
import { insertMember } from '../src/store/member-store.ts';
import { insertStudyGroup } from '../src/store/study-group-store.ts';
import { depsInMemory } from './many-members.ts';
import { median } from './statistics.ts';
import { ms, printTable, times, verdict } from './table.ts';
import { aWeeklyGroup, ZONE } from './weekly-group.ts';

const MEMBERS = 40;
const MONTH = 4;
const YEAR = 52;
/** The first only warms up: its readings do not count. */
const ROUNDS = 21;
const NOW = Temporal.Instant.from('2027-03-03T12:00Z');

/** A group that has checked in week by week, each member in each week but every ninth. */
interface History {
  readonly deps: Deps;
  readonly members: readonly Member[];
}

const readings = {
  'the streak': ({ deps }: History, member: Member) => readStreak(deps, { member, now: NOW }),
  '/progress': ({ deps }: History, member: Member) =>
    readProgress(deps, { member, userId: undefined, language: 'en', now: NOW }),
  'why it is so': ({ deps }: History, member: Member) => explainMemberStreak(deps, { member, now: NOW }),
} as const;

/** How long a streak takes after a year against after a month, in the same run and in turn. */
export async function measureStreak(): Promise<void> {
  const month = await aHistory(MONTH);
  const year = await aHistory(YEAR);
  const rows: string[][] = [];
  for (const [name, read] of Object.entries(readings)) {
    const short: number[] = [];
    const long: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      short.push(await timeOf(month, read));
      long.push(await timeOf(year, read));
    }
    const little = median(short.slice(1));
    const much = median(long.slice(1));
    const ratio = much / little;
    // The whole explanation is as long as the history, and asked for by a button of its own.
    const target = name === 'why it is so' ? undefined : { figure: ratio, atMost: 1.5, unit: '×' };
    rows.push([name, ms(little), ms(much), times(ratio), ...verdict(target)]);
  }
  printTable(
    `The streak (${MEMBERS} members in turn, medians of ${ROUNDS - 1} rounds)`,
    ['', `${MONTH} weeks`, `${YEAR} weeks`, 'ratio', 'target', ''],
    rows,
  );
  await Promise.all([month, year].map(({ deps }) => deps.db.destroy()));
}

/** Milliseconds a member. */
async function timeOf(history: History, read: (history: History, member: Member) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (const member of history.members) await read(history, member);
  return (performance.now() - started) / history.members.length;
}

async function aHistory(weeks: number): Promise<History> {
  const deps = await depsInMemory(loadContent('content'));
  const startsAt = NOW.subtract({ hours: 24 * 7 * weeks });
  await insertStudyGroup(deps.db, aWeeklyGroup(startsAt));
  const members: Member[] = [];
  for (let index = 0; index < MEMBERS; index += 1) members.push(await aMember(deps, index, startsAt));
  for (let week = 0; week < weeks; week += 1) {
    const now = startsAt.add({ hours: 24 * 7 * week });
    for (const [index, member] of members.entries()) {
      if ((index + week) % 9 !== 8) await checkInAt(deps, member, week, now);
    }
    await deps.db.updateTable('period').set({ prompt_state: 'posted' }).where('group_id', '=', 'group').execute();
  }
  return { deps, members };
}

async function checkInAt(deps: Deps, member: Member, week: number, now: Temporal.Instant): Promise<void> {
  const said = { did: 'Read.', next: undefined, obstacle: undefined, hours: 3, finishedStepId: undefined };
  const content = { ...said, asksForHelp: false, isPrivate: false, partnerPairId: undefined };
  const input = { member, periodId: periodId('group', week + 1), content, language: 'en', now };
  const { kind } = await checkIn(deps, input);
  if (kind !== 'written') throw new Error(`The check-in of week ${week} was ${kind}.`);
}

async function aMember(deps: Deps, index: number, joinedAt: Temporal.Instant): Promise<Member> {
  const member: Member = {
    id: `member-${index}`,
    serverId: '100000000000000001',
    userId: String(200_000_000_000_000_000n + BigInt(index)),
    joinedAt,
    leftAt: undefined,
    seenAt: NOW,
    trackId: undefined,
    language: undefined,
    progressVisibility: 'group',
    reminders: 'off',
    pace: { validFrom: joinedAt, hours: 10, zone: ZONE },
  };
  await insertMember(deps.db, member);
  await joinGroup(deps, { member, groupId: 'group', now: joinedAt });
  return member;
}
