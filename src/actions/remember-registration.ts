import { findSetting, saveSetting } from '../store/setting-store.ts';
import type { Deps } from './deps.ts';

const REGISTERED_IN = 'registered-in';

/** The server in which this application's commands were registered last, `undefined` for everywhere or never. */
export async function findRegisteredServer(deps: Deps, applicationId: string): Promise<string | undefined> {
  return (await findSetting(deps.db, applicationId, REGISTERED_IN)) || undefined;
}

export async function rememberRegisteredServer(
  deps: Deps,
  applicationId: string,
  serverId: string | undefined,
): Promise<void> {
  await saveSetting(deps.db, applicationId, REGISTERED_IN, serverId ?? '');
}
