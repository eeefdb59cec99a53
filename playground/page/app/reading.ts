export interface Reading {
  begin(): void;
  note(event: () => void): void;
  end(): void;
}

/** What happens while the channel is read is perhaps not in what was read: it happens once more afterwards. */
export function createReading(): Reading {
  let noted: (() => void)[] | undefined;
  return {
    begin() {
      noted = [];
    },
    note: (event: () => void) => void noted?.push(event),
    end() {
      const missed = noted ?? [];
      noted = undefined;
      for (const happen of missed) happen();
    },
  };
}
