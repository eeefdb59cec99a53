import { type CheckInStand, unwrittenOf } from '../domain/check-in-reading.ts';
import type { ChatServer } from '../domain/member.ts';
import { nextItem, type Progress } from '../domain/progress.ts';
import { hoursOfStep, type Roadmap } from '../domain/roadmap.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { anotherServerButton, chatServerLine } from './chat-server.ts';
import { dayOf, momentOf } from './day-of.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { periodName } from './period-words.ts';
import { phaseAccent } from './phase-accent.ts';
import { openItemId } from './place-id.ts';

/** The home screen of whoever has not joined: what Cairn is and where to go. Nobody `canJoin` in the private chat. */
export function helpView(roadmap: Roadmap, canJoin: boolean): MessageView {
  const { help } = catalogueOf(roadmap.language);
  const hours = roadmap.steps.reduce((sum, step) => sum + hoursOfStep(step), 0);
  const [first] = roadmap.steps;
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${help.title}`,
      help.intro(roadmap.steps.length, roadmap.phases.length, hours),
      help.how,
      help.joinHint,
      `-# ${help.privacy}`,
    ],
    rows: [
      buttonRow(
        button({ label: help.join, id: customId('join', 'open'), style: canJoin ? 'primary' : 'plain' }),
        ...(first
          ? [button({ label: help.firstStep, id: openStepId(first.id), style: canJoin ? 'plain' : 'primary' })]
          : []),
        button({ label: help.roadmap, id: customId('roadmap', 'open', 'phases') }),
        button({ label: help.commands, id: customId('help', 'open', 'commands') }),
      ),
    ],
  });
}

/**
 * The home screen of a member: tonight's topic, how far, the next check-in, and where to go. `server`: what the private
 * chat acts for, where there is a choice.
 */
export function memberHomeView(
  roadmap: Roadmap,
  progress: Progress,
  stand: CheckInStand,
  server?: ChatServer,
): MessageView {
  const { help, common } = catalogueOf(roadmap.language);
  const item = nextItem(progress);
  const step = progress.current?.step;
  const done = progress.steps.filter(({ state }) => state === 'done').length;
  const { hours } = progress;
  return card({
    accent: phaseAccent(step?.phaseId ?? ''),
    blocks: [
      `## ${help.title}`,
      item ? help.tonight(item.title, item.step.title, common.hours(item.hours)) : endLine(roadmap, progress),
      help.soFar(hours.done, hours.total, done, progress.steps.length),
      checkInLine(roadmap.language, stand),
      ...(server ? [chatServerLine(roadmap.language, server)] : []),
      `-# ${help.privacy}`,
    ],
    rows: [
      buttonRow(
        ...(item ? [button({ label: help.nextTopic, id: openItemId(item), style: 'primary' })] : []),
        ...(!item && step ? [button({ label: help.toStep, id: openStepId(step.id), style: 'primary' })] : []),
        checkInButton(roadmap.language, stand),
        button({ label: help.progress, id: customId('progress', 'open') }),
        button({ label: help.plan, id: customId('plan', 'open') }),
      ),
      buttonRow(
        button({ label: help.group, id: customId('group', 'show') }),
        button({ label: help.roadmap, id: customId('roadmap', 'open', 'phases') }),
        button({ label: help.commands, id: customId('help', 'open', 'commands') }),
        ...(server ? [anotherServerButton(roadmap.language)] : []),
      ),
    ],
  });
}

const openStepId = (stepId: string) => customId('step', 'open', stepId, 'overview', 0);

/** A step that was opened again may have every tick in it: then it is not the end, it only waits to be finished. */
function endLine({ language }: Roadmap, { current }: Progress): string {
  const { help } = catalogueOf(language);
  return current ? help.allTicked(current.step.title) : help.atTheEnd;
}

function checkInLine(language: string, stand: CheckInStand): string {
  const { help } = catalogueOf(language);
  const period = unwrittenOf(stand)[0];
  if (period) return help.checkInOpen(periodName(language, period), momentOf(period.graceEndsAt));
  const next = dayOf(stand.nextOpensAt);
  return stand.open.length > 0 ? help.checkInNext(next) : help.checkInFirst(next);
}

function checkInButton(language: string, stand: CheckInStand) {
  const { help } = catalogueOf(language);
  return unwrittenOf(stand).length > 0
    ? button({ label: help.checkIn, id: customId('checkin', 'open') })
    : button({ label: help.checkIns, id: customId('checkin', 'mine', 0) });
}

/** Every command with what it does. */
export function commandListView(language: string): MessageView {
  const { commands, common, help } = catalogueOf(language);
  const lines = Object.entries(commands).map(([name, command]) => help.commandLine(name, command.description));
  return card({
    accent: accent.neutral,
    blocks: [`## ${help.commandsTitle}`, lines.join('\n'), `-# ${help.commandsNote}`],
    rows: [buttonRow(button({ label: common.home, id: customId('help', 'open', 'home'), style: 'primary' }))],
  });
}
