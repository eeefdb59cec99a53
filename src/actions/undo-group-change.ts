import { isUndoable, type UndoableChange, undoIdOf } from '../domain/group-change.ts';
import { isSameMilestone, type Milestone, parseMilestoneCode } from '../domain/milestone.ts';
import { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { cancelGroupBreak, findOpenPause, reopenGroupPause } from '../store/group-break-store.ts';
import { findGroupChange } from '../store/group-change-store.ts';
import { findMilestone, listMilestones, saveMilestone } from '../store/milestone-store.ts';
import { dropOutboxEntry } from '../store/outbox-drop-store.ts';
import { changeGroup, type GroupChangeInput, type GroupGone } from './change-group.ts';
import { correctBreakNotice } from './correct-break-notice.ts';
import type { Deps } from './deps.ts';
import { fellInto } from './pause-group.ts';
import { breakMark } from './plan-break.ts';
import { undoEdit } from './undo-edit.ts';

export interface UndoGroupChangeInput extends GroupChangeInput {
  /** Of the entry in the log. */
  readonly changeId: string;
}

export type UndoGroupChangeOutcome =
  | {
      readonly kind: 'undone';
      readonly undone: UndoableChange;
      /** Their dates are in the past now, so nothing announces them. */
      readonly lost: readonly Milestone[];
    }
  /** It was taken back before. */
  | { readonly kind: 'already' }
  /** Something else was done to it since, or there is no such change. Nothing was changed. */
  | { readonly kind: 'overtaken' }
  | GroupGone;

/** Takes back one change, at most once, and leaves alone what was changed again since. */
export async function undoGroupChange(deps: Deps, input: UndoGroupChangeInput): Promise<UndoGroupChangeOutcome> {
  const { groupId, changeId } = input;
  const before = await listMilestones(deps.db, groupId);
  const found = await findGroupChange(deps.db, groupId, changeId);
  const outcome =
    found?.change.kind === 'edited' && isUndoable(found.change)
      ? await undoEdit(deps, input, found, found.change)
      : await undoCalendarChange(deps, input);
  if (outcome.kind !== 'undone') return outcome;
  return { ...outcome, lost: lostSince(before, await listMilestones(deps.db, groupId)) };
}

type Undone = Extract<UndoGroupChangeOutcome, { readonly kind: 'undone' }>;
/** What is lost is known only after it. */
type Dated = Omit<Undone, 'lost'> | Exclude<UndoGroupChangeOutcome, Undone>;

async function undoCalendarChange(
  deps: Deps,
  { changeId, ...input }: UndoGroupChangeInput,
): Promise<Dated | GroupGone> {
  const { now } = input;
  return changeGroup<Dated>(deps, input, async ({ trx, group }) => {
    const entry = await findGroupChange(trx, group.id, changeId);
    if (!entry || !isUndoable(entry.change) || entry.change.kind === 'edited')
      return { outcome: { kind: 'overtaken' } };
    const entryId = undoIdOf(changeId);
    if (await findGroupChange(trx, group.id, entryId)) return { outcome: { kind: 'already' } };
    const undone = entry.change;
    if (!(await takeBack(trx, group.id, undone, now))) return { outcome: { kind: 'overtaken' } };
    return { outcome: { kind: 'undone', undone }, change: { kind: 'undone', undone }, entryId };
  });
}

function lostSince(before: readonly Milestone[], after: readonly Milestone[]): Milestone[] {
  const wasBeforeCairn = (row: Milestone) =>
    before.some((one) => one.fate === 'before-cairn' && isSameMilestone(one, row));
  return after.filter((row) => row.fate === 'before-cairn' && !wasBeforeCairn(row));
}

type CalendarChange = Exclude<UndoableChange, { readonly kind: 'edited' }>;

/** False where it does not stand as this change left it. */
async function takeBack(trx: Db, groupId: string, change: CalendarChange, now: Temporal.Instant): Promise<boolean> {
  switch (change.kind) {
    case 'moved':
      return moveBack(trx, groupId, change);
    case 'skipped':
      return unskip(trx, groupId, change, now);
    case 'restored':
      return setFate(trx, groupId, change.code, 'planned', 'skipped');
    case 'paused':
      return unpause(trx, groupId, change.breakId, now);
    case 'resumed':
      return pauseAgain(trx, groupId, change);
    case 'break-planned':
      await dropOutboxEntry(trx, breakMark(groupId, change.breakId), now);
      if (!(await cancelGroupBreak(trx, change.breakId, now))) return false;
      await correctBreakNotice(trx, change.breakId, now);
      return true;
  }
}

async function moveBack(
  trx: Db,
  groupId: string,
  { code, to, before, fate }: Extract<UndoableChange, { kind: 'moved' }>,
): Promise<boolean> {
  const row = await findByCode(trx, groupId, code);
  if (row?.fate !== 'planned' || row.moved?.to.toString() !== to) return false;
  const moved = before && { to: Temporal.PlainDate.from(before.to), at: Temporal.Instant.from(before.at) };
  await saveMilestone(trx, { ...row, fate, moved });
  return true;
}

/** What is over by now is not posted in silence: somebody can announce it. */
async function unskip(
  trx: Db,
  groupId: string,
  { code, fate }: Extract<UndoableChange, { kind: 'skipped' }>,
  now: Temporal.Instant,
): Promise<boolean> {
  const row = await findByCode(trx, groupId, code);
  const isOver = row !== undefined && Temporal.Instant.compare(row.dueAt, now) <= 0;
  return setFate(trx, groupId, code, 'skipped', isOver ? 'before-cairn' : fate);
}

/** The same for what fell into the pause. */
async function unpause(trx: Db, groupId: string, breakId: string, now: Temporal.Instant): Promise<boolean> {
  const pause = await findOpenPause(trx, groupId);
  if (pause?.id !== breakId) return false;
  const over = fellInto(await listMilestones(trx, groupId), pause, now);
  for (const row of over) await saveMilestone(trx, { ...row, fate: 'before-cairn' });
  return cancelGroupBreak(trx, breakId, now);
}

async function setFate(
  trx: Db,
  groupId: string,
  code: string,
  from: Milestone['fate'],
  to: Milestone['fate'],
): Promise<boolean> {
  const row = await findByCode(trx, groupId, code);
  if (row?.fate !== from) return false;
  await saveMilestone(trx, { ...row, fate: to });
  return true;
}

async function pauseAgain(
  trx: Db,
  groupId: string,
  { breakId, since, skipped }: Extract<UndoableChange, { kind: 'resumed' }>,
): Promise<boolean> {
  if (await findOpenPause(trx, groupId)) return false;
  await reopenGroupPause(trx, breakId, Temporal.Instant.from(since));
  for (const code of skipped) await setFate(trx, groupId, code, 'skipped', 'planned');
  return true;
}

async function findByCode(trx: Db, groupId: string, code: string): Promise<Milestone | undefined> {
  const id = parseMilestoneCode(code);
  return id && findMilestone(trx, groupId, id);
}
