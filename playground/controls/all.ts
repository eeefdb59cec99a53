import type { Gateway } from '../server/gateway-parts.ts';
import type { RestParts } from '../server/rest.ts';
import { type ConnectionControls, connectionControls } from './connection.ts';
import { type PlaceControls, placeControls } from './places.ts';
import { type RequestControls, requestControls } from './requests.ts';
import { type ServerControls, serverControls } from './servers.ts';

/** Everything that a test can make happen in Discord beside what people do. */
export type Controls = ConnectionControls & RequestControls & ServerControls & PlaceControls;

export function createControls(rest: RestParts, gateway: Gateway): Controls {
  return {
    ...connectionControls(rest, gateway),
    ...requestControls(rest),
    ...serverControls(rest.world),
    ...placeControls(rest.world),
  };
}
