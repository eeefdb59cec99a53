import type { Json } from '../world/model.ts';
import { commandProblems } from './command-rules.ts';
import { formProblems } from './form-rules.ts';
import { messageProblems } from './message-rules.ts';
import { type Problem, problem } from './problem.ts';
import type { Circumstances, FindProblems } from './rulebook.ts';
import { walkSchema } from './schema-walk.ts';
import { type BodyKind, schemaFor } from './schemas.ts';

/** What Discord would refuse in a body: first its shape, and when that is right, the rules that the schemas miss. */
export const findProblems: FindProblems = async (kind, body, circumstances) => {
  const shape = await shapeProblems(kind, body);
  return shape.length > 0 ? shape : ruleProblems(kind, body, circumstances);
};

async function shapeProblems(kind: BodyKind, body: unknown): Promise<readonly Problem[]> {
  if (kind === 'command-list') {
    if (!Array.isArray(body)) return [problem([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')];
    const schema = await schemaFor(kind, body);
    return schema ? body.flatMap((item, index) => walkSchema(schema, item, [index])) : [];
  }
  const schema = await schemaFor(kind, body);
  if (!schema) return [problem(['type'], 'BASE_TYPE_CHOICES', 'This type is not known')];
  return walkSchema(schema, body ?? {});
}

function ruleProblems(kind: BodyKind, body: unknown, circumstances: Circumstances): readonly Problem[] {
  const json = (body ?? {}) as Json;
  switch (kind) {
    case 'message':
    case 'message-edit':
    case 'follow-up':
    case 'answer-edit':
      return messageProblems(json, kind, circumstances);
    case 'forum-post':
      return messageProblems(json.message as Json, 'message', circumstances).map((one) => under('message', one));
    case 'callback':
      return callbackProblems(json, circumstances).map((one) => under('data', one));
    case 'command':
    case 'command-edit':
    case 'command-list':
      return commandProblems(kind, body, circumstances);
    case 'scheduled-event':
      return eventProblems(json);
    default:
      return [];
  }
}

/** Docs: Guild Scheduled Event, Field Requirements By Entity Type: an external event (3) needs an end. */
function eventProblems(event: Json): readonly Problem[] {
  if (event.entity_type !== 3 || event.scheduled_end_time) return [];
  return [problem(['scheduled_end_time'], 'BASE_TYPE_REQUIRED', 'This field is required')];
}

function under(key: string, found: Problem): Problem {
  return { ...found, path: [key, ...found.path] };
}

const ephemeral = 64;

function callbackProblems(body: Json, circumstances: Circumstances): readonly Problem[] {
  const data = (body.data ?? {}) as Json;
  switch (body.type) {
    case 4:
      return messageProblems(data, 'callback', circumstances);
    case 7:
      return messageProblems(data, 'update', circumstances);
    case 5:
      return deferralProblems(data);
    case 8:
      return choiceProblems(data, circumstances);
    case 9:
      return formProblems(data);
    default:
      return [];
  }
}

/** Docs: Interaction Callback Data, flags: a deferral takes Ephemeral and nothing else. */
function deferralProblems({ flags }: Json): readonly Problem[] {
  if (typeof flags !== 'number' || (flags & ~ephemeral) === 0) return [];
  return [problem(['flags'], 'DEFERRED_FLAGS_INVALID', 'A deferred answer takes no flag but Ephemeral')];
}

const numberTypes: readonly (number | undefined)[] = [4, 10];

/** Choices for a number are numbers, choices for text are texts (docs: Autocomplete). */
function choiceProblems({ choices }: Json, { focusedType }: Circumstances): readonly Problem[] {
  const wanted = numberTypes.includes(focusedType) ? 'number' : 'string';
  return ((choices as { value: unknown }[] | null | undefined) ?? []).flatMap(({ value }, index) =>
    typeof value === wanted ? [] : [problem(['choices', index, 'value'], 'BASE_TYPE_INVALID', `Must be a ${wanted}`)],
  );
}
