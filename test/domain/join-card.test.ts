import { expect, test } from 'vitest';
import { newJoinCard, preselectGroup, withGroup } from '../../src/domain/join-card.ts';
import { aGroup, aSchedule } from '../support/groups.ts';

const early = aGroup({ id: 'early', channelId: 'study' });
const slow = aGroup({ id: 'slow', channelId: 'garden', schedule: aSchedule({ months: 16, zone: 'America/New_York' }) });
const late = aGroup({ id: 'late', channelId: 'library' });
const groups = [early, slow, late];

test.each([
  { hints: { asked: 'early', before: 'slow', channelId: 'library' }, id: 'early' },
  { hints: { asked: 'gone', before: 'slow', channelId: 'library' }, id: 'slow' },
  { hints: { before: 'gone', channelId: 'study' }, id: 'early' },
  { hints: { channelId: 'elsewhere' }, id: 'late' },
  { hints: {}, id: 'late' },
])('of several groups $id is preselected with the hints $hints', ({ hints, id }) => {
  expect(preselectGroup(groups, hints)?.id).toBe(id);
});

test('without a group there is none to preselect', () => {
  expect(preselectGroup([], { asked: 'early' })).toBeUndefined();
});

test.each([
  { group: undefined, hours: 10, zone: 'Asia/Kathmandu' },
  { group: early, hours: 15, zone: 'Europe/Berlin' },
  { group: slow, hours: 8, zone: 'America/New_York' },
])('a card with the group $group.id plans $hours hours a week in $zone', ({ group, hours, zone }) => {
  const card = newJoinCard({ given: undefined, guessed: 'Asia/Kathmandu' }, group, undefined);
  expect(card).toMatchObject({ hours, zone, groupId: group?.id });
});

test('a zone that was named counts more than the group’s', () => {
  expect(newJoinCard({ given: 'Asia/Tokyo', guessed: 'UTC' }, slow, undefined).zone).toBe('Asia/Tokyo');
});

test('hours and zone follow another group until they are chosen by hand', () => {
  const card = newJoinCard({ given: undefined, guessed: 'UTC' }, early, undefined);
  expect(withGroup(card, early, slow)).toMatchObject({ groupId: 'slow', hours: 8, zone: 'America/New_York' });
  const chosen = { ...card, hours: 5, zone: 'Asia/Tokyo' };
  expect(withGroup(chosen, early, slow)).toMatchObject({ groupId: 'slow', hours: 5, zone: 'Asia/Tokyo' });
});

test('alone one plans the usual hours, and stays in one’s zone', () => {
  const card = newJoinCard({ given: undefined, guessed: 'UTC' }, slow, undefined);
  const alone = withGroup(card, slow, undefined);
  expect(alone).toMatchObject({ groupId: undefined, hours: 10, zone: 'America/New_York' });
  expect(withGroup(alone, undefined, early)).toMatchObject({ groupId: 'early', hours: 15, zone: 'America/New_York' });
});
