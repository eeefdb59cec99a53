/** One request of the bot, as a side panel would show it. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The pattern of the route, or null when there is none. */
  readonly route: string | null;
  readonly body: unknown;
  status: number | 'lost';
  ms: number;
}

export interface RequestLog {
  readonly entries: LoggedRequest[];
  add(entry: LoggedRequest): LoggedRequest;
}

/** Keeps the newest `size` requests. */
export function createRequestLog(size: number): RequestLog {
  const entries: LoggedRequest[] = [];
  return {
    entries,
    add(entry) {
      entries.push(entry);
      if (entries.length > size) entries.splice(0, entries.length - size);
      return entry;
    },
  };
}
