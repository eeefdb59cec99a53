import type { DeletionOutcome, PersonalScope } from '../domain/personal-data.ts';
import { deletePersonalRows } from '../store/personal-data-store.ts';
import type { Deps } from './deps.ts';
import { summarisePersonalData } from './read-personal-data.ts';
import { lateTraces, listTraces, removeTraces } from './remove-traces.ts';

/**
 * Deletes every row about a person. What they shared is taken away from the channels first, and the roles that they
 * were given: should the process end in between, the rows still say what is left to do, and asking again finishes it.
 * Asked twice, the second finds nothing.
 */
export async function deletePersonalData(
  deps: Pick<Deps, 'db' | 'discord'>,
  scope: PersonalScope,
): Promise<DeletionOutcome> {
  const before = await listTraces(deps.db, scope);
  const left = await removeTraces(deps, before);
  const { summary, late } = await deps.db.transaction().execute(async (trx) => {
    const now = await listTraces(trx, scope);
    const found = await summarisePersonalData(trx, scope);
    await deletePersonalRows(trx, scope);
    return { summary: found, late: lateTraces(now, before) };
  });
  if (summary.tables.length === 0) return { kind: 'nothing-stored' };
  const lateLeft = await removeTraces(deps, late);
  const isLate = new Set(late.roles.map(({ roleId }) => roleId));
  return {
    kind: 'deleted',
    summary,
    unreachable: [...left.messages, ...lateLeft.messages],
    keptRoles: [...left.roles.filter(({ roleId }) => !isLate.has(roleId)), ...lateLeft.roles],
  };
}
