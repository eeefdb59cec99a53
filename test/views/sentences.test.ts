import { expect, test } from 'vitest';
import { catalogueOf } from '../../src/language/languages.ts';
import { checkInForm } from '../../src/views/check-in-form.ts';
import { languageName } from '../../src/views/language-name.ts';
import { weekdayText } from '../../src/views/milestone-words.ts';
import { periodName } from '../../src/views/period-words.ts';
import { dayText } from '../../src/views/plan-words.ts';
import { aStoredPeriod } from '../support/check-ins.ts';
import { day } from '../support/plans.ts';

const DAY = day('2026-11-23');

/** Japanese has no catalogue, so its readers get English sentences. */
test.each(['en', 'ja', 'ar'])(
  'for a reader whose Discord speaks "%s" a date is in the language of its sentence',
  (language) => {
    const week = aStoredPeriod({ firstDay: DAY, lastDay: DAY.add({ days: 6 }) });
    expect(periodName(language, week)).toBe('Week of 23 November');
    expect(periodName(language, { ...week, rhythm: 'two-weekly' })).toBe('23 November to 29 November');
    expect(dayText(DAY, language)).toBe('23 Nov 2026');
    expect(weekdayText(DAY, language)).toBe('Monday 23 November');
    expect(languageName(language, 'de')).toBe('German');
    const reading = {
      ...{
        period: week,
        group: undefined,
        channelId: undefined,
        channelName: undefined,
        mayBePublic: true,
        checkIn: undefined,
      },
      ...{ step: undefined, pairId: undefined },
    };
    expect(checkInForm(language, reading).title).toBe('Check-in: Week of 23 November');
  },
);

test('a sentence that ends with a title which is a question has one sign at its end', () => {
  const { checkIn, progress, stuck, group } = catalogueOf('en');
  const ends = [checkIn.nextTopic, checkIn.cardFinished, progress.nextUp, group.picture.altYou];
  const sentences = [...ends, (title: string) => stuck.callLine('1001', title)];
  for (const title of ['Inside the request, or later?', 'Ship it!', 'And so on…']) {
    for (const sentence of sentences) expect(sentence(title)).toMatch(/[?!…](\*\*)?$/);
  }
  expect(sentences.map((sentence) => sentence('Joins').replaceAll('*', '').slice(-6))).toEqual(Array(5).fill('Joins.'));
});
