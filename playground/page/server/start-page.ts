import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Playground } from '../../start.ts';
import type { Json } from '../protocol.ts';
import { assemble, type CastMember, usualCast } from './cast.ts';
import { countMessagesInServers } from './looking.ts';
import type { Page } from './page.ts';
import { createPageFiles } from './page-files.ts';
import { answerBrowser } from './request-handler.ts';
import type { Scenes } from './scenes.ts';
import { createTimePlayer } from './time-player.ts';
import type { TimeTravel } from './time-travel.ts';
import { createTurns } from './turns.ts';

export interface PageOptions {
  /** 0 or nothing: any free port. */
  readonly port?: number;
  /** Whom one can be. Who is in the playground already is found by name. */
  readonly cast?: readonly CastMember[];
  /** Without it the page has no time bar. */
  readonly timeTravel?: TimeTravel;
  /** Without it one cannot start over. */
  readonly scenes?: Scenes;
  /** The file that a message of the bot comes from, if that is known. Given Discord's JSON. */
  readonly describe?: (message: Json) => string | undefined;
  /** Until it resolves, the page says that the bot is on its way, and nobody can act. Never rejects. */
  readonly ready?: Promise<void>;
}

export interface StartedPage {
  /** What one opens in a browser. */
  readonly url: string;
  /** Shows what is wrong with an edit of the content until it is mended: until it is called with nothing. */
  showContentProblems(problems: readonly string[]): void;
  close(): Promise<void>;
}

/**
 * Shows a playground in the browser. A server of its own, not the playground's: that one trusts the bot's token and is
 * cut off when a test takes Discord down, while this one trusts nobody but its own page. Rejects when the port is taken.
 */
export async function startPage(playground: Playground, options: PageOptions = {}): Promise<StartedPage> {
  const { cast = usualCast, timeTravel, scenes, describe, ready } = options;
  const turns = createTurns();
  const countPosts = () => countMessagesInServers(page.playground.world);
  const player = timeTravel && createTimePlayer(timeTravel, turns, countPosts);
  const page: Page = {
    playground,
    isReady: ready === undefined,
    contentProblems: [],
    turns,
    player,
    scenes,
    describe,
    notes: assemble(playground, cast),
    dismissed: new Set(),
    streams: new Set(),
    turnTo(other, others) {
      page.playground = other;
      page.notes = assemble(other, others);
      page.dismissed.clear();
      lookAnew(page);
    },
  };
  if (ready) void turns.travel(() => ready).then(() => becomeReady(page));
  const files = createPageFiles();
  const server = createServer((request, response) => void answerBrowser(page, files, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    showContentProblems(problems) {
      page.contentProblems = problems;
      lookAnew(page);
    },
    async close() {
      player?.play(0);
      for (const end of page.streams) end();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function becomeReady(page: Page): void {
  page.isReady = true;
  lookAnew(page);
}

/** Whoever looks already asks again how things are. */
function lookAnew({ streams }: Page): void {
  for (const end of streams) end();
}
