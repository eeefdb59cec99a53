/** Keeps what people do and travelling in time apart: an answer that a jump of the clock runs into would be too late. */
export interface Turns {
  /** Does something as soon as nobody travels. */
  act<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Travels as soon as nothing else is under way; meanwhile acts wait. */
  travel(work: () => Promise<void>): Promise<void>;
}

export function createTurns(): Turns {
  const acts = new Set<Promise<unknown>>();
  let journey: Promise<void> | undefined;
  return {
    async act(work) {
      while (journey) await settled(journey);
      const running = work();
      acts.add(running);
      return running.finally(() => acts.delete(running));
    },
    async travel(work) {
      while (journey) await settled(journey);
      const running = Promise.all([...acts].map(settled)).then(work);
      journey = running;
      return running.finally(() => {
        journey = undefined;
      });
    },
  };
}

function settled(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch(() => undefined);
}
