/** Asks the page's server. Rejects with words for the person when it refuses. */
export async function get<Answer>(path: string, query: Readonly<Record<string, string | undefined>>): Promise<Answer> {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return answerOf<Answer>(await fetch(`${path}?${new URLSearchParams(given)}`));
}

export async function post<Answer>(path: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return answerOf<Answer>(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const body = await response.json();
  const refusal = body?.refused ?? body?.error;
  if (refusal !== undefined) throw new Error(String(refusal));
  return body as Answer;
}
