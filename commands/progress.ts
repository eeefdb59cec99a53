import { z } from 'zod';
import { readProgress } from '../src/actions/read-progress.ts';
import { describe, memberCommand } from '../src/discord/builders.ts';
import {
  type Answer,
  type Deps,
  defineCommand,
  defineMemberButton,
  defineMemberHandler,
  type MemberCaller,
  show,
} from '../src/discord/command.ts';
import { progressView } from '../src/views/progress-view.ts';

/** Left out: the caller's own. */
async function showProgress(caller: MemberCaller, deps: Deps, userId: string | undefined): Promise<Answer> {
  return show(progressView(caller.language, await readProgress(deps, { ...caller, userId })));
}

export default defineCommand({
  data: memberCommand('progress').addUserOption((option) =>
    describe(option.setName('member'), (words) => words.commands.progress.options.member),
  ),

  handler: defineMemberHandler({
    options: z.object({ member: z.string().optional() }),
    visibility: 'private',
    run: (caller, { member }, deps) => showProgress(caller, deps, member),
  }),

  buttons: {
    open: defineMemberButton({
      args: z.tuple([]),
      press: (caller, _args, deps) => showProgress(caller, deps, undefined),
    }),
  },
});
