import { type CustomId, customId } from '../lib/custom-id.ts';
import { refusedView } from '../views/failure-view.ts';
import { type Answer, type Caller, CORRECT, type GivenFields, show } from './command.ts';
import type { Drafts } from './drafts.ts';

/** Keeps what a form refused and offers it again, filled in, behind **Correct**. */
export async function keepRefused(
  drafts: Drafts,
  caller: Caller,
  { command, control, args }: CustomId,
  given: GivenFields,
  problem: string,
): Promise<Answer> {
  const draftId = await drafts.save(caller, refusedKind(command, control), { args, given });
  return show(refusedView(caller.language, problem, customId(command, CORRECT, control, draftId)));
}

/** The kind of draft that a form's refused text is kept in. */
export function refusedKind(command: string, form: string): string {
  return `form:${command}:${form}`;
}
