import { z } from 'zod';
import { PageError, Refusal } from '../page-error.ts';
import { type Endpoint, endpoint, getPerson, who } from './endpoint.ts';

const dayMs = 86_400_000;
const newPerson = z.strictObject({
  name: z.string().trim().min(1).max(32),
  timeZone: z.string().refine(isTimeZone, 'There is no such time zone.'),
  locale: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'A language looks like "de" or "pt-BR".'),
  isModerator: z.boolean(),
  isInServer: z.boolean(),
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** People, time and scenes: what changes the playground itself. */
export const changingEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/api/people', newPerson, ({ playground }, { name, isModerator, isInServer, ...more }) => {
    if (playground.people.some((person) => person.name.toLowerCase() === name.toLowerCase()))
      throw new Refusal(`There is already somebody called ${name}.`);
    const place = isInServer ? { moderator: isModerator } : { server: null };
    return { id: playground.person(name, { ...more, ...place }).id };
  }),
  endpoint('POST', '/api/enter', z.strictObject(who), (page, given) => {
    page.playground.controls.addMember(getPerson(page, given.person));
    return {};
  }),
  endpoint(
    'POST',
    '/api/time/forward',
    z.strictObject({ by: z.enum(['day', 'week', 'next']) }),
    async (page, { by }) => {
      const player = page.player;
      if (!player) throw new PageError(404, 'Time cannot be moved here.');
      await (by === 'next' ? player.forwardToNextPost() : player.forward(by === 'day' ? dayMs : 7 * dayMs));
      return player.state();
    },
  ),
  endpoint(
    'POST',
    '/api/time/speed',
    z.strictObject({ speed: z.union([z.literal(0), z.literal(60), z.literal(3_600), z.literal(86_400)]) }),
    ({ player }, { speed }) => {
      if (!player) throw new PageError(404, 'Time cannot be moved here.');
      player.play(speed);
      return player.state();
    },
  ),
  endpoint('POST', '/api/scene', z.strictObject({ scene: z.string().max(100) }), async (page, { scene }) => {
    if (!page.scenes?.list().some(({ id }) => id === scene)) throw new Refusal('There is no such scene.');
    const { scenes, player, turns } = page;
    player?.play(0);
    await turns.travel(async () => {
      const { playground, cast } = await scenes.startOver(scene);
      page.turnTo(playground, cast);
    });
    return {};
  }),
];
