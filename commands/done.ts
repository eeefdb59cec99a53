import type { SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import { findEvidence } from '../src/actions/find-evidence.ts';
import { readMemberProgress } from '../src/actions/read-member-progress.ts';
import { suggestPages } from '../src/actions/read-page.ts';
import { readRoadmap } from '../src/actions/read-roadmap.ts';
import { saveEvidence } from '../src/actions/save-evidence.ts';
import { setStepState } from '../src/actions/set-step-state.ts';
import { setTicks } from '../src/actions/set-ticks.ts';
import { undoProgress } from '../src/actions/undo-progress.ts';
import { describe, memberCommand } from '../src/discord/builders.ts';
import {
  type Answer,
  type Deps,
  defineCommand,
  defineMemberButton,
  defineMemberForm,
  defineMemberHandler,
  defineMemberSelect,
  type MemberCaller,
  openForm,
  refuse,
  show,
} from '../src/discord/command.ts';
import { forReader } from '../src/discord/reading.ts';
import { itemStates } from '../src/domain/progress.ts';
import type { ProgressOutcome, Stand, UnknownStep } from '../src/domain/progress-outcome.ts';
import { findStep, type Step } from '../src/domain/roadmap.ts';
import { evidenceForm, evidenceProblem, evidenceView } from '../src/views/done-evidence-view.ts';
import { doneView, roadsEndView } from '../src/views/done-view.ts';
import type { Frame } from '../src/views/frame.ts';
import type { MessageView } from '../src/views/message.ts';
import { changeNotice, type Notice, undoNotice } from '../src/views/progress-notice.ts';
import { topicView } from '../src/views/step-part-views.ts';
import { stepView } from '../src/views/step-view.ts';
import { unknownPageView } from '../src/views/unknown-page-view.ts';

type Side = (frame: Frame, step: Step, notice: Notice) => MessageView;

const topicsSide: Side = (frame, step, notice) => stepView(frame, step, 'topics', 0, notice);

/** The topic that was ticked off; of the build task, and of a topic that is gone, the list of them all. */
const partSide =
  (part: string): Side =>
  (frame, step, notice) => {
    const topic = step.topics.find(({ id }) => id === part);
    return topic ? topicView(frame, step, topic, notice) : topicsSide(frame, step, notice);
  };

const ownFrame = (caller: MemberCaller, { roadmap, progress }: Stand): Frame => ({
  roadmap,
  audience: { ...forReader(caller), progress },
});

const showUnknown = ({ reading: { roadmap, typed, nearest } }: UnknownStep): Answer =>
  show(unknownPageView(roadmap, 'step', typed, nearest));

/** What came of a change. Whatever finished the step leads to its card, everything else back to where it was done. */
async function showOutcome(caller: MemberCaller, deps: Deps, outcome: ProgressOutcome, side: Side): Promise<Answer> {
  if (outcome.kind === 'unknown-step') return showUnknown(outcome);
  const { step } = outcome.step;
  const isFinished =
    outcome.kind === 'changed' && outcome.changes.some(({ itemId, to }) => itemId === step.id && to === 'done');
  if (!isFinished) return show(side(ownFrame(caller, outcome), step, changeNotice(outcome)));
  return showDone(caller, deps, outcome, step, outcome.eventId);
}

async function showDone(
  caller: MemberCaller,
  deps: Deps,
  stand: Stand,
  step: Step,
  eventId: string | undefined,
): Promise<Answer> {
  const evidence = await findEvidence(deps, { member: caller.member, stepId: step.id, language: caller.language });
  return show(doneView(stand, { step, evidence, eventId }));
}

/** Finishes a step; one that was done already shows its card again. */
async function finish(caller: MemberCaller, deps: Deps, step: string): Promise<Answer> {
  const outcome = await setStepState(deps, { ...caller, step, to: 'done' });
  if (outcome.kind === 'unchanged') return showDone(caller, deps, outcome, outcome.step.step, undefined);
  return showOutcome(caller, deps, outcome, topicsSide);
}

function stepOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return describe(option.setName('step'), (words) => words.commands.done.options.step).setAutocomplete(true);
}

export default defineCommand({
  data: memberCommand('done').addStringOption(stepOption),

  handler: defineMemberHandler({
    options: z.object({ step: z.string().optional() }),
    visibility: 'private',
    async run(caller, { step }, deps) {
      const roadmap = readRoadmap(deps, caller.language);
      const current = (await readMemberProgress(deps, roadmap, caller.member.id)).current?.step.id;
      const wanted = step ?? current;
      return wanted === undefined ? show(roadsEndView(roadmap)) : finish(caller, deps, wanted);
    },
    suggest: {
      step: (typed, caller, deps) =>
        suggestPages(deps, caller.language, 'step', typed).map(({ id, title }) => ({ name: title, value: id })),
    },
  }),

  buttons: {
    set: defineMemberButton({
      args: z.tuple([z.string(), z.enum(itemStates)]),
      async press(caller, [step, to], deps) {
        if (to === 'done') return finish(caller, deps, step);
        return showOutcome(caller, deps, await setStepState(deps, { ...caller, step, to }), topicsSide);
      },
    }),
    tick: defineMemberButton({
      args: z.tuple([z.string(), z.string()]),
      async press(caller, [step, part], deps) {
        const outcome = await setTicks(deps, { ...caller, step, tick: [`${step}/${part}`], untick: [] });
        return showOutcome(caller, deps, outcome, partSide(part));
      },
    }),
    undo: defineMemberButton({
      args: z.tuple([z.string()]),
      async press(caller, [eventId], deps) {
        const outcome = await undoProgress(deps, { ...caller, eventId });
        const step = (outcome.kind === 'unknown-event' ? undefined : outcome.step) ?? outcome.progress.current;
        if (!step) return show(roadsEndView(outcome.roadmap));
        return show(topicsSide(ownFrame(caller, outcome), step.step, undoNotice(outcome)));
      },
    }),
    evidence: defineMemberButton({
      args: z.tuple([z.string()]),
      landing: 'form',
      async press({ member, language }, [stepId], deps) {
        const { link = '', note = '' } = (await findEvidence(deps, { member, stepId, language })) ?? {};
        return openForm(evidenceForm(language, stepId, { link, note }));
      },
    }),
  },

  selects: {
    ticks: defineMemberSelect({
      args: z.tuple([z.string()]),
      async choose(caller, [step], values, deps, before) {
        const tick = values.filter((id) => !before.includes(id));
        const untick = before.filter((id) => !values.includes(id));
        return showOutcome(caller, deps, await setTicks(deps, { ...caller, step, tick, untick }), topicsSide);
      },
    }),
  },

  forms: {
    proof: defineMemberForm({
      args: z.tuple([z.string()]),
      fields: z.object({ link: z.string(), note: z.string() }),
      open: ({ language }, [stepId], { link, note }) =>
        evidenceForm(language, stepId, { link: textOf(link), note: textOf(note) }),
      async submit(caller, [stepId], given, deps) {
        const outcome = await saveEvidence(deps, { ...caller, stepId, given });
        if (outcome.kind === 'refused') return refuse(evidenceProblem(caller.language, outcome.problem));
        if (outcome.kind === 'unknown-step') return showUnknown(outcome);
        const step = findStep(outcome.roadmap, outcome.stepId);
        if (!step) throw new Error(`The roadmap has no step ${outcome.stepId}`);
        return show(evidenceView(outcome.roadmap, step, outcome.kind === 'saved' ? outcome.evidence : undefined));
      },
    }),
  },
});

const textOf = (given: unknown): string => (typeof given === 'string' ? given : '');
