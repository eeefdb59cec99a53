import { z } from 'zod';
import { announceAgain, announceMilestone, nextExtra } from '../../src/actions/announce-milestone.ts';
import { findDraft } from '../../src/actions/find-draft.ts';
import { previewPost, readMilestones } from '../../src/actions/read-milestones.ts';
import { saveDraft } from '../../src/actions/save-draft.ts';
import {
  type Answer,
  defineButton,
  defineForm,
  defineHandler,
  openForm,
  refuse,
  show,
} from '../../src/discord/command.ts';
import { findEntry } from '../../src/domain/group-calendar.ts';
import type { MilestoneId } from '../../src/domain/milestone.ts';
import { comingBefore, isAhead } from '../../src/domain/milestone-order.ts';
import { announceAskView } from '../../src/views/milestone-ask-views.ts';
import { NOTE_LENGTH, noteForm } from '../../src/views/milestone-forms.ts';
import { withMilestone } from './calendar.ts';
import { groupOption, milestoneArg, suggestGroups, suggestMilestones } from './options.ts';
import { inGroup, inputOf, inTypedGroup, refused, type Scope, showCalendar, showMilestone, titleIn } from './scope.ts';

/** A moderator's note on its way from the question to the post. */
const NOTE = 'milestone-note';

const ofMilestone = z.tuple([z.string(), milestoneArg]);
const noteId = z.string().max(40);

/** Shows the post and asks: what is posted cannot be taken back. */
async function ask(scope: Scope, id: MilestoneId, note?: string): Promise<Answer> {
  const { caller, deps, group, roadmap } = scope;
  const reading = await readMilestones(deps, group);
  const entry = findEntry(reading, id);
  const isPosted = entry?.milestone.fate === 'posted';
  const post = await previewPost(deps, { group, id, note, isExtra: isPosted, isNow: true, now: caller.now });
  if (!entry || !post) return showCalendar(scope);
  const draftId = note ? await saveDraft(deps, { ...caller, kind: NOTE, content: note }) : '';
  const rows = reading.entries.map(({ milestone }) => milestone);
  return show(
    announceAskView({
      group,
      id,
      roadmap,
      post,
      noteId: draftId,
      extra: isPosted ? await nextExtra(deps, group.id, id) : undefined,
      isAhead: isAhead(entry.milestone, caller.now),
      earlier: isPosted ? [] : comingBefore(rows, entry.milestone),
    }),
  );
}

/** Runs `then` with the note that was kept, if there was one. */
async function withNote(
  scope: Scope,
  draftId: string,
  then: (note: string | undefined) => Promise<Answer>,
): Promise<Answer> {
  if (draftId === '') return then(undefined);
  const draft = await findDraft(scope.deps, { ...scope.caller, id: draftId, kind: NOTE });
  return draft ? then(String(draft.content)) : refused(scope, 'typed-gone');
}

async function announce(scope: Scope, id: MilestoneId, note: string | undefined): Promise<Answer> {
  const { deps, words } = scope;
  const input = { ...inputOf(scope), id, note };
  const outcome = await announceMilestone(deps, input);
  switch (outcome.kind) {
    case 'not-there':
      return refused(scope, 'not-there');
    case 'posted-already':
      return showMilestone(scope, id, { notice: words.announcedAlready });
    case 'announced':
      return showMilestone(scope, id, { notice: words.announced(outcome.milestones.map(titleIn(scope))) });
  }
}

async function announceOnceMore(
  scope: Scope,
  id: MilestoneId,
  count: number,
  note: string | undefined,
): Promise<Answer> {
  const { deps, words } = scope;
  const input = { ...inputOf(scope), id, note, count };
  const { kind } = await announceAgain(deps, input);
  if (kind === 'not-there') return refused(scope, 'not-there');
  return showMilestone(scope, id, { notice: kind === 'already' ? words.againAlready : words.announcedAgain });
}

export const subcommands = {
  announce: defineHandler({
    options: z.object({ milestone: z.string(), note: z.string().max(NOTE_LENGTH).optional(), group: groupOption }),
    visibility: 'private',
    run: (caller, options, deps) =>
      inTypedGroup(caller, deps, { subcommand: 'announce', options }, (scope) =>
        withMilestone(scope, options.milestone, (id) => ask(scope, id, options.note)),
      ),
    suggest: { group: suggestGroups, milestone: suggestMilestones },
  }),
};

export const buttons = {
  'ask-announce': defineButton({
    args: ofMilestone,
    press: (caller, [groupId, id], deps) => inGroup(caller, deps, groupId, (scope) => ask(scope, id)),
  }),
  'ask-note': defineButton({
    args: ofMilestone,
    landing: 'form',
    press: (caller, [groupId, id], deps) =>
      inGroup(caller, deps, groupId, () => openForm(noteForm(caller.language, groupId, id, ''))),
  }),
  announce: defineButton({
    args: z.tuple([z.string(), milestoneArg, noteId]),
    press: (caller, [groupId, id, draftId], deps) =>
      inGroup(caller, deps, groupId, (scope) => withNote(scope, draftId, (note) => announce(scope, id, note))),
  }),
  'announce-again': defineButton({
    args: z.tuple([z.string(), milestoneArg, z.coerce.number().int().min(1).max(999), noteId]),
    press: (caller, [groupId, id, count, draftId], deps) =>
      inGroup(caller, deps, groupId, (scope) =>
        withNote(scope, draftId, (note) => announceOnceMore(scope, id, count, note)),
      ),
  }),
};

export const forms = {
  note: defineForm({
    args: ofMilestone,
    fields: z.object({ note: z.string() }),
    open: (caller, [groupId, id], given) => noteForm(caller.language, groupId, id, String(given.note ?? '')),
    submit(caller, [groupId, id], { note }, deps) {
      return inGroup(caller, deps, groupId, (scope) => {
        if (note.length <= NOTE_LENGTH) return ask(scope, id, note);
        return refuse(scope.words.noteTooLong(NOTE_LENGTH));
      });
    },
  }),
};
