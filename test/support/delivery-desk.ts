import { createCommitTogether } from '../../src/actions/commit-together.ts';
import type { DeliveryPort, LookOutcome, SendOutcome } from '../../src/domain/delivery-port.ts';
import type { DiscordPort } from '../../src/domain/discord-port.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import deliver from '../../src/jobs/deliver.ts';
import deliverNotices from '../../src/jobs/deliver-notices.ts';
import { createDelivery, type Delivery } from '../../src/jobs/delivery.ts';
import type { JobDeps } from '../../src/jobs/job.ts';
import { createPacer } from '../../src/jobs/pacer.ts';
import type { Temporal } from '../../src/lib/temporal.ts';
import { findOutboxRecord, insertOutboxEntry } from '../../src/store/outbox-store.ts';
import { insertStudyGroup } from '../../src/store/study-group-store.ts';
import type { PostView } from '../../src/views/post.ts';
import { instant } from './builders.ts';
import { freshDeps } from './database.ts';
import { aDiscord, nightSchool } from './groups.ts';
import { realContent } from './real-content.ts';

/** When the desk opens. */
export const start = instant('2026-03-02T17:00Z');
export const sent: SendOutcome = { kind: 'sent', channelId: 'study', messageId: '1' };
const nothingFound: LookOutcome = { kind: 'looked', found: new Map() };

/** A delivery whose Discord answers as it is told, and whose time the test sets. */
export async function aDesk({ discord = aDiscord() }: { readonly discord?: DiscordPort } = {}) {
  let now = start;
  const stopping = new AbortController();
  const calls: string[] = [];
  const answers: (SendOutcome | Promise<SendOutcome>)[] = [];
  const looks: LookOutcome[] = [];
  const lookedIn: string[] = [];
  const errors: string[] = [];
  const answer = (call: string) => {
    calls.push(call);
    return answers.shift() ?? sent;
  };
  const port: DeliveryPort<PostView> = {
    send: async (_post, place, key) => answer(`send ${key} ${place.kind}`),
    async look(place, marks) {
      if (place.channelId !== undefined) lookedIn.push(place.channelId);
      calls.push(`look ${marks.join(' ')}`);
      return looks.shift() ?? nothingFound;
    },
    startThread: async ({ messageId }) => answer(`thread ${messageId}`),
    edit: async ({ messageId }, { embed }) => answer(`edit ${messageId} ${embed?.description ?? ''}`),
    remove: async ({ messageId }) => answer(`remove ${messageId}`),
    setRole: async ({ userId, has }) => answer(`role ${userId} ${has}`),
    setEvent: async (_serverId, mark, event) => answer(`event ${mark} ${event?.startsAt ?? 'gone'}`),
  };
  const clock = { now: () => now, tick: () => () => {}, wait: async () => {} };
  const there: DiscordPort = { ...discord, serverState: () => 'there' };
  const parts = await freshDeps({ discord: there, content: realContent() });
  const delivery: Delivery = createDelivery({
    clock,
    port,
    commit: createCommitTogether(parts.db, async () => {}),
    pacer: createPacer(clock, Number.POSITIVE_INFINITY),
    stopping: stopping.signal,
    reportError: (error, key) => errors.push(`${key}: ${error}`),
  });
  const backups = { newestDaily: () => undefined, makeDaily: async () => {} };
  const deps: JobDeps = { ...parts, beat: async () => {}, backups, delivery };
  await insertStudyGroup(deps.db, nightSchool());
  return {
    ...{ deps, calls, answers, looks, lookedIn, errors },
    async run() {
      for (const job of [deliver, deliverNotices]) await job.run(now, deps);
      for (const job of [deliver, deliverNotices]) await job.settled(deps);
    },
    /** The posts alone. */
    begin: () => deliver.run(now, deps),
    stop: () => stopping.abort(),
    now: () => now,
    pass(span: Temporal.DurationLike) {
      now = now.add(span);
    },
    async order(key: string, overrides: Partial<OutboxEntry> = {}) {
      const nobody = { memberId: undefined, userId: undefined, notAfter: undefined };
      const entry = {
        key,
        marks: [key],
        order: { kind: 'welcome' },
        serverId: 'study-hall',
        groupId: 'night',
      } as const;
      await insertOutboxEntry(deps.db, { ...entry, ...nobody, dueAt: now, ...overrides }, now);
    },
    async stateOf(key: string) {
      const record = await findOutboxRecord(deps.db, key);
      return record && `${record.state}${record.problem ? ` ${record.problem}` : ''}`;
    },
  };
}
