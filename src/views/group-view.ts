import type { GroupReading } from '../domain/group-reading.ts';
import { PARTS } from '../domain/milestone-calendar.ts';
import { phaseDuring } from '../domain/milestone-place.ts';
import { nextItem } from '../domain/progress.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { dayOf, distanceOf } from './day-of.ts';
import { groupPicture } from './group-picture.ts';
import { accent, bulletList, button, buttonRow, card, section } from './kit.ts';
import { manageButtons } from './manage-view.ts';
import type { MessageView } from './message.ts';
import { comingTitle } from './milestone-words.ts';
import { openItemId } from './place-id.ts';
import { dayStamp } from './plan-words.ts';
import { countDone } from './progress-picture.ts';
import { quoted } from './quoted.ts';

/** Where the member's group is, what comes next, how it does, and their own place. `note`: what was just done. */
export function groupView(reading: GroupReading, note?: string): MessageView {
  const { roadmap, group, members, progress, moderated } = reading;
  const { group: words, common } = catalogueOf(roadmap.language);
  const item = nextItem(progress);
  return card({
    accent: accent.neutral,
    blocks: [
      `## ${words.title(quoted(group.name))}\n-# ${words.home(group.channelId, members)}`,
      ...(note === undefined ? [] : [note]),
      [groupLine(reading), ...restLine(reading), ...nextLine(reading), ownLine(reading)].join('\n'),
      countsBlock(reading),
    ],
    picture: groupPicture(reading),
    rows: [
      buttonRow(
        ...(item ? [button({ label: words.nextTopic, id: openItemId(item), style: 'primary' })] : []),
        button({ label: words.progress, id: customId('progress', 'open') }),
        button({ label: words.partner, id: customId('group', 'partner') }),
      ),
      buttonRow(
        button({ label: words.settings, id: customId('settings', 'open') }),
        ...manageButtons(roadmap.language, moderated),
        button({ label: common.home, id: customId('help', 'open', 'home') }),
      ),
    ],
  });
}

function groupLine({ roadmap, group, place, startsAt, day }: GroupReading): string {
  const { group: words } = catalogueOf(roadmap.language);
  if (place.part > PARTS) return words.groupArrived;
  if (place.part === 0) return startsAt ? words.beforeStart(dayOf(startsAt)) : words.beforeStartSoon;
  const phase = phaseDuring(roadmap, place.part)?.title ?? '';
  return words.groupAt(place.part, PARTS, group.schedule.months === PARTS, phase, day);
}

function restLine({ roadmap, group, rest }: GroupReading): string[] {
  const { group: words } = catalogueOf(roadmap.language);
  if (!rest) return [];
  return [rest.lastDay ? words.resting(dayStamp(rest.lastDay, group.schedule.zone)) : words.paused];
}

/** The start itself stands there already. */
function nextLine({ roadmap, group, place }: GroupReading): string[] {
  const { group: words } = catalogueOf(roadmap.language);
  const { next } = place;
  if (!next || next.kind === 'kick-off') return [];
  const title = comingTitle(roadmap, group.schedule.months, next);
  return [words.next(title, dayOf(next.dueAt), distanceOf(next.dueAt))];
}

function ownLine({ roadmap, progress }: GroupReading): string {
  const { group: words } = catalogueOf(roadmap.language);
  const { steps, current } = progress;
  return current ? words.youAt(current.step.title, countDone(steps), steps.length) : words.youArrived(steps.length);
}

/** Numbers, and nobody's name. Steps that nobody has done are left out: the picture shows them all. */
function countsBlock({ roadmap, counts }: GroupReading): string {
  const { group: words } = catalogueOf(roadmap.language);
  if (!counts) return `-# ${words.tooFew}`;
  const lines = counts.steps.filter(({ done }) => done > 0).map(({ step, done }) => words.countLine(step.title, done));
  const text = lines.length > 0 ? bulletList(lines) : words.noneYet;
  return `${section(words.counts, text)}\n-# ${words.countsOf(counts.sharing)}`;
}
