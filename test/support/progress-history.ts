import SQLite from 'better-sqlite3';
import { expect } from 'vitest';
import type { ItemState } from '../../src/domain/progress.ts';

interface Mark {
  readonly since: string;
  readonly eventId: string;
}

interface StoredEvent {
  readonly id: string;
  readonly at: string;
  readonly undoes: string | null;
  readonly changes: readonly {
    readonly itemId: string;
    readonly from: ItemState;
    readonly to: ItemState;
    readonly replaces?: Mark;
    readonly restores?: Mark;
  }[];
}

/** How an item stands after some events; open items are not there. */
export type Standing = ReadonlyMap<string, Mark & { readonly state: ItemState }>;

export interface StoredMember {
  readonly userId: string;
  /** Oldest first. */
  readonly events: readonly StoredEvent[];
  /** As `progress_item` has it. */
  readonly standing: Standing;
  /** Oldest first. */
  readonly ratings: readonly { readonly check: string; readonly level: string }[];
}

/** What a database file holds about each member. @throws when SQLite finds the file damaged. */
export function readMembers(file: string): StoredMember[] {
  const sqlite = new SQLite(file, { readonly: true });
  try {
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(sqlite.pragma('foreign_key_check')).toEqual([]);
    const all = <Row>(text: string, id: string) => sqlite.prepare<[string], Row>(text).all(id);
    const members = sqlite.prepare<[], { id: string; user_id: string }>('SELECT id, user_id FROM member').all();
    return members.map(({ id, user_id }) => ({
      userId: user_id,
      events: all<EventRow>('SELECT * FROM progress_event WHERE member_id = ? ORDER BY at', id).map(
        ({ changes, ...event }) => ({ ...event, changes: JSON.parse(changes) }),
      ),
      standing: new Map(
        all<ItemRow>('SELECT * FROM progress_item WHERE member_id = ? ORDER BY item_id', id).map(
          ({ item_id, state, since, event_id }) => [item_id, { state, since, eventId: event_id }],
        ),
      ),
      ratings: all<RatingRow>('SELECT * FROM readiness_rating WHERE member_id = ? ORDER BY at', id).map(
        ({ check_id, level }) => ({ check: check_id, level }),
      ),
    }));
  } finally {
    sqlite.close();
  }
}

type EventRow = Omit<StoredEvent, 'changes'> & { readonly changes: string };
type ItemRow = {
  readonly item_id: string;
  readonly state: ItemState;
  readonly since: string;
  readonly event_id: string;
};
type RatingRow = { readonly check_id: string; readonly level: string };

/** What events add up to, without the bot's own code. @throws where one does not begin as those before it ended. */
export function addUp(events: readonly StoredEvent[]): Standing {
  const standing = new Map<string, Mark & { readonly state: ItemState }>();
  for (const { id, at, changes } of events) {
    for (const { itemId, from, to, replaces, restores } of changes) {
      const before = standing.get(itemId);
      expect({ itemId, state: before?.state ?? 'open', since: before?.since }).toEqual({
        itemId,
        state: from,
        since: replaces?.since,
      });
      if (to === 'open') standing.delete(itemId);
      else standing.set(itemId, { state: to, ...(restores ?? { since: at, eventId: id }) });
    }
  }
  return standing;
}

/** Nothing is half done: every event says what it changed, and the items stand exactly as the events add up to. */
export function expectWhole({ events, standing }: StoredMember): void {
  expect(events.filter(({ changes }) => changes.length === 0)).toEqual([]);
  const sorted = (items: Standing) => [...items].toSorted(([one], [other]) => (one < other ? -1 : 1));
  expect(sorted(standing)).toEqual(sorted(addUp(events)));
}
