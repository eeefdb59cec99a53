import type { Playground } from '../../playground/start.ts';

export type Person = ReturnType<Playground['person']>;
export type Screen = Awaited<ReturnType<Person['slash']>>;

export const TICKS = 'Tick what you have done';

export async function join(person: Person): Promise<void> {
  await person.slash('join');
  await person.press('Start');
}

/** The topics of a step, to be ticked. */
export async function openTopics(person: Person, step: string): Promise<Screen> {
  await person.slash('step', { step });
  return person.press('Topics');
}

/** The event that the Undo button of a screen takes back; undefined where nothing was changed. */
export function eventOn(screen: Screen): string | undefined {
  const undo = screen.message?.controls.find(({ label }) => label === 'Undo');
  return undo?.customId?.split(':')[2];
}

/** Values of the select of ticks, and those that are ticked. */
export function ticksOn(screen: Screen): { readonly offered: string[]; readonly ticked: string[] } {
  const options = screen.message?.controls.find(({ label }) => label === TICKS)?.options ?? [];
  return {
    offered: options.map(({ value }) => value),
    ticked: options.filter((option) => option.default).map(({ value }) => value),
  };
}
