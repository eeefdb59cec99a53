import type { SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import { findReader } from '../src/actions/find-reader.ts';
import { giveEvidence, rateReadiness } from '../src/actions/rate-readiness.ts';
import { readPage, suggestPages } from '../src/actions/read-page.ts';
import { readReadiness } from '../src/actions/read-readiness.ts';
import { readRoadmap } from '../src/actions/read-roadmap.ts';
import { describe, memberCommand, shareOption } from '../src/discord/builders.ts';
import {
  type Answer,
  type Caller,
  type Deps,
  defineCommand,
  defineHandler,
  defineMemberButton,
  defineMemberForm,
  defineMemberSelect,
  type MemberCaller,
  openForm,
  refuse,
  show,
} from '../src/discord/command.ts';
import { audienceOf, languageFor } from '../src/discord/reading.ts';
import { EVIDENCE_LIMIT, readinessLevels } from '../src/domain/readiness.ts';
import { catalogueOf } from '../src/language/languages.ts';
import type { Audience } from '../src/views/frame.ts';
import { pageListView } from '../src/views/page-list-view.ts';
import { namedPageView } from '../src/views/place-view.ts';
import { evidenceForm, goneView, ratingView, readinessCheckView } from '../src/views/readiness-check-view.ts';
import { readinessGrowthView } from '../src/views/readiness-growth-view.ts';
import { readinessView } from '../src/views/readiness-view.ts';

const count = z.coerce.number().int().min(0);
const checkArgs = z.tuple([z.string()]);

/** Who reads ratings, in which language. */
type Reader = Pick<MemberCaller, 'member' | 'language'>;

async function showOwnList({ member, language }: Reader, deps: Deps): Promise<Answer> {
  const { roadmap, readiness } = await readReadiness(deps, member.id, language);
  return show(readinessView(roadmap, readiness));
}

async function showOwnCheck({ member, language }: Reader, deps: Deps, checkId: string): Promise<Answer> {
  const { roadmap, readiness } = await readReadiness(deps, member.id, language);
  const standing = readiness.checks.find(({ check }) => check.id === checkId);
  return show(standing ? readinessCheckView(roadmap, standing) : goneView(roadmap));
}

/** What everybody may read: the checks without anybody's ratings. */
function showPages(caller: Caller, deps: Deps, audience: Audience, check: string | undefined): Answer {
  const language = languageFor(caller, audience);
  if (check !== undefined) return show(namedPageView(readPage(deps, language, 'readiness', check), audience));
  return show(pageListView({ roadmap: readRoadmap(deps, language), audience }, 'readiness'));
}

async function openEvidence({ member, language }: Reader, deps: Deps, checkId: string): Promise<Answer> {
  const { roadmap, readiness } = await readReadiness(deps, member.id, language);
  const standing = readiness.checks.find(({ check }) => check.id === checkId);
  if (!standing) return show(goneView(roadmap));
  if (!standing.newest) return show(ratingView(roadmap, { kind: 'not-rated', standing, readiness }));
  return openForm(evidenceForm(roadmap, standing.check, standing.newest.evidence ?? ''));
}

function checkOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return describe(option.setName('check'), (words) => words.commands.readiness.options.check).setAutocomplete(true);
}

export default defineCommand({
  data: memberCommand('readiness').addStringOption(checkOption).addBooleanOption(shareOption),

  handler: defineHandler({
    options: z.object({ check: z.string().optional(), share: z.boolean().default(false) }),
    visibility: ({ share }) => (share ? 'public' : 'private'),
    async run(caller, { check, share }, deps) {
      const audience = audienceOf(caller, share);
      const { member, language } = await findReader(deps, caller);
      if (!member || audience.kind === 'channel') return showPages(caller, deps, audience, check);
      const reader = { member, language };
      if (check === undefined) return showOwnList(reader, deps);
      const reading = readPage(deps, reader.language, 'readiness', check);
      return reading.kind === 'page'
        ? showOwnCheck(reader, deps, reading.page.id)
        : show(namedPageView(reading, audience));
    },
    suggest: {
      check: (typed, caller, deps) =>
        suggestPages(deps, caller.language, 'readiness', typed).map(({ id, title }) => ({ name: title, value: id })),
    },
  }),

  buttons: {
    open: defineMemberButton({ args: z.tuple([]), press: (caller, _args, deps) => showOwnList(caller, deps) }),
    check: defineMemberButton({
      args: checkArgs,
      press: (caller, [checkId], deps) => showOwnCheck(caller, deps, checkId),
    }),
    rate: defineMemberButton({
      args: z.tuple([z.string(), z.enum(readinessLevels)]),
      async press({ member, language, now }, [checkId, level], deps) {
        const input = { memberId: member.id, checkId, level, language, now };
        const { roadmap, outcome } = await rateReadiness(deps, input);
        return show(ratingView(roadmap, outcome));
      },
    }),
    evidence: defineMemberButton({
      args: checkArgs,
      landing: 'form',
      press: (caller, [checkId], deps) => openEvidence(caller, deps, checkId),
    }),
    growth: defineMemberButton({
      args: z.tuple([count]),
      async press({ member, language }, [screen], deps) {
        const { roadmap, readiness } = await readReadiness(deps, member.id, language);
        return show(readinessGrowthView(roadmap, readiness, screen));
      },
    }),
  },

  selects: {
    go: defineMemberSelect({
      args: z.tuple([]),
      choose: (caller, _args, [checkId = ''], deps) => showOwnCheck(caller, deps, checkId),
    }),
  },

  forms: {
    evidence: defineMemberForm({
      args: checkArgs,
      fields: z.object({ evidence: z.string() }),
      open({ language }, [checkId], { evidence }, deps) {
        const roadmap = readRoadmap(deps, language);
        const check = roadmap.readinessChecks.find(({ id }) => id === checkId);
        if (!check) throw new Error(`${checkId} has no form`);
        return evidenceForm(roadmap, check, typeof evidence === 'string' ? evidence : '');
      },
      async submit({ member, language, now }, [checkId], { evidence }, deps) {
        const { length } = evidence.trim();
        if (length > EVIDENCE_LIMIT) {
          return refuse(catalogueOf(language).readiness.tooLong(length, EVIDENCE_LIMIT));
        }
        const input = { memberId: member.id, checkId, evidence, language, now };
        const { roadmap, outcome } = await giveEvidence(deps, input);
        return show(ratingView(roadmap, outcome));
      },
    }),
  },
});
