/** Room for so much work at the same time: what hangs takes its own place and nobody else's. */
export interface Slots {
  /** Resolves when there is room and the work has begun, not when it is done. The work must not reject. */
  begin(work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

export function createSlots(size: number): Slots {
  const underWay = new Set<Promise<void>>();
  return {
    async begin(work) {
      while (underWay.size >= size) await Promise.race(underWay);
      const done = work().finally(() => underWay.delete(done));
      underWay.add(done);
    },
    async settled() {
      while (underWay.size > 0) await Promise.race(underWay);
    },
  };
}
