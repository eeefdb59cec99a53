import { type GroupSettings, LONGEST_GROUP_NAME } from '../domain/group-settings.ts';
import type { TypedField } from '../domain/setup-card.ts';
import type { ZoneChoice } from '../domain/zone.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import type { Temporal } from '../lib/temporal.ts';
import { timeText } from './group-facts.ts';
import { lineForm } from './line-form.ts';
import type { FormView, MessageView } from './message.ts';
import { zoneChoiceView, zoneForm } from './zone-views.ts';

/** The form for one thing that is typed. It hands over `place`, as the question for a zone does everywhere. */
export function setupForm(language: string, draftId: string, field: TypedField, value: string): FormView {
  const { setup } = catalogueOf(language);
  const id = customId('setup', 'type', draftId, field);
  if (field === 'zone') return zoneForm(language, id, value, setup.zoneTitle);
  const hints = { name: setup.nameHint(LONGEST_GROUP_NAME), start: setup.startHint, time: setup.timeHint };
  const label = setup.fields[field];
  return lineForm(id, label, { name: 'place', label, description: hints[field], value });
}

/** What stands in the form at first. The zone is asked afresh: its name says nothing to most people. */
export function typedValue(field: TypedField, settings: GroupSettings): string {
  const values = {
    name: settings.name,
    start: settings.startDay.toString(),
    time: timeText(settings.postTime),
    zone: '',
  };
  return values[field];
}

/** The zones that fit what was typed, each with the time there now. */
export function setupZoneView(
  language: string,
  draftId: string,
  zones: readonly ZoneChoice[],
  now: Temporal.Instant,
): MessageView {
  const { setup, join } = catalogueOf(language);
  return zoneChoiceView({
    language,
    now,
    zones,
    words: setup,
    selectId: customId('setup', 'set', draftId, 'zone'),
    buttons: [
      { label: join.wrongTime, id: customId('setup', 'wrong-time', draftId) },
      { label: setup.backToCard, id: customId('setup', 'card', draftId) },
    ],
  });
}
