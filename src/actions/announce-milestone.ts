import { type Milestone, type MilestoneId, milestoneCode, milestoneMark } from '../domain/milestone.ts';
import { companionsOf } from '../domain/milestone-order.ts';
import type { StudyGroup } from '../domain/study-group.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findMilestone, listMilestones, saveMilestone } from '../store/milestone-store.ts';
import { findOutboxRecord, insertOutboxEntry, listOutboxRecords } from '../store/outbox-store.ts';
import { changeGroup, type GroupChangeInput, type GroupGone } from './change-group.ts';
import type { Deps } from './deps.ts';

/** How long an announcement may be on its way before nobody wants it any more. */
export const ANNOUNCEMENT_DAYS = 7;

export interface AnnounceInput extends GroupChangeInput {
  readonly id: MilestoneId;
  readonly note: string | undefined;
}

export type AnnounceOutcome =
  | { readonly kind: 'announced'; readonly milestones: readonly MilestoneId[] }
  /** It has a post already. Another one is an extra. */
  | { readonly kind: 'posted-already' }
  | GroupGone;

/**
 * Announces a milestone now, with those that would come in the same post. That is their post: at their date nothing
 * more appears.
 */
export async function announceMilestone(deps: Deps, input: AnnounceInput): Promise<AnnounceOutcome> {
  const { id, note, now } = input;
  return changeGroup<AnnounceOutcome>(deps, input, async ({ trx, group }) => {
    const rows = companionsOf(await listMilestones(trx, group.id), id);
    if (rows.length === 0 || rows.some(({ fate }) => fate === 'posted')) return { outcome: { kind: 'posted-already' } };
    const marks = rows.map((row) => milestoneMark(group.id, row));
    const key = await freeKey(trx, group, rows);
    const codes = rows.map(milestoneCode);
    await orderPost(trx, group, { key, marks: [...new Set([key, ...marks])], codes, note, isExtra: false, now });
    for (const row of rows) await saveMilestone(trx, { ...row, fate: 'posted', postKey: key });
    const change = { kind: 'announced', code: milestoneCode(id), isExtra: false } as const;
    return { outcome: { kind: 'announced', milestones: rows }, change };
  });
}

/** The mark of the first; where a post of that key was given up before, the next key of an extra. */
async function freeKey(trx: Db, group: StudyGroup, [first]: readonly Milestone[]): Promise<string> {
  const id = first ?? { kind: 'kick-off', part: 0 };
  const key = milestoneMark(group.id, id);
  return (await findOutboxRecord(trx, key)) ? extraKey(group.id, id, await countExtras(trx, group.id, id)) : key;
}

export interface AnnounceAgainInput extends AnnounceInput {
  /** Which extra of this milestone: the same one is posted once, however often it is asked for. */
  readonly count: number;
}

export type AnnounceAgainOutcome = { readonly kind: 'announced-again' } | { readonly kind: 'already' } | GroupGone;

/** Posts once more what was posted before. */
export async function announceAgain(deps: Deps, input: AnnounceAgainInput): Promise<AnnounceAgainOutcome> {
  const { id, note, count, now } = input;
  return changeGroup<AnnounceAgainOutcome>(deps, input, async ({ trx, group }) => {
    const key = extraKey(group.id, id, count);
    if (await findOutboxRecord(trx, key)) return { outcome: { kind: 'already' } };
    const codes = await codesOfPost(trx, group.id, id);
    await orderPost(trx, group, { key, marks: [key], codes, note, isExtra: true, now });
    const change = { kind: 'announced', code: milestoneCode(id), isExtra: true } as const;
    return { outcome: { kind: 'announced-again' }, change };
  });
}

/** The number of the next extra of a milestone. */
export async function nextExtra(deps: Deps, groupId: string, id: MilestoneId): Promise<number> {
  return countExtras(deps.db, groupId, id);
}

async function countExtras(db: Db, groupId: string, id: MilestoneId): Promise<number> {
  const records = await listOutboxRecords(db, groupId, 'milestones');
  return records.filter(({ key }) => key.startsWith(extraKey(groupId, id, ''))).length + 1;
}

function extraKey(groupId: string, id: MilestoneId, count: number | ''): string {
  return `${groupId}.x.${milestoneCode(id)}.${count}`;
}

/** An extra says all that its post said. */
async function codesOfPost(trx: Db, groupId: string, id: MilestoneId): Promise<readonly string[]> {
  const row = await findMilestone(trx, groupId, id);
  const record = row?.postKey === undefined ? undefined : await findOutboxRecord(trx, row.postKey);
  return record?.order.kind === 'milestones' ? record.order.codes : [milestoneCode(id)];
}

interface PostOrder {
  readonly key: string;
  readonly marks: readonly string[];
  readonly codes: readonly string[];
  readonly note: string | undefined;
  readonly isExtra: boolean;
  readonly now: Temporal.Instant;
}

async function orderPost(trx: Db, group: StudyGroup, order: PostOrder): Promise<void> {
  const { key, marks, codes, note, isExtra, now } = order;
  const entry = {
    key,
    marks,
    order: { kind: 'milestones', codes, ...(note ? { note } : {}), ...(isExtra ? { isExtra } : {}) },
    serverId: group.serverId,
    groupId: group.id,
    memberId: undefined,
    userId: undefined,
    dueAt: now,
    notAfter: now.add({ hours: ANNOUNCEMENT_DAYS * 24 }),
  } as const;
  await insertOutboxEntry(trx, entry, now);
}
