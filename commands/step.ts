import type { SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import { findProgress } from '../src/actions/find-progress.ts';
import { readPage, suggestPages } from '../src/actions/read-page.ts';
import { readRoadmap } from '../src/actions/read-roadmap.ts';
import { describe, memberCommand, shareOption } from '../src/discord/builders.ts';
import {
  type Answer,
  type Caller,
  type Deps,
  defineButton,
  defineCommand,
  defineHandler,
  defineSelect,
  show,
} from '../src/discord/command.ts';
import { audienceOf, forReader, languageFor, screenButtons, withProgress } from '../src/discord/reading.ts';
import { findStep, type Step } from '../src/domain/roadmap.ts';
import { type StepTab, stepTabs } from '../src/domain/step-tab.ts';
import type { Audience, Frame } from '../src/views/frame.ts';
import type { MessageView } from '../src/views/message.ts';
import { questionView, topicView, trackNoteView } from '../src/views/step-part-views.ts';
import { stepView } from '../src/views/step-view.ts';
import { unknownPageView } from '../src/views/unknown-page-view.ts';

const tab = z.enum(stepTabs);
const count = z.coerce.number().int().min(0);
const partArgs = z.tuple([z.string(), z.string()]);
const questionArgs = z.tuple([z.string(), count, z.enum(['ask', 'answer'])]);

type Side = (frame: Frame, step: Step) => MessageView | undefined;

/** Any side of a step. A side that is gone (a topic was retired) shows the step instead. */
async function showStep(caller: Caller, deps: Deps, readers: Audience, typed: string, side: Side): Promise<Answer> {
  const reading = readPage(deps, languageFor(caller, readers), 'step', typed);
  const { roadmap } = reading;
  const step = reading.kind === 'page' ? findStep(roadmap, reading.page.id) : undefined;
  if (!step) return show(unknownPageView(roadmap, 'step', typed, reading.kind === 'unknown' ? reading.nearest : []));
  const audience = await withProgress(readers, () => findProgress(deps, caller, roadmap));
  const frame = { roadmap, audience };
  return show(side(frame, step) ?? stepView(frame, step, 'overview', 0));
}

const tabSide =
  (shown: StepTab, page = 0): Side =>
  (frame, step) =>
    stepView(frame, step, shown, page);

const topicSide =
  (topicId: string | undefined): Side =>
  (frame, step) => {
    const topic = step.topics.find((candidate) => candidate.id === topicId);
    return topic && topicView(frame, step, topic);
  };

const trackSide =
  (trackId: string): Side =>
  (frame, step) => {
    const track = frame.roadmap.tracks.find((candidate) => candidate.id === trackId);
    return track && trackNoteView(frame, step, track);
  };

const questionSide =
  (index: number, side: 'ask' | 'answer'): Side =>
  (frame, step) =>
    step.questions[index] && questionView(frame, step, index, side);

/** Where a member is; the first step for whoever has not joined or has reached the end. */
async function currentStepId(caller: Caller, deps: Deps): Promise<string> {
  const roadmap = readRoadmap(deps, caller.language);
  const progress = await findProgress(deps, caller, roadmap);
  return progress?.current?.step.id ?? roadmap.steps[0]?.id ?? '';
}

function stepOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return describe(option.setName('step'), (words) => words.commands.step.options.step).setAutocomplete(true);
}

export default defineCommand({
  data: memberCommand('step').addStringOption(stepOption).addBooleanOption(shareOption),

  handler: defineHandler({
    options: z.object({ step: z.string().optional(), share: z.boolean().default(false) }),
    visibility: ({ share }) => (share ? 'public' : 'private'),
    async run(caller, { step, share }, deps) {
      const typed = step ?? (await currentStepId(caller, deps));
      return showStep(caller, deps, audienceOf(caller, share), typed, tabSide('overview'));
    },
    suggest: {
      step: (typed, caller, deps) =>
        suggestPages(deps, caller.language, 'step', typed).map(({ id, title }) => ({ name: title, value: id })),
    },
  }),

  buttons: {
    ...screenButtons('open', z.tuple([z.string(), tab, count]), (caller, [stepId, shown, page], deps, audience) =>
      showStep(caller, deps, audience, stepId, tabSide(shown, page)),
    ),
    tab: defineButton({
      args: z.tuple([z.string(), tab]),
      press: (caller, [stepId, shown], deps) => showStep(caller, deps, forReader(caller), stepId, tabSide(shown)),
    }),
    beside: defineButton({
      args: z.tuple([z.string()]),
      press: (caller, [stepId], deps) => showStep(caller, deps, forReader(caller), stepId, tabSide('overview')),
    }),
    ...screenButtons('topic', partArgs, (caller, [stepId, topicId], deps, audience) =>
      showStep(caller, deps, audience, stepId, topicSide(topicId)),
    ),
    ...screenButtons('track', partArgs, (caller, [stepId, trackId], deps, audience) =>
      showStep(caller, deps, audience, stepId, trackSide(trackId)),
    ),
    ...screenButtons('question', questionArgs, (caller, [stepId, index, side], deps, audience) =>
      showStep(caller, deps, audience, stepId, questionSide(index, side)),
    ),
  },

  selects: {
    go: defineSelect({
      args: z.tuple([]),
      choose: (caller, _args, [stepId = ''], deps) =>
        showStep(caller, deps, forReader(caller), stepId, tabSide('overview')),
    }),
    'go-topic': defineSelect({
      args: z.tuple([z.string()]),
      choose: (caller, [stepId], [topicId], deps) =>
        showStep(caller, deps, forReader(caller), stepId, topicSide(topicId)),
    }),
  },
});
