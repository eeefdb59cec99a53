import { claimDraft } from './actions/claim-draft.ts';
import type { Deps } from './actions/deps.ts';
import { findDraft } from './actions/find-draft.ts';
import { listModeratedGroups } from './actions/find-moderated-group.ts';
import { findStanding } from './actions/find-standing.ts';
import { listChatServers } from './actions/list-chat-servers.ts';
import { openJoinCard } from './actions/open-join-card.ts';
import { readRoadmap } from './actions/read-roadmap.ts';
import { saveDraft } from './actions/save-draft.ts';
import { tellClosedChat } from './actions/tell-closed-chat.ts';
import { welcomeBack } from './actions/welcome-back.ts';
import type { Admission } from './discord/admission.ts';
import type { Drafts } from './discord/drafts.ts';
import type { Pressed } from './discord/pressed.ts';
import { groupIdOf } from './domain/outbox.ts';
import { parseCustomId } from './lib/custom-id.ts';
import { joinCardView } from './views/join-view.ts';
import { lookedAfterView } from './views/manage-view.ts';
import { closedChatView } from './views/reminder-views.ts';
import { onlyInServerView, whichServerView } from './views/stranger-view.ts';
import { welcomeBackView } from './views/welcome-back-view.ts';

/** Who may come in, and what strangers are shown. Apart from main.ts, so that tests let people in the same way. */
export function wireAdmission(deps: Deps): Admission {
  return {
    standing: (caller) => findStanding(deps, caller),
    async welcome(caller, standing, pressedId, pressed) {
      const { userId, locale, language, now, serverId, channelId } = caller;
      const { groupId, resumeId } = meantBy(pressed, pressedId);
      if (standing.kind === 'which-server') {
        return whichServerView(language, await listChatServers(deps, userId), pressedId);
      }
      if (serverId === undefined) return onlyInServerView(language);
      const moderated = isGroupShow(pressed) ? await listModeratedGroups(deps, caller) : [];
      if (moderated.length > 0) return lookedAfterView(language, moderated);
      const opened = await openJoinCard(deps, { userId, serverId, channelId, locale, now, groupId, resumeId });
      return joinCardView({ roadmap: readRoadmap(deps, language), ...opened, now });
    },
    async welcomeBack(caller, resumeId) {
      return welcomeBackView({ ...(await welcomeBack(deps, caller)), resumeId });
    },
    async findNews(caller) {
      const missed = await tellClosedChat(deps, caller);
      return missed && ((resumeId) => closedChatView(caller.language, resumeId, missed));
    },
  };
}

/**
 * The group whose post or card was pressed, and whether something is left to do after joining: whoever wanted to join
 * a group has done so with the card, or decided otherwise on it.
 */
function meantBy(pressed: Pressed, resumeId: string): { readonly groupId?: string; readonly resumeId?: string } {
  const id = pressed.kind === 'button' ? parseCustomId(pressed.customId) : undefined;
  const [first] = id?.args ?? [];
  if (id?.command !== 'group' || first === undefined) return { resumeId };
  if (id.control === 'join') return { groupId: first };
  return id.control === 'next' ? { groupId: groupIdOf(first), resumeId } : { resumeId };
}

/** The way in for holders of a moderators' role, whom Discord offers no commands of moderators. */
function isGroupShow(pressed: Pressed): boolean {
  return pressed.kind === 'command' && pressed.name === 'group' && pressed.subcommand === 'show';
}

/** Where what a person was in the middle of waits for them. */
export function wireDrafts(deps: Deps): Drafts {
  return {
    save: ({ userId, now }, kind, content) => saveDraft(deps, { userId, kind, content, now }),
    find: async ({ userId, now }, kind, id) => (await findDraft(deps, { id, userId, kind, now }))?.content,
    claim: async ({ userId, now }, kind, id) => (await claimDraft(deps, { id, userId, kind, now }))?.content,
    putBack: async ({ userId, now }, kind, id, content) =>
      void (await saveDraft(deps, { id, userId, kind, content, now })),
  };
}
