import { expect, test } from 'vitest';
import { findZones, isZone, localTime, zoneOfLocale } from '../../src/domain/zone.ts';
import { instant } from '../support/builders.ts';

const zonesFor = (typed: string) => findZones(typed, 25).map(({ zone }) => zone);

test.each([
  ['Munich', 'Europe/Berlin', 'a city that gives no zone its name'],
  ['münchen', 'Europe/Berlin', 'the same as its people call it'],
  ['MUNCHEN', 'Europe/Berlin', 'without its accents'],
  ['Deutschland', 'Europe/Berlin', 'a country in its own language'],
  ['Россия', 'Europe/Moscow', 'a country in other letters'],
  ['usa', 'America/New_York', 'what everybody calls a country'],
  ['san francisco', 'America/Los_Angeles', 'a city of two words'],
  ['los angelos', 'America/Los_Angeles', 'a misspelt one'],
  ['berln', 'Europe/Berlin', 'a letter left out'],
  ['Nepal', 'Asia/Kathmandu', 'a country with an odd offset'],
  ['Katmandu', 'Asia/Kathmandu', 'a former spelling'],
  ['Calcutta', 'Asia/Kolkata', 'a former name'],
  ['Kiev', 'Europe/Kyiv', 'another former name'],
  ['lord howe', 'Australia/Lord_Howe', 'a small island'],
  ['Apia, Samoa', 'Pacific/Apia', 'a city with its country'],
  ['Europe/Berlin', 'Europe/Berlin', 'the name of a zone'],
  ['utc', 'UTC', 'no place at all'],
])('"%s" leads to %s: %s', (typed, zone) => {
  expect(zonesFor(typed)[0]).toBe(zone);
});

test('what is meant without doubt is all there is', () => {
  expect(findZones('Munich', 25)).toEqual([{ zone: 'Europe/Berlin', label: 'Munich, Germany' }]);
  expect(findZones('Nepal', 25)).toEqual([{ zone: 'Asia/Kathmandu', label: 'Kathmandu, Nepal' }]);
});

test('a country gives one zone for each of its clocks, the largest first', () => {
  expect(findZones('United States', 6).map(({ label }) => label)).toEqual([
    'New York, United States',
    'Chicago, United States',
    'Los Angeles, United States',
    'Denver, United States',
    'Phoenix, United States',
    'Anchorage, United States',
  ]);
  expect(zonesFor('Australia')).toEqual(expect.arrayContaining(['Australia/Sydney', 'Australia/Brisbane']));
});

test('a name that several places share offers all of them', () => {
  expect(zonesFor('georgia')).toEqual(['America/New_York', 'Asia/Tbilisi']);
});

test.each(['', 'new', 'united', 'san', 'berlin'])(
  '"%s" offers each zone once, no more than asked for, all real',
  (typed) => {
    const zones = zonesFor(typed);
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.length).toBeGreaterThan(0);
    expect(zones.length).toBeLessThanOrEqual(25);
    expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
    expect(findZones(typed, 1)).toHaveLength(1);
  },
);

test('what is no place finds nothing', () => {
  expect(findZones('xqzzv', 25)).toEqual([]);
});

test.each([
  ['Europe/Berlin', true],
  ['Europe/Kyiv', true],
  ['Asia/Kolkata', true],
  ['America/Port-au-Prince', true],
  ['UTC', true],
  ['+02:00', false],
  ['europe/berlin', false],
  ['Nope/Nope', false],
  ['', false],
])('"%s" is a zone: %s', (name, expected) => {
  expect(isZone(name)).toBe(expected);
});

test.each([
  ['de', 'Europe/Berlin'],
  ['en-GB', 'Europe/London'],
  ['en-US', 'America/New_York'],
  ['pt-BR', 'America/Sao_Paulo'],
  ['zh-CN', 'Asia/Shanghai'],
  ['hi', 'Asia/Kolkata'],
  ['es-419', 'America/Mexico_City'],
  ['???', 'UTC'],
])('the first guess for the locale "%s" is %s', (locale, zone) => {
  expect(zoneOfLocale(locale)).toBe(zone);
});

test.each([
  ['Asia/Kathmandu', '23:45'],
  ['Europe/Berlin', '19:00'],
  ['Pacific/Apia', '07:00'],
])('at 18:00 in Greenwich the clock in %s shows %s', (zone, time) => {
  expect(localTime(instant('2026-03-02T18:00:59Z'), zone)).toBe(time);
});
