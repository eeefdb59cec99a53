import type { World } from '../playground/world/world.ts';
import type { Act, Ask } from './asking.ts';

/** Something that members do often. The acts are sent in turn. */
export interface Scenario {
  readonly name: string;
  prepare(ask: Ask, world: World): Promise<readonly Act[]>;
}

const STRING = 3;
const BUTTON = 2;

function slash(name: string, options: Readonly<Record<string, string>> = {}): Act {
  const given = Object.entries(options).map(([option, value]) => ({ name: option, type: STRING, value }));
  return { type: 2, data: { id: '1', name, type: 1, options: given } };
}

/** The tab buttons of the step that the bot shows when it is asked for one. */
async function tabPresses(ask: Ask, world: World): Promise<readonly Act[]> {
  const shown = await ask(slash('step', { step: 'http' }));
  const sourceMessageId = shown?.originalId;
  const message = sourceMessageId ? world.messages.get(sourceMessageId) : undefined;
  if (!sourceMessageId || !message) throw new Error('The bot showed no step to press on.');
  const ids = JSON.stringify(message.components).matchAll(/"custom_id":"(step:tab:[^"]+)"/g);
  const data = (customId: string | undefined) => ({ custom_id: customId, component_type: BUTTON });
  return [...ids].map(([, customId]) => ({ type: 3, data: data(customId), sourceMessageId }));
}

const steps = ['http', 'sql', 'docker', 'auth', 'testing'];
const finds = ['docker compsoe', 'jwt', 'idempotant', 'what is a tranaction', 'git rebase'];

export const scenarios: readonly Scenario[] = [
  { name: '/help', prepare: async () => [slash('help')] },
  { name: '/step', prepare: async () => steps.map((step) => slash('step', { step })) },
  { name: '/step, a tab', prepare: tabPresses },
  { name: '/guide find:', prepare: async () => finds.map((find) => slash('guide', { find })) },
];
