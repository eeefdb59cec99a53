import { walkComponents } from '../world/components.ts';
import type { Component, Json, Message } from '../world/model.ts';
import { componentProblems } from './component-rules.ts';
import { embedProblems } from './embed-rules.ts';
import { fileProblems } from './file-rules.ts';
import { type Problem, problem } from './problem.ts';
import type { Circumstances } from './rulebook.ts';

/** `callback` answers an interaction, `update` changes the message that was pressed. */
export type MessageKind = 'message' | 'message-edit' | 'callback' | 'update' | 'follow-up' | 'answer-edit';

const v2Flag = 1 << 15;
const loadingFlag = 1 << 7;
const edits: readonly MessageKind[] = ['message-edit', 'update', 'answer-edit'];

/** What a message will be once the body is carried out. */
interface Outcome {
  readonly v2: boolean;
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Component[];
  readonly poll: unknown;
  readonly fileCount: number;
}

/** The rules for messages that the schemas miss. Paths are relative to the message. */
export function messageProblems(body: Json, kind: MessageKind, circumstances: Circumstances): readonly Problem[] {
  const older = edits.includes(kind) ? circumstances.older : undefined;
  const outcome = outcomeOf(body, older, circumstances);
  return [
    ...contentProblems(body),
    ...flagProblems(body, kind, older),
    ...(outcome.v2 ? v2Problems(outcome, body) : legacyProblems(outcome)),
    ...emptyProblems(outcome, older),
    ...embedProblems((body.embeds ?? []) as Json[]),
    ...componentProblems((body.components ?? []) as Component[]),
    ...fileProblems(body, circumstances.files ?? [], older),
    ...mentionProblems(body),
  ];
}

function outcomeOf(body: Json, older: Message | undefined, { files = [] }: Circumstances): Outcome {
  const kept = <Value>(key: 'content' | 'embeds' | 'components' | 'poll', empty: Value): Value =>
    (body[key] === undefined ? (older?.[key] ?? empty) : (body[key] ?? empty)) as Value;
  const attachments = (body.attachments as unknown[] | null | undefined) ?? older?.attachments ?? [];
  return {
    v2: ((Number(body.flags ?? 0) | (older?.flags ?? 0)) & v2Flag) !== 0,
    content: kept('content', ''),
    embeds: kept('embeds', []),
    components: kept('components', []),
    poll: kept('poll', null),
    fileCount: files.length + attachments.length + ((body.sticker_ids as unknown[] | undefined)?.length ?? 0),
  };
}

function contentProblems({ content }: Json): Problem[] {
  if (typeof content !== 'string' || content.length <= 2_000) return [];
  return [problem(['content'], 'BASE_TYPE_MAX_LENGTH', 'Must be 2000 or fewer in length.')];
}

/** Docs: Create Message and Interaction Callback Data name the flags that can be set. */
function flagProblems({ flags }: Json, kind: MessageKind, older: Message | undefined): Problem[] {
  if (typeof flags !== 'number') return [];
  const ephemeral = kind === 'callback' || kind === 'follow-up' ? 1 << 6 : 0;
  const settable = (1 << 2) | (1 << 12) | (1 << 13) | v2Flag | ephemeral;
  const removed = ((older?.flags ?? 0) & v2Flag) !== 0 && !(flags & v2Flag);
  return [
    ...(older === undefined && flags & ~settable
      ? [problem(['flags'], 'MESSAGE_FLAGS_INVALID', `These flags cannot be set here: ${flags & ~settable}`)]
      : []),
    ...(removed
      ? [problem(['flags'], 'MESSAGE_FLAGS_COMPONENTS_V2', 'The Components V2 flag cannot be taken off a message')]
      : []),
  ];
}

/** Docs: Component Reference. With the flag, content, embeds, polls and stickers are out; text is at most 4,000 in all. */
function v2Problems({ content, embeds, components, poll }: Outcome, { sticker_ids: stickers }: Json): Problem[] {
  const forbidden = {
    content,
    embeds: embeds.length > 0,
    poll,
    sticker_ids: (stickers as unknown[] | undefined)?.length,
  };
  const all = [...walkComponents(components)];
  const characters = all.reduce((sum, [{ type, content: text }]) => sum + (type === 10 ? String(text).length : 0), 0);
  return [
    ...Object.entries(forbidden)
      .filter(([, present]) => present)
      .map(([key]) =>
        problem(
          [key],
          'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        ),
      ),
    ...(characters > 4_000
      ? [
          problem(
            ['components'],
            'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            `Components displayable text size exceeds maximum size of 4000: it is ${characters}`,
          ),
        ]
      : []),
    ...(all.length > 40
      ? [
          problem(
            ['components'],
            'BASE_TYPE_BAD_LENGTH',
            `Must be 40 or fewer components in all: there are ${all.length}`,
          ),
        ]
      : []),
  ];
}

/** Without the flag: up to 5 rows and nothing else. */
function legacyProblems({ components }: Outcome): Problem[] {
  return [
    ...components.flatMap(({ type }, index) =>
      type === 1
        ? []
        : [problem(['components', index, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).')],
    ),
    ...(components.length > 5
      ? [problem(['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be 5 or fewer in length.')]
      : []),
  ];
}

/** Docs: Create Message: one of content, embeds, components, files, poll or stickers is required. */
function emptyProblems(outcome: Outcome, older: Message | undefined): Problem[] {
  const { content, embeds, components, poll, fileCount, v2 } = outcome;
  const waiting = older !== undefined && (older.flags & loadingFlag) !== 0;
  const empty = content.trim() === '' && embeds.length === 0 && components.length === 0 && !poll && fileCount === 0;
  if (empty)
    return [
      problem([], 'EMPTY_MESSAGE', waiting ? 'A deferred answer needs something' : 'Cannot send an empty message'),
    ];
  return v2 && components.length === 0
    ? [problem(['components'], 'EMPTY_MESSAGE', 'Cannot send an empty message')]
    : [];
}

/** Docs: Allowed Mentions Object: `parse` and a list of ids for the same kind exclude each other. */
function mentionProblems({ allowed_mentions: allowed }: Json): Problem[] {
  const { parse, users, roles } = (allowed ?? {}) as { parse?: string[]; users?: string[]; roles?: string[] };
  return Object.entries({ users, roles }).flatMap(([kind, ids]) =>
    parse?.includes(kind) && ids?.length
      ? [
          problem(
            ['allowed_mentions', kind],
            'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          ),
        ]
      : [],
  );
}
