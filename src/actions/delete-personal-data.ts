import type { DeletionOutcome, NamedMessage, PersonalScope } from '../domain/personal-data.ts';
import type { Temporal } from '../lib/temporal.ts';
import type { Deps } from './deps.ts';
import { forgetPerson } from './forget-person.ts';
import { summarisePersonalData } from './read-personal-data.ts';
import { lateTraces, listTraces, removeTraces } from './remove-traces.ts';

/**
 * Deletes every row about a person. What they shared is taken away from the channels first, and the roles that they
 * were given: should the process end in between, the rows still say what is left to do, and asking again finishes it.
 * Asked twice, the second finds nothing.
 */
export async function deletePersonalData(
  deps: Pick<Deps, 'db' | 'discord' | 'wake'>,
  scope: PersonalScope,
  now: Temporal.Instant,
): Promise<DeletionOutcome> {
  const before = await listTraces(deps.db, scope);
  const left = await removeTraces(deps, before);
  const { summary, late, named } = await deps.db.transaction().execute(async (trx) => {
    const traces = await listTraces(trx, scope);
    const found = await summarisePersonalData(trx, scope);
    const messages = await forgetPerson(trx, scope, now);
    return { summary: found, late: lateTraces(traces, before), named: messages };
  });
  if (named.length > 0) deps.wake();
  if (summary.tables.length === 0) return { kind: 'nothing-stored' };
  const lateLeft = await removeTraces(deps, late);
  const isLate = new Set(late.roles.map(({ roleId }) => roleId));
  return {
    kind: 'deleted',
    summary,
    unreachable: [...left.messages, ...lateLeft.messages, ...named.filter((one) => isOutOfReach(deps, one))],
    keptRoles: [...left.roles.filter(({ roleId }) => !isLate.has(roleId)), ...lateLeft.roles],
  };
}

/** Whether the order to take it away will come to nothing, as far as is known without asking. */
function isOutOfReach({ discord }: Pick<Deps, 'discord'>, { serverId, parentId }: NamedMessage): boolean {
  const state = discord.serverState(serverId);
  if (state !== 'there') return state === 'absent';
  return discord.findChannel(serverId, parentId)?.missing.includes('view') ?? false; // With a channel its threads go.
}
