import { join } from 'node:path';
import type { Scenes } from '../../playground/page/server/scenes.ts';
import type { PageOptions } from '../../playground/page/server/start-page.ts';
import type { TimeTravel } from '../../playground/page/server/time-travel.ts';
import { scenes as allScenes } from '../../playground/scenes/all.ts';
import type { Config } from '../config.ts';
import { onItsWayBanner, tryOutBanner } from '../discord/banner.ts';
import { createLog } from '../discord/log.ts';
import { type HostProcess, stopOnSignals } from '../host-process.ts';
import { createMovableClock } from '../jobs/movable-clock.ts';
import { createSystemClock } from '../jobs/runner.ts';
import { findContentFiles } from './content-files.ts';
import { findGroupZone } from './group-zone.ts';
import { openPage } from './open-page.ts';
import { type SceneOnStage, setScene } from './scene-on-stage.ts';
import { openTryOutDatabase } from './try-out-database.ts';

/**
 * The bot on a Discord of its own, with a page to try it in. The page opens at once and says that the bot is on its way;
 * the host is told where it is.
 * @throws ConfigError for a database in use, and for a port that is taken
 */
export async function startTryOut(config: Config, host: HostProcess, say: (words: string) => void): Promise<void> {
  stopOnSignals(host, createLog(config.logLevel, []));
  const clock = createMovableClock(createSystemClock());
  const database = openTryOutDatabase(config.databaseFile);
  host.open.defer(() => database.close());
  // The page is there before a bot reads any content.
  const onContentRead = (problems: readonly string[]) => page.showContentProblems(problems);
  const set = (scene: SceneOnStage['scene']) =>
    setScene(scene, { config, host, clock, databaseFile: database.fresh(), onContentRead });

  let current = await set(allScenes[0]);
  host.open.defer(() => current.close());
  const scenes: Scenes = {
    list: () => allScenes,
    current: () => current.scene.id,
    async startOver(id) {
      const wanted = allScenes.find((scene) => scene.id === id) ?? current.scene;
      await current.close();
      current = await set(wanted);
      await current.play();
      return { playground: current.playground, cast: current.scene.cast };
    },
  };
  const timeTravel: TimeTravel = {
    now: () => clock.now().epochMilliseconds,
    nextDue: async () => current.played?.time.nextDue(),
    zone: async () => current.played && findGroupZone(current.played.bot),
    travelTo: async (moment) => current.played?.time.travelTo(moment),
  };
  const ready = Promise.withResolvers<void>();
  const page = await openPage(current.playground, config.pagePort, {
    cast: current.scene.cast,
    scenes,
    timeTravel,
    describe: describeBy(config, () => current),
    ready: ready.promise,
  });
  host.open.defer(() => page.close());
  say(onItsWayBanner(page.url));
  if (!(await current.play())) return;
  ready.resolve();
  say(tryOutBanner(page.url, config.databaseFile));
}

/** Names the files that a message of the bot comes from. */
function describeBy({ contentDir }: Config, current: () => SceneOnStage): NonNullable<PageOptions['describe']> {
  return (message) => {
    const content = current().played?.bot.deps.content;
    const files = content ? findContentFiles(content, message) : [];
    return files.length > 0 ? files.map((file) => join(contentDir, file)).join(' · ') : undefined;
  };
}
