import { z } from 'zod';
import { commandJson } from '../../../payloads/command.ts';
import { offeredCommands } from '../../../world/commands.ts';
import { findPerson } from '../cast.ts';
import { getVisibleChannel, readChannel } from '../looking.ts';
import { readOverview } from '../overview.ts';
import { Refusal } from '../page-error.ts';
import { readWire } from '../wire.ts';
import { type Endpoint, endpoint, getPerson, id, who } from './endpoint.ts';

export const readingEndpoints: readonly Endpoint[] = [
  // Whoever is not there (any more) becomes the first person.
  endpoint('GET', '/api/overview', z.strictObject({ person: id.optional() }), (page, { person }) => {
    const found = findPerson(page.playground, person ?? '') ?? page.playground.people[0];
    if (!found) throw new Refusal('There is nobody here yet.');
    return readOverview(page, found);
  }),
  endpoint('GET', '/api/messages', z.strictObject({ ...who, channel: id, before: id.optional() }), (page, given) => {
    const person = getPerson(page, given.person);
    return readChannel(page, person, getVisibleChannel(page, person, given.channel), given.before);
  }),
  endpoint('GET', '/api/commands', z.strictObject({ ...who, channel: id }), (page, given) => {
    const person = getPerson(page, given.person);
    const { world } = page.playground;
    const channel = getVisibleChannel(page, person, given.channel);
    return offeredCommands(world, person.id, channel).map((command) => commandJson(world, command, false));
  }),
  endpoint('GET', '/api/wire', z.strictObject(who), (page, given) => readWire(page, getPerson(page, given.person))),
];
