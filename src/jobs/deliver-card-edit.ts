import { readCardEdit } from '../actions/read-card-edit.ts';
import { waitAt } from '../domain/delivery.ts';
import type { SendOutcome } from '../domain/delivery-port.ts';
import type { DeliveryResult } from '../domain/delivery-result.ts';
import type { OutboxRecord } from '../domain/outbox.ts';
import { postView } from '../views/post-view.ts';
import type { JobDeps } from './job.ts';

/** Has a card show its check-in as it stands now. Where that changed on the way, the newest words win. */
export async function deliverCardEdit(
  record: OutboxRecord,
  deps: JobDeps,
): Promise<DeliveryResult | { send(): Promise<SendOutcome> }> {
  const { port, clock } = deps.delivery;
  const first = await readCardEdit(deps, record);
  if (first.kind === 'waiting') return { kind: 'again', at: waitAt(record, clock.now()), attempts: record.attempts };
  if (first.kind === 'dropped') return first;
  return {
    async send() {
      for (let edit = first; ; ) {
        const outcome = await port.edit(edit.card, postView(edit.reading));
        const next = outcome.kind === 'sent' ? await readCardEdit(deps, record) : undefined;
        if (next?.kind !== 'ready' || next.reading.checkIn.changedAt.equals(edit.reading.checkIn.changedAt))
          return outcome;
        edit = next;
      }
    },
  };
}
