import type { Person } from '../../people/person.ts';
import type { Screen } from '../../people/screen.ts';
import type { ActResult } from '../protocol.ts';
import type { Page } from './page.ts';
import { Refusal } from './page-error.ts';

/**
 * Lets a person do something and tells what came of it.
 * @throws Refusal when Discord's client would not send it, or the bot did not answer as it should
 */
export async function perform(page: Page, person: Person, work: () => Promise<Screen>): Promise<ActResult> {
  const { form } = await refusing(page, person, work).finally(() => page.player?.tell());
  if (!form) return { form: null };
  return { form: { custom_id: form.customId, title: form.title, components: form.components } };
}

/** The same for anything that a person asks the bot. */
export async function refusing<Value>(page: Page, person: Person, work: () => Promise<Value>): Promise<Value> {
  const { turns, playground } = page;
  return turns.act(async () => {
    try {
      return await work();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // What reached the bot was recorded as an exchange; everything else was refused before.
      const reachedBot = playground.exchanges.some((one) => one.person === person.name && one.error === reason);
      throw new Refusal(reachedBot ? `This interaction failed. ${reason}` : reason);
    }
  });
}
