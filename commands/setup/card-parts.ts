import { z } from 'zod';
import {
  type Answer,
  type Caller,
  type Deps,
  defineButton,
  defineForm,
  defineSelect,
  openForm,
  refuse,
  show,
} from '../../src/discord/command.ts';
import { setupFields, type TypedField, typedFields } from '../../src/domain/setup-card.ts';
import { findZones } from '../../src/domain/zone.ts';
import { catalogueOf } from '../../src/language/languages.ts';
import { quoted } from '../../src/views/quoted.ts';
import { type ChosenField, setupChoiceView } from '../../src/views/setup-choice-view.ts';
import { setupForm, setupZoneView, typedValue } from '../../src/views/setup-forms.ts';
import { changeCard, type OpenCard, showCard, withCard } from './card.ts';
import { readChosen, readTyped } from './fields.ts';

export const draftArgs = z.tuple([z.string()]);
const chosenFields = setupFields.filter((field): field is ChosenField => !isTyped(field));
const chosenArgs = z.tuple([z.string(), z.enum([...chosenFields, 'zone'])]);
const typedArgs = z.tuple([z.string(), z.enum(typedFields)]);
const place = z.object({ place: z.string() });

function isTyped(field: string): field is TypedField {
  return typedFields.some((one) => one === field);
}

/** The small screen or form for one thing. */
function openField(caller: Caller, deps: Deps, open: OpenCard, field: string | undefined): Answer | Promise<Answer> {
  const { draftId, settings } = open;
  if (field !== undefined && isTyped(field)) {
    return openForm(setupForm(caller.language, draftId, field, typedValue(field, settings)));
  }
  const chosen = chosenFields.find((one) => one === field);
  return chosen ? choose(caller, deps, open, chosen) : showCard(caller, deps, open);
}

function choose(caller: Caller, deps: Deps, open: OpenCard, field: ChosenField, note?: string): Answer {
  const { draftId, settings, serverId } = open;
  const { language } = caller;
  const channel = deps.discord.findChannel(serverId, settings.channelId);
  const isPrivateChat = caller.serverId === undefined;
  return show(setupChoiceView({ language, draftId, field, settings, channel, isPrivateChat, note }));
}

async function setField(
  caller: Caller,
  deps: Deps,
  open: OpenCard,
  field: ChosenField | 'zone',
  value: string | undefined,
): Promise<Answer> {
  const reading = readChosen(caller, deps, field, value, open);
  if (reading.kind === 'change') return changeCard(caller, deps, open, reading.change);
  return field === 'zone' ? showCard(caller, deps, open) : choose(caller, deps, open, field, reading.problem);
}

/** Takes over what was typed, or asks which of the places that fit is meant. */
function typeField(
  caller: Caller,
  deps: Deps,
  open: OpenCard,
  field: TypedField,
  typed: string,
): Answer | Promise<Answer> {
  const { language, now } = caller;
  if (field === 'zone') {
    const zones = findZones(typed, 25);
    if (zones.length === 0) return refuse(catalogueOf(language).join.zoneUnknown(quoted(typed)));
    return show(setupZoneView(language, open.draftId, zones, now));
  }
  const reading = readTyped(caller, field, typed, open);
  return reading.kind === 'change' ? changeCard(caller, deps, open, reading.change) : refuse(reading.problem);
}

export const cardButtons = {
  card: defineButton({
    args: draftArgs,
    press: (caller, [draftId], deps) => withCard(caller, deps, draftId, (open) => showCard(caller, deps, open)),
  }),
  'wrong-time': defineButton({
    args: draftArgs,
    landing: 'form',
    press: (caller, [draftId], deps) =>
      withCard(caller, deps, draftId, (open) => openField(caller, deps, open, 'zone')),
  }),
  clear: defineButton({
    args: chosenArgs,
    press: (caller, [draftId, field], deps) =>
      withCard(caller, deps, draftId, (open) => setField(caller, deps, open, field, undefined)),
  }),
};

export const cardSelects = {
  change: defineSelect({
    args: draftArgs,
    landing: 'form',
    choose: (caller, [draftId], [field], deps) =>
      withCard(caller, deps, draftId, (open) => openField(caller, deps, open, field)),
  }),
  set: defineSelect({
    args: chosenArgs,
    choose: (caller, [draftId, field], [value], deps) =>
      withCard(caller, deps, draftId, (open) => setField(caller, deps, open, field, value)),
  }),
};

export const cardForms = {
  type: defineForm({
    args: typedArgs,
    fields: place,
    open: (caller, [draftId, field], given) => setupForm(caller.language, draftId, field, String(given.place ?? '')),
    submit: (caller, [draftId, field], { place: typed }, deps) =>
      withCard(caller, deps, draftId, (open) => typeField(caller, deps, open, field, typed)),
  }),
};
