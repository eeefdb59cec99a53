import { Temporal } from '../lib/temporal.ts';

export const milestoneKinds = ['week-before', 'kick-off', 'part', 'phase-end', 'half-way', 'graduation'] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** Which milestone of a group: its kind and, for parts (1 to 8) and phases (1 to 4), its number; else 0. */
export interface MilestoneId {
  readonly kind: MilestoneKind;
  readonly part: number;
}

/**
 * What becomes of it. `planned`: not due yet, or due and about to be bound to a post. `posted`: bound to a post in the
 * outbox, whose state says whether it has arrived. `before-cairn`: it lay in the past when its date was set.
 */
export type MilestoneFate = 'planned' | 'before-cairn' | 'skipped' | 'missed' | 'posted';

/** A dated announcement of a group. */
export interface Milestone extends MilestoneId {
  readonly groupId: string;
  readonly dueAt: Temporal.Instant;
  /** The day that a moderator gave it, and when: breaks recorded later still move it. */
  readonly moved: { readonly to: Temporal.PlainDate; readonly at: Temporal.Instant } | undefined;
  readonly fate: MilestoneFate;
  /** Of the post that announces it, with `posted` only. */
  readonly postKey: string | undefined;
}

/** Those of one day stand in one post in this order: what ends comes before what begins. */
const orderWithinDay: readonly MilestoneKind[] = [
  'phase-end',
  'half-way',
  'graduation',
  'week-before',
  'kick-off',
  'part',
];

export function compareWithinDay(one: MilestoneId, other: MilestoneId): number {
  return orderWithinDay.indexOf(one.kind) - orderWithinDay.indexOf(other.kind) || one.part - other.part;
}

/** The earliest first; those of one instant in the order in which a post has them. */
export function compareMilestones(one: Milestone, other: Milestone): number {
  return Temporal.Instant.compare(one.dueAt, other.dueAt) || compareWithinDay(one, other);
}

export function isSameMilestone(one: MilestoneId, other: MilestoneId): boolean {
  return one.kind === other.kind && one.part === other.part;
}

const codes: Readonly<Record<MilestoneKind, string>> = {
  'week-before': 'w',
  'kick-off': 'k',
  part: 'p',
  'phase-end': 'e',
  'half-way': 'h',
  graduation: 'g',
};

/** "p3" for part 3, "k" for the kick-off: short, because it stands in custom ids. */
export function milestoneCode({ kind, part }: MilestoneId): string {
  return `${codes[kind]}${part === 0 ? '' : part}`;
}

/** Reads what `milestoneCode` wrote. */
export function parseMilestoneCode(code: string): MilestoneId | undefined {
  const kind = milestoneKinds.find((one) => codes[one] === code.slice(0, 1));
  const part = Number(code.slice(1) || 0);
  const isNumbered = kind === 'part' || kind === 'phase-end';
  if (!kind || !/^[a-z]\d{0,2}$/.test(code) || isNumbered !== part > 0) return undefined;
  return { kind, part };
}

/** What a post that announces this milestone is known by, wherever it is found again. */
export function milestoneMark(groupId: string, id: MilestoneId): string {
  return `${groupId}.m.${milestoneCode(id)}`;
}
