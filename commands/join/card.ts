import { z } from 'zod';
import { findDraft } from '../../src/actions/find-draft.ts';
import { listOpenGroups, placeGroup } from '../../src/actions/find-own-group.ts';
import { type JoinOutcome, joinServer } from '../../src/actions/join-server.ts';
import { openJoinCard } from '../../src/actions/open-join-card.ts';
import { readPlan } from '../../src/actions/read-plan.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { updateDraft } from '../../src/actions/update-draft.ts';
import { type Answer, type Caller, type Deps, show } from '../../src/discord/command.ts';
import type { OpenGroup } from '../../src/domain/group-place.ts';
import { JOIN_CARD, type JoinCard, withGroup } from '../../src/domain/join-card.ts';
import type { TypedZone } from '../../src/domain/zone.ts';
import { joinCardView } from '../../src/views/join-view.ts';
import { joinedView } from '../../src/views/joined-view.ts';
import type { MessageView } from '../../src/views/message.ts';
import { onlyInServerView } from '../../src/views/stranger-view.ts';

const cardSchema = z.object({
  trackId: z.string().optional(),
  hours: z.number(),
  zone: z.string(),
  groupId: z.string().optional(),
  resumeId: z.string().optional(),
});

/** Opens a new card, everything preselected. */
export async function openCard(caller: Caller, deps: Deps, typedZone?: TypedZone): Promise<Answer> {
  if (caller.serverId === undefined) return show(onlyInServerView(caller.language));
  const { userId, serverId, channelId, locale, now } = caller;
  const opened = await openJoinCard(deps, { userId, serverId, channelId, locale, now, zone: typedZone?.zone });
  return show(joinCardView({ roadmap: readRoadmap(deps, caller.language), ...opened, now, typedZone }));
}

/** The caller's own card; a new one where the old one has expired. */
export async function withCard(
  caller: Caller,
  deps: Deps,
  draftId: string,
  use: (card: JoinCard) => Answer | Promise<Answer>,
): Promise<Answer> {
  const draft = await findDraft(deps, { id: draftId, userId: caller.userId, kind: JOIN_CARD, now: caller.now });
  const card = cardSchema.safeParse(draft?.content);
  if (!card.success) return openCard(caller, deps);
  const { trackId, groupId, resumeId } = card.data;
  return use({ ...card.data, trackId, groupId, resumeId });
}

/** Sets something on the card and shows it again. */
export function changeCard(
  caller: Caller,
  deps: Deps,
  draftId: string,
  change: (card: JoinCard, groups: readonly OpenGroup[]) => Partial<JoinCard>,
): Promise<Answer> {
  return withCard(caller, deps, draftId, async (before) => {
    const { userId, serverId, now } = caller;
    const groups = serverId === undefined ? [] : await listOpenGroups(deps, serverId, now);
    const card = { ...before, ...change(before, groups) };
    await updateDraft(deps, { id: draftId, userId, kind: JOIN_CARD, content: card });
    return show(joinCardView({ roadmap: readRoadmap(deps, caller.language), card, draftId, groups, now }));
  });
}

/** Chooses a group, or none; what is not there any more counts as none. */
export function choosingGroup(groupId: string | undefined) {
  return (card: JoinCard, groups: readonly OpenGroup[]): JoinCard => {
    const find = (id: string | undefined) => groups.find(({ group }) => group.id === id)?.group;
    return withGroup(card, find(card.groupId), find(groupId));
  };
}

interface JoinedWith {
  /** The card that was used. */
  readonly card?: JoinCard;
  /** What a member gave as their zone. */
  readonly typedZone?: TypedZone | undefined;
}

/** Tonight's topic, when the phase and the road end, the group; and the way to what was pressed before. */
export async function joinedScreen(
  caller: Caller,
  deps: Deps,
  { kind, member, group }: JoinOutcome,
  { card, typedZone }: JoinedWith = {},
): Promise<MessageView> {
  const { now } = caller;
  const language = member.language ?? caller.language;
  const isChoice = kind === 'already' && !group;
  return joinedView({
    ...(await readPlan(deps, { member, language, now })),
    kind,
    group: group && (await placeGroup(deps, group, now)),
    offered: isChoice ? await listOpenGroups(deps, member.serverId, now) : [],
    zone: typedZone && { ...typedZone, own: member.pace.zone, now },
    isGroupGone: !group && card?.groupId !== undefined,
    resumeId: card?.resumeId,
  });
}

export async function start(caller: Caller, deps: Deps, card: JoinCard): Promise<Answer> {
  const { serverId, userId, now } = caller;
  if (serverId === undefined) return openCard(caller, deps);
  const outcome = await joinServer(deps, { serverId, userId, card, now });
  return show(await joinedScreen(caller, deps, outcome, { card }));
}
