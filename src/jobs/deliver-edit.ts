import { readEdit } from '../actions/read-edit.ts';
import { waitAt } from '../domain/delivery.ts';
import type { SendOutcome } from '../domain/delivery-port.ts';
import type { DeliveryResult } from '../domain/delivery-result.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import type { ReadEdit } from '../domain/post-reading.ts';
import { postView } from '../views/post-view.ts';
import type { JobDeps } from './job.ts';

type Settleable = Exclude<ReadEdit, { readonly kind: 'waiting' | 'dropped' }>;

/** Has a message show what holds now. Where that changed on the way, the newest words win. */
export async function deliverEdit(
  record: OutboxRecord,
  deps: JobDeps,
): Promise<DeliveryResult | { send(): Promise<SendOutcome> }> {
  const { clock } = deps.delivery;
  const first = await readEdit(deps, record, clock.now());
  if (first.kind === 'waiting') return { kind: 'again', at: waitAt(record, clock.now()), attempts: record.attempts };
  if (first.kind === 'dropped') return first;
  return {
    async send() {
      for (let edit = first; ; ) {
        const outcome = await show(deps, edit);
        const next = outcome.kind === 'sent' ? await readEdit(deps, record, clock.now()) : undefined;
        if (!next || next.kind === 'waiting' || next.kind === 'dropped' || isSame(next, edit)) return outcome;
        edit = next;
      }
    },
  };
}

function show({ delivery: { port } }: JobDeps, edit: Settleable): Promise<SendOutcome> {
  return edit.kind === 'ready' ? port.edit(edit.message, postView(edit.reading)) : port.remove(edit.message);
}

/** What has been taken away stays away. */
function isSame(next: Settleable, shown: Settleable): boolean {
  if (shown.kind === 'removed' || next.kind === 'removed') return shown.kind === 'removed';
  return JSON.stringify(postView(next.reading)) === JSON.stringify(postView(shown.reading));
}
