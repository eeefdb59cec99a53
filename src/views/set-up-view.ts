import type { Milestone } from '../domain/milestone.ts';
import type { Roadmap } from '../domain/roadmap.ts';
import type { GroupBreak, StudyGroup } from '../domain/study-group.ts';
import { catalogueOf } from '../language/languages.ts';
import { customId } from '../lib/custom-id.ts';
import { comingDates } from './coming-dates.ts';
import { accent, button, buttonRow, card } from './kit.ts';
import type { MessageView } from './message.ts';
import { quoted } from './quoted.ts';
import { neighbourText } from './setup-card-view.ts';

export interface SetUpParts {
  readonly roadmap: Roadmap;
  readonly group: StudyGroup;
  readonly kind: 'set-up' | 'already';
  /** What is announced from now on, the earliest first. */
  readonly coming: readonly Milestone[];
  /** The one that lasts. */
  readonly pause: GroupBreak | undefined;
  /** How many milestones lay in the past already. */
  readonly passed: number;
  /** The number of the welcome card that is offered; undefined after it was ordered. */
  readonly welcome: number | undefined;
  readonly note?: string;
}

/** The group stands: its next dates, and the card with **Join** for its channel. */
export function setUpView(parts: SetUpParts): MessageView {
  const { roadmap, group, kind, coming, pause, passed, welcome, note } = parts;
  const { setup, groupCare } = catalogueOf(roadmap.language);
  const name = quoted(group.name);
  const offer = welcome === undefined ? undefined : customId('setup', 'welcome', group.id, welcome);
  return card({
    accent: accent.neutral,
    blocks: [
      ...(note === undefined ? [kind === 'set-up' ? setup.done(name) : setup.already(name)] : [note]),
      comingDates(roadmap, group, coming, pause),
      ...(passed > 0 ? [`-# ${setup.passed(passed)}`] : []),
      ...(offer ? [setup.welcomeOffer(group.channelId)] : []),
    ],
    rows: [
      buttonRow(
        ...(offer ? [button({ label: setup.welcome, id: offer, style: 'primary' })] : []),
        button({ label: groupCare.dates, id: customId('milestone', 'list', group.id, 0) }),
        button({ label: groupCare.show, id: customId('setup', 'show', group.id) }),
      ),
    ],
  });
}

/** Asked where the channel has a group already. */
export function sameChannelView(
  language: string,
  draftId: string,
  channelId: string,
  groups: readonly StudyGroup[],
): MessageView {
  const { setup } = catalogueOf(language);
  return card({
    accent: accent.warning,
    blocks: [neighbourText(language, channelId, groups), setup.sameChannelAsk],
    rows: [
      buttonRow(
        button({ label: setup.setAllTheSame, id: customId('setup', 'make', draftId, 'sure') }),
        button({ label: setup.backToCard, id: customId('setup', 'card', draftId) }),
        ...groups
          .slice(0, 3)
          .map(({ id, name }) => button({ label: setup.showGroup(name), id: customId('setup', 'show', id) })),
      ),
    ],
  });
}
