import { type APICheckboxGroupOption, ComponentType, TextInputStyle } from 'discord.js';
import { DID_LENGTH, NEXT_LENGTH, OBSTACLE_LENGTH } from '../domain/check-in.ts';
import { boxesOf, finishedBox, HELP_BOX, PRIVATE_BOX, partnerBox } from '../domain/check-in-boxes.ts';
import { mostHours, type TypedCheckIn } from '../domain/check-in-form.ts';
import type { CheckInFormReading } from '../domain/check-in-reading.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { shorten } from '../lib/graphemes.ts';
import { hoursText } from './check-in-words.ts';
import type { FormView } from './message.ts';
import { nothingIn, periodName } from './period-words.ts';

/** What stands in the form: what was typed before, or what the check-in says. */
export interface CheckInGiven extends TypedCheckIn {
  readonly boxes: readonly string[];
}

/** The part of Discord's limits that no other form comes near, in characters. */
const TITLE_LENGTH = 45;
const DESCRIPTION_LENGTH = 100;
const BOX_LENGTH = 100;
const HOURS_LENGTH = 12;

/** The form for one period: five parts at most, the boxes are one of them. */
export function checkInForm(language: string, reading: CheckInFormReading, given?: CheckInGiven): FormView {
  const { checkIn: words } = catalogueOf(language);
  const { did, next, obstacle, hours, boxes } = given ?? givenOf(reading);
  const options = boxOptions(language, reading, boxes);
  return {
    custom_id: customId('checkin', 'write', reading.period.id),
    title: shorten(words.formTitle(periodName(language, reading.period)), TITLE_LENGTH),
    components: [
      field('did', words.did, didHint(language, reading), did, DID_LENGTH, TextInputStyle.Paragraph),
      field('next', words.next, undefined, next, NEXT_LENGTH, TextInputStyle.Paragraph),
      field('obstacle', words.obstacle, undefined, obstacle, OBSTACLE_LENGTH, TextInputStyle.Paragraph),
      field(
        'hours',
        words.hours,
        (reading.group ? words.hoursHint : words.hoursHintAlone)(mostHours(reading.period)),
        hours,
        HOURS_LENGTH,
        TextInputStyle.Short,
      ),
      ...(options.length > 0 ? [boxGroup(language, options)] : []),
    ],
  };
}

function givenOf({ checkIn }: CheckInFormReading): CheckInGiven {
  if (!checkIn) return { did: '', next: '', obstacle: '', hours: '', boxes: [] };
  const { did, next = '', obstacle = '', hours } = checkIn;
  return { did, next, obstacle, hours: hours === undefined ? '' : hoursText(hours), boxes: boxesOf(checkIn) };
}

/** Who will read it. A channel may have a long name. */
function didHint(language: string, { group, period, channelName, mayBePublic }: CheckInFormReading): string {
  const { checkIn: words } = catalogueOf(language);
  const nothing = nothingIn(language, period);
  if (!group) return words.didAlone(nothing);
  if (channelName === undefined) return mayBePublic ? words.didGroupUnnamed(nothing) : words.didMayNotWriteUnnamed;
  const hint = mayBePublic ? words.didGroup : words.didMayNotWrite;
  return hint(shorten(channelName, DESCRIPTION_LENGTH - hint('', nothing).length), nothing);
}

type Part = FormView['components'][number];

function field(
  name: keyof TypedCheckIn,
  label: string,
  description: string | undefined,
  value: string,
  limit: number,
  style: TextInputStyle,
): Part {
  return {
    type: ComponentType.Label,
    label,
    ...(description === undefined ? {} : { description }),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style,
      max_length: limit,
      required: name === 'did',
      ...(value === '' ? {} : { value }),
    },
  };
}

function boxGroup(language: string, options: APICheckboxGroupOption[]): Part {
  const { checkIn: words } = catalogueOf(language);
  return {
    type: ComponentType.Label,
    label: words.boxes,
    description: words.boxesHint,
    component: { type: ComponentType.CheckboxGroup, custom_id: 'boxes', options, min_values: 0, required: false },
  };
}

/** Whoever learns alone has no group to ask, and nobody to keep it from. */
function boxOptions(
  language: string,
  { step, group, pairId, mayBePublic }: CheckInFormReading,
  ticked: readonly string[],
): APICheckboxGroupOption[] {
  const { checkIn: words } = catalogueOf(language);
  const box = (value: string, label: string, description?: string): APICheckboxGroupOption => ({
    value,
    label: shorten(label, BOX_LENGTH),
    ...(description === undefined ? {} : { description }),
    ...(ticked.includes(value) || (value === PRIVATE_BOX && !mayBePublic) ? { default: true } : {}),
  });
  return [
    ...(step ? [box(finishedBox(step.id), words.finishedBox(step.title))] : []),
    ...(group ? [box(HELP_BOX, words.helpBox, words.helpHint)] : []),
    ...(group ? [box(PRIVATE_BOX, words.privateBox, words.privateHint)] : []),
    ...(pairId === undefined ? [] : [box(partnerBox(pairId), words.partnerBox, group ? words.partnerHint : undefined)]),
  ];
}
