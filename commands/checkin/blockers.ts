import { z } from 'zod';
import { findReader } from '../../src/actions/find-reader.ts';
import { readBlockers } from '../../src/actions/read-blockers.ts';
import { readRoadmap } from '../../src/actions/read-roadmap.ts';
import { defineButton, show } from '../../src/discord/command.ts';
import { SHOWN_BLOCKERS } from '../../src/domain/recap.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { blockersView } from '../../src/views/blockers-view.ts';
import { sayView } from '../../src/views/check-in-ask-views.ts';

/** Who asked for help in a period, beyond those in its recap. */
export const blockerButtons = {
  blockers: defineButton({
    args: z.tuple([z.string(), z.coerce.number().int().min(0).max(10_000)]),
    async press(caller, [periodId, page], deps) {
      const { language } = await findReader(deps, caller);
      const found = await readBlockers(deps, { ...caller, periodId, from: page * SHOWN_BLOCKERS });
      if (!found) return show(sayView(language, catalogueOf(language).checkInPost.blockersNone));
      const { group, period, blockers } = found;
      const roadmap = readRoadmap(deps, language);
      return show(blockersView({ roadmap, serverId: group.serverId, period, blockers, page }));
    },
  }),
};
