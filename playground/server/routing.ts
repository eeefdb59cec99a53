import type { Route } from './call.ts';

export interface Match {
  readonly route: Route;
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface RouteTable {
  match(method: string, path: string): Match | undefined;
}

/** Sorts routes by method and number of segments; among those, fixed segments win over parameters. */
export function createRouteTable(routes: readonly Route[]): RouteTable {
  const bySize = new Map<string, { readonly route: Route; readonly segments: string[] }[]>();
  for (const route of routes) {
    const segments = segmentsOf(route.path);
    const key = `${route.method} ${segments.length}`;
    bySize.set(key, [...(bySize.get(key) ?? []), { route, segments }]);
  }
  const parameters = (segments: string[]) => segments.filter((segment) => segment.startsWith(':')).length;
  for (const list of bySize.values()) list.sort((a, b) => parameters(a.segments) - parameters(b.segments));
  return {
    match(method, path) {
      const given = segmentsOf(path);
      for (const { route, segments } of bySize.get(`${method} ${given.length}`) ?? []) {
        const params = paramsOf(segments, given);
        if (params) return { route, params, name: `${route.method} ${route.path}` };
      }
      return undefined;
    },
  };
}

/** Decodes: discord.js writes `@original` as `%40original`. */
function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean).map(decodeURIComponent);
}

function paramsOf(pattern: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith(':')) params[segment.slice(1)] = value;
    else if (segment !== value) return undefined;
  }
  return params;
}
