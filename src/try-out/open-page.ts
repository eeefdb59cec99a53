import { type PageOptions, type StartedPage, startPage } from '../../playground/page/server/start-page.ts';
import type { Playground } from '../../playground/start.ts';
import { ConfigError } from '../config.ts';

/** Where people find the page again. When it is taken, any other one does. */
const USUAL_PORT = 4747;

/** @throws ConfigError when the host wants a port that is taken */
export async function openPage(
  playground: Playground,
  wanted: number | undefined,
  options: PageOptions,
): Promise<StartedPage> {
  try {
    return await startPage(playground, { ...options, port: wanted ?? USUAL_PORT });
  } catch (error) {
    if (!isTaken(error)) throw error;
    if (wanted !== undefined)
      throw new ConfigError(`PLAYGROUND_PORT is ${wanted}, but another program uses that port. Choose another one.`);
    return startPage(playground, options);
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}
