import { z } from 'zod';
import { findDraft } from '../../src/actions/find-draft.ts';
import { findModeratedGroup } from '../../src/actions/find-moderated-group.ts';
import { findReaderProblems } from '../../src/actions/find-reader-problems.ts';
import { listNeighbours } from '../../src/actions/list-neighbours.ts';
import { updateDraft } from '../../src/actions/update-draft.ts';
import { type Answer, type Caller, type Deps, show } from '../../src/discord/command.ts';
import { findGroupProblems } from '../../src/domain/group-problems.ts';
import {
  changedFields,
  dayWritten,
  type GroupSettings,
  settingsOf,
  timeWritten,
} from '../../src/domain/group-settings.ts';
import { SETUP_CARD, type SetupCard } from '../../src/domain/setup-card.ts';
import { groupChannelKinds, groupMonths, rhythms, type StudyGroup } from '../../src/domain/study-group.ts';
import { type GroupRefusal, groupRefusalView } from '../../src/views/group-care-views.ts';
import { setupCardView } from '../../src/views/setup-card-view.ts';

/** A card that the caller may use now, with the settings as they would be. */
export interface OpenCard {
  readonly draftId: string;
  readonly card: SetupCard;
  readonly serverId: string;
  readonly settings: GroupSettings;
  /** The group that is changed; undefined: a new one. */
  readonly group: StudyGroup | undefined;
}

const optional = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);

const settingsSchema = z.object({
  name: z.string(),
  channelId: z.string(),
  channelKind: z.enum(groupChannelKinds),
  forumTagId: optional,
  language: z.string(),
  moderatorRoleId: optional,
  memberRoleId: optional,
  pingRoleId: optional,
  noticeChannelId: optional,
  showsEvents: z.boolean(),
  zone: z.string(),
  startDay: z.string().transform(dayWritten),
  months: z.literal(groupMonths),
  postTime: z.string().transform(timeWritten),
  rhythm: z.enum(rhythms),
});

const cardSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), serverId: z.string(), settings: settingsSchema }),
  z.object({ kind: z.literal('edit'), groupId: z.string(), change: settingsSchema.partial() }),
]);

/** As it is kept in the draft: JSON has no undefined, so what is taken away is null. */
export function writeCard(card: SetupCard): unknown {
  const written = (settings: Partial<GroupSettings>) =>
    Object.fromEntries(Object.entries(settings).map(([field, value]) => [field, value ?? null]));
  return card.kind === 'new'
    ? { ...card, settings: written(card.settings) }
    : { ...card, change: written(card.change) };
}

/** Runs `use` with the caller's own card, where they still may what it is for. */
export async function withCard(
  caller: Caller,
  deps: Deps,
  draftId: string,
  use: (open: OpenCard) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { userId, now, language } = caller;
  const draft = await findDraft(deps, { id: draftId, userId, kind: SETUP_CARD, now });
  const read = cardSchema.safeParse(draft?.content);
  if (!read.success) return show(groupRefusalView(language, 'card-gone'));
  const open = await openCard(caller, deps, draftId, read.data as SetupCard);
  return typeof open === 'string' ? show(groupRefusalView(language, open)) : use(open);
}

async function openCard(
  caller: Caller,
  deps: Deps,
  draftId: string,
  card: SetupCard,
): Promise<OpenCard | GroupRefusal> {
  if (card.kind === 'new') {
    if (card.serverId !== caller.serverId) return 'not-there';
    if (!caller.managesServer) return 'not-manager';
    return { draftId, card, serverId: card.serverId, settings: card.settings, group: undefined };
  }
  const found = await findModeratedGroup(deps, caller, card.groupId);
  if (found.kind !== 'found') return found.kind;
  const { group } = found;
  return { draftId, card, serverId: group.serverId, settings: { ...settingsOf(group), ...card.change }, group };
}

/** Takes something over into the card and shows it again. */
export async function changeCard(
  caller: Caller,
  deps: Deps,
  open: OpenCard,
  change: Partial<GroupSettings>,
  note?: string,
): Promise<Answer> {
  const { draftId, card } = open;
  const next: SetupCard =
    card.kind === 'new'
      ? { ...card, settings: { ...card.settings, ...change } }
      : { ...card, change: { ...card.change, ...change } };
  await updateDraft(deps, { id: draftId, userId: caller.userId, kind: SETUP_CARD, content: writeCard(next) });
  return showCard(caller, deps, { ...open, card: next, settings: { ...open.settings, ...change } }, note);
}

export async function showCard(caller: Caller, deps: Deps, open: OpenCard, note?: string): Promise<Answer> {
  const { draftId, serverId, settings, group } = open;
  const channel = deps.discord.findChannel(serverId, settings.channelId);
  return show(
    setupCardView({
      language: caller.language,
      draftId,
      group,
      settings,
      isChanged: group !== undefined && changedFields(settingsOf(group), settings).length > 0,
      problems: [
        ...findGroupProblems(deps.discord, serverId, settings),
        ...(await findReaderProblems(deps, { ...settings, actorId: group ? group.actorId : caller.userId })),
      ],
      neighbours: await listNeighbours(deps, serverId, settings.channelId, group?.id),
      tagName: channel?.tags.find(({ id }) => id === settings.forumTagId)?.name,
      hasTags: (channel?.tags.length ?? 0) > 0,
      now: caller.now,
      note,
    }),
  );
}
