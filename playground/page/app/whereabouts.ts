/** Who one is and where, kept in the address: a reload stays, and so does a copied link. */
export interface Whereabouts {
  readonly person: string | undefined;
  readonly channel: string | undefined;
}

export function readWhereabouts(): Whereabouts {
  const given = new URLSearchParams(location.hash.slice(1));
  return { person: idOf(given.get('person')), channel: idOf(given.get('channel')) };
}

export function keepWhereabouts(person: string, channel: string): void {
  history.replaceState(null, '', `#${new URLSearchParams({ person, channel })}`);
}

function idOf(text: string | null): string | undefined {
  return text !== null && /^\d{1,20}$/.test(text) ? text : undefined;
}
