import type { Member } from '../domain/member.ts';
import { isPaired, type Partnership, pairNoteEntry } from '../domain/partnership.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Db } from '../store/database.ts';
import { findMemberById } from '../store/member-store.ts';
import { insertOutboxEntry } from '../store/outbox-store.ts';
import { acceptPartnership, endPartnership, listPartnerships } from '../store/partnership-store.ts';
import { wantLook } from '../store/reminder-look-store.ts';
import type { Deps } from './deps.ts';
import { findPairOf } from './find-pair.ts';

export interface AnswerPartnerInput {
  /** Whoever pressed. */
  readonly userId: string;
  readonly pairId: string;
  readonly now: Temporal.Instant;
}

/** `gone`: it was withdrawn, ended or answered before, or is not theirs. */
export type AnswerPartnerKind = 'paired' | 'partners' | 'has-partner' | 'other-has-partner' | 'gone';

export interface AcceptPartnerOutcome {
  readonly kind: AnswerPartnerKind;
  /** Whoever said yes, in the server that this is about, and the other one. Undefined where it is not theirs. */
  readonly pair?: { readonly member: Member; readonly otherUserId: string };
}

/** Says yes to whoever asked. Pressed twice, or by both at once, they are partners once. */
export async function acceptPartner(
  deps: Deps,
  { userId, pairId, now }: AnswerPartnerInput,
): Promise<AcceptPartnerOutcome> {
  const outcome = await deps.db.transaction().execute(async (trx): Promise<AcceptPartnerOutcome> => {
    const found = await findPairOf(trx, userId, pairId);
    const other = found?.partnership.partnerId && (await findMemberById(trx, found.partnership.partnerId));
    if (!found || !other) return { kind: 'gone' };
    const pair = { member: found.member, otherUserId: other.userId };
    if (isPaired(found.partnership)) return { kind: 'partners', pair };
    if (found.partnership.hasAsked) return { kind: 'gone', pair };
    return { kind: await becomePartners(trx, found.partnership, now), pair };
  });
  if (outcome.kind === 'paired') deps.wake();
  return outcome;
}

/** The one who was asked says yes, and whoever asked is told so. Each has one partner at a time. */
export async function becomePartners(
  trx: Db,
  { pairId, memberId, partnerId }: Partnership,
  now: Temporal.Instant,
): Promise<AnswerPartnerKind> {
  const asker = partnerId === undefined ? undefined : await findMemberById(trx, partnerId);
  if (!asker || asker.leftAt) return 'gone';
  if ((await listPartnerships(trx, memberId)).some(isPaired)) return 'has-partner';
  if ((await listPartnerships(trx, asker.id)).some(isPaired)) return 'other-has-partner';
  if (!(await acceptPartnership(trx, pairId, now))) return 'gone';
  // From now on they get a nudge together.
  for (const id of [memberId, asker.id]) await wantLook(trx, id, now);
  await insertOutboxEntry(trx, pairNoteEntry(pairId, 'accepted', asker, now), now);
  return 'paired';
}

/** What was ended: a pair, or a request that they had made, or one to them. */
export interface EndedPartner {
  readonly member: Member;
  readonly wasPaired: boolean;
  readonly hadAsked: boolean;
}

/**
 * Declines, withdraws or ends it. Nobody is told: whoever was declined finds nothing but that they can ask again later.
 * Undefined where there was nothing to end.
 */
export async function endPartner(
  { db }: Pick<Deps, 'db'>,
  { userId, pairId, now }: AnswerPartnerInput,
): Promise<EndedPartner | undefined> {
  return db.transaction().execute(async (trx) => {
    const found = await findPairOf(trx, userId, pairId);
    if (!found || !(await endPartnership(trx, pairId, now))) return undefined;
    const { member, partnership } = found;
    return { member, wasPaired: isPaired(partnership), hadAsked: partnership.hasAsked };
  });
}
