import { describe, expect, test } from 'vitest';
import { linkTitles } from '../../src/domain/page-reference.ts';
import type { Roadmap } from '../../src/domain/roadmap.ts';
import { searchForm } from '../../src/views/guide-view.ts';
import { accented, inCode, padded, rightToLeft, unbroken, withTexts, wordsToRead } from '../support/changed-texts.ts';
import { everyFrame, everyOtherScreen, everyReading, type Reading } from '../support/every-screen.ts';
import { realRoadmap } from '../support/real-content.ts';
import { blocksOf, controlsOf, problemsOf, standingOut } from '../support/view-text.ts';

const english = realRoadmap();

const languages: readonly { readonly name: string; readonly roadmap: Roadmap }[] = [
  { name: 'the English that we ship', roadmap: english },
  { name: 'a language 40 % longer', roadmap: withTexts(english, padded) },
  { name: 'a language without spaces, 40 % longer', roadmap: withTexts(english, (text) => unbroken(padded(text))) },
  { name: 'a language of combining marks', roadmap: withTexts(english, accented) },
  {
    name: 'a language from right to left, 40 % longer',
    roadmap: withTexts(english, (text) => rightToLeft(padded(text))),
  },
  { name: 'pages that are nothing but code, 40 % longer', roadmap: withTexts(english, (text) => inCode(padded(text))) },
];

const typed = ['jwt', 'x'.repeat(100), '#'.repeat(100), '\u0323'.repeat(100), '[[[['.repeat(25), '  '];

describe.each(languages)('in $name', ({ roadmap }) => {
  const [reader, channel] = everyFrame(roadmap);
  if (!reader || !channel) throw new Error('There are two kinds of reader');
  const readings = everyReading(reader);

  test.each([reader, channel])('Discord accepts every screen for $who', (frame) => {
    const all = [...everyReading(frame), ...everyOtherScreen(frame, typed)];
    const problems = all.flatMap(({ name, views }) =>
      views.flatMap((view, index) => problemsOf(view).map((problem) => `${name}, screen ${index}: ${problem}`)),
    );
    expect(problems).toEqual([]);
    expect(all.length).toBeGreaterThan(600); // The whole roadmap was looked at, not an empty one.
  });

  test.each([reader, channel])('at most one button stands out on every screen for $who', (frame) => {
    const all = [...everyReading(frame), ...everyOtherScreen(frame, typed)];
    const several = all.filter(({ views }) => views.some((view) => standingOut(view).length > 1));
    expect(several.map(({ name }) => name)).toEqual([]);
  });

  test('nothing is lost when a page is split into screens, and it stays in order', () => {
    expect(readings.flatMap((reading) => lostIn(reading, roadmap))).toEqual([]);
  });

  test('every word of the content stands on some screen', () => {
    const shown = new Set(readings.flatMap(({ says }) => says));
    expect(wordsToRead(roadmap).filter((text) => !shown.has(text))).toEqual([]);
  });

  test('no list of choices is cut off: whatever does not fit Discord would be out of reach', () => {
    const full = readings.flatMap(({ name, views }) =>
      views.flatMap((view) => controlsOf(view).flatMap(({ options }) => (options.length >= 25 ? [name] : []))),
    );
    expect(full).toEqual([]);
  });

  test('each screenful says which one it is, and the way leads on to the last and back to the first', () => {
    const long = readings.filter(({ views }) => views.length > 1);
    for (const { name, views } of long) {
      views.forEach((view, index) => {
        const labels = controlsOf(view).map(({ label }) => label);
        expect(blocksOf(view), name).toContain(`-# Page ${index + 1} of ${views.length}`);
        expect(labels.includes('Page back'), name).toBe(index > 0);
        expect(labels.includes('Read on'), name).toBe(index < views.length - 1);
      });
    }
    expect(long.length).toBeGreaterThan(0);
  });
});

test('a longer language is at least 40 % longer, text by text', () => {
  const texts = wordsToRead(english);
  expect(texts.filter((text) => padded(text).length < text.length * 1.4)).toEqual([]);
  expect(texts.length).toBeGreaterThan(1000);
});

test('no screen shows a reference as its author wrote it', () => {
  const frames = everyFrame(english);
  const raw = frames.flatMap((frame) =>
    everyReading(frame).flatMap(({ name, views }) =>
      views.flatMap((view) => (JSON.stringify(view).includes('[[') ? [name] : [])),
    ),
  );
  expect(raw).toEqual([]);
});

test('the form that searches fits Discord, whatever was typed into it before', () => {
  for (const text of ['', 'jwt', 'x'.repeat(100)]) {
    const form = searchForm(english, text);
    const [label] = form.components;
    expect(form.title.length).toBeLessThanOrEqual(45);
    expect(label && 'label' in label && label.label.length <= 45 && (label.description ?? '').length <= 100).toBe(true);
    expect(JSON.stringify(form).includes(`"value":"${text}"`)).toBe(text !== '');
  }
});

/** The texts that do not stand whole and in order in what a person reads from the first screen to the last. */
function lostIn({ name, views, says }: Reading, roadmap: Roadmap): string[] {
  const read = letters(views.flatMap((view, index) => ownBlocks(blocksOf(view), index)).join('\n'));
  return says.filter((text) => !read.includes(letters(linkTitles(text, roadmap)))).map((text) => `${name}: ${text}`);
}

/** A screen without what stands on each screen of a page anew: its heading, the page number, who shared it. */
function ownBlocks(blocks: readonly string[], screen: number): readonly string[] {
  return blocks.filter((block, index) => (index > 0 || screen === 0) && !/^-# Page \d+ of \d+$/.test(block));
}

/** Letters alone: where a page is cut, a space goes; a list and a code block are marked anew on the next one. */
function letters(text: string): string {
  return text
    .replace(/^\s*(- |\d+\. )/gm, '')
    .replace(/^\s*```.*$/gm, '')
    .replace(/\s+/g, '');
}
